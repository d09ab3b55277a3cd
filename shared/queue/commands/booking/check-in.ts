import { AppError } from '../../../kit/errors.ts'
import type { Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import { checkInUntil } from '../../check-in-window.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { plannedDay, ticketFor } from '../../guards.ts'
import { mayCome } from '../../lost-time.ts'
import { aheadOf, bookedDue } from '../../policy.ts'
import { comingParts } from '../coming-parts.ts'

/**
 * A booked citizen has come: inside the window with the due of the booking, after it like a walk-in who arrives now. Before
 * the window opens nothing changes, and the refusal says from when.
 */
export function checkIn(day: QueueDay, command: CommandOf<'checkIn'>, now: Instant): readonly Happening[] {
  const { no, promised, byNumber } = command
  const { slots, doors } = plannedDay(day)
  mayCome(day, no)
  const ticket = ticketFor(day, no, 'ticketCheckedIn')
  if (byNumber && ticket.byLinkOnly) throw new AppError('CHECK_IN_PROOF')
  const { slot } = ticket
  if (!slot || !slots) throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
  if (!doors || now >= doors.to) throw new AppError('OFFICE_CLOSED')
  const from = slot.start - slots.earlyMs
  if (now < from) throw new AppError('CHECK_IN_EARLY', { from })
  const late = ticket.state === 'released' || now > checkInUntil(day, ticket.serviceId, slot, slots)
  const due = late ? now : bookedDue(slot.start, slots.creditMs)
  return [
    {
      type: 'ticketCheckedIn',
      no,
      number: ticket.number,
      serviceId: ticket.serviceId,
      priority: ticket.priority,
      bookedAt: ticket.bookedAt ?? ticket.takenAt,
      slot,
      due,
      late,
      ...(!late && now < slot.start ? { opens: slot.start } : {}),
      ahead: aheadOf(day, ticket.serviceId, { no, due }),
      ...comingParts(day, ticket),
      ...(promised ? { promised } : {}),
      // Late, or in the place of somebody who did not come, there is no booking left to go back to.
      ...(byNumber && !late && !ticket.unclaimed ? { byNumber } : {}),
    },
  ]
}
