import { ticketAt, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import type { Entry, InvitationRow, TicketRow, VisitRow } from '../../journal/journal.ts'

/** Collects the events of one day in one batch and the rows that follow from them. */
export interface Collector {
  add(event: DayEvent, before: QueueDay, after: QueueDay): void
  entry(): Entry
}

const OUTCOMES = {
  ticketFinished: 'done',
  ticketSkipped: 'missed',
  ticketTransferred: 'transferred',
  ticketParked: 'parked',
} as const

export function collect(office: string, date: string): Collector {
  const events: DayEvent[] = []
  const tickets = new Map<number, TicketRow>()
  const visits: VisitRow[] = []
  const invitations: InvitationRow[] = []
  return {
    add(event, before, after) {
      events.push(event)
      if (!('no' in event)) return
      const ticket = ticketAt(after, event.no)
      if (!ticket?.id) return
      tickets.set(event.no, ticketRow(office, date, ticket, tickets.get(event.no)?.called_at ?? null))
      if (!(event.type in OUTCOMES)) return
      const visit = ticketAt(before, event.no)
      if (!visit?.calledAt || !visit.counterId) return
      const who = {
        office,
        date,
        counter_id: visit.counterId,
        officer_id: visit.officerId ?? '',
        service_id: visit.serviceId,
      }
      visits.push({
        ...who,
        no: event.no,
        seq: event.seq,
        called_at: visit.calledAt,
        started_at: visit.startedAt ?? null,
        ended_at: event.at,
        held_ms: visit.heldMs,
        calls: visit.calls,
        priority: visit.priority ? 1 : 0,
        outcome: OUTCOMES[event.type as keyof typeof OUTCOMES],
      })
      if (event.type === 'ticketFinished') invitations.push({ ...who, ticket_id: ticket.id, minted_at: event.at })
    },
    entry: () => ({ office, date, events, tickets: [...tickets.values()], visits, invitations }),
  }
}

function ticketRow(office: string, date: string, t: Ticket, calledBefore: number | null): TicketRow {
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
    called_at: calledBefore ?? t.calledAt ?? null,
    ended_at: t.state === 'done' || t.state === 'cancelled' || t.state === 'released' ? t.since : null,
    booked_at: t.bookedAt ?? null,
    slot_start: t.slot?.start ?? null,
    arrived_at: t.bookedAt !== undefined && t.takenAt === t.bookedAt ? null : t.takenAt,
    ahead: t.ahead,
    promised_from: t.promised?.from ?? null,
    promised_to: t.promised?.to ?? null,
  }
}
