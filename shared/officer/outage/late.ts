import { AppError } from '../../kit/errors.ts'
import { officeDate, type Instant, type LocalDate, type Zone } from '../../kit/time.ts'
import { objectUntil } from '../contest/contest.ts'
import { hourBandOf, type HourBand } from '../score/cells.ts'

/** Who did what with an outage that was marked after its day; `null` what nobody did. */
export interface LateActs {
  readonly markedBy: string
  readonly agreedBy: string | null
  /** Who wants it taken back. */
  readonly backBy: string | null
  /** The officer who says that it is mistaken, while that waits; they are the one who wants it taken back. */
  readonly objectedBy: string | null
  readonly goneBy: string | null
}

/** It waits for a second person and changes nothing; it stands; it waits for a second person to take it back, and still stands; it is gone. */
export type LateState = 'waits' | 'stands' | 'leaving' | 'gone'

/** Where an outage that was marked after its day is. */
export function lateState({ agreedBy, backBy, goneBy }: LateActs): LateState {
  if (goneBy !== null) return 'gone'
  if (agreedBy === null) return 'waits'
  return backBy === null ? 'stands' : 'leaving'
}

/**
 * What it becomes when a second person agrees to what a first one asked for. Throws `OUTAGE_SECOND` for that first one, and
 * `OUTAGE_ENDED` where nothing waits.
 */
export function agreedLate(acts: LateActs, who: string): Extract<LateState, 'stands' | 'gone'> {
  const state = lateState(acts)
  if (state !== 'waits' && state !== 'leaving') throw new AppError('OUTAGE_ENDED')
  if (!mayAgree(acts, who)) throw new AppError('OUTAGE_SECOND')
  return state === 'waits' ? 'stands' : 'gone'
}

/** Whether this person may say that it stays, though its officer says that it is mistaken. */
export function mayKeep(acts: LateActs, who: string): boolean {
  return acts.objectedBy !== null && lateState(acts) === 'leaving' && mayAgree(acts, who)
}

/** The last day on which an officer whose ratings it left out may say that it is mistaken: as of any figure, from when it did. */
export function mistakenUntil(appliedAt: Instant, zone: Zone): LocalDate {
  return objectUntil({ openedOn: officeDate(appliedAt, zone) })
}

/**
 * Whether it waits for this person: somebody else asked for what is still to be agreed to. What its officer says against an outage is
 * for neither of the two who made it stand.
 */
export function mayAgree(acts: LateActs, who: string): boolean {
  const state = lateState(acts)
  const asked = state === 'waits' ? [acts.markedBy] : [acts.backBy]
  const made = acts.objectedBy === null ? [] : [acts.markedBy, acts.agreedBy]
  return (state === 'waits' || state === 'leaving') && ![...asked, ...made].includes(who)
}

/** What it becomes when somebody takes it back: what two agreed on waits for a second one again. Throws `OUTAGE_ENDED` where it is on its way. */
export function takenBackLate(acts: LateActs): Extract<LateState, 'leaving' | 'gone'> {
  const state = lateState(acts)
  if (state !== 'waits' && state !== 'stands') throw new AppError('OUTAGE_ENDED')
  return state === 'waits' ? 'gone' : 'leaving'
}

/** One part of a day: how many visits of a service were called in it, and how many of these an outage overlaps. */
export interface TouchedPart {
  readonly part: Exclude<HourBand, 'unknown'>
  readonly visits: number
  readonly touched: number
  /** Its ratings are left out: it overlaps most of the visits. */
  readonly out: boolean
}

const PARTS = ['pagi', 'siang', 'sore'] as const

/**
 * The parts of a day that an outage touches, of the visits of its service. A rating keeps no more of its time than the part of the day,
 * so a part is left out where most of its visits overlap, and stays where fewer do.
 */
export function touchedParts(
  visits: readonly { readonly calledAt: Instant; readonly endedAt: Instant }[],
  { since, until }: { readonly since: Instant; readonly until: Instant },
  zone: Zone,
): readonly TouchedPart[] {
  return PARTS.map(part => {
    const own = visits.filter(({ calledAt }) => hourBandOf(calledAt, zone) === part)
    const touched = own.filter(({ calledAt, endedAt }) => calledAt < until && endedAt > since).length
    return { part, visits: own.length, touched, out: touched * 2 > own.length }
  }).filter(({ touched }) => touched > 0)
}

/** What some people gave of a service on a day: when their visits waited and were served, and of which parts of the day their ratings are. */
export interface Served {
  readonly visits: readonly {
    /** `null` of one that was fetched without a line. */
    readonly queuedAt: Instant | null
    readonly calledAt: Instant
    readonly endedAt: Instant
  }[]
  readonly hours: readonly HourBand[]
}

/**
 * Whether an outage touches what somebody served: a visit of theirs waited or was served in its minutes, or a rating or visit of theirs
 * is of a part of the day that it leaves out. It is their own case then.
 */
export function touchesServed(
  served: Served,
  { since, until }: { readonly since: Instant; readonly until: Instant },
  parts: readonly TouchedPart[],
  zone: Zone,
): boolean {
  const out = parts.filter(part => part.out).map(({ part }): HourBand => part)
  const isOut = (hour: HourBand) => out.includes(hour) || (hour === 'unknown' && out.length > 0)
  return (
    served.hours.some(isOut) ||
    served.visits.some(
      ({ queuedAt, calledAt, endedAt }) =>
        ((queuedAt ?? calledAt) < until && endedAt > since) || isOut(hourBandOf(calledAt, zone)),
    )
  )
}
