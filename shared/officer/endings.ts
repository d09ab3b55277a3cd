import type { TicketFact } from './facts.ts'

/** What became of bookings whose time has come: these came, late ones too, and these did not. */
export interface Coming {
  readonly came: number
  readonly missed: number
}

/** How tickets ended; each counts in one of these at most. */
export interface Endings {
  /** Holders who came. */
  readonly tickets: number
  readonly done: number
  /** Called and not come, neither then nor later. */
  readonly missed: number
  /** Given back by their holders, numbers and bookings. */
  readonly cancelled: number
  /** Tickets that the office did not get to before their day ended. */
  readonly unserved: number
  /** Served in part: the visit ended without a finish. */
  readonly partly: number
  /** Ended because somebody else came than the one who booked. */
  readonly otherHolder: number
  readonly bookings: Coming
}

/** Counts tickets by how they ended. Whom the office let go counts nowhere, and neither does a wish on a waitlist. */
export function endingsOf(tickets: readonly TicketFact[]): Endings {
  const came = tickets.filter(t => t.arrivedAt !== null)
  const inState = (of: readonly TicketFact[], state: string) => of.filter(t => t.state === state).length
  const given = tickets.filter(t => t.arrivedAt !== null || t.slotStart !== null)
  return {
    tickets: came.length,
    done: inState(came, 'done'),
    missed: came.filter(t => t.state === 'missed' && !isPartly(t)).length,
    cancelled: given.filter(t => t.state === 'cancelled' && t.why === null && !isPartly(t)).length,
    unserved: came.filter(t => t.state === 'unserved' && !isPartly(t)).length,
    partly: came.filter(isPartly).length,
    otherHolder: came.filter(isOtherHolder).length,
    bookings: { came: came.filter(t => t.slotStart !== null).length, missed: inState(given, 'released') },
  }
}

/** Whether a ticket ended because somebody else came than the one who booked. */
export function isOtherHolder({ state, why }: Pick<TicketFact, 'state' | 'why'>): boolean {
  return state === 'cancelled' && why === 'holder'
}

/**
 * Whether a part of a ticket was served, and its visit ended without a finish: already from the call that its holder missed, so that
 * the day reads the same in its evening and once that has become final.
 */
export function isPartly(ticket: Pick<TicketFact, 'state' | 'why' | 'invited' | 'leftPart'>): boolean {
  const { state, invited = false, leftPart = false } = ticket
  if (leftPart) return true
  return invited && (state === 'unserved' || state === 'cancelled') && !isOtherHolder(ticket)
}
