import { AppError } from '../kit/errors.ts'
import { addDays, type LocalDate } from '../kit/time.ts'
import { meets } from './over.ts'
import { isOver } from './supervision.ts'
import { heldDays, type Chain, type Delegation } from './team.ts'

/** Days for which somebody may be stood in for in one go. */
export const LONGEST_DELEGATION = 366

/**
 * Throws unless a delegation fits those there are: `DELEGATION_SELF`, `DATE_PAST` where it begins before today, `DELEGATION_LONG` where it
 * lasts more than 366 days, `DELEGATION_OVERLAP` where somebody else stands in for the same person on one of its days, `DELEGATION_UP`
 * where the delegate stands over that person, who could then decide over nothing of theirs, and `BAD_REQUEST` where it ends before it begins.
 */
export function mustDelegate(chain: Chain, wanted: Delegation, today: LocalDate): void {
  if (wanted.personId === wanted.delegateId) throw new AppError('DELEGATION_SELF')
  if (wanted.from < today) throw new AppError('DATE_PAST')
  if (wanted.to < wanted.from)
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'to', problem: 'before the first day' })
  if (addDays(wanted.from, LONGEST_DELEGATION) <= wanted.to) throw new AppError('DELEGATION_LONG')
  if (isOver(chain, wanted.delegateId, wanted.personId, wanted)) throw new AppError('DELEGATION_UP')
  const other = chain.delegations.find(
    d => d.personId === wanted.personId && holdsEver(d) && meets(heldDays(d), wanted),
  )
  if (other) throw new AppError('DELEGATION_OVERLAP', { from: other.from, to: heldDays(other).to })
}

/** A delegation that is taken back and holds no longer, from today on. Throws `DELEGATION_ENDED` for one that is over. */
export function takenBack(delegation: Delegation, today: LocalDate): Delegation {
  if (delegation.endedOn !== null || delegation.to < today) throw new AppError('DELEGATION_ENDED')
  return { ...delegation, endedOn: today }
}

const holdsEver = (delegation: Delegation) => {
  const { from, to } = heldDays(delegation)
  return from <= to
}
