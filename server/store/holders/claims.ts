import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import { holderOf, holderQuery, OVER, type Holder } from './holders.ts'

/** So long a claim of whom nothing else is known yet is one that is just being made. */
const CLAIM_MS = 60_000

/**
 * Takes the one live booking of a person for a new ticket and writes its holder, in one go; `false` when somebody has a claim
 * already. On disk with the ticket itself, which comes next.
 */
export async function claimAndHold(db: Database, person: string, holder: Holder): Promise<boolean> {
  const { kysely } = db
  const { office, service_id, ticket_id } = holder
  const first = kysely
    .insertInto('claims')
    .values({ office, service_id, person, ticket_id })
    .onConflict(known => known.columns(['office', 'service_id', 'person']).doNothing())
    .compile()
  return db.claim(first, [holderQuery(db, holder)], 'withNext')
}

/**
 * Takes the one live booking of a person and service for `ticketId`. Gives the ticket that has it already, when that one is
 * live: its booking stands, its draw is still to come, or it is being made this very minute.
 */
export async function claimPerson(
  db: Database,
  claim: { office: string; serviceId: string; person: string; ticketId: string; today: LocalDate; now: Instant },
): Promise<string | undefined> {
  const { kysely } = db
  const { office, serviceId, person, ticketId } = claim
  const inserted = await kysely
    .insertInto('claims')
    .values({ office, service_id: serviceId, person, ticket_id: ticketId })
    .onConflict(known => known.columns(['office', 'service_id', 'person']).doNothing())
    .executeTakeFirst()
  if (Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0) return undefined
  const held = await kysely
    .selectFrom('claims')
    .select('ticket_id')
    .where('office', '=', office)
    .where('service_id', '=', serviceId)
    .where('person', '=', person)
    .executeTakeFirst()
  if (held?.ticket_id === ticketId) return undefined
  if (held && (await isLive(db, held.ticket_id, claim.today, claim.now))) return held.ticket_id
  // Compare and set: of two who find a dead claim, one gets it.
  const taken = await kysely
    .updateTable('claims')
    .set({ ticket_id: ticketId })
    .where('office', '=', office)
    .where('service_id', '=', serviceId)
    .where('person', '=', person)
    .where('ticket_id', '=', held?.ticket_id ?? '')
    .executeTakeFirst()
  return Number(taken.numUpdatedRows) > 0 ? undefined : (held?.ticket_id ?? ticketId)
}

/**
 * Takes the one live booking of a person again for a booking that has ended and is about to move; `false` when they have another
 * one by now. Without a phone number nothing but the claim itself tells, which goes with whatever was booked since.
 */
export async function reclaim(db: Database, holder: Holder, today: LocalDate, now: Instant): Promise<boolean> {
  const { ticket_id: ticketId, office, service_id: serviceId, phone_key: person, device } = holder
  if (person !== null) return (await claimPerson(db, { office, serviceId, person, ticketId, today, now })) === undefined
  if (device === null) return true
  const claim = db.kysely.selectFrom('claims').select('person').where('ticket_id', '=', ticketId)
  return (await claim.executeTakeFirst()) !== undefined
}

/** The live booking that the person of a booking which has ended has by now: one for which `reclaim` would refuse. */
export async function bookedAnew(
  db: Database,
  holder: Holder,
  today: LocalDate,
  now: Instant,
): Promise<string | undefined> {
  const { ticket_id: ticketId, office, service_id: serviceId, phone_key: person, device } = holder
  const claims = db.kysely.selectFrom('claims').select('ticket_id')
  if (person !== null) {
    const theirs = claims.where('office', '=', office).where('service_id', '=', serviceId).where('person', '=', person)
    const held = (await theirs.executeTakeFirst())?.ticket_id
    return held !== undefined && held !== ticketId && (await isLive(db, held, today, now)) ? held : undefined
  }
  if (device === null || (await claims.where('ticket_id', '=', ticketId).executeTakeFirst())) return undefined
  return liveOfDeviceFor(db, { office, serviceId, device, from: today, but: ticketId })
}

/** A live booking of a service, other than `but`, that one phone made under whatever number, or for one of the `persons`. */
export async function liveOfDeviceFor(
  { kysely }: Database,
  at: {
    office: string
    serviceId: string
    device: string
    from: LocalDate
    but?: string
    persons?: readonly string[]
  },
): Promise<string | undefined> {
  const theirs = kysely
    .selectFrom('claims')
    .select('ticket_id')
    .where('office', '=', at.office)
    .where('service_id', '=', at.serviceId)
    .where('person', 'in', at.persons ?? [])
  const found = await kysely
    .selectFrom('holders')
    .innerJoin('tickets', 'tickets.id', 'holders.ticket_id')
    .select('holders.ticket_id as ticketId')
    .where('holders.device', '=', at.device)
    .where('holders.office', '=', at.office)
    .where('holders.service_id', '=', at.serviceId)
    .where('holders.date', '>=', at.from)
    .where('holders.ticket_id', '!=', at.but ?? '')
    .where('tickets.state', 'not in', OVER)
    .$if(at.persons !== undefined, q => q.where('holders.ticket_id', 'in', theirs))
    .executeTakeFirst()
  return found?.ticketId
}

/**
 * Takes back the holder and the claims of a ticket that was not given. Those of a ticket or an entry that is there stay,
 * whatever was refused meanwhile.
 */
export async function forgetUnborn(db: Database, ticketId: string): Promise<void> {
  const { kysely } = db
  const born = (table: 'tickets' | 'draw_entries') => {
    const id = table === 'tickets' ? 'id' : 'ticket_id'
    return kysely.selectFrom(table).select(id).where(id, '=', ticketId)
  }
  await db.atomic(
    (['claims', 'holders'] as const).map(table =>
      kysely
        .deleteFrom(table)
        .where('ticket_id', '=', ticketId)
        .where(e => e.not(e.exists(born('tickets'))))
        .where(e => e.not(e.exists(born('draw_entries'))))
        .compile(),
    ),
  )
}

async function isLive(db: Database, ticketId: string, today: LocalDate, now: Instant): Promise<boolean> {
  const { kysely } = db
  const ticket = await kysely
    .selectFrom('tickets')
    .select(['state', 'date'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (ticket?.state === 'cancelled') {
    const moved = (await holderOf(db, ticketId))?.moved_to
    return typeof moved === 'string' && isLive(db, moved, today, now)
  }
  if (ticket) return ticket.date >= today && !(OVER as readonly string[]).includes(ticket.state)
  const entry = await kysely
    .selectFrom('draw_entries')
    .select(['date', 'outcome', 'withdrawn_at'])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  if (entry) return entry.date >= today && entry.outcome === null && entry.withdrawn_at === null
  const holder = await kysely
    .selectFrom('holders')
    .select('made_at')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return holder !== undefined && now - holder.made_at < CLAIM_MS
}
