import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Actor } from '../../../shared/queue/day.ts'
import { currentAt } from '../../../shared/queue/day.ts'
import { ownCounter } from '../../../shared/queue/guards.ts'
import type { Database } from '../../store/open/database.ts'
import { holderOf } from '../../store/holders.ts'
import type { People } from './booking-people.ts'
import type { QueueDays } from '../queue/queue-days.ts'

const DIGITS_SHOWN = 3

/** Whom the booking at the officer's own counter is for, and only while it stands there. */
export type HolderHints = (
  office: string,
  counterId: string,
  by: Actor,
) => Promise<Reply<'GET /api/offices/:office/counters/:counter/holder'>>

export function createHolderHints(deps: { db: Database; days: QueueDays; people: People }): HolderHints {
  return async (office, counterId, by) => {
    const day = await deps.days.today(office)
    ownCounter(day, counterId, by)
    const ticket = currentAt(day, counterId)
    if (!ticket) throw new AppError('NO_CURRENT_TICKET', { counterId })
    const holder = ticket.id === undefined ? undefined : await holderOf(deps.db, ticket.id)
    const phone = deps.people.phoneOf(holder)
    return { number: ticket.number, name: deps.people.nameOf(holder), phoneEnd: phone?.slice(-DIGITS_SHOWN) ?? null }
  }
}
