import { foundIn } from '../../kit/found-in.ts'
import { AppError } from '../../kit/errors.ts'
import { pick } from '../../kit/pick.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { plannedDay, plannedService } from '../guards.ts'
import { ticketNumber } from '../numbers/numbering.ts'
import { isOpen, walkInsLeft } from '../places.ts'
import { aheadOf, arrivalDue } from '../policy.ts'
import { comingParts } from './coming-parts.ts'
import { mustBeOneVisit } from './plan-steps.ts'

/** Gives a walk-in the next number of its service, while the doors are open. */
export function takeTicket(day: QueueDay, command: CommandOf<'takeTicket'>, now: Instant): readonly Happening[] {
  const plan = plannedDay(day)
  if (!plan.doors || now < plan.doors.from || now >= plan.doors.to)
    throw new AppError('OFFICE_CLOSED', plan.doors ? { from: plan.doors.from, to: plan.doors.to } : undefined)
  const service = plannedService(day, command.serviceId)
  if (!isOpen(day, service)) throw new AppError('SERVICE_CLOSED', { serviceId: service.id })
  if (walkInsLeft(day, service.id, now) < 1) throw new AppError('QUOTA_FULL', { serviceId: service.id })
  mustBeOneVisit(day, service.id, command.later)
  const no = day.taken
  const due = arrivalDue(now, command.priority, plan.priorityCreditMs)
  return [
    {
      type: 'ticketTaken',
      no,
      id: command.ticketId,
      number: ticketNumber(service.letter, (foundIn(day.lastNumber, service.letter) ?? 0) + 1),
      serviceId: service.id,
      priority: command.priority,
      due,
      ahead: aheadOf(day, service.id, { no, due }),
      ...(command.case === undefined ? {} : { case: command.case }),
      ...pick(command, ['lifeEvent']),
      ...comingParts(day, { ...command, serviceId: service.id }),
      ...(command.promised ? { promised: command.promised } : {}),
    },
  ]
}
