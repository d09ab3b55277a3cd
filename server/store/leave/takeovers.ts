import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { TakeoversTable } from '../schema/takeover-tables.ts'

/** A takeover as it was written down. */
export type Takeover = TakeoversTable

/** Writes a takeover once, under the id of its command; whether it was new. */
export async function insertTakeover({ kysely }: Database, row: Takeover): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('takeovers')
    .values(row)
    .onConflict(known => known.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What an officer has not seen yet of the own counters that others took over, the oldest first. */
export function unseenTakeovers({ kysely }: Database, officerId: string): Promise<readonly Takeover[]> {
  return kysely
    .selectFrom('takeovers')
    .selectAll()
    .where('officer_id', '=', officerId)
    .where('seen_at', 'is', null)
    .orderBy('at')
    .execute()
}

/** Notes that the officer saw it, and what the officer answered; once. Whether there was anything to note. */
export async function answerTakeover(
  { kysely }: Database,
  of: { readonly id: string; readonly officerId: string },
  { answer, at }: { readonly answer: string | null; readonly at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await kysely
    .updateTable('takeovers')
    .set({ answer, seen_at: at })
    .where('id', '=', of.id)
    .where('officer_id', '=', of.officerId)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The takeovers of an office's day, the first first. */
export function takeoversOf({ kysely }: Database, office: string, date: LocalDate): Promise<readonly Takeover[]> {
  return kysely
    .selectFrom('takeovers')
    .selectAll()
    .where('office', '=', office)
    .where('date', '=', date)
    .orderBy('at')
    .execute()
}

/** Forgets takeovers of days before one: the events stay, the notes go. */
export async function eraseTakeovers({ kysely }: Database, before: LocalDate): Promise<void> {
  await kysely.deleteFrom('takeovers').where('date', '<', before).execute()
}
