import { wholeShares } from '../../../kit/whole-shares.ts'
import { numberText } from '../../../text/text.ts'
import { periodName } from '../../../text/period.ts'
import type { ServiceFigures, ShownFigures, UnsurFigures } from '../../figures/period-figures.ts'
import { unsurName } from '../../unsur-name.ts'
import { METHOD_WORDS, type Mutu } from '../../ikm.ts'
import { isUnsur } from '../../asked.ts'
import { sampleSize } from '../../sample-size.ts'
import type { BarsBlock, Cell, LineBlock, TableBlock } from '../document.ts'
import type { ReportFacts } from '../facts.ts'
import { IKM_DIGITS, NRR_DIGITS, ikmText, numeric, numericOr, rangeText } from './figures-text.ts'

/** Decimals of the ends of an interval around an NRR. */
const RANGE_DIGITS = 2
/** Populations of the printed table of Krejcie and Morgan (1970), and the row where it prints another sample than its formula gives. */
const POPULATIONS = [
  ...[10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100, 110, 120, 130, 140, 150, 160, 170],
  ...[
    180, 190, 200, 210, 220, 230, 240, 250, 260, 270, 280, 290, 300, 320, 340, 360, 380, 400, 420, 440, 460, 480, 500,
  ],
  ...[550, 600, 650, 700, 750, 800, 850, 900, 950, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000],
  ...[2200, 2400, 2600, 2800, 3000, 3500, 4000, 4500, 5000, 6000, 7000, 8000, 9000, 10_000, 15_000, 20_000, 30_000],
  ...[40_000, 50_000, 75_000, 100_000],
] as const
const PRINTED_OTHERWISE: Readonly<Record<number, number>> = { 100_000: 384 }
const PAIRS = 3

/** What each letter stands for (PermenPANRB 14/2017): NRR, IKM, letter, performance. */
export const BANDS = [
  ['1,00–2,5996', '25,00–64,99', 'D', 'Tidak baik'],
  ['2,60–3,064', '65,00–76,60', 'C', 'Kurang baik'],
  ['3,0644–3,532', '76,61–88,30', 'B', 'Baik'],
  ['3,5324–4,00', '88,31–100,00', 'A', 'Sangat baik'],
] as const

/** `U1` and on, in the order of the regulation’s body. */
export function unsurNumber(place: number): string {
  return `U${place + 1}`
}

/** The services as an item of the profile; nothing where the days shown are not all of the period. */
function servicesAnswered({ figures, services }: Pick<ReportFacts, 'figures' | 'services'>, n: number) {
  const of = figures.services.filter(one => one.answered > 0)
  if (of.reduce((sum, one) => sum + one.answered, 0) !== n) return []
  const shares = wholeShares(
    of.map(one => one.answered),
    1000,
  )
  const rows = of.map((one, i) => ({
    label: services[one.service] ?? one.service,
    n: one.answered,
    percent: shares[i]! / 10,
  }))
  return [{ name: 'Jenis Layanan', rows }]
}

/** Table 3.1: who answered, the services last; `all` who did, also where some are left out of the figures. */
export function profileTable(facts: Pick<ReportFacts, 'profile' | 'figures' | 'services'>, all: number): TableBlock {
  const n = facts.profile[0]?.rows.reduce((sum, row) => sum + row.n, 0) ?? all
  const rows = [...facts.profile, ...servicesAnswered(facts, n)].flatMap(({ name, rows }, nth) =>
    rows.map((row, i): readonly Cell[] => [
      ...(i === 0 ? [String(nth + 1), name].map(text => ({ text, rows: rows.length })) : []),
      row.label,
      numeric(row.n),
      { text: `${numberText(row.percent, 'id', 1)}%`, n: row.percent, digits: 1 },
    ]),
  )
  return {
    is: 'table',
    id: 'profile',
    caption: `Tabel 3.1 Karakteristik responden (n = ${numberText(n, 'id')})`,
    columns: [
      { head: 'No.', share: 1 },
      { head: 'Karakteristik', share: 3 },
      { head: 'Indikator', share: 4 },
      { head: 'Jumlah', share: 1.6, numeric: true },
      { head: 'Persentase', share: 2, numeric: true },
    ],
    rows,
  }
}

/** Table 3.2: each unsur, and the IKM of the unit. */
export function resultTable({ unsur, result }: ShownFigures, meanNrr: number | undefined): TableBlock {
  const range = (one: UnsurFigures): string => {
    if (one.fixed) return 'tetap'
    return one.interval ? rangeText(one.interval.low, one.interval.high, RANGE_DIGITS) : '–'
  }
  return {
    is: 'table',
    id: 'result',
    caption: 'Tabel 3.2 Nilai SKM per unsur',
    columns: [
      { head: 'No.', share: 1 },
      { head: 'Unsur Pelayanan', share: 5 },
      { head: 'NRR', share: 1.4, numeric: true },
      { head: 'Selang 95%', share: 2, numeric: true },
      { head: 'IKM konversi', share: 2, numeric: true },
      { head: 'Mutu', share: 1 },
    ],
    rows: [
      ...unsur.map((one, i): readonly Cell[] => [
        unsurNumber(i),
        unsurName(one)[0],
        numericOr(one.nrr, NRR_DIGITS),
        range(one),
        numericOr(one.nrr === undefined ? undefined : one.nrr * 25, IKM_DIGITS),
        one.mutu ?? '–',
      ]),
      [
        '',
        'NILAI IKM UNIT PELAYANAN',
        numericOr(meanNrr, NRR_DIGITS),
        '',
        numericOr(result.ikm, IKM_DIGITS),
        result.mutu ?? '–',
      ],
    ],
    foot: 1,
  }
}

/** Picture 3.1: the NRR of each unsur from the lowest possible mark on; the unsur of the plan in the lighter colour. */
export function resultBars({ unsur, lowest }: ShownFigures): BarsBlock {
  const bars = unsur.flatMap((one, i) =>
    one.nrr === undefined
      ? []
      : [
          {
            label: `${unsurNumber(i)} ${isUnsur(one.unsur) ? SHORT[one.unsur] : unsurName(one)[0]}`,
            value: one.nrr,
            text: numberText(one.nrr, 'id', 2),
            low: one.interval?.low,
            high: one.interval?.high,
            light: lowest.three.some(low => low === one.unsur),
          },
        ],
  )
  return {
    is: 'bars',
    caption: 'Gambar 3.1 Nilai rata-rata per unsur',
    alt: `Diagram batang nilai rata-rata per unsur: ${bars.map(bar => `${bar.label} ${bar.text}`).join('; ')}`,
    ...{ from: 1, to: 4 },
    ticks: [1, 2, 3, 4].map(at => ({ at, text: numberText(at, 'id', 2) })),
    bars,
  }
}

/** The bands of the letters, with the one that was reached. */
export function bandsTable(id: string, reached: Mutu | undefined): TableBlock {
  const marked = BANDS.findIndex(band => band[2] === reached)
  return {
    is: 'table',
    id,
    caption: 'Mutu pelayanan menurut PermenPANRB 14/2017',
    columns: ['Nilai interval', 'Nilai konversi', 'Mutu', 'Kinerja unit pelayanan'].map(head => ({ head, share: 1 })),
    rows: BANDS,
    ...(marked < 0 ? {} : { marked }),
  }
}

/** What the same answers give by every method. */
export function methodsTable({ audit, result, ownWeights }: ShownFigures): TableBlock {
  return {
    is: 'table',
    id: 'methods',
    caption: `Tabel 3.3 Cara menghitung dan hasilnya${ownWeights ? ' (sembilan unsur tanpa unsur tambahan)' : ''}`,
    columns: [
      { head: 'Cara menghitung', share: 6 },
      { head: 'IKM', share: 1.4, numeric: true },
      { head: 'Mutu', share: 1 },
    ],
    rows: audit.map(line => [METHOD_WORDS[line.method][0], numericOr(line.ikm, IKM_DIGITS), line.mutu ?? '–']),
    ...(ownWeights ? {} : { marked: audit.findIndex(line => line.method === result.method) }),
  }
}

/** The sample of Krejcie and Morgan as it is printed, in three pairs of columns. */
export function krejcieMorganTable(): TableBlock {
  const high = Math.ceil(POPULATIONS.length / PAIRS)
  const pair = (at: number): readonly Cell[] => {
    const population = POPULATIONS[at]
    if (population === undefined) return ['', '']
    return [numeric(population), numeric(PRINTED_OTHERWISE[population] ?? sampleSize(population))]
  }
  return {
    is: 'table',
    id: 'krejcie-morgan',
    small: true,
    caption: 'Tabel 2.2 Jumlah sampel menurut Krejcie dan Morgan',
    columns: Array.from({ length: PAIRS }, () => [
      { head: 'Populasi (N)', share: 1, numeric: true as const },
      { head: 'Sampel (n)', share: 1, numeric: true as const },
    ]).flat(),
    rows: Array.from({ length: high }, (_, row) =>
      Array.from({ length: PAIRS }, (_, nth) => pair(row + nth * high)).flat(),
    ),
  }
}

/** Somebody came for it, or answered. */
function isServed({ visits, answered }: ServiceFigures): boolean {
  return visits + answered > 0
}

/** Table 2.3: how many of each service were to answer, and did; its own IKM where it may be shown. */
export function servicesTable({ figures, services }: Pick<ReportFacts, 'figures' | 'services'>): TableBlock {
  return {
    is: 'table',
    id: 'services',
    caption: 'Tabel 2.3 Rencana dan capaian responden per layanan',
    columns: [
      { head: 'No.', share: 0.8 },
      { head: 'Jenis Layanan', share: 4.4 },
      { head: 'Pemohon', share: 1.5, numeric: true },
      { head: 'Rencana', share: 1.4, numeric: true },
      { head: 'Terkumpul', share: 1.6, numeric: true },
      { head: 'IKM layanan', share: 1.8, numeric: true },
      { head: 'Mutu', share: 1 },
    ],
    rows: figures.services
      .filter(isServed)
      .map((one, i): readonly Cell[] => [
        String(i + 1),
        services[one.service] ?? one.service,
        numeric(one.visits),
        numeric(one.planned),
        numeric(one.answered),
        numericOr(one.shown?.result.ikm, IKM_DIGITS),
        one.shown?.result.mutu ?? '–',
      ]),
  }
}

/** Table 4.2: the IKM of each period of this kind. */
export function trendTable({ trend }: ShownFigures): TableBlock {
  return {
    is: 'table',
    id: 'trend',
    caption: 'Tabel 4.2 Nilai IKM dari periode ke periode',
    columns: [
      { head: 'Tahun/Periode', share: 3 },
      { head: 'Responden', share: 1.4, numeric: true },
      { head: 'Nilai IKM', share: 1.4, numeric: true },
      { head: 'Mutu', share: 1 },
    ],
    rows: trend.map(point => [
      periodName(point.period, 'id'),
      numeric(point.n),
      numeric(point.ikm, IKM_DIGITS),
      point.mutu,
    ]),
  }
}

/** Picture 4.1; the range is as wide as the values need, never narrower than ten points. */
export function trendLine({ trend }: ShownFigures): LineBlock {
  const values = trend.map(point => point.ikm)
  const from = Math.max(25, Math.floor(Math.min(...values) / 5) * 5 - 5)
  const to = Math.min(100, Math.max(from + 10, Math.ceil(Math.max(...values) / 5) * 5 + 5))
  const points = trend.map(point => ({
    label: periodName(point.period, 'id'),
    value: point.ikm,
    text: ikmText(point.ikm),
  }))
  return {
    is: 'line',
    caption: 'Gambar 4.1 Tren nilai IKM',
    alt: `Diagram garis nilai IKM: ${points.map(p => `${p.label} ${p.text}`).join('; ')}. Sumbu tegak dari ${from} sampai ${to}.`,
    ...{ from: Math.min(from, to - 10), to },
    points,
  }
}

/** Names that fit beside a bar. */
const SHORT = {
  persyaratan: 'Persyaratan',
  prosedur: 'Sistem, mekanisme, prosedur',
  waktu: 'Waktu penyelesaian',
  biaya: 'Biaya/tarif',
  produk: 'Produk spesifikasi',
  kompetensi: 'Kompetensi pelaksana',
  perilaku: 'Perilaku pelaksana',
  pengaduan: 'Pengaduan, saran, masukan',
  sarana: 'Sarana dan prasarana',
} as const
