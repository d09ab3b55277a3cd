import { AppError } from '../../kit/errors.ts'
import { addDays, type LocalDate } from '../../kit/time.ts'
import type { Leave } from '../../roster/roster.ts'

export type AbsenceState = 'asked' | 'agreed' | 'refused' | 'withdrawn'

/** Leave or duty that an officer asks for. */
export interface Absence extends Omit<Leave, 'staffId'> {
  readonly officerId: string
  readonly state: AbsenceState
}

/** How far back it can still be asked for, and how long it lasts at most, in days. */
export const ASK_BACK_DAYS = 31
export const LONGEST_ABSENCE = 92

/**
 * Whether this can be asked for: throws `DATE_PAST` for what ended too long ago, `ABSENCE_OVERLAP` where on one of its days something
 * whole is asked for or agreed already, and `BAD_REQUEST` for an end before the beginning or more than `LONGEST_ABSENCE` days.
 */
export function mustAsk(
  own: readonly Absence[],
  wanted: Pick<Absence, 'from' | 'to' | 'part'>,
  today: LocalDate,
): void {
  const where = { where: 'body', field: 'to' }
  if (wanted.to < wanted.from) throw new AppError('BAD_REQUEST', { ...where, problem: 'before the first day' })
  if (wanted.to > addDays(wanted.from, LONGEST_ABSENCE - 1))
    throw new AppError('BAD_REQUEST', { ...where, problem: `more than ${LONGEST_ABSENCE} days` })
  if (wanted.from < addDays(today, -ASK_BACK_DAYS)) throw new AppError('DATE_PAST')
  const taken = own.find(
    a =>
      (a.state === 'asked' || a.state === 'agreed') &&
      a.from <= wanted.to &&
      wanted.from <= a.to &&
      (a.part === null || wanted.part === null || (a.part.from < wanted.part.to && wanted.part.from < a.part.to)),
  )
  if (taken) throw new AppError('ABSENCE_OVERLAP', { from: taken.from, to: taken.to })
}

/** Throws `ABSENCE_DECIDED` for one that waits for nobody any more. */
export function mustWait({ state }: Pick<Absence, 'state'>): void {
  if (state !== 'asked') throw new AppError('ABSENCE_DECIDED')
}

/** Who asked takes it back: while it waits, or before its first day where it was agreed. Throws `ABSENCE_DECIDED` afterwards. */
export function mustWithdraw({ state, from }: Pick<Absence, 'state' | 'from'>, today: LocalDate): void {
  if (state !== 'asked' && !(state === 'agreed' && from > today)) throw new AppError('ABSENCE_DECIDED')
}
