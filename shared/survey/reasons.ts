import type { FixedPeriod } from './fixed-periods.ts'
import { REASON_KEYS, type Reason } from './rating.ts'
import { FLOOR, type Floors } from './answered.ts'
import { isOfOneOfficer } from './kept-back.ts'
import { isOfEnough } from './parts-shown.ts'
import type { Showing } from './showing.ts'
import { redacted } from './redaction/redacted.ts'

/** So many ratings of a service were given with just these reasons. */
export interface Given {
  readonly serviceId: string
  readonly reasons: readonly Reason[]
  readonly n: number
}

/** What the ratings of one service in a closed month gave as reasons, or why it is held back. */
export interface ServiceReasons {
  readonly serviceId: string
  readonly showing: Showing
  /** How many rated; `null` while somebody still may: a count that moves with a visit tells who of it rated. */
  readonly rated: number | null
  /** How many of them chose a reason, in the order of the list; `null` while it is held back. */
  readonly reasons: Readonly<Record<Reason, number>> | null
  /** How many suggestions can be opened; `null` while too few filled in the questionnaire in which they stand. */
  readonly suggestions: number | null
}

/** One questionnaire: of which service it was, at which counter and of which officers it may be, and what it suggests. */
export interface Written {
  readonly serviceId: string
  /** As `counter 3` and `officer p8`. */
  readonly by: readonly string[]
  /** Somebody of the office brought it in on paper or in a file. */
  readonly brought?: true | undefined
  readonly text: string | null
}

/** Reasons and suggestions of a month, by service in the order of the office. */
export interface ReasonsView {
  readonly period: FixedPeriod
  readonly services: readonly ServiceReasons[]
}

/**
 * The floors of reasons: services of closed months, beside the ratings of the whole office, from which nobody may be told; what
 * one counter or one officer did alone has the minimum of the office.
 */
export function reasonFloors(minRatings: number): Floors {
  return { whole: FLOOR, parts: { service: FLOOR }, alone: Math.max(FLOOR, minRatings), partsOf: ['month'] }
}

/** The reasons of one service and how many suggestions it has, as far as they may be shown. */
export function serviceReasons(
  { serviceId, showing }: Pick<ServiceReasons, 'serviceId' | 'showing'>,
  given: readonly Given[],
  written: readonly Written[],
  floors: SuggestionFloors,
): ServiceReasons {
  const own = given.filter(row => row.serviceId === serviceId)
  const rated = own.reduce((sum, { n }) => sum + n, 0)
  if (!('through' in showing)) {
    const told = showing.why === 'running' ? null : rated
    return { serviceId, showing, rated: told, reasons: null, suggestions: null }
  }
  const of = (reason: Reason) => own.reduce((sum, row) => sum + (row.reasons.includes(reason) ? row.n : 0), 0)
  const reasons = Object.fromEntries(REASON_KEYS.map(key => [key, of(key)])) as Record<Reason, number>
  return {
    serviceId,
    showing,
    rated,
    reasons,
    suggestions: suggestionsAmong(written, serviceId, floors)?.length ?? null,
  }
}

/** The floors of suggestions; `waits` while others may not read of the officers of the month. */
export type SuggestionFloors = Floors & { readonly waits: boolean }

/**
 * What the questionnaires of a service suggest; nothing where so few were filled in that it would be known whose it is, or whom
 * it is about, also without what somebody of the office brought in and so knows.
 */
export function suggestionsAmong(
  written: readonly Written[],
  serviceId: string,
  { alone, waits }: SuggestionFloors,
): readonly string[] | undefined {
  const own = written.filter(one => one.serviceId === serviceId)
  const all = own.map(({ by, brought }) => ({ by, counts: [1], brought }))
  const others = all.filter(one => !one.brought)
  const tells = (served: typeof all) =>
    isOfEnough(served, { floor: FLOOR, alone }) && !(waits && isOfOneOfficer(served))
  if (all.length === 0 || !tells(all) || (others.length > 0 && !tells(others))) return undefined
  return own.flatMap(({ text }) => text ?? [])
}

/**
 * Suggestions without what names a person, ordered by their own words: by nothing that tells when they came. `known` are words of
 * names of the staff.
 */
export function readable(suggestions: readonly string[], known?: ReadonlySet<string>): readonly string[] {
  return suggestions
    .map(text => redacted(text, known))
    .filter(text => text !== '')
    .sort((a, b) => a.localeCompare(b, 'id'))
}
