import type { Client } from 'pg'
import { StartError } from './start-error.ts'

/** Any number, as long as every Tanggap takes the same one; locks of other databases of the server are others. */
const LOCK = 7_426_447

/** The lock of a PostgreSQL database: held by one connection that does nothing else, so that it ends with the process. */
export interface PostgresLock {
  /** Whether it is held; one whose connection broke is taken again, unless somebody else has it by now. */
  holds(): Promise<boolean>
  release(): Promise<void>
}

/** Takes the lock; throws `StartError` while another process has it. */
export async function lockPostgres(url: string): Promise<PostgresLock> {
  const { default: pg } = await import('pg')
  let held: Client | undefined

  async function take(): Promise<boolean> {
    const client = new pg.Client({ connectionString: url, keepAlive: true })
    const lost = () => void (held === client && (held = undefined))
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK])
    if (rows[0]!.taken) held = client
    else await client.end()
    return rows[0]!.taken
  }

  if (!(await take()))
    throw new StartError('Another Tanggap is already running on the data at DATABASE_URL; stop it first.')
  return {
    holds: async () => held !== undefined || (await take().catch(() => false)),
    async release() {
      await held?.end()
    },
  }
}
