import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { quantile } from '../../shared/kit/stats.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { bookedPlan, bookingHall, places } from '../helpers/booking-hall.ts'
import { DATE, dayWith, OFFICE, openHall, OPENING } from '../helpers/days.ts'

describe('the cost of a day', () => {
  it('folds each event of a day of 4,000 tickets at less than four times the cost in a day of 500', () => {
    const [short, long] = [dayOf(500), dayOf(4_000)]
    const times = Array.from({ length: 7 }, () => [timePerEvent(short), timePerEvent(long)] as const)
    const [small, large] = [0, 1].map(i => Math.min(...times.map(t => t[i]!)))
    expect(long.length).toBeGreaterThan(15_000)
    expect(large! / small!).toBeLessThan(4)
  })

  it('calls the next of 10,000 at less than fifty times the cost of the next of ten', () => {
    const [few, many] = [dayWith(10), dayWith(10_000)]
    // Turn by turn, so that a busy machine slows both alike.
    const times = Array.from({ length: 15 }, () => [timeOfCalls(few), timeOfCalls(many)] as const)
    const [small, large] = [0, 1].map(i =>
      quantile(
        times.map(t => t[i]!),
        0.5,
      )!,
    )
    expect(large! / small!).toBeLessThan(50)
  })

  it('leaves all chunks of tickets but one as they were, so that a day costs memory only for what changes', () => {
    const day = dayWith(1_000)
    const next = fold(day, callNext(day))
    expect(next.tickets.filter((chunk, i) => chunk !== day.tickets[i])).toHaveLength(1)
    expect(next.plan).toBe(day.plan)
  })
})

describe('the work of an estimate', () => {
  it('stays within 200 ms with 2,000 waiting', () => {
    const day = dayWith(2_000)
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      estimate(day, OPENING + HOUR, seeded(1))
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(200)
  })

  it('draws no more chances for 2,000 waiting than for 500, since fewer futures are played', () => {
    const draws = (waiting: number) => {
      const random = seeded(1)
      let n = 0
      estimate(dayWith(waiting), OPENING + HOUR, () => (n++, random()))
      return n
    }
    expect(draws(2_000)).toBeLessThan(draws(500) * 1.2)
  })

  it('grows little with those who are expected to come: a rush before bookings of the next hour', () => {
    const [few, many] = [rushOf(100), rushOf(640)]
    const times = Array.from({ length: 5 }, () => [costOf(few).ms, costOf(many).ms] as const)
    const [small, large] = [0, 1].map(i => Math.min(...times.map(t => t[i]!)))
    expect(costOf(many).draws).toBeLessThan(costOf(few).draws * 2)
    expect(large! / small!).toBeLessThan(6)
  })
})

/** A morning in which so many came within ten minutes and still wait, with bookings an hour later. */
function rushOf(people: number): QueueDay {
  const hall = bookingHall(bookedPlan(places(20)), { 1: 'sari', 3: 'budi' })
  for (let i = 0; i < 8; i++) hall.book(2)
  hall.until(OPENING)
  for (let i = 0; i < people; i++) {
    hall.take('ktp')
    hall.wait(10 / people)
  }
  return hall.day
}

/** What the ranges ten minutes after the opening cost: milliseconds, and chances drawn. */
function costOf(day: QueueDay) {
  const random = seeded(1)
  let draws = 0
  const began = performance.now()
  estimate(day, OPENING + 10 * MINUTE, () => (draws++, random()))
  return { ms: performance.now() - began, draws }
}

/** The journal of a day on which a line of a hundred stands from morning to evening. */
function dayOf(tickets: number): readonly DayEvent[] {
  const hall = openHall({ 1: 'sari' })
  for (let i = 0; i < tickets; i++) {
    hall.take('ktp')
    if (i < 100) continue
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.staff('sari', { verb: 'finish', counterId: '1' })
  }
  return hall.events
}

/** Milliseconds of folding one event, on average over a journal. */
function timePerEvent(events: readonly DayEvent[]): number {
  const began = performance.now()
  fold(emptyDay(OFFICE, DATE), events)
  return (performance.now() - began) / events.length
}

function callNext(day: QueueDay) {
  return decide(day, { id: 'c', by: 'staff:sari', verb: 'callNext', counterId: '1' }, OPENING)
}

/** Milliseconds of deciding and folding the same call many times. */
function timeOfCalls(day: QueueDay): number {
  const began = performance.now()
  for (let i = 0; i < 300; i++) fold(day, callNext(day))
  return performance.now() - began
}
