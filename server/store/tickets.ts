import { sql, type SqlBool } from 'kysely'
import type { ShowHistory } from '../../shared/booking/overbook.ts'
import { showHistory } from '../../shared/booking/show-history.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { TicketState } from '../../shared/queue/states.ts'
import type { Database } from './open/database.ts'
import type { TicketsTable } from './schema/tables.ts'

/** A ticket as a row, with its first call, whether its holder was invited to rate, and missed a call after a part was served. */
export interface StoredTicket extends TicketsTable {
  readonly invited: SqlBool
  readonly left_part: SqlBool
}

/** Of a ticket of the table named so: that its holder was served in part, then missed a call and has not come back. */
export function leftPart(ticket: 't' | 'tickets') {
  const of = (column: string) => sql.ref(`${ticket}.${column}`)
  return sql<SqlBool>`(${of('state')} = 'missed' and exists (
    select 1 from visits as p where p.office = ${of('office')} and p.date = ${of('date')} and p.no = ${of('no')}
      and (p.outcome = 'step' or p.started_at is not null)))`
}

/** Where a ticket stands: its office, its day and its place in that day. */
export async function ticketById(
  { kysely }: Database,
  id: string,
): Promise<{ readonly office: string; readonly date: LocalDate; readonly no: number } | undefined> {
  return kysely.selectFrom('tickets').select(['office', 'date', 'no']).where('id', '=', id).executeTakeFirst()
}

/** How far a ticket is. */
export async function stateOfTicket({ kysely }: Database, id: string): Promise<TicketState | undefined> {
  const row = await kysely.selectFrom('tickets').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state as TicketState | undefined
}

/** Dates from one on for which somebody has booked. */
export async function bookedDates(
  { kysely }: Database,
  office: string,
  from: LocalDate,
): Promise<readonly LocalDate[]> {
  const rows = await kysely
    .selectFrom('tickets')
    .select('date')
    .distinct()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('booked_at', 'is not', null)
    .execute()
  return rows.map(r => r.date)
}

const STILL_OPEN = ['waitlisted', 'offered', 'booked', 'waiting', 'called', 'serving', 'parked'] as const

/**
 * Dates before one, all of them or from another on, on which a ticket has not ended. Whoever missed a call has ended so, unless a
 * part of the visit was served before; of those, only what came after `missedFrom` is looked for.
 */
export async function openDates(
  { kysely }: Database,
  office: string,
  before: LocalDate,
  missedFrom: LocalDate,
  from?: LocalDate,
): Promise<readonly LocalDate[]> {
  const rows = await kysely
    .selectFrom('tickets')
    .select('date')
    .distinct()
    .where('office', '=', office)
    .$if(from !== undefined, q => q.where('date', '>=', from!))
    .where('date', '<', before)
    .where(e => e.or([e('state', 'in', STILL_OPEN), e.and([e('date', '>=', missedFrom), leftPart('tickets')])]))
    .execute()
  return rows.map(r => r.date)
}

/** Of the bookings of past days, for each service: how many there were, and how many of them came. */
export async function shownOf(
  { kysely }: Database,
  office: string,
  { from, before, graceMs }: { readonly from: LocalDate; readonly before: LocalDate; readonly graceMs: number },
): Promise<ReadonlyMap<string, ShowHistory>> {
  const rows = await kysely
    .with('sent_on', db =>
      db
        .selectFrom('visits')
        .select(e => ['date', 'no', e.fn.min('seq').as('seq')])
        .where('office', '=', office)
        .where('date', '>=', from)
        .where('date', '<', before)
        .where('outcome', 'in', ['transferred', 'step'])
        .groupBy(['date', 'no']),
    )
    .selectFrom('tickets as t')
    .leftJoin('sent_on as s', join => join.onRef('s.date', '=', 't.date').onRef('s.no', '=', 't.no'))
    // Whoever was sent on stands at another service by now; the first visit was at the one that was booked.
    .leftJoin('visits as v', join =>
      join.on('v.office', '=', office).onRef('v.date', '=', 's.date').onRef('v.seq', '=', 's.seq'),
    )
    .select(e => {
      const released = e
        .case()
        .when('t.state', '=', 'released')
        .then(e('t.ended_at', '-', e.ref('t.slot_start')))
        .end()
      return [
        't.date',
        e.fn.coalesce('v.service_id', 't.service_id').as('serviceId'),
        e.fn.countAll().as('booked'),
        e.fn.count('t.arrived_at').as('came'),
        e.fn.count(e.case().when('t.state', '=', 'booked').then(1).end()).as('open'),
        e.fn.min(released).as('soonest'),
        e.fn.max(released).as('latest'),
      ]
    })
    .where('t.office', '=', office)
    .where('t.date', '>=', from)
    .where('t.date', '<', before)
    .where('t.slot_start', 'is not', null)
    // Whom the office did not get to, and who had not said yes, says nothing of those who come.
    .where('t.state', 'not in', ['cancelled', 'unserved', 'offered'])
    .groupBy(['t.date', e => e.fn.coalesce('v.service_id', 't.service_id')])
    .execute()
  const outages = await kysely
    .selectFrom('outages')
    .select(['date', 'service_id'])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<', before)
    .execute()
  const closed = new Set(outages.map(o => `${o.date} ${o.service_id}`))
  const days = rows.map(({ date, serviceId, booked, came, open, soonest, latest }) => ({
    date,
    serviceId,
    booked: Number(booked),
    cameCount: Number(came),
    openCount: Number(open),
    ...(soonest === null || latest === null ? {} : { soonestMs: Number(soonest), latestMs: Number(latest) }),
    closed: closed.has(`${date} ${serviceId}`),
  }))
  return showHistory(days, graceMs)
}

/** The tickets of an office whose holders came, and its bookings, from one date to another, both included, in the order taken. */
export async function ticketsBetween(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly StoredTicket[]> {
  return kysely
    .selectFrom('tickets')
    .selectAll()
    .select(e =>
      e
        .exists(e.selectFrom('invitations').select('ticket_id').whereRef('invitations.ticket_id', '=', 'tickets.id'))
        .as('invited'),
    )
    .select(leftPart('tickets').as('left_part'))
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where(e => e.or([e('arrived_at', 'is not', null), e('slot_start', 'is not', null)]))
    .orderBy('date')
    .orderBy('no')
    .execute()
}
