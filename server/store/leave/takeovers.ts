import type { CompiledQuery } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { TakeoversTable } from '../schema/takeover-tables.ts'

/** A takeover as it was written down. */
export type Takeover = TakeoversTable

/** The row that keeps a takeover, once. */
export function takeoverRow({ kysely }: Database, row: Takeover): CompiledQuery {
  return kysely
    .insertInto('takeovers')
    .values(row)
    .onConflict(known => known.column('id').doNothing())
    .compile()
}

/** Takes the row of a takeover that was undone: its officer has nothing to answer. */
export function noTakeover({ kysely }: Database, id: string): CompiledQuery {
  return kysely.deleteFrom('takeovers').where('id', '=', id).compile()
}

/** Whether the takeover of a counter at an instant is kept. */
export async function isTakeoverKept(
  { kysely }: Database,
  of: { readonly office: string; readonly date: LocalDate; readonly counterId: string; readonly at: Instant },
): Promise<boolean> {
  const row = await kysely
    .selectFrom('takeovers')
    .select('id')
    .where('office', '=', of.office)
    .where('date', '=', of.date)
    .where('counter_id', '=', of.counterId)
    .where('at', '=', of.at)
    .executeTakeFirst()
  return row !== undefined
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
