import { AppError } from '../kit/errors.ts'
import { addDays, officeDate, type Instant, type LocalDate, type Zone } from '../kit/time.ts'
import { publishedDoors } from '../office/hours.ts'
import type { OpeningTable } from '../office/hours.ts'
import type { Delay } from './delay.ts'
import { promisedDate } from './workdays.ts'

/** States of an application (permohonan), in the order of the way; `returned` waits for the citizen's papers. */
export const APPLICATION_STATES = ['received', 'processing', 'ready', 'handedOver', 'returned'] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

/** Why an application was returned; a closed list, so that no reason can name a person. */
export const RETURN_REASONS = ['missingPaper', 'unreadable', 'dataMismatch', 'systemDown', 'other'] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** The one table of application states: where the work may go `on` to, and to which states a step may be taken `back`. */
export const STEPS: Readonly<
  Record<ApplicationState, { readonly on: readonly ApplicationState[]; readonly back: readonly ApplicationState[] }>
> = {
  received: { on: ['processing', 'returned'], back: [] },
  processing: { on: ['ready', 'returned'], back: ['received'] },
  ready: { on: ['handedOver', 'returned'], back: ['processing'] },
  handedOver: { on: [], back: ['ready'] },
  returned: { on: ['received'], back: ['received', 'processing', 'ready'] },
}

/** States in which somebody still has something to do. */
export const OPEN_STATES: readonly ApplicationState[] = APPLICATION_STATES.filter(s => s !== 'handedOver')

/** Milliseconds within which a step back counts as the correction of a slip: the promise then stays as it was. */
const SLIP_MS = 60_000

/** The file of one document that a visit asked for. */
export interface Application {
  readonly id: string
  readonly ticketId: string
  readonly officeId: string
  readonly serviceId: string
  /** Who served the visit. */
  readonly officerId: string
  /** The ticket's number. */
  readonly number: string
  /** Date of the visit, whose number it is; one that midnight overtook may have ended on the next. */
  readonly visitedOn: LocalDate
  readonly openedAt: Instant
  /** Date on which it is promised to be ready. */
  readonly promisedOn: LocalDate
  /** Working days that the service standard gave when it was opened. */
  readonly workingDays: number
  readonly state: ApplicationState
  /** The state that the last step left; `null` before the first step. */
  readonly before: ApplicationState | null
  /** Set while it is returned. */
  readonly reason: ReturnReason | null
  readonly changedAt: Instant
  readonly readyAt: Instant | null
  readonly handedAt: Instant | null
  /** The new date that was given when the promise had passed. */
  readonly delay: Delay | null
  /** Steps taken so far; two people who press at once find that one of them was first. */
  readonly steps: number
}

/** What somebody asks for: the state to go to, with a reason where it is returned. */
export interface Step {
  readonly to: ApplicationState
  readonly reason?: ReturnReason | undefined
}

/** Whether `step` takes back the last one rather than going on. */
export function isBack({ state, before }: Pick<Application, 'state' | 'before'>, to: ApplicationState): boolean {
  return before === to && STEPS[state].back.includes(to)
}

/**
 * The application after a step. Throws `APPLICATION_STATE` when the table does not allow it, `BAD_REQUEST` when a return has
 * no reason. Completed papers start a new promise, unless the old one had passed before the papers were asked for.
 */
export function advance(application: Application, step: Step, now: Instant, office: OpeningTable): Application {
  const { state, readyAt, changedAt } = application
  const { to } = step
  const back = isBack(application, to)
  if (!back && !STEPS[state].on.includes(to)) throw new AppError('APPLICATION_STATE', { state })
  if ((to === 'returned') !== (step.reason !== undefined))
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'reason' })
  const slip = back && now - changedAt <= SLIP_MS
  const returnedInTime = officeDate(changedAt, office.zone) <= application.promisedOn
  const renewed = state === 'returned' && to === 'received' && !slip && returnedInTime
  return {
    ...application,
    state: to,
    before: state,
    reason: step.reason ?? null,
    changedAt: now,
    promisedOn: renewed
      ? promisedDate(officeDate(now, office.zone), application.workingDays, office)
      : application.promisedOn,
    delay: renewed ? null : application.delay,
    readyAt: to === 'ready' ? (state === 'handedOver' ? readyAt : now) : to === 'handedOver' ? readyAt : null,
    handedAt: to === 'handedOver' ? now : null,
    steps: application.steps + 1,
  }
}

/** How an application stands against its promise. */
export interface Promised {
  /** Working days past the promise; 0 while or when it was kept. */
  readonly late: number
  /** Nothing is owed any more: ready, handed over, or waiting for the citizen. */
  readonly settled: boolean
}

/** The application against its promise on `today`: the clock stops when it is ready and stands while papers are missing. */
export function againstPromise(
  application: Pick<Application, 'state' | 'promisedOn' | 'changedAt' | 'readyAt'>,
  today: LocalDate,
  office: OpeningTable,
): Promised {
  const end = clockEnd(application, office.zone)
  return {
    late: Math.max(0, workingDaysFrom(application.promisedOn, end ?? today, office)),
    settled: end !== undefined,
  }
}

/** The date on which the office's clock stopped; undefined while it runs. */
export function clockEnd(
  { state, changedAt, readyAt }: Pick<Application, 'state' | 'changedAt' | 'readyAt'>,
  zone: Zone,
): LocalDate | undefined {
  if (readyAt !== null) return officeDate(readyAt, zone)
  return state === 'returned' ? officeDate(changedAt, zone) : undefined
}

/** Working days from one date to another, negative when the other one comes first. */
export function workingDaysFrom(from: LocalDate, to: LocalDate, office: OpeningTable): number {
  if (to < from) return -workingDaysFrom(to, from, office)
  let days = 0
  for (let date = from; date < to;) {
    date = addDays(date, 1)
    if (publishedDoors(office, date)) days += 1
  }
  return days
}
