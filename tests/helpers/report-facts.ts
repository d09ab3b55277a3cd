import { seeded } from '../../shared/kit/random.ts'
import { wholeShares } from '../../shared/kit/whole-shares.ts'
import type { PeriodFigures, ShownFigures } from '../../shared/survey/figures/period-figures.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { auditTally, ikmFromTally, tally, type Method, type SkmAnswers } from '../../shared/survey/ikm.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import { lowestUnsur } from '../../shared/survey/loop/plan.ts'
import { MOST_ROWS, type Letterhead, type Marks, type ReportFacts } from '../../shared/survey/report/facts.ts'
import { sampleSize } from '../../shared/survey/sample-size.ts'

const LETTERHEAD: Letterhead = {
  government: 'PEMERINTAH KOTA CONTOH',
  parent: 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL',
  unit: 'UPTD Pelayanan Contoh',
  address: 'Jalan Contoh 1',
  phone: '0541 000000',
  post: '',
  signatory: 'Nama Contoh',
  rank: 'Pembina',
  nip: '000000000000000000',
  place: 'Kota Contoh',
  team: 'Ketua Contoh; Anggota Contoh',
}

/** Marks of respondents, drawn; some left questions out. */
export function drawnMarks(n: number, seed = 1): readonly Marks[] {
  const random = seeded(seed)
  const mark = (): Score | null =>
    random() < 0.03 ? null : (Math.min(4, 1 + Math.floor(4 * Math.sqrt(random()))) as Score)
  return Array.from({ length: n }, () => UNSUR.map(mark))
}

/** The figures of a quarter of so many drawn respondents, and all else that a report is made of. */
export function reportFacts({
  n = 40,
  population = 500,
  method = 'exact',
  of = {},
}: { n?: number; population?: number; method?: Method; of?: Partial<ReportFacts> } = {}): ReportFacts & {
  readonly marks: readonly Marks[]
} {
  const marks = drawnMarks(n)
  const figures = figuresOf(marks, population, method)
  return {
    letterhead: LETTERHEAD,
    figures,
    services: { ktp: 'KTP-el', kk: 'Kartu Keluarga' },
    profile: [
      {
        name: 'Jenis Kelamin',
        rows: sharesOf([
          ['Laki-laki', Math.floor(n * 0.45)],
          ['Perempuan', n - Math.floor(n * 0.45)],
        ]),
      },
    ],
    rows: n > MOST_ROWS ? null : marks,
    standing: {},
    plan: null,
    before: null,
    workdays: 60,
    madeOn: '2026-07-09',
    demo: true,
    ...of,
    marks,
  }
}

function sharesOf(rows: readonly (readonly [string, number])[]): ReportFacts['profile'][number]['rows'] {
  const shares = wholeShares(
    rows.map(([, n]) => n),
    1000,
  )
  return rows.map(([label, n], i) => ({ value: label, label, kind: 'value', n, percent: shares[i]! / 10 }))
}

function figuresOf(marks: readonly Marks[], population: number, method: Method): PeriodFigures {
  const answers = marks.map(
    row => Object.fromEntries(UNSUR.flatMap((u, i) => (row[i] === null ? [] : [[u, row[i]]]))) as SkmAnswers,
  )
  const sums = tally(answers)
  const result = ikmFromTally(sums, method)
  const period = fixedPeriod('2026-Q2')!
  const unsur = UNSUR.map((name, i) => {
    const given = marks.map(row => row[i])
    const count = (score: Score | null) => given.filter(mark => mark === score).length
    const own = result.unsur[name]!
    return {
      unsur: name,
      ...own,
      marks: [count(1), count(2), count(3), count(4)] as const,
      blank: count(null),
      fixed: false,
      interval: { low: Math.max(1, (own.nrr ?? 1) - 0.1), high: Math.min(4, (own.nrr ?? 1) + 0.1) },
    }
  })
  const ikm = result.ikm ?? 0
  const shown: ShownFigures = {
    regulation: 'PermenPANRB 14/2017',
    result,
    audit: auditTally(sums),
    certainty: { interval: { low: ikm - 2, high: ikm + 2 }, days: 40, tooFewDays: false, certain: true, others: [] },
    unsur,
    lowest: {
      three: lowestUnsur(result, false),
      highest: ['biaya', 'produk', 'perilaku'],
      mayBe: [],
      unclear: false,
      thirdUnsure: false,
    },
    channels: [],
    unanswered: { shifted: ikm - 4, gapToLowerLetter: undefined, gap: 5 },
    profile: [],
    compared: { before: fixedPeriod('2026-Q1')!, whyNot: 'heldBack' },
    trend: [
      { period: fixedPeriod('2026-Q1')!, n: 100, ikm: 80.1, mutu: 'B' },
      { period, n: result.n, ikm, mutu: result.mutu ?? 'B' },
    ],
  }
  const reached = { finished: population, invited: population, answered: result.n }
  const rates = { invitation: 1, response: result.n / population, reach: result.n / population }
  const half = Math.floor(result.n / 2)
  return {
    period,
    showing: { from: period.from, through: period.to },
    sample: { population, target: sampleSize(population), achieved: result.n },
    services: [
      ['ktp', half],
      ['kk', result.n - half],
    ].map(([service, answered]) => ({
      service: String(service),
      visits: Math.floor(population / 2),
      answered: Number(answered),
      planned: Math.ceil(sampleSize(population) / 2),
      ownTarget: sampleSize(Math.floor(population / 2)),
      response: { ...reached, ...rates },
      showing: { why: 'few' as const },
    })),
    response: { ...reached, ...rates, channels: [] },
    figures: shown,
  }
}
