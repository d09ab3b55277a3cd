import { foundIn } from '../../kit/found-in.ts'
import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedService } from '../guards.ts'

/** Closes a service for a while to come: no new numbers and bookings; who is in line already stays there. */
export function closeService(day: QueueDay, command: CommandOf<'closeService'>, now: Instant): readonly Happening[] {
  const { serviceId, reason, until } = command
  plannedService(day, serviceId)
  const closed = foundIn(day.closures, serviceId)
  if (closed && closed.reason === reason && closed.until === until) return []
  if (until !== undefined && until <= now) throw new AppError('BAD_REQUEST', { where: 'body', field: 'until' })
  return [{ type: 'serviceClosed', serviceId, reason, ...(until === undefined ? {} : { until }) }]
}

/** Opens a closed service again. */
export function openService(day: QueueDay, { serviceId }: CommandOf<'openService'>): readonly Happening[] {
  plannedService(day, serviceId)
  return foundIn(day.closures, serviceId) ? [{ type: 'serviceOpened', serviceId }] : []
}
