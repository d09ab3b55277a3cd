import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/kit/time.ts'
import { latestPeriods } from '../../shared/survey/fixed-periods.ts'
import { readable, reasonFloors, suggestionsAmong, type Written } from '../../shared/survey/reasons.ts'
import { FLOOR } from '../../shared/survey/answered.ts'
import { showing } from '../../shared/survey/showing.ts'
import { redacted } from '../../shared/survey/redaction/redacted.ts'
import { unnamed } from '../../shared/survey/redaction/unnamed.ts'
import { numberText } from '../../shared/text/text.ts'
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
      ['nomor A-1012, A – 012, A_012, A.012 dan A/012', 'nomor •••, •••, •••, ••• dan •••'],
      ['booking AR-07 dan ar 7 lama', 'booking ••• dan ••• lama'],
      ['RT-012 dipanggil', '••• dipanggil'],
      ['0812 - 3456 - 7890', '•••'],
      ['0812 – 3456 – 7890', '•••'],
      ['0812_3456_7890', '•••'],
      ['0812,3456,7890', '•••'],
      ['0812*3456*7890', '•••'],
      ['64 72 01 / 12 34 56', '•••'],
      ['08.12 3456-7890', '•••'],
      ['lihat https://antrean.contoh.id/t/abc.def?x=1, lama', 'lihat •••, lama'],
      ['lihat HTTP://x.contoh/ dan www.contoh.id', 'lihat ••• dan •••'],
      ['antrean.contoh.id/t/Ab3dEf9hIj lama', '••• lama'],
      ['/t/Ab3dEf9hIj', '•••'],
      ['kode Ab3dEf9hIj.k3kQhZb0mC1rT8xYpLqS0 saya', 'kode ••• saya'],
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
      'Rumah di RT 012 RW 003, RT.012/RW.003',
      'Buka 08.00-15.00, 16.00 - 17.00; Loket 3, 08.00-09.00',
      'Pada 12-05-2026, 13-05-2026 dan 2026-05-14 08:00',
      'Antara Rp 50.000 - 100.000, Rp100.000, Rp 500',
      'Tahun 2024, 2025, 2026 sama saja',
      'Menunggu 10 menit per 10 orang, sejauh 3 km 120',
      'Kembali ke 100 orang lain di PP 102, th 2026',
    ])
      expect([unnamed(text), redacted(text)]).toEqual([text, text])
  })

  it('is read without a number however its groups are divided [S25]', () => {
    const digits = (n: number) => fc.array(fc.nat(9), { minLength: n, maxLength: n }).map(all => all.join(''))
    const number = fc.oneof(
      digits(9).map(rest => `081${rest}`),
      digits(10).map(rest => `+628${rest}`),
      digits(10).map(rest => `647201${rest}`),
    )
    const divided = fc.tuple(
      number,
      fc.constantFrom('', ' ', '.', ',', '-', ' - ', '–', ' – ', '_', '/', ' / ', '*', '  ', '·', ', ', '. '),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 16, maxLength: 16 }),
    )
    fc.assert(
      fc.property(divided, ([all, between, sizes]) => {
        const groups: string[] = []
        for (let from = 0, i = 0; from < all.length; i += 1) {
          groups.push(all.slice(from, from + sizes[i]!))
          from += sizes[i]!
        }
        expect(unnamed(`WA ${groups.join(between)} ya`)).toBe('WA ••• ya')
      }),
      { numRuns: runs(300) },
    )
  })

  it('keeps the numbers of an ordinary sentence [S25]', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const within = (min: number, max: number) => fc.integer({ min, max })
    const time = fc
      .tuple(within(0, 23), within(0, 59), fc.constantFrom('.', ':'))
      .map(([h, m, by]) => two(h) + by + two(m))
    const date = fc
      .tuple(within(1, 28), within(1, 12), within(2020, 2030), fc.constantFrom('-', '/'))
      .map(([d, m, y, by]) => [two(d), two(m), y].join(by))
    const amount = within(1, 9_999).map(n => `Rp ${numberText(n * 1_000, 'id')}`)
    const fact = fc.oneof(
      fc.tuple(time, time).map(([a, b]) => `buka ${a}-${b}`),
      fc.tuple(date, time).map(([day, at]) => `datang ${day} ${at}`),
      fc.tuple(time, time, time).map(([a, b, c]) => `jam ${a}, ${b}, ${c}`),
      amount.map(a => `bayar ${a}`),
      fc.tuple(within(1, 99), within(1, 500)).map(([a, b]) => `loket ${a} menunggu ${b} menit`),
      fc.tuple(within(1, 30), within(1, 30)).map(([a, b]) => `RT ${String(a).padStart(3, '0')} RW ${two(b)}`),
    )
    const sentence = fc.array(fact, { minLength: 1, maxLength: 4 }).map(facts => facts.join(' lalu '))
    fc.assert(
      fc.property(sentence, text => {
        expect([unnamed(text), redacted(text)]).toEqual([text, text])
      }),
      { numRuns: runs(200) },
    )
  })

  it('stands by its words, whenever it came [S25]', () => {
    const written = ['Tambah kursi', 'antrean lama', 'Bagus', '', '  ']
    expect(readable(written)).toEqual(['antrean lama', 'Bagus', 'Tambah kursi'])
    expect(readable([...written].reverse())).toEqual(readable(written))
  })
})

describe('suggestions beside those that somebody of the office brought in', () => {
  const FLOORS = { ...reasonFloors(30), waits: false }
  const of = (n: number, counters: number) =>
    Array.from({ length: n }, (_, i) => ({
      ...{ serviceId: 'ktp-el', text: 'Tambah kursi' },
      by: [`counter ${i % counters}`, `officer p${i % counters}`],
    }))
  const brought = (n: number) =>
    of(n, 1).map(one => ({ ...one, by: ['counter '], brought: true as const, text: 'Dari berkas' }))
  const told = (written: readonly Written[], floors = FLOORS) => suggestionsAmong(written, 'ktp-el', floors)?.length

  it('are told only where those without them may be told, too [S26]', () => {
    expect(told([...of(9, 3), ...brought(60)])).toBeUndefined()
    expect(told([...of(25, 1), ...brought(60)])).toBeUndefined()
    expect(told([...of(40, 1), ...brought(60)], { ...FLOORS, waits: true })).toBeUndefined()
    expect(told([...of(30, 3), ...brought(60)])).toBe(90)
    expect(told(of(30, 3))).toBe(30)
    // Where nobody else said anything there is nobody to be told apart.
    expect(told(brought(30))).toBe(30)
    expect(told(brought(9))).toBeUndefined()
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
              const so = showing(rows, { period, part, floors: reasonFloors(60), today })
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
