import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { HoldersTable } from '../schema/tables.ts'

export type Holder = HoldersTable

/** Tickets of these states are over or never began; any other one is live on its day. */
export const OVER = ['done', 'unserved', 'cancelled', 'released'] as const
/** Papers that a booker has in hand, by their ids; earlier programs kept their places in the list, which say nothing now. */
export function ticksOf({ papers }: Pick<Holder, 'papers'>): string[] {
  return (JSON.parse(papers) as unknown[]).filter(p => typeof p === 'string')
}

/** Writes who holds a ticket, before the ticket itself; the same act again writes nothing new. */
export async function insertHolder({ kysely }: Database, holder: Holder): Promise<void> {
  await kysely.executeQuery(holderQuery({ kysely }, holder))
}

/** The insert that writes who holds a ticket, for whatever must be on disk in one go with it. */
export function holderQuery({ kysely }: Pick<Database, 'kysely'>, holder: Holder) {
  return kysely
    .insertInto('holders')
    .values(holder)
    .onConflict(known => known.column('ticket_id').doNothing())
    .compile()
}

export async function holderOf({ kysely }: Database, ticketId: string): Promise<Holder | undefined> {
  return kysely.selectFrom('holders').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()
}

export async function holdersOn({ kysely }: Database, office: string, date: LocalDate): Promise<readonly Holder[]> {
  return kysely.selectFrom('holders').selectAll().where('office', '=', office).where('date', '=', date).execute()
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
