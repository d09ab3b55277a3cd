import type { LocalDate } from '../../../shared/kit/time.ts'
import { ticketAt, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { arrivedAt, queuedAt, servedBy } from '../../../shared/queue/line.ts'
import type { TicketState } from '../../../shared/queue/states.ts'
import type { Entry, InvitationRow, TicketRow, VisitRow } from '../../journal/journal.ts'

/** States in which a ticket has ended. */
const ENDED: readonly TicketState[] = ['done', 'unserved', 'cancelled', 'released']

/** The rows that follow from one event. */
export interface Rows {
  readonly ticket?: TicketRow
  readonly visit?: VisitRow
  readonly invitation?: InvitationRow
  /** The event that was undone: it may have ended a visit, was a call or invited to a survey. */
  readonly undone?: {
    readonly seq: number
    readonly call?: 'first' | 'again'
    readonly invited: boolean
    /** What the officer wrote with it. */
    readonly noteId?: string
  }
}

/** Collects the events of one day in one batch and the rows that follow from them. */
export interface Collector {
  add(event: DayEvent, rows: Rows): void
  entry(): Entry
}

const OUTCOMES = {
  ticketFinished: 'done',
  // Credited to the desk of this step; the survey comes once, when the visit is over.
  stepFinished: 'step',
  ticketSkipped: 'missed',
  ticketTransferred: 'transferred',
  ticketParked: 'parked',
  holderRefused: 'otherHolder',
  // The part of the officer who left; who served on has a row of their own.
  ticketTakenOver: 'takenOver',
  ticketPutBack: 'takenOver',
  // Whoever called is credited with the call, and with the walk of who came; nobody finished it.
  ticketUnserved: 'unserved',
} as const

export function collect(office: string, date: LocalDate): Collector {
  const events: DayEvent[] = []
  const tickets = new Map<number, TicketRow>()
  const visits: VisitRow[] = []
  const invitations: InvitationRow[] = []
  const undoneSeqs: number[] = []
  const uncalled = new Set<number>()
  const withdrawn = new Set<string>()
  const notes: string[] = []
  return {
    add(event, { ticket, visit, invitation, undone }) {
      events.push(event)
      // The first call of the batch counts, whatever the ticket went through after it.
      const first = ticket && !undone?.call ? tickets.get(ticket.no)?.called_at : undefined
      if (ticket) tickets.set(ticket.no, { ...ticket, called_at: first ?? ticket.called_at })
      if (undone) takeBack(undone, ticket!)
      if (visit) visits.push(visit)
      if (invitation) invitations.push(invitation)
    },
    entry: () => ({
      ...{ office, date, events, tickets: [...tickets.values()], visits, invitations },
      ...(undoneSeqs.length === 0 ? {} : { undone: undoneRows() }),
    }),
  }

  function undoneRows() {
    return {
      ...{ uncalled: [...uncalled], visits: undoneSeqs, notes },
      // Who was invited again in the same batch keeps that invitation.
      invitations: [...withdrawn].filter(id => !invitations.some(i => i.ticket_id === id)),
    }
  }

  /** What the same batch brought is not written at all, the rest is taken out. */
  function takeBack(undone: NonNullable<Rows['undone']>, { no, id }: TicketRow): void {
    undoneSeqs.push(undone.seq)
    if (undone.noteId !== undefined) notes.push(undone.noteId)
    if (undone.call === 'first') uncalled.add(no)
    const visit = visits.findIndex(v => v.seq === undone.seq)
    if (visit >= 0) visits.splice(visit, 1)
    if (!undone.invited) return
    withdrawn.add(id)
    const invitation = invitations.findIndex(i => i.ticket_id === id)
    if (invitation >= 0) invitations.splice(invitation, 1)
  }
}

/** What an event of a day means for the tables, from the day before and after it. */
export function rowsOf(
  { office, date }: { readonly office: string; readonly date: LocalDate },
  event: DayEvent,
  before: QueueDay,
  after: QueueDay,
): Rows {
  const ticket = 'no' in event ? ticketAt(after, event.no) : undefined
  if (!ticket?.id) return {}
  const row = ticketRow(office, date, ticket)
  if (event.type === 'actUndone') {
    const { undone, undoneSeq: seq } = event
    const call = undone === 'ticketCalled' ? { call: ticket.calls === 0 ? ('first' as const) : ('again' as const) } : {}
    const noteId = [ticketAt(before, event.no)].flatMap(t => notesOf(t)).find(id => !notesOf(ticket).includes(id))
    const noted = noteId === undefined ? {} : { noteId }
    return {
      ticket: row,
      undone: { seq, invited: undone === 'ticketFinished' || undone === 'ticketUnserved', ...call, ...noted },
    }
  }
  const at = { office, date }
  const invitation = partly(at, event, before)
  const visit = event.type in OUTCOMES ? ticketAt(before, ticket.no) : undefined
  // Of whoever was put aside the stay at the counter was over before.
  const isOver = event.type === 'ticketUnserved' && visit?.state === 'parked'
  if (!visit?.calledAt || !visit.counterId || isOver) return { ticket: row, ...invitation }
  const who = { counter_id: visit.counterId, officer_id: visit.officerId ?? '', service_id: visit.serviceId }
  const isTimed = !('untimed' in event && event.untimed)
  return {
    ticket: row,
    visit: {
      ...at,
      ...who,
      no: ticket.no,
      seq: event.seq,
      queued_at: queuedAt(visit) ?? null,
      called_at: visit.calledAt,
      // Of a visit that nobody ended only that it was is known, not how long its parts took.
      started_at: (isTimed ? visit.startedAt : undefined) ?? null,
      ended_at: event.at,
      held_ms: visit.heldMs,
      calls: visit.calls,
      priority: visit.priority ? 1 : 0,
      outcome: OUTCOMES[event.type as keyof typeof OUTCOMES],
      result: event.type === 'ticketFinished' && event.result ? JSON.stringify(event.result) : null,
      case_id: visit.case ?? null,
      parts: ('done' in event ? event.done : undefined) ?? null,
      promised_from: visit.promisedStep?.from ?? null,
      promised_to: visit.promisedStep?.to ?? null,
    },
    ...(event.type === 'ticketFinished' ? { invitation: invited(at, ticket, who, event.at) } : invitation),
  }
}

/** Whoever was served in part may rate that part, once the visit has come to another end than a finish. */
function partly(
  at: { readonly office: string; readonly date: LocalDate },
  event: DayEvent,
  before: QueueDay,
): Pick<Rows, 'invitation'> {
  if (event.type !== 'ticketUnserved' && event.type !== 'ticketCancelled') return {}
  const ticket = ticketAt(before, event.no)
  const part = ticket && servedBy(ticket)
  if (!ticket?.id || !part) return {}
  const { counterId: counter_id, officerId: officer_id = '', serviceId: service_id } = part
  return { invitation: invited(at, ticket, { counter_id, officer_id, service_id }, event.at) }
}

type Credited = Pick<InvitationRow, 'counter_id' | 'officer_id' | 'service_id'>

/**
 * The right to rate a visit, once. What is said of several desks is said of none of their officers: nobody could tell whom it
 * means. It counts for the counter and the service at which the visit ended.
 */
function invited(at: { office: string; date: LocalDate }, { id, been }: Ticket, who: Credited, mintedAt: number) {
  const alone = been?.every(step => (step.officerId ?? '') === who.officer_id) ?? true
  return {
    ...at,
    ticket_id: id!,
    ...who,
    ...(alone ? {} : { officer_id: '' }),
    minted_at: mintedAt,
    chosen: 1 as const,
  }
}

/** The notes that go with a ticket: to its next officer, and to its holder. */
function notesOf(ticket: Ticket | undefined): readonly string[] {
  const said = ticket?.result?.kind === 'refused' ? ticket.result.noteId : undefined
  return [ticket?.noteId, said].filter(id => id !== undefined)
}

function ticketRow(office: string, date: LocalDate, t: Ticket): TicketRow {
  return {
    id: t.id!,
    office,
    date,
    no: t.no,
    number: t.number,
    service_id: t.serviceId,
    state: t.state,
    priority: t.priority ? 1 : 0,
    taken_at: t.bookedAt !== undefined && t.slot ? Math.max(t.takenAt, t.slot.start) : t.takenAt,
    queued_at: queuedAt(t) ?? null,
    called_at: t.calledAt ?? null,
    ended_at: ENDED.includes(t.state) ? t.since : null,
    booked_at: t.bookedAt ?? null,
    slot_start: t.slot?.start ?? null,
    arrived_at: arrivedAt(t) ?? null,
    ahead: t.ahead,
    promised_from: t.promised?.from ?? null,
    promised_to: t.promised?.to ?? null,
    why: t.why ?? null,
  }
}
