import type { QueueDay, Ticket } from '../day.ts'
import type { Part } from '../steps/part.ts'
import { plannedParts } from '../steps/planning.ts'

type Coming = Pick<Ticket, 'later' | 'dropped'>

/** What a visit that comes into line is for after its first part, by the plan of the day, and which of its wishes fell away. */
export function comingParts(day: QueueDay, wish: Pick<Ticket, 'serviceId'> & Coming): Coming {
  const { serviceId } = wish
  const [, ...parts] = plannedParts(day.plan?.services ?? [], [{ serviceId }, ...wishesOf(wish)])
  return withDropped(parts, wish)
}

/** Which of the wishes of a visit its day offers: what follows from them is planned when it comes into line. */
export function wishedParts(day: QueueDay, wish: Coming): Coming {
  const parts = wishesOf(wish).filter(p => day.plan?.services.some(s => s.id === p.serviceId && s.open))
  return withDropped(parts, wish)
}

/** What fell away before is wished still: it may be offered by now. */
function wishesOf({ later = [], dropped = [] }: Coming): readonly Part[] {
  return [...later, ...dropped]
}

function withDropped(later: readonly Part[], wish: Coming): Coming {
  const dropped = wishesOf(wish).filter(p => !later.some(l => l.serviceId === p.serviceId))
  return { ...(later.length > 0 ? { later } : {}), ...(dropped.length > 0 ? { dropped } : {}) }
}
