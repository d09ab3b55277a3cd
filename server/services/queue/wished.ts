import { AppError } from '../../../shared/kit/errors.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { eventOn } from '../../../shared/office/agency-days.ts'
import { partsOf } from '../../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Wished } from '../../../shared/queue/command.ts'
import type { Ticket } from '../../../shared/queue/day.ts'

/** A number or a booking for an event of life, as it is asked for. */
export interface AskedEvent {
  readonly lifeEvent?: string | undefined
  readonly without?: readonly string[] | undefined
}

/**
 * What a visit is for beside its first service, also what its day does not offer: the day itself says what falls away. It begins
 * with the first part that is there on the date. Throws `SERVICE_UNKNOWN` where the event does not begin with that.
 */
export function wishedOf(
  office: OfficeInfo,
  serviceId: string,
  { lifeEvent, without }: AskedEvent,
  date: LocalDate,
): Wished {
  if (lifeEvent === undefined) return {}
  const event = office.lifeEvents.find(e => e.id === lifeEvent)
  const parts = event ? partsOf(event, office.services, without) : []
  const first = event && (eventOn(office, event, date, without).there[0]?.part ?? parts[0])
  if (first?.serviceId !== serviceId) throw new AppError('SERVICE_UNKNOWN', { serviceId })
  const later = parts
    .filter(p => p !== first)
    .map(p => ({ serviceId: p.serviceId, ...(p.caseId === null ? {} : { case: p.caseId }) }))
  return { lifeEvent, ...(later.length > 0 ? { later } : {}) }
}

/** What a booking that moves is for: all that it was wished for, in the order of its event; its new day says what it offers. */
export function wishedAgain(office: OfficeInfo, { lifeEvent, later = [], dropped = [] }: Ticket): Wished {
  const order = office.lifeEvents.find(e => e.id === lifeEvent)?.parts.map(p => p.serviceId) ?? []
  const wished = [...later, ...dropped].sort((a, b) => order.indexOf(a.serviceId) - order.indexOf(b.serviceId))
  return { ...(lifeEvent === undefined ? {} : { lifeEvent }), ...(wished.length > 0 ? { later: wished } : {}) }
}

/** The event as it was asked for: what it means by the office's settings of the moment is no part of the request. */
export function askedEvent({ lifeEvent, without }: AskedEvent): Wished {
  if (lifeEvent === undefined) return {}
  return { lifeEvent, ...(without?.length ? { later: without.map(serviceId => ({ serviceId })) } : {}) }
}
