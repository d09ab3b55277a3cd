/** States of a ticket; see docs/glossary.md. */
export const TICKET_STATES = [
  'waitlisted',
  'offered',
  'booked',
  'released',
  'waiting',
  'called',
  'serving',
  'parked',
  'missed',
  'done',
  'unserved',
  'cancelled',
] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** The one table of ticket states: from which states an event may take a ticket, and where it brings it. */
export const TRANSITIONS = {
  placeOffered: { from: ['waitlisted'], to: 'offered' },
  offerTaken: { from: ['offered'], to: 'booked' },
  ticketRescheduled: { from: ['booked'], to: 'booked' },
  ticketCheckedIn: { from: ['booked', 'released'], to: 'waiting' },
  checkInUndone: { from: ['waiting'], to: 'booked' },
  ticketReleased: { from: ['booked'], to: 'released' },
  turnDelayed: { from: ['waiting'], to: 'waiting' },
  ticketCalled: { from: ['waiting', 'parked', 'missed'], to: 'called' },
  ticketRecalled: { from: ['called'], to: 'called' },
  ticketSkipped: { from: ['called'], to: 'missed' },
  ticketReturned: { from: ['missed'], to: 'waiting' },
  ticketStarted: { from: ['called'], to: 'serving' },
  ticketFinished: { from: ['called', 'serving', 'parked'], to: 'done' },
  stepFinished: { from: ['called', 'serving', 'parked'], to: 'waiting' },
  ticketTransferred: { from: ['called', 'serving'], to: 'waiting' },
  ticketParked: { from: ['serving'], to: 'parked' },
  holderRefused: { from: ['called', 'serving'], to: 'cancelled' },
  ticketTakenOver: { from: ['serving'], to: 'serving' },
  ticketPutBack: { from: ['called', 'serving'], to: 'waiting' },
  ticketUnserved: { from: ['booked', 'waiting', 'called', 'serving', 'parked'], to: 'unserved' },
  ticketCancelled: {
    // Once more when a booking whose time the office took has moved: then it is not lost any more.
    from: ['waitlisted', 'offered', 'booked', 'released', 'waiting', 'parked', 'missed', 'cancelled'],
    to: 'cancelled',
  },
} as const satisfies Record<string, { from: readonly TicketState[]; to: TicketState }>

export type TicketChange = keyof typeof TRANSITIONS

/** Whether `change` may happen to a ticket in `state`. */
export function allows(change: TicketChange, state: TicketState): boolean {
  return (TRANSITIONS[change].from as readonly TicketState[]).includes(state)
}

/** Whether a ticket in this state can be given up; one that has ended cannot. */
export function mayCancel(state: TicketState): boolean {
  return state !== 'cancelled' && allows('ticketCancelled', state)
}

/** Whether the desk may give such a ticket back for its holder: whoever was put aside has been at a counter, and ends there. */
export function deskMayCancel(state: TicketState): boolean {
  return mayCancel(state) && state !== 'parked'
}

/** States in which a ticket still matters to the hall; the others are over or not there yet. */
export const LIVE_STATES: readonly TicketState[] = ['waiting', 'called', 'serving', 'parked', 'missed']

/** States of a ticket whose holder is not in the hall yet, or came too late for the place. */
export const AWAITED_STATES: readonly TicketState[] = ['waitlisted', 'offered', 'booked', 'released']

/** Whether a ticket in this state counts against the quota of its service. */
export function countsInQuota(state: TicketState): boolean {
  return state !== 'waitlisted' && state !== 'released' && state !== 'cancelled'
}
