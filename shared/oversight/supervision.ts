import { AppError } from '../kit/errors.ts'
import { addDays, type LocalDate } from '../kit/time.ts'

/** Who assesses whom, from one date to another, both included. */
export interface Supervision {
  readonly id: string
  readonly officerId: string
  readonly assessorId: string
  readonly from: LocalDate
  /** `null` while it goes on. */
  readonly to: LocalDate | null
}

const overlap = (a: Supervision, b: Supervision) =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)

/**
 * What one more supervision would end: the one of the same officer that goes on and began earlier, on the day before. Throws
 * `SUPERVISION_SELF`, `SUPERVISION_CIRCLE` where the two would assess each other at one time, `SUPERVISION_OVERLAP` where
 * somebody else assesses this officer on one of its days, and `SUPERVISION_OPEN` where it ends one that whoever asks has not `ends`.
 */
export function mustFit(
  all: readonly Supervision[],
  wanted: Supervision,
  ends: string | undefined,
): Supervision | undefined {
  if (wanted.officerId === wanted.assessorId) throw new AppError('SUPERVISION_SELF')
  if (wanted.to !== null && wanted.to < wanted.from)
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'to', problem: 'before the first day' })
  const taken = all.filter(s => s.officerId === wanted.officerId && overlap(s, wanted))
  const open = taken.find(s => s.to === null && s.from < wanted.from)
  const other = taken.find(s => s !== open)
  if (other) throw new AppError('SUPERVISION_OVERLAP', { supervision: other.id, from: other.from, to: other.to })
  const ended = open && { ...open, to: addDays(wanted.from, -1) }
  const rest = all.filter(s => s !== open)
  const back = rest.find(
    s => s.officerId === wanted.assessorId && s.assessorId === wanted.officerId && overlap(s, wanted),
  )
  if (back) throw new AppError('SUPERVISION_CIRCLE', { supervision: back.id })
  if (open && ends !== open.id)
    throw new AppError('SUPERVISION_OPEN', { supervision: open.id, assessorId: open.assessorId, until: ended!.to })
  return ended
}

/** A supervision that ends on a day. Throws `SUPERVISION_ENDED` for one that has an end, `DATE_PAST` for a day that is over. */
export function endedOn(supervision: Supervision, to: LocalDate, today: LocalDate): Supervision {
  if (supervision.to !== null) throw new AppError('SUPERVISION_ENDED')
  if (to < today) throw new AppError('DATE_PAST')
  if (to < supervision.from)
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'to', problem: 'before the first day' })
  return { ...supervision, to }
}
