import type { PostgresCursor, PostgresPool, PostgresQueryResult } from 'kysely'
import { AppError } from '../../../shared/kit/errors.ts'

const INT8 = 20
/** A server that ends or begins, a connection that broke (SQLSTATE, Node), and what the client itself says of a dead one. */
const AWAY_CODES = /^(08...|57P0.|E[A-Z]{3,})$/
const AWAY_WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/

/** How long a connection may take to come about and a statement to be answered, in ms: a network that swallows says nothing. */
export interface Waits {
  readonly connect: number
  readonly answer: number
}

export const WAITS: Waits = { connect: 5_000, answer: 60_000 }

/**
 * Connections to a PostgreSQL that may go away and come back: while it is away whoever asks gets `UNAVAILABLE`, and each
 * connection that broke is replaced at the next use. Instants and counts come as numbers: none of them leaves the safe range.
 */
export async function postgresPool(url: string, waits = WAITS): Promise<PostgresPool> {
  // Fetched where it is used: an office on SQLite starts without it.
  const { default: pg } = await import('pg')
  const getTypeParser = ((oid: number, format?: 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
  const pool = new pg.Pool({
    connectionString: url,
    types: { getTypeParser },
    keepAlive: true,
    connectionTimeoutMillis: waits.connect,
    query_timeout: waits.answer,
  })
  // The pool listens to idle connections and not to those that are lent out; either would end the process unheard.
  pool.on('error', () => undefined)
  pool.on('connect', client => void client.on('error', () => undefined))
  return {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw new AppError('UNAVAILABLE', undefined, error)
      })
      let broken = false
      const told = (error: unknown) => {
        broken = isAway(error)
        throw broken ? new AppError('UNAVAILABLE', undefined, error) : error
      }
      function query<R>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
      // Kysely's other way, which it takes only where it is given the means.
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
      function query(statement: unknown, parameters: readonly unknown[] = []): unknown {
        return client.query(String(statement), [...parameters]).catch(told)
      }
      return { query, release: () => client.release(broken) }
    },
  }
}

function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === undefined ? AWAY_WORDS.test(message ?? '') : AWAY_CODES.test(code)
}
