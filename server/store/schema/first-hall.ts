import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import type { Dialect } from './dialect.ts'

/** Step `0001-first-hall`: days, tickets and what was answered, offices with their people and devices. */
export async function firstHall(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const table = (name: string) => db.schema.createTable(name)
  const ordered = <T extends string, C extends string>(t: CreateTableBuilder<T, C>) => clustered(t, dialect)

  await ordered(
    table('journal')
      .addColumn('office', 'text', c => c.notNull())
      .addColumn('date', 'text', c => c.notNull())
      .addColumn('seq', 'integer', c => c.notNull())
      .addColumn('at', 'bigint', c => c.notNull())
      .addColumn('type', 'text', c => c.notNull())
      .addColumn('command_id', 'text')
      .addColumn('body', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('journal_pk', ['office', 'date', 'seq']),
  ).execute()
  await sealJournal(db, dialect)

  // Kept in the order of the day, so that a call touches one page however long the history; the id is found by its index.
  await ordered(
    table('tickets')
      .addColumn('id', 'text', c => c.notNull())
      .addColumn('office', 'text', c => c.notNull())
      .addColumn('date', 'text', c => c.notNull())
      .addColumn('no', 'integer', c => c.notNull())
      .addColumn('number', 'text', c => c.notNull())
      .addColumn('service_id', 'text', c => c.notNull())
      .addColumn('state', 'text', c => c.notNull())
      .addColumn('priority', 'integer', c => c.notNull())
      .addColumn('taken_at', 'bigint', c => c.notNull())
      .addColumn('first_called_at', 'bigint')
      .addColumn('called_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .addColumn('ahead', 'integer', c => c.notNull())
      .addColumn('promised_from', 'bigint')
      .addColumn('promised_to', 'bigint')
      .addPrimaryKeyConstraint('tickets_pk', ['office', 'date', 'no'])
      .addUniqueConstraint('tickets_id', ['id']),
  ).execute()

  await ordered(
    table('visits')
      .addColumn('office', 'text', c => c.notNull())
      .addColumn('date', 'text', c => c.notNull())
      .addColumn('seq', 'integer', c => c.notNull())
      .addColumn('no', 'integer', c => c.notNull())
      .addColumn('counter_id', 'text', c => c.notNull())
      .addColumn('officer_id', 'text', c => c.notNull())
      .addColumn('service_id', 'text', c => c.notNull())
      .addColumn('called_at', 'bigint', c => c.notNull())
      .addColumn('started_at', 'bigint')
      .addColumn('ended_at', 'bigint', c => c.notNull())
      .addColumn('held_ms', 'bigint', c => c.notNull())
      .addColumn('calls', 'integer', c => c.notNull())
      .addColumn('priority', 'integer', c => c.notNull())
      .addColumn('outcome', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('visits_pk', ['office', 'date', 'seq']),
  ).execute()
  await db.schema.createIndex('visits_officer').on('visits').columns(['officer_id', 'date']).execute()

  await ordered(
    table('invitations')
      .addColumn('ticket_id', 'text', c => c.primaryKey().notNull())
      .addColumn('office', 'text', c => c.notNull())
      .addColumn('date', 'text', c => c.notNull())
      .addColumn('service_id', 'text', c => c.notNull())
      .addColumn('counter_id', 'text', c => c.notNull())
      .addColumn('officer_id', 'text', c => c.notNull())
      .addColumn('minted_at', 'bigint', c => c.notNull())
      .addColumn('rated_key', 'text')
      .addColumn('answered_key', 'text'),
  ).execute()
  await db.schema
    .createIndex('invitations_counter')
    .on('invitations')
    .columns(['office', 'date', 'counter_id', 'minted_at'])
    .execute()

  // Kept in the order of random ids: the place of a row does not tell when it came.
  await ordered(
    table('ratings')
      .addColumn('id', 'text', c => c.primaryKey().notNull())
      .addColumn('office', 'text', c => c.notNull())
      .addColumn('date', 'text', c => c.notNull())
      .addColumn('service_id', 'text', c => c.notNull())
      .addColumn('counter_id', 'text', c => c.notNull())
      .addColumn('officer_id', 'text', c => c.notNull())
      .addColumn('rating', 'integer', c => c.notNull().check(sql`rating between 1 and 4`))
      .addColumn('reasons', 'text', c => c.notNull()),
  ).execute()
  await db.schema.createIndex('ratings_office').on('ratings').columns(['office', 'date']).execute()
  await db.schema.createIndex('ratings_officer').on('ratings').columns(['officer_id', 'date']).execute()

  const questions = table('skm_answers')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('service_id', 'text', c => c.notNull())
    .addColumn('counter_id', 'text', c => c.notNull())
  const answers = BODY_ORDER.reduce<CreateTableBuilder<string, string>>(
    (t, unsur) => t.addColumn(unsur, 'integer', c => c.check(sql`${sql.ref(unsur)} between 1 and 4`)),
    questions,
  )
  await ordered(answers.addColumn('suggestion', 'text')).execute()
  await db.schema.createIndex('skm_answers_office').on('skm_answers').columns(['office', 'date']).execute()

  await table('offices')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('settings', 'text', c => c.notNull())
    .execute()
  await table('services')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('info', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('services_pk', ['office', 'id'])
    .execute()
  await table('counters')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('position', 'integer', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('services', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('counters_pk', ['office', 'id'])
    .execute()

  await table('staff')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('username', 'text', c => c.notNull().unique())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('password_hash', 'text', c => c.notNull())
    .addColumn('active', 'integer', c => c.notNull())
    .addColumn('password_changed_at', 'bigint', c => c.notNull())
    .execute()
  await table('staff_roles')
    .addColumn('staff_id', 'text', c => c.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('role', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('staff_roles_pk', ['staff_id', 'role'])
    .execute()
  await table('sessions')
    .addColumn('hash', 'text', c => c.primaryKey().notNull())
    .addColumn('staff_id', 'text', c => c.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('seen_at', 'bigint', c => c.notNull())
    .addColumn('expires_at', 'bigint', c => c.notNull())
    .execute()

  await table('devices')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('token_hash', 'text', c => c.notNull().unique())
    .addColumn('paired_at', 'bigint', c => c.notNull())
    .addColumn('last_seen_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .execute()
  await table('pairings')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('code', 'text', c => c.notNull().unique())
    .addColumn('secret_hash', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('expires_at', 'bigint', c => c.notNull())
    .addColumn('office', 'text')
    .addColumn('name', 'text')
    .addColumn('device_id', 'text')
    .addColumn('approved_at', 'bigint')
    .execute()

  await table('audit')
    .addColumn('seq', 'integer', c => c.primaryKey().notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('who', 'text', c => c.notNull())
    .addColumn('what', 'text', c => c.notNull())
    .addColumn('detail', 'text', c => c.notNull())
    .addColumn('prev_hash', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .execute()
  await table('meta')
    .addColumn('key', 'text', c => c.primaryKey().notNull())
    .addColumn('value', 'text', c => c.notNull())
    .execute()
}

/** Stored in the order of its primary key, where the dialect can. */
function clustered<T extends string, C extends string>(table: CreateTableBuilder<T, C>, dialect: Dialect) {
  return dialect === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table
}

/** The database itself refuses to change or remove an event. */
async function sealJournal(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const refusal = 'the journal is only ever added to'
  if (dialect === 'sqlite') {
    for (const act of ['update', 'delete'])
      await sql`create trigger ${sql.ref(`journal_no_${act}`)} before ${sql.raw(act)} on journal
        begin select raise(abort, ${sql.lit(refusal)}); end`.execute(db)
    return
  }
  await sql`create function journal_sealed() returns trigger language plpgsql as
    ${sql.lit(`begin raise exception '${refusal}'; end`)}`.execute(db)
  await sql`create trigger journal_no_change before update or delete on journal
    for each row execute function journal_sealed()`.execute(db)
  await sql`create trigger journal_no_truncate before truncate on journal
    for each statement execute function journal_sealed()`.execute(db)
}
