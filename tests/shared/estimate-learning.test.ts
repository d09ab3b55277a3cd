import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, HOUR, MINUTE } from '../../shared/kit/time.ts'
import { clockPaceOf, EVEN, paceAt, type ClockPace } from '../../shared/queue/estimate/clock-pace.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { historyOf, UNLEARNED } from '../../shared/queue/estimate/learned.ts'
import { lessonOf } from '../../shared/queue/estimate/lessons.ts'
import { drawnBack, learn, reachOf, UNTAUGHT, type Tracker } from '../../shared/queue/estimate/tracker.ts'
import { standstillOf } from '../../shared/queue/standstill.ts'
import { aPlan, openHall, OPENING, type Hall } from '../helpers/days.ts'

const NOW = OPENING
/** Three counters that all serve identity cards. */
const ALIKE = aPlan({ counters: ['1', '2', '3'].map(id => ({ id, services: ['ktp', 'kk'] })) })
const told = (tracker: Tracker, minutes: number) =>
  reachOf(tracker, NOW, [minutes - 4, minutes, minutes + 6].map(m => NOW + m * MINUTE) as [number, number, number])
const width = (tracker: Tracker, minutes: number) => {
  const { from, to } = told(tracker, minutes)
  return to - from
}
const kept = (minutes: number, after: number) => ({
  toldAt: NOW,
  range: { from: NOW + (minutes - 5) * MINUTE, to: NOW + (minutes + 5) * MINUTE },
  calledAt: NOW + after * MINUTE,
})
const taught = (lessons: readonly ReturnType<typeof kept>[]) => lessons.reduce(learn, UNTAUGHT)
const times = <T>(n: number, one: T) => Array.from({ length: n }, () => one)

describe('what an office learns from the promises it kept [E6]', () => {
  it('reaches further on the side on which calls fall outside, and less where they never do', () => {
    const late = taught(times(20, kept(30, 40)))
    expect(told(late, 30).to).toBeGreaterThan(told(UNTAUGHT, 30).to)
    expect(told(late, 30).from).toBeGreaterThan(told(UNTAUGHT, 30).from)
    expect(width(taught(times(50, kept(30, 30))), 30)).toBeLessThan(width(UNTAUGHT, 30))
  })

  it('stays where it is while one call in five falls outside, more of them after the range than before it', () => {
    const many = [...times(14, kept(30, 20)), ...times(27, kept(30, 40)), ...times(159, kept(30, 30))]
    expect(width(taught(many), 30) / width(UNTAUGHT, 30)).toBeCloseTo(1, 2)
  })

  it('is learned most for those who were told as long a wait, and somewhat for all others', () => {
    const long = taught(times(30, kept(60, 80)))
    const wider = (i: number) => long[i]!.high - UNTAUGHT[i]!.high
    for (const other of [0, 1, 2]) {
      expect(wider(other)).toBeGreaterThan(0)
      expect(wider(other)).toBeLessThan(wider(3) / 2)
    }
  })

  it('is learned of the line of a later step by itself: it changes no range of those who come, nor they its own', () => {
    const learned = (later: boolean) =>
      times(30, kept(30, 50)).reduce((tracker, one) => learn(tracker, later ? { ...one, later: true } : one), UNTAUGHT)
    const [first, later] = [learned(false), learned(true)]
    expect([first.slice(4), later.slice(0, 4)]).toEqual([UNTAUGHT.slice(4), UNTAUGHT.slice(0, 4)])
    expect(later[6]!.high).toBeGreaterThan(UNTAUGHT[6]!.high)
    const to = (of: boolean) =>
      reachOf(later, NOW, [26, 30, 36].map(m => NOW + m * MINUTE) as [number, number, number], of).to
    expect(to(true)).toBeGreaterThan(to(false))
  })

  it('is learned for the others of nobody who was told to come at once: that a counter was free says nothing of a wait', () => {
    const soon = { toldAt: NOW, range: { from: NOW, to: NOW + 3 * MINUTE }, calledAt: NOW + MINUTE }
    const calm = taught(times(400, soon))
    expect(calm[0]!.high).toBeLessThan(UNTAUGHT[0]!.high)
    expect(calm.slice(1)).toEqual(UNTAUGHT.slice(1))
  })

  it('lets somewhat more than one in five come after a range that began at once, for nobody is called before it', () => {
    const soon = (after: number) => ({
      toldAt: NOW,
      range: { from: NOW, to: NOW + 3 * MINUTE },
      calledAt: NOW + after * MINUTE,
    })
    const some = [...times(46, soon(6)), ...times(154, soon(1))]
    const after = taught(some)
    for (const [i, { low, high }] of UNTAUGHT.entries())
      expect(after[i]).toEqual({ low, high: expect.closeTo(high, 5) })
  })

  it('goes some way back at each new day, and is sixteen numbers within bounds', () => {
    const wide = taught(times(2_000, kept(30, 90)))
    expect(wide.flatMap(({ low, high }) => [low, high])).toHaveLength(16)
    for (const { low, high } of wide) expect([low >= 0.05, low <= 4, high >= 0.05, high <= 4]).not.toContain(false)
    expect(width(drawnBack(wide), 30)).toBeLessThan(width(wide, 30))
    expect(drawnBack(UNTAUGHT)).toEqual(UNTAUGHT)
  })
})

/** A day on which somebody took a number with a promise and was called, and what it teaches. */
function lessonAfter(act: (hall: Hall, no: number) => void) {
  const hall = openHall({ 1: 'sari' })
  const first = hall.take('ktp')
  hall.next('sari', '1')
  const promised = { from: hall.now, to: hall.now + 10 * MINUTE }
  hall.ask('device:kiosk', { verb: 'takeTicket', serviceId: 'ktp', priority: false, ticketId: 't', promised })
  const no = first + 1
  hall.take('ktp')
  hall.take('ktp')
  hall.wait(4)
  act(hall, no)
  const call = hall.events.filter(e => e.type === 'ticketCalled' && e.no === no).at(-1)!
  return lessonOf(hall.day, call)
}

describe('a first call', () => {
  const finish = (hall: Hall) => hall.staff('sari', { verb: 'finish', counterId: '1' })

  it('teaches what was told and when it came [E6]', () => {
    const lesson = lessonAfter(hall => {
      finish(hall)
      hall.next('sari', '1')
    })!
    expect(lesson.calledAt - lesson.toldAt).toBe(4 * MINUTE)
    expect(lesson.range).toEqual({ from: lesson.toldAt, to: lesson.toldAt + 10 * MINUTE })
  })

  it('teaches nothing after a closing, after others were let pass, out of order, or a second time [E6]', () => {
    const passed = lessonAfter((hall, no) => {
      hall.ask('holder', { verb: 'letPass', no, people: 2 })
      for (let i = 0; i < 3; i++) {
        finish(hall)
        hall.next('sari', '1')
      }
    })
    const closed = lessonAfter(hall => {
      hall.staff('sari', { verb: 'closeService', serviceId: 'ktp', reason: 'systemDown' })
      hall.staff('sari', { verb: 'openService', serviceId: 'ktp' })
      finish(hall)
      hall.next('sari', '1')
    })
    const again = lessonAfter((hall, no) => {
      finish(hall)
      hall.next('sari', '1')
      hall.staff('sari', { verb: 'skip', counterId: '1' })
      hall.ask('holder', { verb: 'return', no })
      for (let i = 0; i < 3; i++) {
        hall.next('sari', '1')
        finish(hall)
      }
    })
    expect([passed, closed, again]).toEqual([undefined, undefined, undefined])
  })

  it('teaches nothing once it was taken back, or its officer left and the ticket waits again: it was known before [E6]', () => {
    const undone = lessonAfter(hall => {
      finish(hall)
      for (let i = 0; i < 5; i++) {
        hall.next('sari', '1')
        hall.staff('sari', { verb: 'undo', counterId: '1' })
      }
      hall.wait(9)
      hall.next('sari', '1')
    })
    const putBack = lessonAfter(hall => {
      finish(hall)
      hall.next('sari', '1')
      const why = { reason: 'ill', end: 'back', leads: true } as const
      hall.staff('budi', { verb: 'takeOver', counterId: '1', ...why })
      hall.staff('budi', { verb: 'openCounter', counterId: '1' })
      hall.next('budi', '1')
    })
    expect([undone, putBack]).toEqual([undefined, undefined])
  })
})

describe('the pace of other days [E7]', () => {
  const visit = (date: string, minutes: number, at: number) => ({
    date,
    serviceId: 'ktp',
    counterId: '1',
    queuedAt: at,
    calledAt: at,
    endedAt: at + minutes * MINUTE,
  })

  it('is that of the same weekday first, then of the latest, and no more than is needed', () => {
    const days = [visit('2026-06-02', 2, 1), visit('2026-06-08', 8, 3), visit('2026-06-05', 5, 2)]
    expect(historyOf(days, '2026-06-09')['ktp']).toEqual([2, 8, 5].map(m => m * MINUTE))
    const many = Array.from({ length: 400 }, (_, i) => visit('2026-06-08', 3, i))
    expect(historyOf(many, '2026-06-09')['ktp']).toHaveLength(150)
  })

  it('is reckoned with from the first minute of a day', () => {
    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i < 10; i++) hall.take('ktp')
    const wait = (minutes: number) => {
      const history = { ktp: Array.from({ length: 60 }, () => minutes * MINUTE) }
      return estimate(hall.day, hall.now, seeded(1), 0, { ...UNLEARNED, history }).services['ktp']!.from - hall.now
    }
    expect(wait(12)).toBeGreaterThan(1.8 * wait(5))
  })

  it('is that of the hour of the clock, where chance does not explain how it differs from the rest of the day', () => {
    // On six days visits of the first hour took 12 minutes, all others 6.
    const slow = (first: number, n: number) =>
      Array.from({ length: 6 * 7 * n }, (_, i) => {
        const begun = atClock(addDays('2026-06-08', -(i % 6)), '08:00', 'WITA') + (Math.floor(i / 6) / n) * HOUR
        return visit(addDays('2026-06-08', -(i % 6)), Math.floor(i / 6) < n ? first : 6, begun)
      })
    const clock = clockPaceOf(slow(12, 10))
    expect(paceAt(clock, OPENING) / paceAt(clock, OPENING + 3 * HOUR)).toBeGreaterThan(1.6)
    expect(paceAt(clockPaceOf(slow(6, 10)), OPENING)).toBe(1)
    // Of one visit a day nobody knows.
    expect(paceAt(clockPaceOf(slow(12, 1)), OPENING)).toBe(1)

    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i < 4; i++) hall.take('ktp')
    const history = { ktp: Array.from({ length: 60 }, () => 6 * MINUTE) }
    const wait = (by: ClockPace) => {
      const known = { ...UNLEARNED, history, clock: by }
      return estimate(hall.day, hall.now, seeded(1), 0, known).services['ktp']!.to - hall.now
    }
    expect(wait(clock)).toBeGreaterThan(1.3 * wait(EVEN))
  })

  it('gives way to that of the last half hour where chance does not explain the difference', () => {
    const after = (minutes: number) => {
      const hall = openHall({ 1: 'sari', 2: 'budi' }, ALIKE)
      for (let i = 0; i < 30; i++) hall.take('ktp')
      for (let i = 0; i < 24; i++) {
        const [who, counter] = i % 2 ? (['budi', '2'] as const) : (['sari', '1'] as const)
        hall.next(who, counter)
        hall.wait(minutes)
        hall.staff(who, { verb: 'finish', counterId: counter })
      }
      const history = { ktp: Array.from({ length: 150 }, (_, i) => (3 + (i % 5)) * MINUTE) }
      const { tickets } = estimate(hall.day, hall.now, seeded(1), 0, { ...UNLEARNED, history })
      return tickets[29]!.to - hall.now
    }
    expect(after(2)).toBeLessThan(0.7 * after(5))
  })
})

describe('a standstill that nobody has marked [E8]', () => {
  /** Three counters at work with visits of about six minutes, then silence. */
  function silent(minutes: number): Hall {
    const hall = openHall({ 1: 'sari', 2: 'budi', 3: 'dewi' }, ALIKE)
    for (let i = 0; i < 20; i++) hall.take('ktp')
    const seats = [
      ['sari', '1'],
      ['budi', '2'],
      ['dewi', '3'],
    ] as const
    for (let round = 0; round < 3; round++) {
      for (const [who, counter] of seats) hall.next(who, counter)
      hall.wait(6)
      for (const [who, counter] of seats) hall.staff(who, { verb: 'finish', counterId: counter })
    }
    for (const [who, counter] of seats) hall.next(who, counter)
    hall.wait(minutes)
    return hall
  }

  it('is seen once many visits should have ended, and not a moment after the last one', () => {
    const began = silent(0).now
    expect(standstillOf(silent(5).day, silent(5).now)).toBeUndefined()
    expect(standstillOf(silent(40).day, silent(40).now)).toBe(began)
  })

  it('tells nobody a range until something moves', () => {
    const hall = silent(40)
    const look = () => estimate(hall.day, hall.now, seeded(1))
    expect(look().services['ktp']).toBeNull()
    expect(look().tickets).toEqual({})
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    expect(look().services['ktp']).not.toBeNull()
  })

  it('is none where nobody is served: before the first call, in a break, in an office that is closed', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.wait(120)
    expect(standstillOf(hall.day, hall.now)).toBeUndefined()
  })
})
