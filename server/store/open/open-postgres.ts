import { Kysely, PostgresDialect, type CompiledQuery, type PostgresPool } from 'kysely'
import { createPostgresJournal } from '../../journal/postgres.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { lockPostgres, type PostgresLock } from './postgres-lock.ts'
import { postgresPool, WAITS } from './postgres-pool.ts'
import { StartError } from './start-error.ts'
import type { Tables } from '../schema/tables.ts'

/** Opens, locks and migrates a PostgreSQL database by its URL; or opens one over a pool of connections already made. */
export async function openPostgres(where: string | PostgresPool, waits = WAITS): Promise<Database> {
  try {
    if (typeof where !== 'string') return await open(where)
    const lock = await lockPostgres(where, waits)
    try {
      return await open(await postgresPool(where, waits), lock)
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw asStartError(error)
  }
}

async function open(pool: PostgresPool, lock?: PostgresLock): Promise<Database> {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrate(kysely, 'postgres')
  } catch (error) {
    await kysely.destroy()
    throw error
  }
  return {
    dialect: 'postgres',
    kysely,
    adopted: false,
    journal: createPostgresJournal(kysely),
    atomic: queries =>
      kysely.transaction().execute(async unit => {
        const changed: number[] = []
        for (const query of queries) changed.push(await run(unit, query))
        return changed
      }),
    claim: (first, then) =>
      kysely.transaction().execute(async unit => {
        if ((await run(unit, first)) === 0) return false
        for (const query of then) await run(unit, query)
        return true
      }),
    holds: async () => lock === undefined || lock.holds(),
    async close() {
      await kysely.destroy()
      await lock?.release()
    },
  }
}

async function run(unit: Kysely<Tables>, query: CompiledQuery): Promise<number> {
  return Number((await unit.executeQuery(query)).numAffectedRows ?? 0)
}

function asStartError(error: unknown): unknown {
  const cause = ((error as Error).cause ?? error) as { code?: string; message?: string }
  const why = cause.code ?? (/time(d )?-?out/.test(cause.message ?? '') ? 'no answer in time' : '')
  if (/^(E[A-Z]{3,}|28...|3D000|57P03|no answer in time)$/.test(why))
    return new StartError(`PostgreSQL at DATABASE_URL cannot be reached (${why}); check the address and the account.`, {
      cause: error,
    })
  return error
}
