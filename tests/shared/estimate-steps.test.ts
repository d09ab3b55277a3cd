import { describe, expect, it } from 'vitest'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { seeded } from '../../shared/kit/random.ts'
import { counterTrouble } from '../../shared/officer/counter-trouble.ts'
import { liveUnit } from '../../shared/officer/live-unit.ts'
import { EVEN } from '../../shared/queue/estimate/clock-pace.ts'
import { lastHour } from '../../shared/queue/estimate/estimate-arrivals.ts'
import { withGoing } from '../../shared/queue/estimate/estimate-paces.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { learnedOf, UNLEARNED } from '../../shared/queue/estimate/learned.ts'
import { lessonOf } from '../../shared/queue/estimate/lessons.ts'
import { play } from '../../shared/queue/estimate/futures.ts'
import { UNTAUGHT } from '../../shared/queue/estimate/tracker.ts'
import type { Waiting } from '../../shared/queue/day.ts'
import { insert } from '../../shared/queue/policy.ts'
import { standstillOf } from '../../shared/queue/standstill.ts'
import { aPlan, openHall, type Hall } from '../helpers/days.ts'
import { fc, runs } from '../helpers/property.ts'

interface Drawn {
  readonly services: readonly string[]
  readonly free: number
}

interface Visit {
  readonly parts: readonly string[]
  readonly due: number
}

const plan = () =>
  aPlan({
    services: ['akta', 'kk', 'kia'].map((id, i) => ({ id, letter: 'ABC'[i]!, typicalMs: 10 * MINUTE, open: true })),
    counters: [['akta'], ['akta', 'kk'], ['kia']].map((services, i) => ({ id: `${i + 1}`, services })),
  })
const take = (hall: Hall, serviceId: string, ...later: readonly string[]) => {
  const no = hall.day.taken
  hall.ask('device:kiosk', {
    ...{ verb: 'takeTicket', serviceId, priority: false, ticketId: `t${no}` },
    later: later.map(id => ({ serviceId: id })),
  })
  return no
}
const ranges = (hall: Hall) => estimate(hall.day, hall.now, seeded(7))
const middle = ({ from, to }: { readonly from: number; readonly to: number }) => (from + to) / 2

describe('the range of a visit of several steps', () => {
  it('told at the taking is the one that its own page tells: an hour is no "soon" [E1 E5 D44]', () => {
    const hall = openHall({ 1: 'sari', 2: 'budi' }, plan())
    for (let i = 0; i < 5; i++) {
      const before = ranges(hall).services['akta']!
      const no = take(hall, 'akta', 'kk')
      const own = ranges(hall).tickets[no]!
      expect(Math.abs(own.from - before.from)).toBeLessThanOrEqual(5 * MINUTE)
      expect(Math.abs(own.to - before.to)).toBeLessThanOrEqual(10 * MINUTE)
      for (const [officer, counterId] of [
        ['budi', '2'],
        ['sari', '1'],
      ] as const)
        if (!hall.at(counterId)) {
          hall.next(officer, counterId)
          break
        }
    }
  })

  it('takes a call in every future at the very moment at which who takes a number for it would be called [E1 D44]', () => {
    const services = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 })
    const counters = fc.array(fc.record({ services, free: fc.nat(4) }), { minLength: 1, maxLength: 5 })
    const visits = fc.array(fc.record({ parts: services, due: fc.nat(4) }), { minLength: 1, maxLength: 8 })
    const holds = (of: readonly Drawn[], drawn: readonly Visit[]) => {
      const lines = new Map<string, Waiting[]>()
      drawn.forEach(({ parts: [service, ...next], due }, no) => {
        const entry = next.length > 0 ? { no, due, next } : { no, due }
        lines.set(service!, insert(lines.get(service!) ?? [], entry) as Waiting[])
      })
      const ghosts = drawn.map(({ parts, due }, no) => ({ key: `${no}`, no, due, service: parts[0]!, at: 0 }))
      const servers = of.map((s, i) => ({ ...s, id: `${i}`, freeAt: (at: number) => at }))
      const [calls, ghostCalls] = [new Map<number, number>(), new Map<number, number>()]
      const pace = (go: readonly string[], at: number) => go.length + (at % 3)
      play(
        { servers, lines, comers: [], ghosts },
        {
          pace,
          called: (no, at) => (no < 0 ? undefined : calls.set(no, at)),
          ghostCalled: (key, at) => ghostCalls.set(Number(key), at),
        },
      )
      expect([...ghostCalls].sort()).toEqual([...calls].sort())
    }
    fc.assert(fc.property(counters, visits, holds), { numRuns: runs(500) })
  })

  it('reckons with a desk that nobody waits for yet: it takes the next step when that comes [E4 D45]', () => {
    const line = (from: number, count: number, next?: readonly string[]) =>
      Array.from({ length: count }, (_, i) => ({ no: from + i, due: from + i, ...(next ? { next } : {}) }))
    const desks = [['akta'], ['kk'], ['kk', 'kia']]
    const servers = desks.map((services, i) => ({
      id: `${i}`,
      services,
      free: i === 0 ? 1 : 0,
      freeAt: (at: number) => at,
    }))
    const lines = new Map([
      ['akta', line(0, 3, ['kk'])],
      ['kia', line(10, 4)],
    ])
    const calls = new Map<number, number>()
    const pace = ([service]: readonly string[]) => ({ akta: 10, kk: 6 })[service!] ?? 7
    const called = (no: number, at: number) => void calls.set(no, at)
    play({ servers, lines, comers: [], ghosts: [] }, { pace, called, ghostCalled: () => undefined })
    expect([10, 11, 12, 13].map(no => calls.get(no))).toEqual([0, 7, 14, 21])
  })

  it('counts a next step neither as coming again nor as somebody new: futures play it by themselves [E4 D42]', () => {
    const hall = openHall({ 2: 'budi', 3: 'tini' }, plan())
    for (let i = 0; i < 12; i++) take(hall, 'akta', 'kk', 'kia')
    for (let i = 0; i < 12; i++) {
      hall.next('budi', '2')
      hall.staff('budi', { verb: 'finish', counterId: '2' })
      hall.next('tini', '3')
      hall.staff('tini', { verb: 'finish', counterId: '3' })
    }
    const { again, walkIns } = lastHour(hall.day, hall.now)
    expect([again, [...walkIns.keys()]]).toEqual([0, ['akta']])
  })

  it('reckons with the next step of those before: they come into its line from the desk and from the line [E4 D42]', () => {
    const quiet = openHall({ 2: 'budi', 3: 'tini' }, plan())
    const busy = openHall({ 2: 'budi', 3: 'tini' }, plan())
    for (const hall of [quiet, busy]) {
      const onward = hall === busy ? ['kk', 'kia'] : ['kk']
      for (let i = 0; i < 3; i++) take(hall, 'akta', ...onward)
      hall.next('budi', '2')
      hall.wait(1)
      for (let i = 0; i < 6; i++) take(hall, 'kia')
    }
    const last = (hall: Hall) => middle(ranges(hall).tickets[8]!) - hall.now
    expect(last(busy)).toBeGreaterThan(last(quiet) + 8 * MINUTE)
  })
})

/** Three who go on from deeds to the family card, and somebody else for that, who came later. */
function goingOn() {
  const hall = openHall(
    { 1: 'sari', 2: 'budi' },
    aPlan({ ...plan(), counters: [['akta'], ['kk']].map((services, i) => ({ id: `${i + 1}`, services })) }),
  )
  for (let i = 0; i < 3; i++) {
    take(hall, 'akta', 'kk')
    hall.wait(1)
  }
  for (let i = 0; i < 4; i++) take(hall, 'kk')
  hall.next('sari', '1')
  hall.next('budi', '2')
  hall.wait(6)
  return hall
}

/** The range that is kept with the act by which the first of them goes on, and that act. */
function sentOn(hall: Hall) {
  const promised = estimate(hall.day, hall.now, seeded(5)).onward[0]!
  hall.staff('sari', { verb: 'finish', counterId: '1', promised })
  return promised
}

describe('the promise of a later step', () => {
  it('is the range that its holder then reads in that line, and stays with the visit [E5]', () => {
    const hall = goingOn()
    const { serviceId, range } = sentOn(hall)
    expect([serviceId, hall.ticket(0).promisedStep]).toEqual(['kk', range])
    const own = ranges(hall).tickets[0]!
    expect(Math.abs(own.from - range.from)).toBeLessThanOrEqual(5 * MINUTE)
    expect(Math.abs(own.to - range.to)).toBeLessThanOrEqual(5 * MINUTE)
  })

  it('is of no line but the one it was told of: its officer may send the visit elsewhere [E5]', () => {
    const hall = goingOn()
    hall.staff('sari', { verb: 'planSteps', counterId: '1', later: [{ serviceId: 'kia' }] })
    const promised = { serviceId: 'kk', range: { from: hall.now, to: hall.now + MINUTE } }
    hall.staff('sari', { verb: 'finish', counterId: '1', promised })
    expect(hall.ticket(0)).toMatchObject({ serviceId: 'kia', joined: 'step' })
    expect(hall.ticket(0).promisedStep).toBe(undefined)
  })

  it('teaches by the call from that line, from when it was told [E6]', () => {
    const hall = goingOn()
    const { range } = sentOn(hall)
    const toldAt = hall.now
    hall.wait(4)
    hall.staff('budi', { verb: 'finish', counterId: '2' })
    hall.next('budi', '2')
    const call = hall.events.filter(e => e.type === 'ticketCalled' && e.no === 0).at(-1)!
    expect(lessonOf(hall.day, call)).toEqual({ toldAt, range, later: true, calledAt: hall.now })
  })

  it('teaches nothing where its holder let somebody pass, or the call came out of order [E6]', () => {
    const lessons = (['pass', 'picked'] as const).map(how => {
      const hall = goingOn()
      sentOn(hall)
      if (how === 'pass') hall.ask('holder', { verb: 'letPass', no: 0, people: 1 })
      for (let i = 0; i < 2 && hall.ticket(0).state === 'waiting'; i++) {
        hall.staff('budi', { verb: 'finish', counterId: '2' })
        const pick = how === 'picked' ? { pick: { no: 0, reason: 'other' as const } } : {}
        hall.staff('budi', { verb: 'callNext', counterId: '2', ...pick })
      }
      return lessonOf(hall.day, hall.events.filter(e => e.type === 'ticketCalled' && e.no === 0).at(-1)!)
    })
    expect(lessons).toEqual([undefined, undefined])
  })
})

describe('several services at one desk in one go', () => {
  const MORNING = atClock('2026-06-02', '09:00', 'WITA')
  const past = (i: number, minutes: number, parts?: number) => ({
    ...{ date: '2026-06-02', serviceId: 'akta', counterId: '2', ...(parts === undefined ? {} : { parts }) },
    ...{ queuedAt: MORNING + i, calledAt: MORNING + i, endedAt: MORNING + i + minutes * MINUTE },
  })
  const known = (minutes: number) => {
    const paces = Array.from({ length: 60 }, () => minutes * MINUTE)
    return { ...UNLEARNED, history: { akta: paces, kk: paces, kia: paces } }
  }

  it('teach nothing of how long the first of them takes [E7 D45]', () => {
    const visits = [...Array.from({ length: 12 }, (_, i) => past(i, 10)), ...[0, 1, 2, 3].map(i => past(i, 35, 2))]
    const { history, clock } = learnedOf(visits, '2026-06-09', UNTAUGHT)
    expect(history['akta']).toEqual(Array.from({ length: 12 }, () => 10 * MINUTE))
    expect(clock.every(slow => slow === 1)).toBe(true)
  })

  it('take as long as all of them: whoever is next waits for the whole of it [E4 D45]', () => {
    const after = (minutes: number, ...later: readonly string[]) => {
      const hall = openHall({ 2: 'budi' }, plan())
      take(hall, 'akta', ...later)
      hall.next('budi', '2')
      hall.wait(minutes)
      const no = take(hall, 'akta')
      return middle(estimate(hall.day, hall.now, seeded(3), 0, known(10)).tickets[no]!) - hall.now
    }
    expect(after(1, 'kk') - after(1)).toBeGreaterThan(8 * MINUTE)
    expect(after(12, 'kk')).toBeGreaterThan(6 * MINUTE)
  })

  it('that go on do not make their first service slow for those who come after them [E8 D45]', () => {
    const paces = (...later: readonly string[]) => {
      const hall = openHall({ 2: 'budi' }, plan())
      take(hall, 'akta', ...later)
      hall.next('budi', '2')
      hall.wait(18)
      return withGoing(hall.day, hall.now, 'akta', [10 * MINUTE], EVEN)
    }
    // The child card is done elsewhere: what goes on here is one service.
    expect([paces('kk'), paces('kia').length]).toEqual([[10 * MINUTE], 2])
  })

  it('are no standstill, and no visit that is too long, while all of them may still go on [E8 O17]', () => {
    const everything = aPlan({ ...plan(), counters: [{ id: '1', services: ['akta', 'kk', 'kia'] }] })
    const hall = openHall({ 1: 'sari' }, everything)
    take(hall, 'akta', 'kk', 'kia')
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.wait(28)
    const services = ['akta', 'kk', 'kia'].map(id => ({ id, typicalMinutes: 10, standardMinutes: 15 }))
    const office = { services: services.map(s => ({ ...s, waitPromiseMinutes: 30 })), counters: [{ id: '1' }] }
    const trouble = () => {
      const [counter] = liveUnit(hall.day, office as never, hall.now).counters
      return counterTrouble(hall.day, counter!, services, hall.now)
    }
    expect(trouble()).toBeUndefined()
    hall.wait(20)
    expect(trouble()).toMatchObject({ kind: 'long', usual: 30, minutes: 48 })
    hall.wait(60)
    expect(standstillOf(hall.day, hall.now)).toBeUndefined()
    hall.wait(200)
    expect(standstillOf(hall.day, hall.now)).toBeDefined()
  })
})
