import { describe, expect, it } from 'vitest'
import { BUILT_IN, BUILT_IN_IDS } from '../../shared/survey/instrument/built-in.ts'
import { linesOf, tooLong } from '../../shared/survey/instrument/wording.ts'
import { fc } from '../helpers/property.ts'

describe('the wording of a question on a phone', () => {
  it('takes five lines at most in every official question, and two in its answers [S82]', () => {
    for (const id of BUILT_IN_IDS) expect(tooLong(BUILT_IN[id])).toEqual([])
  })

  it('is named by question, answer, language and lines where it is too long [S82]', () => {
    const [first, ...rest] = BUILT_IN.pulse.questions
    const long =
      'Bagaimana pendapat Saudara tentang pelayanan pengangkutan sampah di lingkungan tempat tinggal '.repeat(3)
    const answers = first!.answers.map((words, i) =>
      i === 3 ? ([words[0], `${words[1]} `.repeat(6)] as const) : words,
    )
    const said = tooLong({ ...BUILT_IN.pulse, questions: [{ ...first!, wording: [long, 'Short?'], answers }, ...rest] })
    expect(said.map(({ lines, ...where }) => [where, lines > 2])).toEqual([
      [{ question: 0, lang: 'id' }, true],
      [{ question: 0, answer: 3, lang: 'en' }, true],
    ])
  })

  it('never takes fewer lines with more words, nor any for nothing [S82]', () => {
    expect([linesOf('', 'question'), linesOf('  ', 'answer'), linesOf('Ya', 'answer')]).toEqual([0, 0, 1])
    expect(linesOf('m'.repeat(100), 'answer')).toBe(6)
    const words = fc.array(fc.stringMatching(/^[a-zA-Z.,-]{1,30}$/), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, fc.constantFrom('question', 'answer'), (all, kind) => {
        const lines = linesOf(all.join(' '), kind)
        expect(lines).toBeGreaterThanOrEqual(linesOf(all.slice(1).join(' '), kind))
        expect(linesOf(all.join('   '), kind)).toBe(lines)
      }),
    )
  })
})
