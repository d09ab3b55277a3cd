import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { DrawEntriesTable, DrawsTable } from './schema/tables.ts'

export type Draw = DrawsTable
export type DrawEntry = DrawEntriesTable

/** Which draw. */
export interface DrawKey {
  readonly office: string
  readonly serviceId: string
  readonly date: LocalDate
}

/** The draw, made on first use with the seed that is offered; whoever comes second gets the first one's. */
export async function drawOf(
  db: Database,
  key: DrawKey,
  first: { seed: string; commitment: string; opensAt: Instant; closesAt: Instant },
): Promise<Draw> {
  const { kysely } = db
  await kysely
    .insertInto('draws')
    .values({
      office: key.office,
      service_id: key.serviceId,
      date: key.date,
      seed: first.seed,
      commitment: first.commitment,
      opens_at: first.opensAt,
      closes_at: first.closesAt,
      drawn_at: null,
      result: null,
    })
    .onConflict(known => known.columns(['office', 'service_id', 'date']).doNothing())
    .execute()
  return (await knownDraw(db, key))!
}

export async function knownDraw({ kysely }: Database, key: DrawKey): Promise<Draw | undefined> {
  return kysely
    .selectFrom('draws')
    .selectAll()
    .where('office', '=', key.office)
    .where('service_id', '=', key.serviceId)
    .where('date', '=', key.date)
    .executeTakeFirst()
}

/** Draws for `from` and later whose window is over and of which no record is written yet. */
export async function dueDraws({ kysely }: Database, now: Instant, from: LocalDate): Promise<readonly Draw[]> {
  return kysely
    .selectFrom('draws')
    .selectAll()
    .where('drawn_at', 'is', null)
    .where('closes_at', '<=', now)
    .where('date', '>=', from)
    .orderBy('closes_at')
    .execute()
}

/** Writes an entry, unless its command made another one; `false` when the entries of its draw stand still already. */
export async function insertEntry(db: Database, entry: DrawEntry): Promise<boolean> {
  const key = { office: entry.office, serviceId: entry.service_id, date: entry.date }
  const insert = db.kysely.insertInto('draw_entries').values(entry)
  return db.claim(coming(db, key), [insert.onConflict(known => known.columns(['office', 'act']).doNothing()).compile()])
}

/** The ticket of the entry that a command made at an office. */
export async function ticketOfAct({ kysely }: Database, office: string, act: string): Promise<string | undefined> {
  const entries = kysely.selectFrom('draw_entries').select('ticket_id').where('office', '=', office)
  return (await entries.where('act', '=', act).executeTakeFirst())?.ticket_id
}

/** From now on nobody enters or withdraws: whatever is under way comes before, whole, or is refused. */
export async function standStill(db: Database, key: DrawKey): Promise<void> {
  await db.atomic([undrawn(db, key, '')])
}

/** Changes nothing, where entries may still come and go, but makes `standStill` wait for what is written along. */
const coming = (db: Database, key: DrawKey) => undrawn(db, key, null)

function undrawn({ kysely }: Database, key: DrawKey, result: '' | null) {
  return kysely
    .updateTable('draws')
    .set({ result })
    .where('office', '=', key.office)
    .where('service_id', '=', key.serviceId)
    .where('date', '=', key.date)
    .where('result', 'is', null)
    .compile()
}

/** Draws whose window is not over yet and of which no record is written. */
export async function openDraws({ kysely }: Database, now: Instant): Promise<readonly Draw[]> {
  const undrawn = kysely.selectFrom('draws').selectAll().where('drawn_at', 'is', null)
  return undrawn.where('closes_at', '>', now).orderBy('closes_at').execute()
}

/** Entries that were not withdrawn, by code. */
export async function entriesOf({ kysely }: Database, key: DrawKey): Promise<readonly DrawEntry[]> {
  return kysely
    .selectFrom('draw_entries')
    .selectAll()
    .where('office', '=', key.office)
    .where('service_id', '=', key.serviceId)
    .where('date', '=', key.date)
    .where('withdrawn_at', 'is', null)
    .orderBy('code')
    .execute()
}

export async function countEntries({ kysely }: Database, key: DrawKey): Promise<number> {
  const { n } = await kysely
    .selectFrom('draw_entries')
    .select(e => e.fn.countAll().as('n'))
    .where('office', '=', key.office)
    .where('service_id', '=', key.serviceId)
    .where('date', '=', key.date)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Entries of draws that are still to be held, from a date on. */
export async function entriesFrom({ kysely }: Database, office: string, from: LocalDate) {
  return kysely
    .selectFrom('draw_entries')
    .select(['date', 'service_id', 'wishes'])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('withdrawn_at', 'is', null)
    .where('outcome', 'is', null)
    .execute()
}

/** One entry with the end of its window. */
export async function entryOf({ kysely }: Database, ticketId: string) {
  return kysely
    .selectFrom('draw_entries')
    .innerJoin('draws', join =>
      join
        .onRef('draws.office', '=', 'draw_entries.office')
        .onRef('draws.service_id', '=', 'draw_entries.service_id')
        .onRef('draws.date', '=', 'draw_entries.date'),
    )
    .selectAll('draw_entries')
    .select(['draws.closes_at as closes_at', 'draws.drawn_at as drawn_at'])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
}

/** Takes an entry out of its draw; `false` when the entries stand still already. */
export async function withdrawEntry(db: Database, entry: DrawEntry, at: Instant): Promise<boolean> {
  const key = { office: entry.office, serviceId: entry.service_id, date: entry.date }
  const out = db.kysely.updateTable('draw_entries').set({ withdrawn_at: at }).where('ticket_id', '=', entry.ticket_id)
  return db.claim(coming(db, key), [out.where('withdrawn_at', 'is', null).compile()])
}

/** Writes what a draw gave, whole. */
export async function keepResult(
  db: Database,
  key: DrawKey,
  drawnAt: Instant,
  result: string,
  outcomes: readonly { readonly ticketId: string; readonly outcome: 'place' | 'waitlist' }[],
): Promise<void> {
  const { kysely } = db
  await db.atomic([
    kysely
      .updateTable('draws')
      .set({ drawn_at: drawnAt, result })
      .where('office', '=', key.office)
      .where('service_id', '=', key.serviceId)
      .where('date', '=', key.date)
      .compile(),
    ...outcomes.map(({ ticketId, outcome }) =>
      kysely.updateTable('draw_entries').set({ outcome }).where('ticket_id', '=', ticketId).compile(),
    ),
  ])
}
