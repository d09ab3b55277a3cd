import {
  Kysely,
  PostgresDialect,
  type CompiledQuery,
  type PostgresCursor,
  type PostgresPool,
  type PostgresQueryResult,
} from 'kysely'
import { AppError } from '../../../shared/kit/errors.ts'
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
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: withoutRows(pool) }) })
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

/**
 * Connections whose errors name no row: what PostgreSQL says beside its sentence holds values (`Key (email)=(…)`), and so does the
 * sentence about one that does not fit. Neither goes into a log.
 */
function withoutRows(pool: PostgresPool): PostgresPool {
  return {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const told = (error: unknown) => {
        throw withoutRow(error)
      }
      function query<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
      // Kysely's other way, which it takes only where it is given the means.
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
      function query(statement: unknown, parameters: readonly unknown[] = []): unknown {
        return client.query(String(statement), parameters).catch(told)
      }
      return { query, release: () => client.release() }
    },
  }
}

function withoutRow(error: unknown): unknown {
  const { code, table, constraint, message } = error as Readonly<Record<string, string | undefined>>
  if (error instanceof AppError || code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return error
  const said = code.startsWith('22') ? 'a value that the database does not take' : message
  return Object.assign(new Error(said), { code, table, constraint })
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
