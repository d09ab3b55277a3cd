import { describe, expect, it } from 'vitest'
import { answerFlags, stretchOf, STRETCH_MS, type AnswerSource } from '../../shared/survey/suspicion.ts'

const source = (counterId: string, network: string, stretch: number, answers: number): AnswerSource => ({
  date: '2026-06-09',
  counterId,
  network,
  stretch,
  answers,
})
const nobody: ReadonlySet<string> = new Set()

describe('answers that should be looked at', () => {
  it('are five of one counter from one place within ten minutes, also over the edge of a stretch [S16]', () => {
    const burst = { kind: 'burst', counterId: '1' }
    expect(answerFlags([source('1', 'a', 7, 5)], nobody)).toEqual([{ ...burst, from: 7 * STRETCH_MS, answers: 5 }])
    const edge = [source('1', 'a', 7, 2), source('1', 'a', 8, 3)]
    expect(answerFlags(edge, nobody)).toEqual([{ ...burst, from: 7 * STRETCH_MS, answers: 5 }])
    expect(answerFlags([source('1', 'a', 7, 4)], nobody)).toEqual([])
    expect(answerFlags([source('1', 'a', 7, 2), source('1', 'a', 9, 3)], nobody)).toEqual([])
  })

  it('tell each answer of a burst once', () => {
    const long = [1, 2, 3, 4].map(stretch => source('1', 'a', stretch, 5))
    const flags = answerFlags(long, nobody)
    expect(flags.map(f => f.answers)).toEqual([10, 10])
  })

  it('are not those of a hall that shares its Wi-Fi, each counter at the pace of its visits [S16]', () => {
    const hall = ['1', '2', '3'].flatMap(counter => [source(counter, 'wifi', 7, 2), source(counter, 'wifi', 8, 2)])
    expect(answerFlags(hall, nobody)).toEqual([])
  })

  it('are five of one counter from networks of the desk, with how many there were in all [S16]', () => {
    const spread = [source('1', 'desk', 1, 2), source('1', 'desk', 50, 3), source('1', 'home', 90, 4)]
    expect(answerFlags(spread, new Set(['desk']))).toEqual([{ kind: 'desk', counterId: '1', answers: 5, of: 9 }])
    expect(answerFlags(spread.slice(1), new Set(['desk']))).toEqual([])
  })

  it('are counted by five minutes, and by no instant', () => {
    expect(stretchOf(STRETCH_MS * 3 + 1)).toBe(3)
    expect(stretchOf(STRETCH_MS * 3 - 1)).toBe(2)
  })
})
