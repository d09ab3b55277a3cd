import { seeded, type Random } from '../../shared/kit/random.ts'
import { addDays, weekday, type LocalDate } from '../../shared/kit/time.ts'
import { latestPeriods, PART_KINDS, PERIOD_KINDS, settlesOn } from '../../shared/survey/fixed-periods.ts'
import type { FixedPeriod } from '../../shared/survey/fixed-periods.ts'
import type { Answered, Floors } from '../../shared/survey/answered.ts'
import { showing, type Part } from '../../shared/survey/showing.ts'
import { fc } from './property.ts'

/** How a made-up office is answered. */
export interface Office {
  readonly seed: number
  /** Answers of a day on average. */
  readonly rate: number
  readonly services: number
  readonly counters: number
  /** How much more often the first parts are used than the last. */
  readonly skew: number
  /** Share of people who leave the second question out. */
  readonly skipped: number
  /** Share of days on which nobody answers. */
  readonly quiet: number
}

export const offices: fc.Arbitrary<Office> = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  rate: fc.constantFrom(0.2, 0.6, 1.5, 4, 9),
  services: fc.integer({ min: 1, max: 5 }),
  counters: fc.integer({ min: 1, max: 4 }),
  skew: fc.constantFrom(0.3, 0.6, 1),
  skipped: fc.constantFrom(0, 0.05, 0.9),
  quiet: fc.constantFrom(0, 0.2, 0.8),
})

/** Who answered on each day between two: counts of two questions, by service and counter. Sundays are seldom worked on. */
export function answeredDays(office: Office, from: LocalDate, to: LocalDate): readonly Answered[] {
  const random = seeded(office.seed)
  const rows = new Map<string, Answered & { counts: number[] }>()
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (random() < (weekday(date) === 0 ? 0.95 : office.quiet)) continue
    const people = Math.floor(random() * 2 * office.rate + random())
    for (let i = 0; i < people; i += 1) {
      const of = {
        service: `s${pick(random, office.services, office.skew)}`,
        counter: `c${pick(random, office.counters, office.skew)}`,
      }
      const key = `${date} ${of.service} ${of.counter}`
      const row = rows.get(key) ?? { date, of, counts: [0, 0] }
      row.counts[0]! += 1
      if (random() >= office.skipped) row.counts[1]! += 1
      rows.set(key, row)
    }
  }
  return [...rows.values()]
}

function pick(random: Random, count: number, skew: number): number {
  let at = 0
  while (at < count - 1 && random() > skew * 0.7) at += 1
  return at
}

/** A figure that somebody saw: of which days, and of which part. */
export interface Seen {
  readonly period: FixedPeriod
  readonly from: LocalDate
  readonly through: LocalDate
  readonly part: Part | undefined
}

/** Everything that may be asked for on a day: every accepted period that has begun, of the whole and of every part. */
export function everyQuestion(rows: readonly Answered[], kinds: readonly string[], today: LocalDate, back: number) {
  const parts = kinds.flatMap(kind => [...new Set(rows.map(row => row.of[kind]!))].map(id => ({ kind, id })))
  return PERIOD_KINDS.flatMap(kind =>
    latestPeriods(kind, today, 60)
      .filter(period => settlesOn(period.to) >= addDays(today, -back))
      .flatMap(period =>
        [undefined, ...((PART_KINDS as readonly string[]).includes(kind) ? parts : [])].map(part => ({ period, part })),
      ),
  )
}

/** All that was ever shown to those who asked everything on these days. */
export function allSeen(
  rows: readonly Answered[],
  days: readonly { readonly today: LocalDate; readonly floors: Floors; readonly back: number }[],
): readonly Seen[] {
  const seen = new Map<string, Seen>()
  for (const { today, floors, back } of days)
    for (const { period, part } of everyQuestion(rows, Object.keys(floors.parts), today, back)) {
      const so = showing(rows, { period, part, floors, today })
      if ('through' in so)
        seen.set(`${period.key} ${so.from} ${so.through} ${part?.kind} ${part?.id}`, { period, ...so, part })
    }
  return [...seen.values()]
}

/** Whether one row is in a figure. */
export function isIn(row: Answered, { from, through, part }: Seen): boolean {
  return row.date >= from && row.date <= through && (!part || row.of[part.kind] === part.id)
}

/** Every so many days from one to another, and the other. */
export function daysOf(from: LocalDate, to: LocalDate, step: number): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day < to; day = addDays(day, step)) days.push(day)
  return [...days, to]
}
