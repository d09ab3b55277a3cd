import { sql, type Kysely } from 'kysely'

/** What happens to a ticket between its line and the end of a visit, or of itself. */
const TYPES = [
  'ticketTaken',
  'ticketCheckedIn',
  'checkInUndone',
  'ticketReturned',
  'ticketTransferred',
  'ticketSkipped',
  'ticketParked',
  'ticketFinished',
  'ticketCancelled',
] as const

const VISIT_ENDS: readonly string[] = ['ticketTransferred', 'ticketSkipped', 'ticketParked', 'ticketFinished']
const LINE_BEGINS: readonly string[] = ['ticketTaken', 'ticketCheckedIn', 'ticketReturned', 'ticketTransferred']

interface Happened {
  readonly seq: number
  readonly at: number
  readonly type: (typeof TYPES)[number]
  readonly no: number
  readonly why?: string
}

interface Rows {
  readonly office: string
  readonly date: string
}

interface Columns {
  readonly journal: Rows & { readonly seq: number; readonly type: string; readonly body: string }
}

/** How many rows one statement updates. */
const AT_ONCE = 200

/**
 * Step `0013-waits`: since when a ticket stood in the line from which it was called, and why it was cancelled. What was
 * written before is found in the journal.
 */
export async function waitColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('tickets').addColumn('queued_at', 'bigint').execute()
  await db.schema.alterTable('tickets').addColumn('why', 'text').execute()
  await db.schema.alterTable('visits').addColumn('queued_at', 'bigint').execute()
  const days = await sql<Rows>`select distinct office, date from tickets`.execute(db)
  for (const day of days.rows) await fromJournal(db as Kysely<Columns>, day)
}

async function fromJournal(db: Kysely<Columns>, day: Rows): Promise<void> {
  const rows = await db
    .selectFrom('journal')
    .select('body')
    .where('office', '=', day.office)
    .where('date', '=', day.date)
    .where('type', 'in', TYPES)
    .orderBy('seq')
    .execute()
  const lines = new Map<number, number>()
  const visits = new Map<number, number>()
  const whys = new Map<number, string>()
  for (const { body } of rows) {
    const { type, no, seq, at, why } = JSON.parse(body) as Happened
    const line = lines.get(no)
    if (VISIT_ENDS.includes(type) && line !== undefined) visits.set(seq, line)
    if (LINE_BEGINS.includes(type)) lines.set(no, at)
    else if (type !== 'ticketCancelled') lines.delete(no)
    else if (why !== undefined) whys.set(no, why)
  }
  await queued(db, day, 'visits', 'seq', [...visits])
  await queued(db, day, 'tickets', 'no', [...lines])
  for (const [no, why] of whys)
    await sql`update tickets set why = ${why} where office = ${day.office} and date = ${day.date} and no = ${no}`.execute(
      db,
    )
}

async function queued(
  db: Kysely<Columns>,
  { office, date }: Rows,
  table: 'visits' | 'tickets',
  key: 'seq' | 'no',
  pairs: readonly (readonly [number, number])[],
): Promise<void> {
  for (let i = 0; i < pairs.length; i += AT_ONCE) {
    const values = sql.join(pairs.slice(i, i + AT_ONCE).map(([of, at]) => sql`(${sql.lit(of)}, ${sql.lit(at)})`))
    await sql`update ${sql.table(table)} set queued_at = v.at
      from (select column1 as which, column2 as at from (values ${values}) as w) as v
      where office = ${office} and date = ${date} and ${sql.ref(`${table}.${key}`)} = v.which`.execute(db)
  }
}
