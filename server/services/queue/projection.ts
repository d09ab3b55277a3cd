import type { LocalDate } from '../../../shared/kit/time.ts'
import { ticketAt, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { arrivedAt, queuedAt } from '../../../shared/queue/line.ts'
import type { TicketState } from '../../../shared/queue/states.ts'
import type { Entry, InvitationRow, TicketRow, VisitRow } from '../../journal/journal.ts'

/** States in which a ticket has ended. */
const ENDED: readonly TicketState[] = ['done', 'unserved', 'cancelled', 'released']

/** The rows that follow from one event. */
export interface Rows {
  readonly ticket?: TicketRow
  readonly visit?: VisitRow
  readonly invitation?: InvitationRow
}

/** Collects the events of one day in one batch and the rows that follow from them. */
export interface Collector {
  add(event: DayEvent, rows: Rows): void
  entry(): Entry
}

const OUTCOMES = {
  ticketFinished: 'done',
  ticketSkipped: 'missed',
  ticketTransferred: 'transferred',
  ticketParked: 'parked',
} as const

export function collect(office: string, date: LocalDate): Collector {
  const events: DayEvent[] = []
  const tickets = new Map<number, TicketRow>()
  const visits: VisitRow[] = []
  const invitations: InvitationRow[] = []
  return {
    add(event, { ticket, visit, invitation }) {
      events.push(event)
      // The first call of the batch counts, whatever the ticket went through after it.
      if (ticket)
        tickets.set(ticket.no, { ...ticket, called_at: tickets.get(ticket.no)?.called_at ?? ticket.called_at })
      if (visit) visits.push(visit)
      if (invitation) invitations.push(invitation)
    },
    entry: () => ({ office, date, events, tickets: [...tickets.values()], visits, invitations }),
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
  const visit = event.type in OUTCOMES ? ticketAt(before, ticket.no) : undefined
  if (!visit?.calledAt || !visit.counterId) return { ticket: row }
  const who = {
    office,
    date,
    counter_id: visit.counterId,
    officer_id: visit.officerId ?? '',
    service_id: visit.serviceId,
  }
  return {
    ticket: row,
    visit: {
      ...who,
      no: ticket.no,
      seq: event.seq,
      queued_at: queuedAt(visit) ?? null,
      called_at: visit.calledAt,
      // Of a visit that nobody ended only that it was is known, not how long its parts took.
      started_at: (event.type === 'ticketFinished' && event.untimed ? undefined : visit.startedAt) ?? null,
      ended_at: event.at,
      held_ms: visit.heldMs,
      calls: visit.calls,
      priority: visit.priority ? 1 : 0,
      outcome: OUTCOMES[event.type as keyof typeof OUTCOMES],
      result: event.type === 'ticketFinished' && event.result ? JSON.stringify(event.result) : null,
    },
    ...(event.type === 'ticketFinished' ? { invitation: { ...who, ticket_id: ticket.id, minted_at: event.at } } : {}),
  }
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
