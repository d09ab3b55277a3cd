import { describe, expect, it } from 'vitest'
import { createEstimateBook } from '../../server/services/queue/estimates.ts'
import { seeded } from '../../shared/kit/random.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { ticketAt, type QueueDay, type Range } from '../../shared/queue/day.ts'
import { lastHour } from '../../shared/queue/estimate/estimate-arrivals.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { SOON_MS } from '../../shared/queue/range-steps.ts'
import { aPlan, openHall, OPENING, type Hall } from '../helpers/days.ts'
import { histories } from '../helpers/histories.ts'
import { fc } from '../helpers/property.ts'

const look = (day: QueueDay, now: number) => estimate(day, now, seeded(1))

function hallWith(waiting: number, seats: Readonly<Record<string, string>>): Hall {
  const hall = openHall(seats)
  for (let i = 0; i < waiting; i++) hall.take('ktp')
  return hall
}

describe('the range that is shown', () => {
  it('is "soon" when nobody waits and a counter is free [E1]', () => {
    const hall = openHall({ 1: 'sari' })
    const { from, to } = look(hall.day, hall.now).services['ktp']!
    expect(from).toBe(hall.now)
    expect(to - hall.now).toBe(SOON_MS)
  })

  it('is later the more wait, and earlier the more counters are open', () => {
    const middle = (waiting: number, seats: Readonly<Record<string, string>>) => {
      const hall = hallWith(waiting, seats)
      const { from, to } = look(hall.day, hall.now).services['ktp']!
      return (from + to) / 2
    }
    const one = [0, 2, 5, 10, 20].map(n => middle(n, { 1: 'sari' }))
    expect(one).toEqual([...one].sort((a, b) => a - b))
    expect(new Set(one).size).toBe(5)
    expect(middle(10, { 1: 'sari', 3: 'budi' })).toBeLessThan(middle(10, { 1: 'sari' }))
  })

  it('rises along the line', () => {
    const hall = hallWith(8, { 1: 'sari' })
    const { tickets } = look(hall.day, hall.now)
    const ends = Array.from({ length: 8 }, (_, no) => tickets[no]!.to)
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
    expect(ends[7]! - ends[0]!).toBeGreaterThan(20 * MINUTE)
  })

  it('of somebody with priority is earlier than of those who took their number shortly before', () => {
    const hall = hallWith(6, { 1: 'sari' })
    hall.wait(1)
    const no = hall.take('ktp', true)
    const { tickets } = look(hall.day, hall.now)
    expect(tickets[no]!.to).toBeLessThan(tickets[5]!.to)
  })

  it('is kept apart for those who arrive with priority and those without', () => {
    const hall = hallWith(8, { 1: 'sari' })
    hall.wait(5)
    const book = createEstimateBook(
      () => hall.now,
      seeded(1),
      async () => {},
    )
    const [without, priority] = [false, true].map(p => book.of(hall.day, p).services['ktp']!)
    expect(priority!.to).toBeLessThan(without!.from)
  })

  it('is the last one at hand for a press while a newer one is played, once for all who ask', async () => {
    const hall = hallWith(8, { 1: 'sari' })
    let calm = () => {}
    const untilCalm = new Promise<void>(resolve => (calm = resolve))
    const random = seeded(1)
    let drawn = 0
    const book = createEstimateBook(
      () => hall.now,
      () => (drawn++, random()),
      () => untilCalm,
    )
    const last = book.of(hall.day)
    const once = drawn
    hall.wait(1.5 / 60)
    const no = hall.take('ktp')
    expect([book.of(hall.day), book.of(hall.day), drawn]).toEqual([last, last, once])
    const fresh = book.fresh(hall.day)
    calm()
    expect((await fresh).tickets[no]).toBeDefined()
    expect(book.of(hall.day)).toBe(await fresh)
    expect(drawn).toBeLessThan(2.5 * once)
  })

  it('is played at once when the last one is too old to be told', () => {
    const hall = hallWith(8, { 1: 'sari' })
    const book = createEstimateBook(
      () => hall.now,
      seeded(1),
      () => new Promise(() => {}),
    )
    book.of(hall.day)
    hall.wait(3 / 60)
    const no = hall.take('ktp')
    expect(book.of(hall.day).tickets[no]).toBeDefined()
  })

  it('for somebody who arrives with priority is that of the place they will get', () => {
    const hall = hallWith(6, { 1: 'sari' })
    hall.wait(1)
    const credit = hall.day.plan!.priorityCreditMs
    const without = look(hall.day, hall.now).services['ktp']!
    const priority = estimate(hall.day, hall.now, seeded(1), credit).services['ktp']!
    expect(priority.to).toBeLessThan(without.from)
  })

  it('of a service nobody has had yet follows how fast the other services are today', () => {
    const after = (minutes: number) => {
      const hall = openHall({ 1: 'sari', 2: 'budi' })
      for (let i = 0; i < 8; i++) hall.take('ktp')
      for (let i = 0; i < 6; i++) {
        hall.next('sari', '1')
        hall.wait(minutes)
        hall.staff('sari', { verb: 'finish', counterId: '1' })
      }
      for (let i = 0; i < 5; i++) hall.take('kk')
      return look(hall.day, hall.now).services['kk']!.to - hall.now
    }
    expect(after(3)).toBeLessThan(after(18))
  })

  it('is nothing when no counter is open, or none that serves it, or the service gives no numbers [E3]', () => {
    expect(look(openHall().day, OPENING).services).toEqual({ ktp: null, kk: null })
    const shared = hallWith(3, { 1: 'sari' })
    shared.take('kk')
    const { services, tickets } = look(shared.day, OPENING)
    expect([services['ktp'] === null, services['kk']]).toEqual([false, null])
    expect(Object.keys(tickets)).toEqual(['0', '1', '2'])
    const closed = aPlan({ services: aPlan().services.map(s => ({ ...s, open: s.id === 'kk' })) })
    expect(look(openHall({ 3: 'sari' }, closed).day, OPENING).services['ktp']).toBeNull()
  })

  it('reckons with the end of a break and with the visit at the counter [E4]', () => {
    const resting = openHall({ 1: 'sari' })
    resting.staff('sari', { verb: 'takeBreak', counterId: '1', minutes: 30 })
    expect(look(resting.day, OPENING).services['ktp']!.from).toBeGreaterThanOrEqual(OPENING + 30 * MINUTE)
    const busy = hallWith(1, { 1: 'sari' })
    busy.next('sari', '1')
    expect(look(busy.day, OPENING).services['ktp']!.to).toBeGreaterThan(OPENING + 5 * MINUTE)
  })

  it('calls nobody in a published break still to come [E4]', () => {
    const breaks = [{ from: OPENING + 10 * MINUTE, to: OPENING + 70 * MINUTE }]
    const hall = openHall({ 1: 'sari' }, aPlan({ doors: { from: OPENING, to: OPENING + 7 * HOUR, breaks } }))
    for (let i = 0; i < 12; i++) hall.take('ktp')
    const { tickets } = look(hall.day, hall.now)
    const last: Range = tickets[11]!
    expect(last.from).toBeGreaterThanOrEqual(breaks[0]!.to)
    expect(tickets[0]!.to).toBeLessThanOrEqual(breaks[0]!.from)
  })

  it('lets an officer rest after the visit that ran into the break, and reckons with one who works through it [E4]', () => {
    const breaks = [{ from: OPENING + 10 * MINUTE, to: OPENING + 70 * MINUTE }]
    const calledAt = (minutes: number, endsAt?: number) => {
      const hall = openHall({ 1: 'sari' }, aPlan({ doors: { from: OPENING, to: OPENING + 7 * HOUR, breaks } }))
      hall.wait(minutes)
      hall.take('ktp')
      hall.next('sari', '1')
      if (endsAt !== undefined) {
        hall.wait(endsAt - minutes)
        hall.staff('sari', { verb: 'finish', counterId: '1' })
      }
      hall.wait(12 - (endsAt ?? minutes))
      return look(hall.day, hall.now).services['ktp']!
    }
    expect(calledAt(8).from).toBeGreaterThanOrEqual(breaks[0]!.to)
    expect(calledAt(11).to).toBeLessThan(breaks[0]!.to)
    // The same once that visit is over: nobody is told "soon" while its officer gets up.
    expect(calledAt(8, 11).from).toBeGreaterThanOrEqual(breaks[0]!.to)
    expect(calledAt(10, 11).to).toBeLessThan(breaks[0]!.to)
    expect(calledAt(8, 9).to).toBeLessThan(breaks[0]!.to)
    const back = openHall({ 1: 'sari' }, aPlan({ doors: { from: OPENING, to: OPENING + 7 * HOUR, breaks } }))
    back.take('ktp')
    back.next('sari', '1')
    back.wait(11)
    back.staff('sari', { verb: 'finish', counterId: '1' })
    back.staff('sari', { verb: 'takeBreak', counterId: '1', minutes: 5 })
    back.wait(5)
    back.staff('sari', { verb: 'openCounter', counterId: '1' })
    expect(look(back.day, back.now).services['ktp']!.to).toBeLessThan(breaks[0]!.to)
  })

  it('learns the pace of the office [E1]', () => {
    const slow = openHall({ 1: 'sari' })
    const quick = openHall({ 1: 'sari' })
    for (const [hall, minutes] of [
      [slow, 15],
      [quick, 2],
    ] as const) {
      for (let i = 0; i < 20; i++) {
        hall.take('ktp')
        hall.next('sari', '1')
        hall.wait(minutes)
        hall.staff('sari', { verb: 'finish', counterId: '1' })
      }
      for (let i = 0; i < 4; i++) hall.take('ktp')
    }
    const wait = (hall: Hall) => look(hall.day, hall.now).services['ktp']!.from - hall.now
    expect(wait(slow)).toBeGreaterThanOrEqual(50 * MINUTE)
    expect(wait(quick)).toBeLessThanOrEqual(10 * MINUTE)
  })

  it('goes on for those who wait for a service struck from the plan', () => {
    const hall = hallWith(3, { 1: 'sari' })
    hall.ask('system', { verb: 'planDay', plan: aPlan({ services: aPlan().services.slice(1) }) })
    const { services, tickets } = look(hall.day, hall.now)
    expect(Object.keys(tickets)).toEqual(['0', '1', '2'])
    expect(services).toEqual({ kk: null })
  })

  it('is the same for the same seed, in whole minutes, and never ends before it begins or before now [E1]', () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ day, moments }, seed) => {
        const { now } = moments.at(-1)!
        const shown = estimate(day, now, seeded(seed))
        expect(estimate(day, now, seeded(seed))).toEqual(shown)
        const ranges = [...Object.values(shown.services), ...Object.values(shown.tickets)].filter(r => r !== null)
        for (const { from, to } of ranges)
          if (from > to || to < now || from % MINUTE !== 0 || to % MINUTE !== 0) expect.fail(`${from} to ${to}`)
        for (const no of Object.keys(shown.tickets))
          expect(['waiting', 'booked']).toContain(ticketAt(day, Number(no))!.state)
      }),
      { numRuns: 100 },
    )
  })
})

describe('how many come again [E4]', () => {
  it('is counted by the calls of the last hour, where people wait for longer than that', () => {
    const hall = openHall({ 1: 'sari' }, aPlan({ counters: [{ id: '1', services: ['ktp', 'kk'] }] }))
    for (let i = 0; i < 60; i++) hall.take('ktp')
    hall.wait(90)
    // One in three is sent on.
    for (let i = 0; i < 30; i++) {
      hall.next('sari', '1')
      hall.staff('sari', { verb: 'start', counterId: '1' })
      const sentOn = hall.at('1')!.joined !== 'transferred' && i % 3 === 0
      hall.staff(
        'sari',
        sentOn ? { verb: 'transfer', counterId: '1', serviceId: 'kk' } : { verb: 'finish', counterId: '1' },
      )
    }
    expect(lastHour(hall.day, hall.now).again).toBeGreaterThan(0.15)
    hall.wait(90)
    expect(lastHour(hall.day, hall.now).again).toBe(0)
  })
})
