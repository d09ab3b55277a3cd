import { promisedDate } from '../../documents/workdays.ts'
import { AppError } from '../../kit/errors.ts'
import type { LocalDate } from '../../kit/time.ts'
import type { OpeningTable } from '../../office/hours.ts'

/** What a complaint is: light, against a norm, without and with a need of oversight (SIPPN: ringan, normatif, tidak berkadar, berkadar pengawasan). */
export const COMPLAINT_KINDS = ['light', 'normative', 'plain', 'supervised'] as const
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number]

/** States in the order of the way. */
export const COMPLAINT_STATES = ['new', 'handled', 'answered', 'done'] as const
export type ComplaintState = (typeof COMPLAINT_STATES)[number]

/** Letters of a complaint, and of an answer. */
export const MOST_WORDS = 1_000
/** Days after the end of a complaint on which its words are erased. */
export const KEPT_DAYS = 365

/** Working days in which each kind is answered, as the office sets them. */
export interface ComplaintDays {
  readonly complaintLightDays: number
  readonly complaintNormativeDays: number
  readonly complaintPlainDays: number
  readonly complaintSupervisedDays: number
}

/** What of a complaint somebody works on. */
export interface FollowUp {
  readonly kind: ComplaintKind
  readonly state: ComplaintState
  readonly owner: string | null
  /** The last day on which an answer is in time. */
  readonly due: LocalDate
  readonly answer: string | null
  readonly answeredOn: LocalDate | null
  readonly doneOn: LocalDate | null
  readonly laporNumber: string | null
  readonly laporState: string | null
}

/** What somebody does with a complaint. */
export type ComplaintAct =
  | { readonly do: 'sort'; readonly kind: ComplaintKind }
  | { readonly do: 'assign'; readonly owner: string }
  | { readonly do: 'answer'; readonly text: string }
  | { readonly do: 'close' }
  | { readonly do: 'reopen' }
  | { readonly do: 'lapor'; readonly number: string; readonly state: string }

/** The last day on which a complaint of a kind is answered in time: so many working days of the office's own calendar after the day it came. */
export function complaintDue(
  received: LocalDate,
  kind: ComplaintKind,
  office: OpeningTable & ComplaintDays,
): LocalDate {
  const days = {
    light: office.complaintLightDays,
    normative: office.complaintNormativeDays,
    plain: office.complaintPlainDays,
    supervised: office.complaintSupervisedDays,
  }
  return promisedDate(received, days[kind], office)
}

/** A complaint as it begins. */
export function newComplaint(received: LocalDate, office: OpeningTable & ComplaintDays): FollowUp {
  return {
    ...{ kind: 'normative', state: 'new', owner: null, due: complaintDue(received, 'normative', office) },
    ...{ answer: null, answeredOn: null, doneOn: null, laporNumber: null, laporState: null },
  }
}

/** Whether nobody has answered and the day until which it was promised is over. */
export function isOverdue({ state, due }: Pick<FollowUp, 'state' | 'due'>, today: LocalDate): boolean {
  return (state === 'new' || state === 'handled') && today > due
}

/**
 * The complaint after an act on a day. Throws `COMPLAINT_STATE` where it is too late for it: what is answered keeps its kind and its owner, and
 * only what is answered can be done. An answer can be put right until the complaint is done.
 */
export function acted(
  now: FollowUp,
  act: ComplaintAct,
  at: { readonly today: LocalDate; readonly received: LocalDate; readonly office: OpeningTable & ComplaintDays },
): FollowUp {
  const open = now.state === 'new' || now.state === 'handled'
  const done = now.state === 'done'
  const may = { sort: open, assign: open, answer: !done, close: now.state === 'answered', reopen: done, lapor: true }
  if (!may[act.do]) throw new AppError('COMPLAINT_STATE', { state: now.state })
  switch (act.do) {
    case 'sort':
      return { ...now, kind: act.kind, due: complaintDue(at.received, act.kind, at.office) }
    case 'assign':
      return { ...now, owner: act.owner, state: 'handled' }
    case 'answer':
      return { ...now, answer: act.text, answeredOn: now.answeredOn ?? at.today, state: 'answered' }
    case 'close':
      return { ...now, doneOn: at.today, state: 'done' }
    case 'reopen':
      return { ...now, doneOn: null, state: 'answered' }
    case 'lapor':
      return { ...now, laporNumber: act.number || null, laporState: act.state || null }
  }
}
