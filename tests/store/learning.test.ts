import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLearning } from '../../server/services/queue/learning.ts'
import { trackerOn } from '../../server/store/ranges/trackers.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { UNLEARNED } from '../../shared/queue/estimate/learned.ts'
import { drawnBack, learn, UNTAUGHT } from '../../shared/queue/estimate/tracker.ts'
import { DATE, OFFICE, openHall } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

/** Somebody was told ten minutes and called after twenty. */
function late() {
  const hall = openHall({ 1: 'sari' })
  const promised = { from: hall.now + 8 * MINUTE, to: hall.now + 12 * MINUTE }
  hall.ask('device:kiosk', { verb: 'takeTicket', serviceId: 'ktp', priority: false, ticketId: 't', promised })
  hall.wait(20)
  hall.next('sari', '1')
  return hall
}

overDialects('what ranges learn', store => {
  const errors: unknown[] = []
  const begin = () => createLearning(store.db, error => void errors.push(error))
  beforeEach(() => void (errors.length = 0))
  afterEach(() => expect(errors).toEqual([]))

  it('is kept with the position of its follower, and known again after a restart [E6]', async () => {
    const { day, events } = late()
    const rows = await begin().follower.follow(OFFICE, DATE, events, day)
    // Nothing is learned before it is written: the same events may come again.
    expect(await trackerOn(store.db, OFFICE, DATE)).toEqual(UNTAUGHT)
    await store.db.atomic(rows)
    const taught = await trackerOn(store.db, OFFICE, DATE)
    expect(taught[1]!.high).toBeGreaterThan(UNTAUGHT[1]!.high)
    const promise = day.tickets[0]![0]!
    expect(taught).toEqual(
      learn(UNTAUGHT, { toldAt: promise.takenAt, range: promise.promised!, calledAt: promise.calledAt! }),
    )
    const again = begin()
    expect(again.of(day)).toBe(UNLEARNED)
    await expect.poll(() => again.of(day).tracker).toEqual(taught)
    expect(await trackerOn(store.db, OFFICE, '2026-12-31')).toEqual(drawnBack(taught))
  })

  it('is nothing where nobody was called for the first time', async () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    expect(await begin().follower.follow(OFFICE, DATE, hall.events, hall.day)).toEqual([])
  })
})
