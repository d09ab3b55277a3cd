import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/kit/time.ts'
import { latestPeriods } from '../../shared/survey/fixed-periods.ts'
import { readable, REASON_FLOORS } from '../../shared/survey/reasons.ts'
import { FLOOR, showing } from '../../shared/survey/showing.ts'
import { unnamed } from '../../shared/survey/unnamed.ts'
import { allSeen, answeredDays, daysOf, isIn, offices, type Seen } from '../helpers/answered-days.ts'
import { laysOpen } from '../helpers/differencing.ts'
import { fc, runs } from '../helpers/property.ts'

describe('a suggestion', () => {
  it('is read without numbers and addresses that name somebody [S25]', () => {
    for (const [written, told] of [
      ['NIK saya 6472000102030004', 'NIK saya •••'],
      ['6472 0001 0203 0004 dan 6472.0001.0203.0004', '•••'],
      ['hubungi +62 812-3456-7890 ya', 'hubungi ••• ya'],
      ['telepon (0541) 123456 atau 081234567890', 'telepon (••• atau •••'],
      ['0\u200b81234567890', '•••'],
      ['tulis ke budi.contoh@contoh.id saja', 'tulis ke ••• saja'],
      ['nomor A-012, lalu b 107', 'nomor •••, lalu •••'],
    ] as const)
      expect(unnamed(written)).toContain(told)
  })

  it('keeps hours, dates, amounts and counts [S25]', () => {
    for (const text of [
      'Buka 08.00-15.00, istirahat 12.00',
      'Sejak 12-05-2026 lama sekali',
      'Biaya Rp 50.000 tanpa kuitansi',
      'Loket 3, menunggu 120 menit',
      'Undang-undang 24 tahun 2013 pasal 5',
    ])
      expect(unnamed(text)).toBe(text)
  })

  it('stands by its words, whenever it came [S25]', () => {
    const written = ['Tambah kursi', 'antrean lama', 'Bagus', '', '  ']
    expect(readable(written)).toEqual(['antrean lama', 'Bagus', 'Tambah kursi'])
    expect(readable([...written].reverse())).toEqual(readable(written))
  })
})

describe('whoever subtracts reasons from ratings, months from weeks and services from each other', () => {
  const [FROM, TO, DONE] = ['2026-01-01', '2026-05-31', '2026-07-08'] as const

  it('learns nothing of fewer than ten people [S24]', () => {
    fc.assert(
      fc.property(offices, office => {
        const rows = answeredDays(office, FROM, TO).map(row => ({ ...row, counts: [row.counts[0]!] }))
        const services = [...new Set(rows.map(row => row.of['service']!))]
        const days = daysOf('2026-01-12', DONE, 7)
        const seen: Seen[] = [
          ...allSeen(
            rows,
            days.map(today => ({ today, floors: { whole: FLOOR, parts: {} }, back: 40 })),
          ),
        ]
        for (const today of days)
          for (const period of latestPeriods('month', today, 7))
            for (const id of services) {
              if (addDays(period.to, 40) < today || period.from < FROM) continue
              const part = { kind: 'service', id }
              const so = showing(rows, { period, part, floors: REASON_FLOORS, today })
              if ('through' in so) seen.push({ period, ...so, part })
            }
        const equations = new Set(seen.map(one => rows.map(row => (isIn(row, one) ? '1' : '0')).join('')))
        expect(
          laysOpen(
            [...equations].map(equation => [...equation].map(x => x === '1')),
            rows.map(row => row.counts[0]!),
            FLOOR,
          ),
        ).toBe(false)
      }),
      { numRuns: runs(5) },
    )
  })
})
