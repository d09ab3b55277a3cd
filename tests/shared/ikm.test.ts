import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { audit, auditTally, computeIkm, ikmFromNrr, ikmFromTally, KINERJA, mutuOf } from '../../shared/survey/ikm.ts'
import { METHODS, type AuditMethod, type Mutu, type SkmAnswers } from '../../shared/survey/ikm.ts'
import { ANNEX_ORDER, UNSUR, type Score, type Unsur } from '../../shared/survey/instruments.ts'
import { fc } from '../helpers/property.ts'

interface PublishedCase {
  readonly id: string
  readonly n?: number
  readonly unsur: readonly number[]
  readonly unsur_sums?: readonly number[]
  readonly ikm_published: number
  readonly reproduced_by?: readonly string[]
  readonly ikm_canonical_1_9?: number
  readonly mutu_canonical?: Mutu
}

const file = new URL('../fixtures/skm-cases.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly PublishedCase[] }
const published = (id: string) => cases.find(one => one.id === id)!

/** The names the collection of published reports gives to the ways of reckoning that this program knows. */
const KNOWN: Readonly<Record<string, AuditMethod>> = {
  'w0.11': '0.11',
  'exact_1/k': 'exact',
  index_r2_x25: 'index-rounded',
}

const score = fc.constantFrom<Score>(1, 2, 3, 4)
const whole = fc.record(Object.fromEntries(UNSUR.map(name => [name, score])) as Record<Unsur, typeof score>)
const patchy = fc.record(Object.fromEntries(UNSUR.map(name => [name, score])) as Record<Unsur, typeof score>, {
  requiredKeys: [],
})
/** At least one full form, so that every unsur has data; the rest as patchy as people are. */
const survey = fc
  .tuple(whole, fc.array(patchy, { maxLength: 40 }))
  .map(([first, rest]): SkmAnswers[] => [first, ...rest])

const everyone = (value: Score): SkmAnswers => Object.fromEntries(UNSUR.map(name => [name, value]))

describe('published results', () => {
  const judged = cases.filter(one => one.ikm_canonical_1_9 !== undefined)

  it('has the five cases with a canonical value', () => {
    expect(judged.map(one => one.id)).toEqual([
      'GASPUL-TW3',
      'TUBABA-2023S1',
      'SUMBAR-DPMPTSP-S1',
      'SITE2025-TW1',
      'PULPIS-2018',
    ])
  })

  it.each(judged)('prints the canonical IKM and letter of $id from its NRR [S10 S11]', one => {
    const result = ikmFromNrr(one.unsur)
    expect(result.ikm).toBe(one.ikm_canonical_1_9)
    expect(result.mutu).toBe(one.mutu_canonical)
  })

  it.each(cases.filter(one => one.unsur_sums !== undefined))('prints the canonical IKM of $id from its sums', one => {
    const unsur = Object.fromEntries(UNSUR.map((name, i) => [name, { n: one.n!, sum: one.unsur_sums![i]! }]))
    const result = ikmFromTally({ n: one.n!, unsur })
    expect(result.ikm).toBe(one.ikm_canonical_1_9)
    expect(result.mutu).toBe(one.mutu_canonical)
    expect(result.n).toBe(one.n)
  })

  const reproduced = judged.flatMap(one =>
    (one.reproduced_by ?? [])
      .filter(name => KNOWN[name] !== undefined)
      .map(name => ({ id: one.id, one, method: KNOWN[name]! })),
  )
  it.each(reproduced)('prints the published value of $id with $method', ({ one, method }) => {
    expect(ikmFromNrr(one.unsur, method).ikm).toBe(one.ikm_published)
  })

  it('prints what an agency gets that rounds every weighted term', () => {
    const one = published('PULPIS-2018')
    expect(ikmFromNrr(one.unsur, 'term-rounded')).toEqual({ ikm: one.ikm_published, mutu: 'B', kinerja: 'Baik' })
  })

  it('prints what a village gets that rounds the index before multiplying', () => {
    const nrrs = UNSUR.map(() => 3.152)
    expect(ikmFromNrr(nrrs, 'index-rounded').ikm).toBe(published('RATUSIMA').ikm_published)
    expect(ikmFromNrr(nrrs).ikm).toBe(78.8)
  })

  it('does not imitate a printed value that no selectable method gives', () => {
    const one = published('SUMBAR-DPMPTSP-S1')
    expect(METHODS.map(method => ikmFromNrr(one.unsur, method).ikm)).toEqual([82.7, 81.88, 82.62, 82.69])
  })
})

describe('the bands', () => {
  it.each([
    [100, 'A'],
    [88.31, 'A'],
    [88.3, 'B'],
    [76.61, 'B'],
    [76.6, 'C'],
    [65, 'C'],
    [64.99, 'D'],
    [25, 'D'],
  ] as const)('give %d the letter %s', (ikm, mutu) => {
    expect(mutuOf(ikm)).toBe(mutu)
  })

  it.each([
    [76.605, 76.61, 'B'],
    [76.6049, 76.6, 'C'],
    [64.995, 65, 'C'],
    [64.9949, 64.99, 'D'],
    [88.305, 88.31, 'A'],
    [88.3049, 88.3, 'B'],
  ] as const)('judge %d by its rounded value %d', (raw, ikm, mutu) => {
    const nrrs = UNSUR.map(() => Number((raw / 25).toFixed(6)))
    expect(ikmFromNrr(nrrs)).toEqual({ ikm, mutu, kinerja: KINERJA[mutu][0] })
  })

  it('judge each unsur by the same letters [S11]', () => {
    const asked = ['waktu'] as const
    const mutu = (sum: number, n: number) =>
      ikmFromTally({ n, unsur: { waktu: { n, sum } } }, 'exact', asked).unsur.waktu!.mutu
    expect([
      mutu(26, 10),
      mutu(2599, 1000),
      mutu(30644, 10000),
      mutu(3064, 1000),
      mutu(353, 100),
      mutu(354, 100),
    ]).toEqual(['C', 'D', 'B', 'C', 'B', 'A'])
  })
})

describe('an IKM from answers', () => {
  it('gives every unsur its count, sum, NRR and weighted NRR', () => {
    const result = computeIkm([everyone(4), { ...everyone(3), waktu: 1 }])
    expect(result.unsur.waktu).toEqual({ n: 2, sum: 5, nrr: 2.5, weighted: 5 / 18, mutu: 'D' })
    expect(result).toMatchObject({ ikm: 84.72, mutu: 'B', kinerja: 'Baik', n: 2, method: 'exact', incomplete: [] })
  })

  it('leaves a missing answer out of the mean instead of counting it as nothing [S9]', () => {
    const { sarana: _, ...withoutSarana } = everyone(2) as Record<Unsur, Score>
    const result = computeIkm([everyone(4), withoutSarana])
    expect(result.unsur.sarana).toMatchObject({ n: 1, sum: 4, nrr: 4 })
    expect(result.ikm).toBe(77.78)
  })

  it('invents no IKM when an unsur was asked and nobody answered, and says which [S9]', () => {
    const result = computeIkm([{ waktu: 4, biaya: 4 }])
    expect(result).toMatchObject({ ikm: undefined, mutu: undefined, kinerja: undefined, n: 1 })
    expect(result.incomplete).toEqual(UNSUR.filter(name => name !== 'waktu' && name !== 'biaya'))
    expect(result.unsur.sarana).toEqual({ n: 0, sum: 0, nrr: undefined, weighted: undefined, mutu: undefined })
  })

  it('knows nothing of an office without answers', () => {
    expect(computeIkm([])).toMatchObject({ ikm: undefined, n: 0, incomplete: UNSUR })
  })

  it('weighs the remaining unsur equally for an office that does not ask one, whatever decimal it chose', () => {
    const asked = UNSUR.filter(name => name !== 'biaya')
    const { biaya: _, ...answers } = everyone(4) as Record<Unsur, Score>
    expect(computeIkm([answers], '0.11', asked)).toMatchObject({ ikm: 100, method: 'exact', incomplete: [] })
    expect(audit([answers], asked).map(line => line.method)).toEqual(['exact', 'index-rounded'])
  })

  it('reaches 99.00 at most with the weight 0.11', () => {
    expect(METHODS.map(method => computeIkm([everyone(4)], method).ikm)).toEqual([100, 99, 99.9, 99.99])
  })

  it('shows in the audit that the weight alone can change the letter [S12]', () => {
    const unsur = Object.fromEntries(UNSUR.map(name => [name, { n: 100, sum: 354 }]))
    expect(auditTally({ n: 100, unsur }).map(({ ikm, mutu }) => `${ikm} ${mutu}`)).toEqual([
      '88.5 A',
      '87.62 B',
      '88.41 A',
      '88.49 A',
      '87.75 B',
      '88.5 A',
    ])
  })

  it('does not mind the order in which people answered or the form asks', () => {
    fc.assert(
      fc.property(survey, fc.infiniteStream(fc.nat()), (answers, keys) => {
        const shuffled = answers.map(one => [keys.next().value as number, one] as const).sort((a, b) => a[0] - b[0])
        const mixed = computeIkm(
          shuffled.map(([, one]) => one),
          'exact',
          ANNEX_ORDER,
        )
        expect(mixed).toEqual(computeIkm(answers))
      }),
    )
  })

  it('stays between 25 and 100', () => {
    fc.assert(
      fc.property(survey, answers => {
        const { ikm } = computeIkm(answers)
        expect(ikm).toBeGreaterThanOrEqual(25)
        expect(ikm).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('does not change when somebody hands in an empty form', () => {
    fc.assert(
      fc.property(survey, fc.constantFrom(...METHODS), (answers, method) => {
        expect(computeIkm([...answers, {}], method)).toEqual(computeIkm(answers, method))
      }),
    )
  })

  it('equals whole-number arithmetic over one common denominator [S10]', () => {
    fc.assert(
      fc.property(survey, fc.constantFrom(...METHODS), (answers, method) => {
        expect(computeIkm(answers, method).ikm).toBe(reference(answers, method))
      }),
      { numRuns: 500 },
    )
  })
})

/** The definition once more, by long division: hundredths of IKM = 2500 · weight · Σ sum/n, half a hundredth goes up. */
function reference(answers: readonly SkmAnswers[], method: (typeof METHODS)[number]): number {
  const given = UNSUR.map(name => answers.flatMap(one => one[name] ?? []))
  const common = given.reduce((product, list) => product * BigInt(list.length), 1n)
  const total = given.reduce(
    (sum, list) => sum + (BigInt(list.reduce((a, b) => a + b, 0)) * common) / BigInt(list.length),
    0n,
  )
  const [top, bottom] = { exact: [1n, 9n], '0.11': [11n, 100n], '0.111': [111n, 1000n], '0.1111': [1111n, 10000n] }[
    method
  ] as [bigint, bigint]
  const dividend = 2500n * total * top
  const divisor = common * bottom
  const floor = dividend / divisor
  return Number(2n * (dividend % divisor) >= divisor ? floor + 1n : floor) / 100
}
