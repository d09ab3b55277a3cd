import { CompiledQuery, type Kysely } from 'kysely'
import {
  eventsRead,
  JournalClash,
  ON_KNOWN_INVITATION,
  UNUSED_INVITATION,
  type Entry,
  type Journal,
  type TicketRow,
} from './journal.ts'

/** The journal in PostgreSQL: one autocommit statement per batch, guarded by the primary key of the journal alone. */
export function createPostgresJournal<T>(db: Kysely<T>): Journal {
  return {
    async read(office, date, after = 0) {
      const { rows } = await db.executeQuery<{ body: string }>(CompiledQuery.raw(READ, [office, date, after]))
      return eventsRead(rows.map(r => r.body))
    },
    async append(entries) {
      const batch = [
        eventsOf(entries),
        ticketsOf(entries, false),
        entries.flatMap(e => e.visits),
        entries.flatMap(e => e.invitations),
        ticketsOf(entries, true),
        entries.flatMap(({ office, date, undone }) => (undone?.visits ?? []).map(seq => ({ office, date, seq }))),
        entries.flatMap(({ undone }) => (undone?.invitations ?? []).map(ticket_id => ({ ticket_id }))),
        entries.flatMap(({ undone }) => (undone?.notes ?? []).map(id => ({ id }))),
      ]
      try {
        await db.executeQuery(
          CompiledQuery.raw(
            APPEND,
            batch.map(rows => JSON.stringify(rows)),
          ),
        )
      } catch (error) {
        throw isClash(error) ? new JournalClash('somebody else wrote this event first') : error
      }
    },
  }
}

const READ = 'select body from journal where office = $1 and date = $2 and seq > $3 order by seq'

const EVENT = 'office text, date text, seq integer, at bigint, type text, command_id text, body text'
const TICKET = `id text, office text, date text, no integer, number text, service_id text, state text, priority integer,
  taken_at bigint, queued_at bigint, first_called_at bigint, called_at bigint, ended_at bigint, booked_at bigint,
  slot_start bigint, arrived_at bigint, ahead integer, promised_from bigint, promised_to bigint, why text`
const VISIT = `office text, date text, no integer, seq integer, counter_id text, officer_id text, service_id text,
  queued_at bigint, called_at bigint, started_at bigint, ended_at bigint, held_ms bigint, calls integer, priority integer,
  outcome text, result text, case_id text, parts integer,
  promised_from bigint, promised_to bigint`
const INVITATION = `ticket_id text, office text, date text, service_id text, counter_id text, officer_id text,
  minted_at bigint, chosen integer`

// Sibling CTEs run in no fixed order: asking for `written` makes the rows wait until the events' keys are won, and every
// process takes its rows in the same order, so that two of them cannot hold what the other needs.
const APPEND = `
  with written as (
    ${insert('journal', EVENT, '$1')} order by office, date, seq returning seq
  ), ticketed as (
    ${upsertTickets('$2', 'coalesce(tickets.first_called_at, excluded.called_at)')}
  ), uncalled as (
    ${upsertTickets('$5', 'excluded.called_at')}
  ), visited as (
    ${insert('visits', VISIT, '$3')} where (select count(*) from written) >= 0 order by office, date, seq
  ), unvisited as (
    delete from visits using json_to_recordset($6::json) as r(office text, date text, seq integer)
    where visits.office = r.office and visits.date = r.date and visits.seq = r.seq and (select count(*) from written) >= 0
  ), withdrawn as (
    delete from invitations using json_to_recordset($7::json) as r(ticket_id text)
    where invitations.ticket_id = r.ticket_id and ${UNUSED_INVITATION} and (select count(*) from written) >= 0
  ), unnoted as (
    delete from notes using json_to_recordset($8::json) as r(id text)
    where notes.id = r.id and (select count(*) from written) >= 0
  )
  ${insert('invitations', INVITATION, '$4')} where (select count(*) from written) >= 0 order by ticket_id
  ${ON_KNOWN_INVITATION}`

function upsertTickets(rows: string, firstCalled: string): string {
  return `${insert('tickets', TICKET, rows)} where (select count(*) from written) >= 0 order by office, date, no
    on conflict (office, date, no) do update set
      state = excluded.state, service_id = excluded.service_id, called_at = excluded.called_at,
      ended_at = excluded.ended_at, first_called_at = ${firstCalled},
      taken_at = excluded.taken_at, slot_start = excluded.slot_start, arrived_at = excluded.arrived_at,
      ahead = excluded.ahead, promised_from = excluded.promised_from, promised_to = excluded.promised_to,
      queued_at = excluded.queued_at, why = excluded.why`
}

function insert(table: string, columns: string, rows: string): string {
  const names = columns.split(',').map(c => c.trim().split(' ')[0])
  return `insert into ${table} (${names.join(', ')})
    select ${names.join(', ')} from json_to_recordset(${rows}::json) as r(${columns})`
}

function eventsOf(entries: readonly Entry[]) {
  return entries.flatMap(({ office, date, events }) =>
    events.map(e => ({
      office,
      date,
      seq: e.seq,
      at: e.at,
      type: e.type,
      command_id: e.commandId ?? null,
      body: JSON.stringify(e),
    })),
  )
}

/** The last row of each ticket with its first call: one statement may touch a row once only. Those whose first call was undone stand apart. */
function ticketsOf(entries: readonly Entry[], uncalled: boolean) {
  const latest = new Map<string, TicketRow & { first_called_at: number | null }>()
  for (const t of entries.flatMap(e => e.tickets.filter(t => isUncalled(e, t) === uncalled)))
    latest.set(t.id, { ...t, first_called_at: latest.get(t.id)?.first_called_at ?? t.called_at })
  return [...latest.values()]
}

function isUncalled({ undone }: Entry, { no }: TicketRow): boolean {
  return undone?.uncalled.includes(no) ?? false
}

const UNIQUE_VIOLATION = '23505'
const DEADLOCK = '40P01'

function isClash(error: unknown): boolean {
  const { code, table } = error as { code?: string; table?: string }
  return code === DEADLOCK || (code === UNIQUE_VIOLATION && table === 'journal')
}
