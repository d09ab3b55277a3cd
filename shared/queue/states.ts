/** States of a ticket; see docs/glossary.md. */
export type TicketState = 'waiting' | 'called' | 'serving' | 'parked' | 'missed' | 'done' | 'cancelled'

/** The one table of ticket states: from which states an event may take a ticket, and where it brings it. */
export const TRANSITIONS = {
  ticketCalled: { from: ['waiting', 'parked', 'missed'], to: 'called' },
  ticketRecalled: { from: ['called'], to: 'called' },
  ticketSkipped: { from: ['called'], to: 'missed' },
  ticketReturned: { from: ['missed'], to: 'waiting' },
  ticketStarted: { from: ['called'], to: 'serving' },
  ticketFinished: { from: ['called', 'serving'], to: 'done' },
  ticketTransferred: { from: ['called', 'serving'], to: 'waiting' },
  ticketParked: { from: ['called', 'serving'], to: 'parked' },
  ticketCancelled: { from: ['waiting', 'parked', 'missed'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly TicketState[]; to: TicketState }>

export type TicketChange = keyof typeof TRANSITIONS

/** Whether `change` may happen to a ticket in `state`. */
export function allows(change: TicketChange, state: TicketState): boolean {
  return (TRANSITIONS[change].from as readonly TicketState[]).includes(state)
}

/** States in which a ticket still matters to the hall; the others are over. */
export const LIVE_STATES: readonly TicketState[] = ['waiting', 'called', 'serving', 'parked', 'missed']
