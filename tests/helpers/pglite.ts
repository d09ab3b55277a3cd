import { PGlite, types } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

/** PostgreSQL inside this process, in memory, as a pool with one connection: whoever asks waits for the one before. */
export async function startPglite(): Promise<PostgresPool> {
  const db = await PGlite.create({ parsers: { [types.INT8]: Number } })
  let turn = Promise.resolve()
  const client = (release: () => void) =>
    ({
      async query(sql: string, parameters: readonly unknown[]) {
        const { rows, affectedRows } = await db.query(sql, [...parameters])
        return { command: sql.trimStart().split(/\s/, 1)[0]!.toUpperCase(), rowCount: affectedRows ?? 0, rows }
      },
      release,
    }) as unknown as PostgresPoolClient
  return {
    connect() {
      const before = turn
      let release = () => {}
      turn = new Promise(resolve => (release = resolve))
      return before.then(() => client(release))
    },
    end: () => db.close(),
  }
}
