import type { Entry, InvitationRow, TicketRow, VisitRow } from '../../server/journal/journal.ts'
import type { DayEvent } from '../../shared/queue/events.ts'

export const OFFICE = 'contoh'
export const DATE = '2026-06-09'
const OPENING = Date.UTC(2026, 5, 9, 0, 0)

/** An event that somebody took ticket `seq - 1`. */
export function taken(seq: number): DayEvent {
  const no = seq - 1
  return {
    seq,
    at: OPENING + seq * 1000,
    by: 'device:kiosk-1',
    commandId: `take-${seq}`,
    type: 'ticketTaken',
    no,
    id: ticketId(no),
    number: `A-${String(seq).padStart(3, '0')}`,
    serviceId: 'ktp',
    priority: false,
    due: OPENING + seq * 1000,
    ahead: no,
  }
}

export function ticketId(no: number, office = OFFICE, date = DATE): string {
  return `${office}.${date}.${no}`
}

/** The row of ticket `no` as it stands after it was taken, with what changed since. */
export function ticketRow(no: number, change: Partial<TicketRow> = {}): TicketRow {
  const row = {
    office: OFFICE,
    date: DATE,
    no,
    number: `A-${String(no + 1).padStart(3, '0')}`,
    service_id: 'ktp',
    state: 'waiting',
    priority: 0,
    taken_at: OPENING + no * 1000,
    queued_at: OPENING + no * 1000,
    called_at: null,
    ended_at: null,
    booked_at: null,
    slot_start: null,
    arrived_at: OPENING + no * 1000,
    ahead: no,
    promised_from: OPENING + 600_000,
    promised_to: OPENING + 900_000,
    why: null,
    ...change,
  }
  return { id: ticketId(no, row.office, row.date), ...row }
}

export function visitRow(no: number, seq: number, change: Partial<VisitRow> = {}): VisitRow {
  return {
    office: OFFICE,
    date: DATE,
    no,
    seq,
    counter_id: '1',
    officer_id: 'p1',
    service_id: 'ktp',
    queued_at: OPENING + no * 1000,
    called_at: OPENING + 100_000,
    started_at: OPENING + 130_000,
    ended_at: OPENING + 400_000 + seq,
    held_ms: 0,
    calls: 1,
    priority: 0,
    outcome: 'done',
    result: null,
    case_id: null,
    parts: null,
    promised_from: null,
    promised_to: null,
    ...change,
  }
}

export function invitationRow(no: number, change: Partial<InvitationRow> = {}): InvitationRow {
  const row = {
    office: OFFICE,
    date: DATE,
    service_id: 'ktp',
    counter_id: '1',
    officer_id: 'p1',
    minted_at: OPENING + 400_000 + no,
    chosen: 1 as const,
    ...change,
  }
  return { ticket_id: ticketId(no, row.office, row.date), ...row }
}

/** An entry of one day; what is left out is empty. */
export function entry(parts: Partial<Entry>): Entry {
  return { office: OFFICE, date: DATE, events: [], tickets: [], visits: [], invitations: [], ...parts }
}
