import type { Client } from 'pg'
import { WAITS } from './postgres-pool.ts'
import { StartError } from './start-error.ts'

/** Any number, as long as every Tanggap takes the same one; locks of other databases of the server are others. */
const LOCK = 7_426_447

const AGAIN_MS = 1_000

/**
 * The lock of a PostgreSQL database: held by one connection that does nothing else, so that it ends with the process. One
 * whose connection broke, as by a server that starts anew, is taken again as soon as can be, unless somebody else has it by then.
 */
export interface PostgresLock {
  /** Whether it is held now. */
  holds(): Promise<boolean>
  release(): Promise<void>
}

/** Takes the lock; throws `StartError` while another process has it. */
export async function lockPostgres(url: string, waits = WAITS): Promise<PostgresLock> {
  const { default: pg } = await import('pg')
  let held: Client | undefined
  let released = false

  async function take(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: waits.connect,
      query_timeout: waits.answer,
    })
    const lost = () => {
      if (held !== client) return
      held = undefined
      void takeAgain()
    }
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK])
    const taken = rows[0]!.taken && !released
    if (taken) held = client
    else await client.end()
    return taken
  }

  async function takeAgain(): Promise<void> {
    if (released || held || (await take().catch(() => false))) return
    setTimeout(() => void takeAgain(), AGAIN_MS).unref()
  }

  if (!(await take()))
    throw new StartError('Another Tanggap is already running on the data at DATABASE_URL; stop it first.')
  return {
    holds: async () => held !== undefined,
    async release() {
      released = true
      await held?.end()
    },
  }
}
