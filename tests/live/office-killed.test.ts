import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { testApp } from '../helpers/test-app.ts'

/** A process is started and killed, and the office is started twice more, perhaps on a busy machine. */
const PATIENCE_MS = 150_000
const CHILD = path.join(import.meta.dirname, 'office-killed.child.ts')

let folder = ''
beforeEach(() => (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))

/** Starts the office again: what its first counter is called, and each version with what it calls it. */
async function again(file: string) {
  const app = await testApp({ db: await openSqlite(file), key: Buffer.alloc(32, 7) })
  const admin = await app.as('admin')
  const { versions } = (await admin.get('/api/offices/samarinda/versions')).body
  const named = await Promise.all(
    versions.map(async ({ version, by }: { version: number; by: string }) => {
      const { counters } = await app.offices.version('samarinda', version)
      return [version, by, counters[0]!.name]
    }),
  )
  const now = app.offices.get('samarinda').counters[0]!.name
  await app.close()
  return { now, named }
}

it.each([
  ['before the third save is on disk: none of it is there', 'before', 2],
  ['right after it is on disk, before anybody is answered: all of it is there', 'after', 3],
  ['behind the answer: all of it is there', 'behind', 3],
] as const)(
  'keeps an office and its version together when it is killed %s [A45 J1]',
  async (_, moment, saves) => {
    const file = path.join(folder, 'tanggap.db')
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file, moment], { stdio: 'inherit' })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    const kept = Array.from({ length: saves }, (__, i) => [i + 2, 'admin', `Meja ${i + 1}`]).reverse()
    // The second start finds nothing that the first had to write anew.
    for (const start of [1, 2])
      expect([start, await again(file)]).toEqual([
        start,
        { now: `Meja ${saves}`, named: [...kept, [1, 'system', 'Loket 1']] },
      ])
  },
  PATIENCE_MS,
)
