import { describe, expect, it } from 'vitest'
import { MOST_IN_A_RUSH, isRush, recent } from '../../kiosk/parts/rush.ts'

const SECOND = 1_000
/** Takes a number every so often for a while, as far as the kiosk gives one; the times of those that it gave. */
function taking(everyMs: number, tries: number): readonly number[] {
  let taken: readonly number[] = []
  for (let i = 0; i < tries; i++) {
    const now = i * everyMs
    if (!isRush(taken, now)) taken = [...taken, now]
  }
  return taken
}

describe('a kiosk at which one finger takes number after number', () => {
  it('gives six within a minute and then rests, so that twenty touches in sixteen seconds are six people [B26]', () => {
    expect(taking(800, 20).length).toBe(MOST_IN_A_RUSH)
  })

  it('lets a family of six pass without a pause, and a hall that takes a number every ten seconds [B26]', () => {
    expect(taking(4 * SECOND, 6).length).toBe(6)
    expect(taking(10 * SECOND, 30).length).toBe(30)
  })

  it('gives the next one a minute after the first of the rush, and forgets what is older [B26]', () => {
    const six = taking(800, 6)
    expect(isRush(six, 59_999)).toBe(true)
    expect(isRush(six, 60_000)).toBe(false)
    expect(recent(six, 60_000)).toEqual(six.slice(1))
  })
})
