import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import {
  allowedWait,
  channelOf,
  hourBandOf,
  notCausedBy,
  waitBandOf,
  type Call,
} from '../../shared/officer/score/cells.ts'

const call = (who: string, at: number, service = 'ktp'): Call => ({ who, service, at })
const NOON = 12 * HOUR

describe('the circumstances of a rating', () => {
  it('are the way of coming, and unknown where it was not kept [O50]', () => {
    expect([true, false, undefined].map(channelOf)).toEqual(['daring', 'datang', 'unknown'])
  })

  it('are the part of the day by the clock of the office [O50]', () => {
    const at = Date.UTC(2026, 5, 9, 3, 59)
    expect([at, at + MINUTE].map(t => hourBandOf(t, 'WIB'))).toEqual(['pagi', 'siang'])
    expect(hourBandOf(at, 'WITA')).toBe('siang')
    expect([Date.UTC(2026, 5, 9, 4, 59), Date.UTC(2026, 5, 9, 5)].map(t => hourBandOf(t, 'WIT'))).toEqual([
      'siang',
      'sore',
    ])
    expect(hourBandOf(undefined, 'WIT')).toBe('unknown')
  })

  it('are the wait in three bands, 15 minutes belonging to the middle and 30 to the last [O50]', () => {
    const waits = [0, 15 * MINUTE - 1, 15 * MINUTE, 30 * MINUTE - 1, 30 * MINUTE, undefined]
    expect(waits.map(waitBandOf)).toEqual(['0-15', '0-15', '15-30', '15-30', '>30', 'unknown'])
  })

  it('allow for a wait only where the officer made fewer than half of the calls of the hour before [O50]', () => {
    const mine = call('a', NOON)
    const before = (who: string, minutes: number) => call(who, NOON - minutes * MINUTE)
    expect(notCausedBy(mine, [before('b', 5), before('c', 10), before('a', 20)])).toBe(true)
    expect(notCausedBy(mine, [before('b', 5), before('a', 20)])).toBe(false)
    expect(notCausedBy(mine, [before('b', 5), before('b', 10)])).toBe(false)
    expect(notCausedBy(mine, [before('b', 5), before('c', 61), before('a', 20)])).toBe(false)
    expect(notCausedBy(mine, [before('b', 5), call('c', NOON - MINUTE, 'kk')])).toBe(false)
    expect(notCausedBy(mine, [])).toBe(false)
    const calls = [before('b', 60), before('c', 10), mine]
    expect(allowedWait(mine, calls, 40 * MINUTE)).toBe('>30')
    expect(allowedWait(mine, [mine], 40 * MINUTE)).toBe('0-15')
    expect(allowedWait(mine, calls, undefined)).toBe('unknown')
  })
})
