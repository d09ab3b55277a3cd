import type { Database as SqliteFile, Statement } from 'better-sqlite3'
import {
  eventsRead,
  ON_KNOWN_INVITATION,
  UNUSED_INVITATION,
  JournalClash,
  type Entry,
  type Head,
  type InvitationRow,
  type Journal,
  type TicketRow,
  type VisitRow,
} from './journal.ts'

/**
 * The journal in one SQLite file. `append` is the hot path: statements prepared once and bound by place, everything between
 * one BEGIN and one COMMIT without an `await`, so that nothing else on the connection can slip in. `written` hears the last
 * event of every batch that is on disk.
 */
export function createSqliteJournal(sqlite: SqliteFile, written: (head: Head) => void): Journal {
  const begin = sqlite.prepare('begin immediate')
  const commit = sqlite.prepare('commit')
  const rollback = sqlite.prepare('rollback')
  const event = insert(sqlite, 'journal', ['office', 'date', 'seq', 'at', 'type', 'command_id', 'body'])
  const ticket = insert(
    sqlite,
    'tickets',
    [...TICKET, 'first_called_at'],
    onKnownTicket('coalesce(first_called_at, excluded.called_at)'),
  )
  const uncalled = insert(sqlite, 'tickets', [...TICKET, 'first_called_at'], onKnownTicket('excluded.called_at'))
  const visit = insert(sqlite, 'visits', VISIT)
  const invitation = insert(sqlite, 'invitations', INVITATION, ON_KNOWN_INVITATION)
  const dropVisit = sqlite.prepare('delete from visits where office = ? and date = ? and seq = ?')
  const withdraw = sqlite.prepare(`delete from invitations where ticket_id = ? and ${UNUSED_INVITATION}`)
  const dropNote = sqlite.prepare('delete from notes where id = ?')
  const after = sqlite
    .prepare<[string, string, number], string>(
      'select body from journal where office = ? and date = ? and seq > ? order by seq',
    )
    .pluck()

  function write(entry: Entry): void {
    const { office, date, undone } = entry
    for (const e of entry.events) event.run(office, date, e.seq, e.at, e.type, e.commandId ?? null, JSON.stringify(e))
    for (const t of entry.tickets)
      (undone?.uncalled.includes(t.no) ? uncalled : ticket).run(...valuesOf(t, TICKET), t.called_at)
    for (const seq of undone?.visits ?? []) dropVisit.run(office, date, seq)
    for (const ticketId of undone?.invitations ?? []) withdraw.run(ticketId)
    for (const id of undone?.notes ?? []) dropNote.run(id)
    for (const v of entry.visits) visit.run(...valuesOf(v, VISIT))
    for (const i of entry.invitations) invitation.run(...valuesOf(i, INVITATION))
  }

  return {
    async read(office, date, seq = 0) {
      return eventsRead(after.all(office, date, seq))
    },
    async append(entries) {
      begin.run()
      try {
        entries.forEach(write)
        commit.run()
      } catch (error) {
        if (sqlite.inTransaction) rollback.run()
        throw isClash(error) ? new JournalClash('somebody else wrote this event first') : error
      }
      const last = entries.filter(e => e.events.length > 0).at(-1)
      if (last) written(headOf(last))
    },
  }
}

const TICKET = [
  'id',
  'office',
  'date',
  'no',
  'number',
  'service_id',
  'state',
  'priority',
  'taken_at',
  'queued_at',
  'called_at',
  'ended_at',
  'booked_at',
  'slot_start',
  'arrived_at',
  'ahead',
  'promised_from',
  'promised_to',
  'why',
] as const satisfies readonly (keyof TicketRow)[]

const VISIT = [
  'office',
  'date',
  'no',
  'seq',
  'counter_id',
  'officer_id',
  'service_id',
  'queued_at',
  'called_at',
  'started_at',
  'ended_at',
  'held_ms',
  'calls',
  'priority',
  'outcome',
  'result',
  'case_id',
  'parts',
  'promised_from',
  'promised_to',
] as const satisfies readonly (keyof VisitRow)[]

const INVITATION = [
  'ticket_id',
  'office',
  'date',
  'service_id',
  'counter_id',
  'officer_id',
  'minted_at',
  'chosen',
] as const satisfies readonly (keyof InvitationRow)[]

const onKnownTicket = (firstCalled: string) => `on conflict (office, date, no) do update set
  state = excluded.state, service_id = excluded.service_id, called_at = excluded.called_at, ended_at = excluded.ended_at,
  first_called_at = ${firstCalled}, taken_at = excluded.taken_at,
  slot_start = excluded.slot_start, arrived_at = excluded.arrived_at, ahead = excluded.ahead,
  promised_from = excluded.promised_from, promised_to = excluded.promised_to, queued_at = excluded.queued_at,
  why = excluded.why`

function insert(sqlite: SqliteFile, table: string, columns: readonly string[], onConflict = ''): Statement<unknown[]> {
  const places = columns.map(() => '?').join(', ')
  return sqlite.prepare(`insert into ${table} (${columns.join(', ')}) values (${places}) ${onConflict}`)
}

function valuesOf<T>(row: T, columns: readonly (keyof T)[]): unknown[] {
  return columns.map(column => row[column])
}

function headOf({ office, date, events }: Entry): Head {
  const { seq, at } = events.at(-1)!
  return { office, date, seq, at }
}

/** By the guard that stands before every insert. */
function isClash(error: unknown): boolean {
  return error instanceof Error && error.message === 'the journal is only ever added to'
}
