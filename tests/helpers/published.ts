import type { Published } from '../../shared/survey/publication/publication.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import type { AroundPoster } from '../../shared/survey/publication/open/poster.ts'

/** What an office with two services published of a quarter. */
export const published: Published = {
  ...{ period: '2026-Q2', from: '2026-04-01', through: '2026-06-30', regulation: 'PermenPANRB 14/2017' },
  ...{ method: 'exact', audit: [], n: 391, visits: 5120, target: 357, ikm: 84.67, mutu: 'B', certain: true },
  interval: { low: 83.5, high: 85.8 },
  unsur: UNSUR.map((unsur, i) => ({ unsur, nrr: unsur === 'biaya' ? 4 : 3.1 + i / 20, fixed: unsur === 'biaya' })),
  services: [
    {
      ...{ service: 'ktp', name: ['KTP-el', 'Identity card'], n: 160, ikm: 82.1, mutu: 'B' },
      unsur: UNSUR.map(unsur => ({ unsur, nrr: 3.3, fixed: false })),
    },
  ],
  profile: [
    {
      ...{ item: 'sex', n: 391 },
      rows: [
        { value: 'L', kind: 'value', n: 176, percent: 45 },
        { value: 'P', kind: 'value', n: 211, percent: 54 },
        { value: 'blank', kind: 'blank', n: 4, percent: 1 },
      ],
    },
    {
      ...{ item: 'education', n: 391 },
      rows: (
        [
          ['SD', 21],
          ['SMP', 48],
          ['SMA', 187],
          ['D1-D3', 36],
          ['S1', 84],
          ['S2', 15],
        ] as const
      ).map(([value, n]) => ({ value, kind: 'value', n, percent: 1 })),
    },
  ],
  trend: [],
}

/** What stands around its sheet. */
export const aroundPoster: AroundPoster = {
  unit: 'Dinas Kependudukan dan Pencatatan Sipil',
  government: 'Pemerintah Kota Contoh',
  address: 'https://antre.example.go.id/ikm/contoh/2026-Q2',
  ...{ version: 1, publishedOn: '2026-07-13', demo: true },
  plans: [
    { unsur: 'prosedur', told: 'Loket KTP-el ditambah pukul 09.00–11.00.', state: 'done' },
    { unsur: 'sarana', told: '48 kursi baru di ruang tunggu.', state: 'done' },
    { unsur: 'waktu', told: 'Loket kedua untuk legalisir.', state: 'running' },
  ],
}
