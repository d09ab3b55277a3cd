import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { HoldersTable } from './schema/tables.ts'

export type Holder = HoldersTable

/** Tickets of these states are over or never began; any other one is live on its day. */
const OVER = ['done', 'unserved', 'cancelled', 'released'] as const
/** Papers that a booker has in hand, by their ids; earlier programs kept their places in the list, which say nothing now. */
export function ticksOf({ papers }: Pick<Holder, 'papers'>): string[] {
  return (JSON.parse(papers) as unknown[]).filter(p => typeof p === 'string')
}

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

/** Writes who holds a ticket, before the ticket itself; the same act again writes nothing new. */
export async function insertHolder({ kysely }: Database, holder: Holder): Promise<void> {
  await kysely.executeQuery(holderQuery({ kysely }, holder))
}

function holderQuery({ kysely }: Pick<Database, 'kysely'>, holder: Holder) {
  return kysely
    .insertInto('holders')
    .values(holder)
    .onConflict(known => known.column('ticket_id').doNothing())
    .compile()
}

export async function holderOf({ kysely }: Database, ticketId: string): Promise<Holder | undefined> {
  return kysely.selectFrom('holders').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()
}

/** The ticket from which a booking was moved here, while anything of it is kept. */
export async function movedFrom({ kysely }: Database, office: string, to: string): Promise<string | undefined> {
  const query = kysely.selectFrom('holders').select('ticket_id').where('office', '=', office).where('moved_to', '=', to)
  return (await query.executeTakeFirst())?.ticket_id
}

export async function holdersOn({ kysely }: Database, office: string, date: LocalDate): Promise<readonly Holder[]> {
  return kysely.selectFrom('holders').selectAll().where('office', '=', office).where('date', '=', date).execute()
}

/**
 * Before a booking goes to another day: whose the new ticket will be, and where the old one will lead once it has moved.
 * Nothing is lost when the process ends between the move and `moveHolder`.
 */
export async function meanToMove(db: Database, from: string, to: Holder): Promise<void> {
  const { kysely } = db
  await db.atomic([holderQuery(db, to), leadTo(kysely, from, to.ticket_id)])
}

/** The booking stays where it was. */
export async function stay(db: Database, from: string, to: string): Promise<void> {
  const { kysely } = db
  const led = kysely.updateTable('holders').set({ moved_to: null })
  await led.where('ticket_id', '=', from).where('moved_to', '=', to).execute()
  await forgetUnborn(db, to)
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

function leadTo(kysely: Database['kysely'], from: string, to: string) {
  // Of two at once the second leaves the lead of the first alone; whoever moved writes it again.
  const led = kysely.updateTable('holders').set({ moved_to: to })
  return led.where('ticket_id', '=', from).where('moved_to', 'is', null).compile()
}

/** A booking went to another day: its old link leads to the new one, and what is known of its holder goes along. */
export async function moveHolder(db: Database, from: string, to: string): Promise<void> {
  const { kysely } = db
  await db.atomic([
    kysely
      .updateTable('holders')
      .set({ moved_to: to, name: null, phone: null, phone_key: null, device: null, network: null })
      .where('ticket_id', '=', from)
      .compile(),
    kysely.updateTable('claims').set({ ticket_id: to }).where('ticket_id', '=', from).compile(),
  ])
}

/**
 * The phone `device`, which booked a ticket, is not its holder's: neither the ticket nor its person is found by it any more. In
 * its place stands a phone that nobody has, so that it stays one booking of one person. `false` where another phone booked it.
 */
export async function partHolder({ kysely }: Database, ticketId: string, device: string): Promise<boolean> {
  const nobodys = `parted ${ticketId}`
  const claims = kysely.updateTable('claims').set({ person: nobodys }).where('ticket_id', '=', ticketId)
  await claims.where('person', '=', device).execute()
  const holders = kysely.updateTable('holders').set({ device: nobodys }).where('ticket_id', '=', ticketId)
  return Number((await holders.where('device', '=', device).executeTakeFirst()).numUpdatedRows) > 0
}

/** The live tickets of one phone from a date on, the next one first. */
export async function liveOfDevice(
  { kysely }: Database,
  office: string,
  device: string,
  from: LocalDate,
): Promise<readonly { readonly ticketId: string; readonly number: string }[]> {
  return kysely
    .selectFrom('holders')
    .innerJoin('tickets', 'tickets.id', 'holders.ticket_id')
    .select(['holders.ticket_id as ticketId', 'tickets.number as number'])
    .where('holders.device', '=', device)
    .where('holders.office', '=', office)
    .where('holders.date', '>=', from)
    .where('tickets.state', 'not in', OVER)
    .orderBy('holders.date')
    .execute()
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

/** Live tickets of a phone number from a date on, the next one first. */
export async function liveOfPhone(
  { kysely }: Database,
  office: string,
  phoneKey: string,
  from: LocalDate,
): Promise<readonly { readonly ticketId: string; readonly date: LocalDate }[]> {
  return kysely
    .selectFrom('holders')
    .innerJoin('tickets', 'tickets.id', 'holders.ticket_id')
    .select(['holders.ticket_id as ticketId', 'holders.date as date'])
    .where('holders.phone_key', '=', phoneKey)
    .where('holders.office', '=', office)
    .where('holders.date', '>=', from)
    .where('tickets.state', 'not in', OVER)
    .orderBy('holders.date')
    .orderBy('holders.made_at')
    .execute()
}

/** Tickets of a phone number that were served since an instant, the latest first. */
export async function recentOfPhone(
  { kysely }: Database,
  office: string,
  phoneKey: string,
  since: Instant,
): Promise<readonly { readonly ticketId: string }[]> {
  return kysely
    .selectFrom('holders')
    .innerJoin('tickets', 'tickets.id', 'holders.ticket_id')
    .select('holders.ticket_id as ticketId')
    .where('holders.phone_key', '=', phoneKey)
    .where('holders.office', '=', office)
    .where('tickets.state', '=', 'done')
    .where('tickets.ended_at', '>=', since)
    .orderBy('tickets.ended_at', 'desc')
    .limit(3)
    .execute()
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

/**
 * Erases who held the tickets of days before `before`, and gives the ids of all tickets of whom nothing may be known any more:
 * theirs, and those that a browser followed. A document that is not handed over keeps its address, so that its holder can be
 * told, until `atLast`; hashes of persons go in any case.
 */
export async function eraseHolders(db: Database, before: LocalDate, atLast: LocalDate): Promise<readonly string[]> {
  const { kysely } = db
  const awaited = kysely.selectFrom('applications').select('ticket_id').where('state', '!=', 'handedOver')
  const held = await kysely
    .selectFrom('holders')
    .select('ticket_id')
    .where('date', '<', before)
    .where(e => e.or([e('date', '<', atLast), e('ticket_id', 'not in', awaited)]))
    .execute()
  const followed = await kysely
    .selectFrom('push_subscriptions')
    .innerJoin('tickets', 'tickets.id', 'push_subscriptions.ticket_id')
    .select('push_subscriptions.ticket_id')
    .distinct()
    .where('tickets.date', '<', before)
    .where(e => e.or([e('tickets.date', '<', atLast), e('push_subscriptions.ticket_id', 'not in', awaited)]))
    .execute()
  const past = await kysely.selectFrom('holders').select('ticket_id').where('date', '<', before).execute()
  const ids = held.map(h => h.ticket_id)
  await inBatches(
    past.map(h => h.ticket_id),
    async some => void (await kysely.deleteFrom('claims').where('ticket_id', 'in', some).execute()),
  )
  await inBatches(ids, async some => void (await kysely.deleteFrom('holders').where('ticket_id', 'in', some).execute()))
  return [...new Set([...ids, ...followed.map(f => f.ticket_id)])]
}

const BATCH = 500

async function inBatches(ids: readonly string[], work: (some: readonly string[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < ids.length; i += BATCH) await work(ids.slice(i, i + BATCH))
}
