import { Migrator, sql, type Kysely } from 'kysely'
import type { Dialect } from '../schema/dialect.ts'
import { migrations } from '../schema/migrations.ts'
import { StartError } from './start-error.ts'

/** Brings the tables to this version; refuses, before it touches anything, a database that a newer version has written. */
export async function migrate<T>(db: Kysely<T>, dialect: Dialect): Promise<void> {
  const steps = migrations(dialect)
  // Steps do not lean on one another: a database that has a later one takes an earlier one after it.
  const provider = { getMigrations: async () => steps }
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  const unknown = (await appliedSteps(db)).filter(name => !(name in steps))
  if (unknown.length > 0)
    throw new StartError(
      `The database was written by a newer version of Tanggap (it knows the step ${unknown[0]}); start that version, or restore an older backup.`,
    )
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function appliedSteps<T>(db: Kysely<T>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(t => t.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map(r => r.name)
}
