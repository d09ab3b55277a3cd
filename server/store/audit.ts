import { createHash } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { AuditTable } from './schema/tables.ts'

/** Who did what; ids only, never personal data. */
export interface AuditEntry {
  readonly at: Instant
  readonly who: string
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
}

const MOST_TRIES = 100

/** Adds an entry to the chain: its hash covers the hash before it, so a later change anywhere shows. */
export async function appendAudit({ kysely }: Database, entry: AuditEntry): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { numInsertedOrUpdatedRows } = await kysely
      .insertInto('audit')
      .values(await linkOf({ kysely }, entry))
      .onConflict(taken => taken.column('seq').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) return
  }
  throw new Error('the audit log is too busy')
}

/** What goes on record: statements of which the first says whether anything happens at all. */
export interface Deed {
  readonly first: CompiledQuery
  readonly then: readonly CompiledQuery[]
}

/** Does something together with its entry, all or nothing: what is done has one line, always. `false` where its first statement changed no row. */
export async function onRecord(db: Database, deed: Deed, entry: AuditEntry): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const link = await linkOf(db, entry)
    const row = db.kysely.insertInto('audit').values(link).compile()
    try {
      return await db.claim(deed.first, [...deed.then, row])
    } catch (error) {
      // Another entry has taken the place of this one: nothing was written, so all of it is tried once more.
      if ((await lastSeq(db)) < link.seq) throw error
    }
  }
  throw new Error('the audit log is too busy')
}

async function lastSeq({ kysely }: Pick<Database, 'kysely'>): Promise<number> {
  const last = await kysely.selectFrom('audit').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last?.seq ?? 0
}

async function linkOf({ kysely }: Pick<Database, 'kysely'>, entry: AuditEntry): Promise<AuditTable> {
  const last = await kysely
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const link = {
    ...entry,
    seq: (last?.seq ?? 0) + 1,
    detail: JSON.stringify(entry.detail),
    prev_hash: last?.hash ?? '',
  }
  return { ...link, hash: hashOf(link) }
}

/** The newest entry about any of these acts. */
export async function newestOf({ kysely }: Database, what: readonly string[]): Promise<AuditEntry | undefined> {
  const row = await kysely
    .selectFrom('audit')
    .select(['at', 'who', 'what', 'detail'])
    .where('what', 'in', what)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, detail: JSON.parse(row.detail) as AuditEntry['detail'] }
}

/** Adds an entry about what follows from an event, unless it is there: found again by the `id` of its detail. */
export async function appendAuditOnce(db: Database, entry: AuditEntry & { detail: { id: string } }): Promise<void> {
  const known = await db.kysely
    .selectFrom('audit')
    .select('seq')
    .where('what', '=', entry.what)
    .where('detail', 'like', `%${JSON.stringify({ id: entry.detail.id }).slice(1, -1)}%`)
    .executeTakeFirst()
  if (!known) await appendAudit(db, entry)
}

/** Who did the act that an `id` in its detail names; undefined where no entry does. Reads all entries of that act. */
export async function whoDid({ kysely }: Database, what: string, id: string): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('audit')
    .select('who')
    .where('what', '=', what)
    .where('detail', 'like', `%${JSON.stringify({ id }).slice(1, -1)}%`)
    .executeTakeFirst()
  return row?.who
}

/** Walks the chain; `seq` names the first entry that does not fit. Entries cut off at the end cannot be seen from inside. */
export async function verifyAudit({
  kysely,
}: Database): Promise<{ readonly ok: true; readonly entries: number } | { readonly ok: false; readonly seq: number }> {
  const rows = await kysely.selectFrom('audit').selectAll().orderBy('seq').execute()
  const broken = rows.find(
    (row, i) => row.seq !== i + 1 || row.prev_hash !== (rows[i - 1]?.hash ?? '') || row.hash !== hashOf(row),
  )
  return broken ? { ok: false, seq: broken.seq } : { ok: true, entries: rows.length }
}

function hashOf({ seq, at, who, what, detail, prev_hash }: Omit<AuditTable, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([prev_hash, seq, at, who, what, detail]))
    .digest('base64url')
}
