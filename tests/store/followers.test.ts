import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { outageMarks } from '../../server/services/queue/closures.ts'
import { startFollowers, type Follower, type Followers } from '../../server/services/queue/followers.ts'
import { pauseOf } from '../../server/services/queue/set-aside.ts'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { followedFrom } from '../../server/store/followers.ts'
import { followerTables } from '../../server/store/schema/follower-tables.ts'
import { outagesBetween } from '../../server/store/outages.ts'
import { asideFrom } from '../../server/store/set-aside.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import type { Request } from '../../shared/queue/command.ts'
import { aPlan, DATE, OFFICE, OPENING } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

const TOMORROW = '2026-06-10'
const offices = { all: () => [{ id: OFFICE }], today: () => DATE }

/** A follower that writes down what it is given; `poison` says of which events it cannot bear. */
function notebook(name: string, poison: (date: string, event: DayEvent) => boolean = () => false) {
  const heard: string[] = []
  const follower: Follower = {
    name,
    async follow(_office, date, events, day) {
      expect(events.map(e => e.seq)).toEqual([...new Set(events.map(e => e.seq))].sort((a, b) => a - b))
      expect(events.at(-1)!.seq).toBeLessThanOrEqual(day.seq)
      if (events.some(e => poison(date, e))) throw new Error(`${name} cannot bear it`)
      heard.push(...events.map(e => `${date} ${e.seq}`))
      return []
    },
  }
  return { heard, follower }
}

overDialects('followers', store => {
  const clock = { now: OPENING, running: 0 }
  let ids = 0

  /** The program on the data at hand, from its start on. */
  async function begin(...followers: Follower[]) {
    const { db } = store
    const now = () => clock.now
    const days = createQueueDays({
      journal: db.journal,
      calendar: { today: () => DATE, planOf: () => aPlan() },
      now,
      newId: () => `plan-${ids++}`,
    })
    const failures: string[] = []
    const failed = (error: unknown, follower: string) => void failures.push(`${follower}: ${(error as Error).message}`)
    const running = () => clock.running + performance.now()
    const following = await startFollowers({ db, offices, days, followers, now, running, failed })
    const act = (request: Request, date?: string) =>
      days.execute(OFFICE, { id: `c${ids++}`, by: 'staff:sari', ...request }, date)
    const take = (date?: string) =>
      act({ verb: 'takeTicket', serviceId: 'ktp', priority: false, ticketId: `t${ids++}` }, date)
    return { following, failures, act, take, days }
  }
  const lagOf = (following: Followers, name: string) => following.lag().find(l => l.follower === name)!
  const days = (seqs: readonly number[], date = DATE) => seqs.map(seq => `${date} ${seq}`)

  it('hear every event of a day once and in order', async () => {
    const { heard, follower } = notebook('a')
    const { following, take } = await begin(follower)
    for (let i = 0; i < 3; i++) await Promise.all([take(), take()])
    await following.settled()
    expect(heard).toEqual(days([1, 2, 3, 4, 5, 6, 7]))
    await following.stop()
  })

  it('go on where they were after a start, and each from its own position', async () => {
    const first = notebook('a')
    const before = await begin(first.follower)
    await before.take()
    await before.following.settled()
    await before.following.stop()
    await store.reopen()
    const [known, fresh] = [notebook('a'), notebook('b')]
    const { following, take } = await begin(known.follower, fresh.follower)
    await following.settled()
    await take()
    await following.settled()
    expect([known.heard, fresh.heard]).toEqual([days([3]), days([1, 2, 3])])
    await following.stop()
  })

  it('that fail once are tried again, and hold up neither the next follower nor the answer [J11]', async () => {
    let broken = true
    const bad = notebook('bad', () => broken)
    const good = notebook('good')
    const { following, failures, take } = await begin(bad.follower, good.follower)
    await take()
    await following.settled()
    const once = 'bad: bad cannot bear it'
    expect([good.heard, bad.heard, failures]).toEqual([days([1, 2]), [], [once, once]])
    expect(lagOf(following, 'good')).toEqual({ follower: 'good', events: 0, seconds: 0, aside: 0 })
    clock.now += 5_000
    expect(lagOf(following, 'bad')).toEqual({ follower: 'bad', events: 2, seconds: 5, aside: 2 })
    broken = false
    await expect.poll(() => lagOf(following, 'bad').events, { timeout: 10_000 }).toBe(0)
    expect(bad.heard).toEqual(days([1, 2]))
    await following.stop()
  })

  it('that cannot bear an event of one day go on with every other day [J11]', async () => {
    const { heard, follower } = notebook('a', date => date === DATE)
    const { following, take } = await begin(follower)
    await take()
    await take(TOMORROW)
    await following.settled()
    expect(heard).toEqual(days([1, 2], TOMORROW))
    await following.stop()
  })

  it('that cannot bear one event set it aside, tell of it once, and go on with all behind it, also later [J11]', async () => {
    let broken = true
    const { heard, follower } = notebook('a', (_, e) => broken && e.seq === 2)
    const { following, failures, take } = await begin(follower)
    await Promise.all([take(), take(), take()])
    await following.settled()
    await take()
    await following.settled()
    expect(heard).toEqual(days([1, 3, 4, 5]))
    expect(failures).toEqual(['a: a cannot bear it'])
    clock.now += 7_000
    expect(lagOf(following, 'a')).toEqual({ follower: 'a', events: 1, seconds: 7, aside: 1 })
    clock.running += 1_000
    await take()
    await following.settled()
    expect(failures).toHaveLength(1)
    broken = false
    await expect
      .poll(() => lagOf(following, 'a'), { timeout: 10_000 })
      .toEqual({ follower: 'a', events: 0, seconds: 0, aside: 0 })
    expect(heard).toEqual(days([1, 3, 4, 5, 6, 2]))
    await following.stop()
  })

  it('keep the events of one ticket in their order: those behind the one set aside wait for it, and no other [J11]', async () => {
    let broken = true
    const { heard, follower } = notebook('a', (_, e) => broken && e.type === 'ticketTaken' && e.no === 0)
    const { following, take, act } = await begin(follower)
    await take()
    await take()
    await act({ verb: 'openCounter', counterId: '1' })
    await act({ verb: 'callNext', counterId: '1' })
    await act({ verb: 'recall', counterId: '1' })
    await following.settled()
    // Of the plan and five acts the first ticket stands aside, and so do its call and its recall.
    expect(heard).toEqual(days([1, 3, 4]))
    expect(lagOf(following, 'a')).toMatchObject({ events: 3, aside: 3 })
    broken = false
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(days([1, 3, 4, 2, 5, 6]))
    await following.stop()
  })

  it('know after a start what stands aside, and what waits behind it [J11]', async () => {
    const bad = notebook('a', (_, e) => e.type === 'ticketTaken' && e.no === 0)
    const before = await begin(bad.follower)
    await before.take()
    await before.act({ verb: 'openCounter', counterId: '1' })
    await before.act({ verb: 'callNext', counterId: '1' })
    await before.following.settled()
    await before.following.stop()
    await store.reopen()
    clock.now += 30_000
    const still = await begin(bad.follower)
    expect(lagOf(still.following, 'a')).toEqual({ follower: 'a', events: 2, seconds: 30, aside: 2 })
    await still.act({ verb: 'recall', counterId: '1' })
    await still.following.settled()
    expect(lagOf(still.following, 'a').aside).toBe(3)
    await still.following.stop()
    await store.reopen()
    const good = notebook('a')
    const { following } = await begin(good.follower)
    await expect.poll(() => good.heard, { timeout: 10_000 }).toEqual(days([2, 4, 5]))
    expect([lagOf(following, 'a').events, await asideFrom(store.db, OFFICE, DATE)]).toEqual([0, []])
    await following.stop()
  })

  it('tell how late they are though the clock is set back', async () => {
    const { follower } = notebook('a', () => true)
    const { following, take } = await begin(follower)
    await take()
    await following.settled()
    clock.now -= 3_600_000
    clock.running += 90_000
    expect(lagOf(following, 'a').seconds).toBeGreaterThanOrEqual(90)
    clock.now += 3_600_000
    await following.stop()
  })

  it('set nothing aside while the database is away', async () => {
    let away = true
    const { heard, follower } = notebook('a')
    const cut: Follower = {
      ...follower,
      follow: (...given) => (away ? Promise.reject(new AppError('UNAVAILABLE')) : follower.follow(...given)),
    }
    const { following, take } = await begin(cut)
    await take()
    await following.settled()
    expect(lagOf(following, 'a')).toMatchObject({ events: 2, aside: 0 })
    away = false
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(days([1, 2]))
    await following.stop()
  })

  it('are tried again after longer and longer pauses, a minute at most', () => {
    expect([0, 1, 2, 3, 10].map(pauseOf)).toEqual([1_000, 2_000, 4_000, 8_000, 60_000])
  })

  it('mark a closed service once, also when the same events come again [J10]', async () => {
    const before = await begin(outageMarks(store.db))
    const at = [clock.now, (clock.now += 60_000), (clock.now += 60_000)]
    clock.now = at[0]!
    await before.act({ verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
    clock.now = at[1]!
    await before.act({ verb: 'openService', serviceId: 'ktp' })
    clock.now = at[2]!
    await before.act({ verb: 'closeService', serviceId: 'ktp', reason: 'noOfficer' })
    await before.following.settled()
    await before.following.stop()
    const marks = async () =>
      (await outagesBetween(store.db, OFFICE, DATE, DATE)).map(m => [m.reason, m.since, m.until])
    const expected = [
      ['systemDown', at[0], at[1]],
      ['noOfficer', at[2], null],
    ]
    expect(await marks()).toEqual(expected)
    // As after a power cut: the positions of the last moments are gone.
    await store.db.kysely.deleteFrom('followers').execute()
    await store.reopen()
    const { following } = await begin(outageMarks(store.db))
    await following.settled()
    expect(await marks()).toEqual(expected)
    await following.stop()
  })

  it('never go back, though another process notes an older position', async () => {
    const { follower } = notebook('a')
    const [one, other] = [await begin(follower), await begin(follower)]
    await one.take()
    await other.following.settled()
    await one.following.stop()
    await other.following.stop()
    expect(await followedFrom(store.db, OFFICE, DATE)).toEqual([{ follower: 'a', office: OFFICE, date: DATE, seq: 2 }])
  })

  it('pass over nothing that another process wrote and this one has not read yet', async () => {
    const { heard, follower } = notebook('a')
    const own = await begin()
    await own.take()
    await (await begin()).take()
    const failed = (error: unknown) => expect.unreachable(String(error))
    const now = () => clock.now
    const following = await startFollowers({
      db: store.db,
      offices,
      days: own.days,
      followers: [follower],
      now,
      failed,
    })
    await following.settled()
    expect(heard).toEqual(days([1, 2]))
    await own.take()
    await following.settled()
    expect(heard).toEqual(days([1, 2, 3, 4]))
    await following.stop()
  })

  it('end also when their positions cannot be noted any more', async () => {
    const { heard, follower } = notebook('a')
    const own = await begin()
    const db = { ...store.db, atomic: () => Promise.reject(new Error('no database')) }
    const failures: unknown[] = []
    const failed = (error: unknown, name: string) => void failures.push(`${name}: ${(error as Error).message}`)
    const now = () => clock.now
    const following = await startFollowers({ db, offices, days: own.days, followers: [follower], now, failed })
    await own.take()
    await following.settled()
    await following.stop()
    expect([heard, failures]).toEqual([days([1, 2]), ['followers: no database']])
  })

  it('begin behind everything that an older version has followed', async () => {
    const { db } = store
    await db.kysely.insertInto('offices').values({ id: OFFICE, settings: '{}' }).execute()
    const before = await begin()
    await before.take()
    await before.take(TOMORROW)
    for (const table of ['followers', 'document_news']) await db.kysely.schema.dropTable(table).execute()
    await followerTables(db.kysely as unknown as Kysely<unknown>)
    const places = await followedFrom(store.db, OFFICE, DATE)
    expect(places.map(p => `${p.date} ${p.seq} ${p.follower}`).sort()).toEqual(
      [DATE, TOMORROW].flatMap(date => ['documents', 'notices', 'outages'].map(name => `${date} 2 ${name}`)),
    )
  })
})
