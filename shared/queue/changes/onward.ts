import type { DayPlan, Ticket } from '../day.ts'
import { plannedParts, servicesOf } from '../steps/planning.ts'

type Booking = Pick<Ticket, 'serviceId' | 'later' | 'dropped'>

/** Services, each as often as somebody comes to it. */
interface Onward {
  /** Those to which they still go on by a changed plan. */
  readonly onward: readonly string[]
  /** Those that fall away by it, offered no more. */
  readonly falling: readonly string[]
  /** Those that follow no longer, and those that follow newly, though it offers them. */
  readonly ending: readonly string[]
  readonly coming: readonly string[]
}

/** What bookings come to after their first part, by what they were wished for and by what follows from that. */
export function onwardOf(bookings: readonly Booking[], before: DayPlan | null, after: DayPlan): Onward {
  const offered = new Set(after.services.filter(s => s.open).map(s => s.id))
  const each = bookings.map(booking => ({ was: partsAfter(booking, before ?? after), is: partsAfter(booking, after) }))
  const gone = each.flatMap(({ was, is }) => was.filter(id => !is.includes(id)))
  return {
    onward: each.flatMap(({ is }) => is),
    falling: gone.filter(id => !offered.has(id)),
    ending: gone.filter(id => offered.has(id)),
    coming: each.flatMap(({ was, is }) => is.filter(id => !was.includes(id))),
  }
}

function partsAfter({ later = [], dropped = [], ...first }: Booking, plan: DayPlan): readonly string[] {
  const [, ...parts] = plannedParts(plan.services, [first, ...later, ...dropped])
  return servicesOf(parts)
}

/** Whether a day had places of a service and has none by a changed plan, although it may still be booked. */
export function placesEnd(before: DayPlan | null, after: DayPlan, serviceId: string): boolean {
  const placesOf = (plan: DayPlan | null) => plan?.services.find(s => s.id === serviceId)?.booking?.places
  const [was, is] = [placesOf(before), placesOf(after)]
  return was !== undefined && is !== undefined && is.length > 0 && was.some(n => n > 0) && is.every(n => n <= 0)
}
