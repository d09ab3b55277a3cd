import { AppError } from '../kit/errors.ts'
import type { LocalDate } from '../kit/time.ts'
import { mustFitOver, standsOver, type Over } from './over.ts'

/** Who assesses whom, from one date to another, both included. */
export interface Supervision {
  readonly id: string
  readonly officerId: string
  readonly assessorId: string
  readonly from: LocalDate
  /** `null` while it goes on. */
  readonly to: LocalDate | null
}

/** Who decides over the assessments of an assessor whom nobody here assesses, from one date to another, both included. */
export interface Superior {
  readonly id: string
  readonly assessorId: string
  readonly superiorId: string
  readonly from: LocalDate
  /** `null` while it goes on. */
  readonly to: LocalDate | null
}

const overOfficer = ({ officerId, assessorId, ...term }: Supervision): Over => ({
  ...term,
  below: officerId,
  above: assessorId,
})
const overAssessor = ({ assessorId, superiorId, ...term }: Superior): Over => ({
  ...term,
  below: assessorId,
  above: superiorId,
})

/** Whether somebody stands over somebody else on one of these days, as who assesses or decides, over however many others. */
export function isOver(
  {
    supervisions,
    superiors,
  }: { readonly supervisions: readonly Supervision[]; readonly superiors: readonly Superior[] },
  above: string,
  below: string,
  days: { readonly from: LocalDate; readonly to: LocalDate },
): boolean {
  return standsOver([...supervisions.map(overOfficer), ...superiors.map(overAssessor)], above, below, days)
}

/** What one more supervision would end: the one of the same officer that goes on and began earlier, on the day before. Throws what `mustFitOver` does. */
export function mustFit(
  all: readonly Supervision[],
  wanted: Supervision,
  ends: string | undefined,
  superiors: readonly Superior[] = [],
): Supervision | undefined {
  const ended = mustFitOver(all.map(overOfficer), superiors.map(overAssessor), overOfficer(wanted), ends)
  return ended && { ...all.find(s => s.id === ended.id)!, to: ended.to }
}

/** The same for one more superior of an assessor. Throws what `mustFitOver` does. */
export function mustFitSuperior(
  all: readonly Superior[],
  wanted: Superior,
  ends: string | undefined,
  supervisions: readonly Supervision[],
): Superior | undefined {
  const ended = mustFitOver(all.map(overAssessor), supervisions.map(overOfficer), overAssessor(wanted), ends)
  return ended && { ...all.find(s => s.id === ended.id)!, to: ended.to }
}

/** A supervision, or a superior, that ends on a day. Throws `SUPERVISION_ENDED` for one that has an end, `DATE_PAST` for a day that is over. */
export function endedOn<S extends Supervision | Superior>(supervision: S, to: LocalDate, today: LocalDate): S {
  if (supervision.to !== null) throw new AppError('SUPERVISION_ENDED')
  if (to < today) throw new AppError('DATE_PAST')
  if (to < supervision.from)
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'to', problem: 'before the first day' })
  return { ...supervision, to }
}
