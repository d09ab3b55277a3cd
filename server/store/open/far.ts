import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect as KyselyDialect,
  type Driver,
} from 'kysely'
import type { Dialect } from '../schema/dialect.ts'
import type { Tables } from '../schema/tables.ts'
import type { Database } from './database.ts'

/** A statement that reads, with its parameters. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/**
 * The database as a thread sees it that has no connection of its own: SQLite's file is locked for the one that the program has. Its
 * statements are handed over and read by whoever has it; nothing is written through it.
 */
export function farDatabase(dialect: Dialect, read: (statement: Statement) => Promise<readonly unknown[]>): Database {
  const refused = (): never => {
    throw new Error('a thread writes nothing')
  }
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => ({
      rows: (await read({ sql, parameters })) as R[],
    }),
    streamQuery: refused,
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    destroy: async () => {},
    ...{ beginTransaction: refused, commitTransaction: refused, rollbackTransaction: refused },
  }
  const sqlite = dialect === 'sqlite'
  const made: KyselyDialect = {
    createAdapter: () => (sqlite ? new SqliteAdapter() : new PostgresAdapter()),
    createDriver: () => driver,
    createIntrospector: db => (sqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
    createQueryCompiler: () => (sqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
  }
  return {
    dialect,
    kysely: new Kysely<Tables>({ dialect: made }),
    journal: { read: async () => refused(), append: async () => refused() },
    adopted: false,
    atomic: async () => refused(),
    claim: async () => refused(),
    holds: async () => true,
    close: async () => {},
  }
}

/** Reads what a thread asks for. Throws for a statement that does anything else. */
export async function readFor({ kysely }: Database, { sql, parameters }: Statement): Promise<readonly unknown[]> {
  if (!/^(select|with)\b/i.test(sql)) throw new Error('a thread reads and does nothing else')
  return (await kysely.executeQuery(CompiledQuery.raw(sql, [...parameters]))).rows
}
