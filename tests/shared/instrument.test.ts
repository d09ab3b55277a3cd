import { describe, expect, it } from 'vitest'
import { computeIkm, ikmFromTally, METHODS } from '../../shared/survey/ikm.ts'
import { ANNEX_ORDER, UNSUR, type Score, type Unsur } from '../../shared/survey/instruments.ts'
import { BUILT_IN, BUILT_IN_IDS, builtIn } from '../../shared/survey/instrument/built-in.ts'
import { inLang, type Instrument, type InstrumentQuestion } from '../../shared/survey/instrument/instrument.ts'
import { ceilingOf, scoreOf, type Marks } from '../../shared/survey/instrument/score.ts'
import { hasLetter, isOfficial, moved, problemsOf } from '../../shared/survey/instrument/sound.ts'
import { fc, runs } from '../helpers/property.ts'

const SKM: Instrument = BUILT_IN.skm
const nrr = { numRuns: runs(100) }
const question = (key: string, steps: number, weight: number | null = null): InstrumentQuestion => ({
  ...{ key, name: [key, key], wording: [`${key}?`, `${key}?`], weight },
  answers: Array.from({ length: steps }, (_, i) => [`${i + 1}`, `${i + 1}`] as const),
})
const weighing = (weight: number | null, ...more: readonly InstrumentQuestion[]): Instrument => ({
  ...SKM,
  questions: [...SKM.questions.map(q => ({ ...q, weight })), ...more],
})
/** Sheets of an instrument in which any mark may be missing. */
const sheets = ({ questions, steps }: Instrument) =>
  fc.array(
    fc
      .array(fc.option(fc.integer({ min: 1, max: steps }), { nil: undefined }), {
        minLength: questions.length,
        maxLength: questions.length,
      })
      .map(
        marks => Object.fromEntries(questions.flatMap(({ key }, i) => (marks[i] ? [[key, marks[i]]] : []))) as Marks,
      ),
    { minLength: 1, maxLength: 40 },
  )

describe('an instrument', () => {
  it('is the SKM in its official words, the one tap, SPKP with eight questions and SPAK with five on six steps [S80]', () => {
    const shape = BUILT_IN_IDS.map(id => [id, BUILT_IN[id].questions.length, BUILT_IN[id].steps])
    expect(shape).toEqual([
      ['skm', 9, 4],
      ['pulse', 1, 4],
      ['spkp', 8, 6],
      ['spak', 5, 6],
    ])
    for (const id of BUILT_IN_IDS) expect(problemsOf(BUILT_IN[id], id)).toEqual([])
    expect(BUILT_IN_IDS.filter(id => hasLetter(BUILT_IN[id]))).toEqual(['skm'])
    const [first, ...rest] = BUILT_IN.skm.questions
    const coffee = { ...first!, wording: ['Bagaimana kopi di kantin?', 'How is the coffee?'] as const }
    expect(hasLetter({ ...BUILT_IN.skm, questions: [coffee, ...rest] })).toBe(false)
    expect(builtIn('toString')).toBeUndefined()
  })

  it('keeps what a regulation says word by word, in any order and beside further questions [S80]', () => {
    const annex: Instrument = { ...SKM, questions: ANNEX_ORDER.map(key => SKM.questions.find(q => q.key === key)!) }
    expect(problemsOf(annex, 'skm')).toEqual([])
    expect(problemsOf(weighing(null, question('antrean', 4)), 'skm')).toEqual([])
    const reworded = SKM.questions.map((q, i) => (i === 2 ? { ...q, wording: ['Cepat?', ''] as const } : q))
    expect(problemsOf({ ...SKM, questions: reworded }, 'skm')).toEqual([{ what: 'fixed' }])
    expect(problemsOf({ ...SKM, questions: reworded }, 'milik-kantor')).toEqual([])
    expect(problemsOf({ ...SKM, questions: SKM.questions.slice(1) }, 'skm')).toEqual([{ what: 'fixed' }])
    expect(isOfficial('skm', 'waktu')).toBe(true)
    expect(isOfficial('skm', 'antrean')).toBe(false)
    expect(isOfficial('milik-kantor', 'waktu')).toBe(false)
  })

  it('is refused without a name or questions, with an answer too few, a key twice, or weights of some alone [S80]', () => {
    const own: Instrument = { name: ['Sampah', ''], steps: 6, questions: [question('jadwal', 6)] }
    expect(problemsOf(own, 'x')).toEqual([])
    expect(problemsOf({ ...own, name: [' ', 'Waste'] }, 'x')).toEqual([{ what: 'name' }])
    expect(problemsOf({ ...own, questions: [] }, 'x')).toEqual([{ what: 'none' }])
    const of = (...questions: readonly InstrumentQuestion[]) => problemsOf({ ...own, questions }, 'x')
    expect(of(question('a', 6), question('b', 5))).toEqual([{ what: 'answers', question: 1 }])
    expect(of(question('a', 6), question('a', 6))).toEqual([{ what: 'twice', question: 1 }])
    expect(of({ ...question('a', 6), wording: ['', 'a?'] })).toEqual([{ what: 'wording', question: 0 }])
    expect(of(question('a', 6, 0.5), question('b', 6))).toEqual([{ what: 'weights' }])
    expect(of(question('a', 6, 0.5), question('b', 6, 0.51))).toEqual([{ what: 'sum' }])
    expect(of(question('a', 6, 0.4), question('b', 6, 0.49))).toEqual([{ what: 'sum' }])
    expect(of(...Array.from({ length: 21 }, (_, i) => question(`q${i}`, 6)))).toEqual([{ what: 'many' }])
  })

  it('of the SKM lets the nine weigh alike and a few further ones no more than one of them, or it has no letter [S74]', () => {
    const problems = (one: Instrument) => problemsOf(one, 'skm')
    const uneven = { ...SKM, questions: SKM.questions.map((q, i) => ({ ...q, weight: i === 0 ? 0.9992 : 0.0001 })) }
    expect(problems(uneven)).toEqual([{ what: 'uneven' }])
    expect([hasLetter(uneven), hasLetter(weighing(0.1))]).toEqual([false, true])
    expect(problems(weighing(0.1, question('antrean', 4, 0.1)))).toEqual([])
    expect(problems(weighing(0.09, question('antrean', 4, 0.1), question('parkir', 4, 0.09)))).toEqual([
      { what: 'extra', question: 9 },
    ])
    expect(problems(weighing(0.11, question('antrean', 4, 0.0099)))).toEqual([{ what: 'extra', question: 9 }])
    const many = (n: number) => weighing(null, ...Array.from({ length: n }, (_, i) => question(`q${i}`, 4)))
    expect([problems(many(5)), problems(many(6))]).toEqual([[], [{ what: 'extra', question: 14 }]])
  })

  it('is read in Indonesian where an office wrote no English, and its questions move no further than the ends', () => {
    expect(inLang(['Sampah', ' '], 'en')).toBe('Sampah')
    expect(inLang(['Sampah', 'Waste'], 'en')).toBe('Waste')
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b'])
  })
})

describe('the score of an instrument', () => {
  it('of the SKM is the IKM itself, under each weight that is in use [S10] [S81]', () => {
    const weights = { exact: null, '0.11': 0.11, '0.111': 0.111, '0.1111': 0.1111 } as const
    fc.assert(
      fc.property(sheets(SKM), fc.constantFrom(...METHODS), (rows, method) => {
        const { index, mutu, questions, n, incomplete } = scoreOf(weighing(weights[method]), rows)
        const ikm = computeIkm(rows as readonly Partial<Record<Unsur, Score>>[], method)
        expect({ index, mutu, n, incomplete }).toEqual({
          ...{ index: ikm.ikm, mutu: ikm.mutu, n: ikm.n, incomplete: [...ikm.incomplete] },
        })
        expect(questions.map(q => q.mean)).toEqual(UNSUR.map(unsur => ikm.unsur[unsur]?.nrr))
      }),
      nrr,
    )
  })

  it('reaches 99.00 at most with nine times 0.11, 99.90 with 0.111, 100 with exact weights [S81]', () => {
    expect([0.11, 0.111, 0.1111, null].map(weight => ceilingOf(weighing(weight)))).toEqual([99, 99.9, 99.99, 100])
    expect(ceilingOf({ ...SKM, questions: [] })).toBe(0)
  })

  it('does not know in which order people or questions come [S81]', () => {
    for (const id of BUILT_IN_IDS) {
      const one = BUILT_IN[id]
      fc.assert(
        fc.property(sheets(one), rows => {
          const turned: Instrument = { ...one, questions: [...one.questions].reverse() }
          const there = scoreOf(one, rows)
          const back = scoreOf(turned, [...rows].reverse())
          expect({
            ...back,
            questions: [...back.questions].reverse(),
            incomplete: [...back.incomplete].reverse(),
          }).toEqual(there)
        }),
        nrr,
      )
    }
  })

  it('leaves a missing answer out of its question, and makes no index up where nobody answered one [S9] [S81]', () => {
    const rows: readonly Marks[] = [{ diskriminasi: 6, pungli: 1 }, { diskriminasi: 4 }, {}]
    const score = scoreOf(BUILT_IN.spak, rows)
    expect(score.n).toBe(2)
    expect(score.questions.map(q => [q.n, q.mean])).toEqual([
      [2, 5],
      [0, undefined],
      [0, undefined],
      [1, 1],
      [0, undefined],
    ])
    expect([score.index, score.perception, score.mutu]).toEqual([undefined, undefined, undefined])
    expect(score.incomplete).toEqual(['kecurangan', 'imbalan', 'percaloan'])
    fc.assert(
      fc.property(sheets(BUILT_IN.spkp), all => {
        expect(scoreOf(BUILT_IN.spkp, [...all, {}, {}])).toEqual(scoreOf(BUILT_IN.spkp, all))
      }),
      nrr,
    )
  })

  it('puts six steps on four as 1 + 0.6 × (x − 1), and the same share of the way gives the same index [S80]', () => {
    const all = (mark: number) => [Object.fromEntries(BUILT_IN.spkp.questions.map(q => [q.key, mark]))]
    const of = (mark: number) => scoreOf(BUILT_IN.spkp, all(mark))
    expect([1, 2, 3, 4, 5, 6].map(mark => of(mark).perception)).toEqual([1, 1.6, 2.2, 2.8, 3.4, 4])
    expect([1, 6].map(mark => of(mark).index)).toEqual([25, 100])
    expect(of(6).mutu, 'a letter is the SKM alone').toBeUndefined()
    // 1 and 6 of six are 1 and 4 of four.
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), best => {
        const six: Instrument = { name: ['x', ''], steps: 6, questions: [question('a', 6)] }
        const four: Instrument = { name: ['x', ''], steps: 4, questions: [question('a', 4)] }
        const rows = (top: number) => best.map(is => ({ a: is ? top : 1 }))
        expect(scoreOf(six, rows(6)).index).toBe(scoreOf(four, rows(4)).index)
      }),
      nrr,
    )
  })

  it('of a further unsur counts by its weight, and with alike weights as one more of ten [S81]', () => {
    const ten = weighing(0.1, question('antrean', 4, 0.1))
    const alike = weighing(null, question('antrean', 4))
    const heavy = weighing(0.09, question('antrean', 4, 0.19))
    expect([ten, alike].map(one => problemsOf(one, 'skm'))).toEqual([[], []])
    expect(problemsOf(heavy, 'kantor'), 'of an office it may be the heaviest').toEqual([])
    const row = (official: number, further: number): Marks => ({
      ...Object.fromEntries(UNSUR.map(unsur => [unsur, official])),
      antrean: further,
    })
    expect(scoreOf(ten, [row(4, 1)]).index).toBe(92.5)
    expect(scoreOf(heavy, [row(4, 1)]).index).toBe(85.75)
    fc.assert(
      fc.property(sheets(ten), rows => {
        expect(scoreOf(ten, rows)).toEqual(scoreOf(alike, rows))
        const nine = rows.map(({ antrean: _, ...rest }) => rest)
        expect(scoreOf(SKM, rows).index, 'the nine are not moved by it').toBe(scoreOf(SKM, nine).index)
      }),
      nrr,
    )
    expect(ikmFromTally({ n: 0, unsur: {} }).ikm).toBeUndefined()
  })
})
