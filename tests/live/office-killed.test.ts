import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Database } from '../../server/store/open/database.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { testApp } from '../helpers/test-app.ts'

/** A process is started and killed, and the office is started twice more, perhaps on a busy machine. */
const PATIENCE_MS = 150_000
const CHILD = path.join(import.meta.dirname, 'office-killed.child.ts')

let folder = ''
beforeEach(() => (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))

/** How many lines of each kind the audit log has. */
async function linesOf({ kysely }: Database): Promise<Readonly<Record<string, number>>> {
  const lines: Record<string, number> = {}
  for (const { what } of await kysely.selectFrom('audit').select('what').execute()) lines[what] = (lines[what] ?? 0) + 1
  return lines
}

/** How often each kind was done, by what it left. */
async function actsOf({ kysely }: Database): Promise<Readonly<Record<string, number>>> {
  const rows = async (table: 'office_versions' | 'pairings' | 'roster_weeks' | 'leaves') =>
    (await kysely
      .selectFrom(table as 'office_versions')
      .selectAll()
      .execute()) as readonly object[]
  const [versions, pairings] = [await rows('office_versions'), await rows('pairings')]
  return {
    'office.configure': versions.filter(v => (v as { made_by: string }).made_by === 'admin').length,
    'device.approve': pairings.filter(p => (p as { approved_at: unknown }).approved_at !== null).length,
    'roster.saved': (await rows('roster_weeks')).length,
    'leave.added': (await rows('leaves')).length,
  }
}

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
  const lines = (await linesOf(app.db))['office.configure']
  await app.close()
  return { now, named, lines }
}

it.each([
  ['before the third save is on disk: none of it is there', 'before', 2],
  ['right after it is on disk, before anybody is answered: all of it is there', 'after', 3],
] as const)(
  'keeps an office, its version and its line in the audit log together when it is killed %s [A9 A45 J1]',
  async (_, moment, saves) => {
    const file = path.join(folder, 'tanggap.db')
    const child = spawn(process.execPath, [await childProgram(CHILD), file, moment], { stdio: 'inherit' })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
    const kept = Array.from({ length: saves }, (__, i) => [i + 2, 'admin', `Meja ${i + 1}`]).reverse()
    // The second start finds nothing that the first had to write anew.
    for (const start of [1, 2])
      expect([start, await again(file)]).toEqual([
        start,
        { now: `Meja ${saves}`, named: [...kept, [1, 'system', 'Loket 1']], lines: saves },
      ])
  },
  PATIENCE_MS,
)

it.each([2, 14])(
  'has done each act that was answered, and each act has its line, when somebody kills it behind %i answers [A9 J1]',
  async most => {
    const file = path.join(folder, 'tanggap.db')
    const child = spawn(process.execPath, [await childProgram(CHILD), file, 'acts'], { stdio: ['ignore', 'pipe', 2] })
    const answered: string[] = []
    for await (const line of createInterface(child.stdout!)) {
      answered.push(line)
      if (answered.length === most) child.kill('SIGKILL')
    }
    const db = await openSqlite(file)
    const [lines, acts] = [await linesOf(db), await actsOf(db)]
    await db.close()
    expect(lines).toEqual(Object.fromEntries(Object.entries(acts).filter(([, times]) => times > 0)))
    for (const [what, times] of Object.entries(acts)) {
      const told = answered.filter(one => one === what).length
      // The one after the last answer may be done.
      expect([what, times - told]).toEqual([what, Math.min(1, Math.max(0, times - told))])
    }
  },
  PATIENCE_MS,
)
