import { AppError } from '../../../shared/kit/errors.ts'
import { partsOf } from '../../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Wished } from '../../../shared/queue/command.ts'

/** A number or a booking for an event of life, as it is asked for. */
export interface AskedEvent {
  readonly lifeEvent?: string | undefined
  readonly without?: readonly string[] | undefined
}

/** What a visit is for beside its first service; throws `SERVICE_UNKNOWN` where the event does not begin with that. */
export function wishedOf(office: OfficeInfo, serviceId: string, { lifeEvent, without }: AskedEvent): Wished {
  if (lifeEvent === undefined) return {}
  const event = office.lifeEvents.find(e => e.id === lifeEvent)
  const [first, ...others] = event ? partsOf(event, office.services, without) : []
  if (first?.serviceId !== serviceId) throw new AppError('SERVICE_UNKNOWN', { serviceId })
  const later = others.map(p => ({ serviceId: p.serviceId, ...(p.caseId === null ? {} : { case: p.caseId }) }))
  return { lifeEvent, ...(later.length > 0 ? { later } : {}) }
}

/** The event as it was asked for: what it means by the office's settings of the moment is no part of the request. */
export function askedEvent({ lifeEvent, without }: AskedEvent): Wished {
  if (lifeEvent === undefined) return {}
  return { lifeEvent, ...(without?.length ? { later: without.map(serviceId => ({ serviceId })) } : {}) }
}
