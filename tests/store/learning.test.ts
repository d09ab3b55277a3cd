import { afterEach, beforeEach, expect, it } from 'vitest'
import { createClocks } from '../../server/services/proof/clocks.ts'
import { createLearning } from '../../server/services/queue/learning.ts'
import { setMeta } from '../../server/store/open/meta.ts'
import { trackerOn } from '../../server/store/ranges/trackers.ts'
import { addDays, MINUTE } from '../../shared/kit/time.ts'
import { UNLEARNED } from '../../shared/queue/estimate/learned.ts'
import { drawnBack, learn, UNTAUGHT } from '../../shared/queue/estimate/tracker.ts'
import { DATE, OFFICE, openHall } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'
import { surveyed } from '../helpers/surveyed.ts'

const NEXT = addDays(DATE, 1)

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

  it('leaves out what a visit lasted whose clock is marked as wrong [O169]', async () => {
    const day = { office: 'samarinda', date: NEXT }
    const learned = async () => {
      const learning = begin()
      await expect.poll(() => learning.of(day)).not.toBe(UNLEARNED)
      return learning.of(day)
    }
    const nothing = await learned()
    await surveyed(store.db).visits(30, 'p1', '1', DATE)
    expect(await learned()).not.toEqual(nothing)
    const clocks = createClocks({ db: store.db, offices: { today: () => DATE }, now: () => 7 })
    for (const { seq } of (await clocks.own({ id: 'p1', officeId: 'samarinda' }, DATE)).visits)
      await clocks.mark({ id: 'p1', officeId: 'samarinda' }, { date: DATE, seq }, 'lateFinish', `k${seq}`)
    expect(await learned()).toEqual(nothing)
  })

  it('is learned once of a ticket that an officer calls and takes back over and over [E6]', async () => {
    const hall = late()
    const { follower } = begin()
    let done = 0
    const follow = async () => {
      const events = hall.events.slice(done)
      done = hall.events.length
      await store.db.atomic(await follower.follow(OFFICE, DATE, events, hall.day))
      return trackerOn(store.db, OFFICE, DATE)
    }
    const once = await follow()
    for (let i = 0; i < 5; i++) {
      hall.staff('sari', { verb: 'undo', counterId: '1' })
      hall.next('sari', '1')
      expect(await follow()).toEqual(once)
    }
  })

  it('loses no lesson of two days that are followed at once, whichever is written first [E6]', async () => {
    const { events, day } = late()
    const { follower } = begin()
    const rowsOf = (office: string) => (date: string) => follower.follow(office, date, events, day)
    for (const date of [DATE, NEXT]) await store.db.atomic(await rowsOf('apart')(date))
    for (const office of ['older', 'newer']) {
      const rows = await Promise.all([DATE, NEXT].map(rowsOf(office)))
      for (const one of office === 'older' ? rows : rows.reverse()) await store.db.atomic(one)
    }
    const known = async (office: string) =>
      (await trackerOn(store.db, office, NEXT)).flatMap(({ low, high }) => [low, high])
    const apart = (await known('apart')).map(reach => expect.closeTo(reach, 9))
    expect(await known('older')).toEqual(apart)
    expect(await known('newer')).toEqual(apart)
    const alone = await trackerOn(store.db, 'older', DATE)
    expect(drawnBack(alone)).not.toEqual(await trackerOn(store.db, 'older', NEXT))
  })

  it('goes on from what was learned before each day had a row of its own [E6]', async () => {
    const tracker = UNTAUGHT.map(({ low, high }) => ({ low: low + 1, high: high + 1 }))
    await setMeta(store.db, `ranges/${OFFICE}`, JSON.stringify({ date: '2026-06-01', tracker }))
    expect(await trackerOn(store.db, OFFICE, DATE)).toEqual(drawnBack(tracker))
  })

  it('goes on from what was learned before anything was of the lines of later steps [E6]', async () => {
    const tracker = UNTAUGHT.slice(0, 4).map(({ low, high }) => ({ low: low + 1, high: high + 1 }))
    const by = tracker.map(() => ({ low: 0.5, high: 0.5 }))
    await setMeta(store.db, `ranges/${OFFICE}`, JSON.stringify({ date: '2026-06-01', tracker }))
    await setMeta(store.db, `ranges/${OFFICE}/${DATE}`, JSON.stringify({ date: DATE, moved: by }))
    const [first, later] = [
      (await trackerOn(store.db, OFFICE, DATE))[0]!,
      (await trackerOn(store.db, OFFICE, DATE)).slice(4),
    ]
    expect(first.high).toBeCloseTo(drawnBack([...tracker, ...UNTAUGHT.slice(4)])[0]!.high + 0.5, 9)
    expect(later).toEqual(UNTAUGHT.slice(4))
  })

  it('is nothing where nobody was called for the first time', async () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    expect(await begin().follower.follow(OFFICE, DATE, hall.events, hall.day)).toEqual([])
  })
})
