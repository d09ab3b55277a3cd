import { sql, type Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'

/** A questionnaire as it was saved; a row is never changed, so that an answer is always read with its questions. */
export interface InstrumentVersionsTable {
  readonly office: string
  readonly id: string
  readonly version: number
  /** The instrument as JSON. */
  readonly body: string
  readonly by_id: string
  readonly at: Instant
  /** 1: visits that end from then on are asked it. */
  readonly asks: 0 | 1
}

/** A survey that hangs on no ticket. */
export interface ProgrammesTable {
  /** By which its sheets know it; random. */
  readonly key: string
  /** As its office calls it. */
  readonly id: string
  readonly office: string
  /** The end of its public address. */
  readonly token: string
  /** The programme as JSON. */
  readonly body: string
  /** Savings so far: of two who save at once, one is told that the other was first. */
  readonly steps: number
}

/** One sheet of a programme. Its id is random, and is all that tells sheets apart. */
export interface ProgrammeAnswersTable {
  readonly id: string
  readonly programme_id: string
  readonly version: number
  readonly day: LocalDate
  readonly place: string | null
  /** The marks by question, as JSON. */
  readonly marks: string
}

/** That a sheet was sent, so that it counts once, and from where; nothing leads from here to what it says. */
export interface ProgrammeReceiptsTable {
  readonly programme_id: string
  /** Hash of the key of the form. */
  readonly sheet: string
  /** Keyed hash of the network. */
  readonly source: string
}

export interface InstrumentTables {
  readonly instrument_versions: InstrumentVersionsTable
  readonly programmes: ProgrammesTable
  readonly programme_answers: ProgrammeAnswersTable
  readonly programme_receipts: ProgrammeReceiptsTable
}

/** Step `0071-instruments`. */
export async function instrumentTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('instrument_versions')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('instrument_versions_pk', ['office', 'id', 'version'])
    .execute()
}

/** Step `0072-programmes`. Where the dialect can, rows lie in the order of their random keys and not in that of their coming. */
export async function programmeTables(db: Kysely<unknown>, dialect: 'sqlite' | 'postgres'): Promise<void> {
  const end = dialect === 'sqlite' ? sql`without rowid` : sql``
  await db.schema
    .createTable('programmes')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('token', 'text', c => c.notNull().unique())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('steps', 'integer', c => c.notNull())
    .execute()
  await db.schema.createIndex('programmes_office').on('programmes').column('office').execute()
  await db.schema
    .createTable('programme_answers')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('programme_id', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('day', 'text', c => c.notNull())
    .addColumn('place', 'text')
    .addColumn('marks', 'text', c => c.notNull())
    .modifyEnd(end)
    .execute()
  await db.schema.createIndex('programme_answers_of').on('programme_answers').column('programme_id').execute()
  await db.schema
    .createTable('programme_receipts')
    .addColumn('programme_id', 'text', c => c.notNull())
    .addColumn('sheet', 'text', c => c.notNull())
    .addColumn('source', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('programme_receipts_pk', ['programme_id', 'sheet'])
    .modifyEnd(end)
    .execute()
}

/** Step `0080-sheets-in-order`. The sheets of a programme are read a part at a time, in the order of their keys. */
export async function sheetIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('programme_answers_of').execute()
  await db.schema
    .createIndex('programme_answers_in_order')
    .on('programme_answers')
    .columns(['programme_id', 'id'])
    .execute()
}

/** Step `0074-programme-keys`. Until now the name of a programme was its key, so that no two offices could use the same. */
export async function programmeKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('programmes').renameTo('programmes_before').execute()
  await db.schema.dropIndex('programmes_office').execute()
  await db.schema
    .createTable('programmes')
    .addColumn('key', 'text', c => c.primaryKey().notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('token', 'text', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('steps', 'integer', c => c.notNull())
    .execute()
  await sql`insert into programmes (key, id, office, token, body, steps)
    select id, id, office, token, body, steps from programmes_before`.execute(db)
  await db.schema.dropTable('programmes_before').execute()
  await db.schema.createIndex('programmes_of_office').on('programmes').columns(['office', 'id']).unique().execute()
  await db.schema.createIndex('programmes_token').on('programmes').column('token').unique().execute()
}
