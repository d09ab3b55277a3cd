import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startFollowers } from '../../server/services/queue/followers.ts'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { aPlan, DATE, OFFICE, OPENING } from '../helpers/days.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

it('followers that the database left alone come again after 1 s, 2 s, 4 s, and after 1 s once they have followed [J11]', async () => {
  const db = await openSqlite(':memory:')
  const calendar = { today: () => DATE, planOf: () => aPlan() }
  const days = createQueueDays({ journal: db.journal, calendar, now: () => OPENING, newId: () => 'plan' })
  let away = true
  let tries = 0
  const follower = {
    name: 'a',
    follow: async () => {
      tries++
      if (away) throw new AppError('UNAVAILABLE')
      return []
    },
  }
  const offices = { all: () => [{ id: OFFICE }], today: () => DATE }
  const around = { db, offices, days, followers: [follower], now: () => OPENING, failed: () => {} }
  const following = await startFollowers(around)
  /** How often it was tried right before and right after so many milliseconds. */
  async function triedAfter(ms: number) {
    vi.advanceTimersByTime(ms - 1)
    await following.settled()
    const before = tries
    vi.advanceTimersByTime(1)
    await following.settled()
    return [before, tries]
  }
  const open = (counterId: string) =>
    days.execute(OFFICE, { id: `open-${counterId}`, by: `staff:${counterId}`, verb: 'openCounter', counterId })

  await open('1')
  await following.settled()
  expect(tries).toBe(1)
  expect(await triedAfter(1_000)).toEqual([1, 2])
  expect(await triedAfter(2_000)).toEqual([2, 3])
  away = false
  expect(await triedAfter(4_000)).toEqual([3, 4])
  away = true
  await open('2')
  await following.settled()
  expect(await triedAfter(1_000)).toEqual([5, 6])
  await following.stop()
  await db.close()
})
