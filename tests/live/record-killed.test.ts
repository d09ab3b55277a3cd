import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { act, actor, beginning, left, SIGNED, type Killed } from '../helpers/killed-record.ts'
import { testApp } from '../helpers/test-app.ts'

/** Processes are started and killed, and the office is started once more, perhaps on a busy machine. */
const PATIENCE_MS = 240_000
const CHILD = path.join(import.meta.dirname, 'record-killed.child.ts')

let folder = ''
beforeAll(() => (folder = temporaryFolder()))
afterAll(() => removeFolder(folder))

/** A file in a folder of its own, where nothing else was seen. */
function fileOf(name: string): string {
  mkdirSync(path.join(folder, name))
  return path.join(folder, name, 'tanggap.db')
}

/** The program on a file, as it is started. */
const started = async (file: string) => testApp({ db: await openSqlite(file), key: SIGNED })

/** A file before the act, the objection in it, and what is on disk once the act was done without a kill; made once for each act. */
const made = new Map<Killed, Promise<{ file: string; contest: string; whole: Awaited<ReturnType<typeof left>> }>>()
async function before(what: Killed) {
  const file = fileOf(what)
  let app = await started(file)
  const contest = await beginning(app, what)
  await app.close()
  const undisturbed = fileOf(`${what}-whole`)
  copyFileSync(file, undisturbed)
  app = await started(undisturbed)
  await act(app, what, await actor(app, what), contest)
  const whole = await left(app)
  await app.close()
  return { file, contest, whole }
}

it.each<[Killed, string, number]>([
  ['computes', 'before', 1],
  ['computes', 'after', 1],
  ['decides', 'after', 0],
  ['decides', 'before', 2],
  ['decides', 'after', 2],
  ['decides', 'told', 0],
  ['reminds', 'after', 0],
  ['writes', 'after', 0],
  ['writes', 'told', 0],
])(
  'the record that %s is there once, as without it, after kill -9 %s write %d [O242]',
  async (what, when, write) => {
    const known = made.get(what) ?? before(what)
    made.set(what, known)
    const { file, contest, whole } = await known
    const killed = fileOf(`${what}-${when}-${write}`)
    copyFileSync(file, killed)
    const args = [await childProgram(CHILD), killed, what, contest, when, String(write)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    expect(((await once(child, 'exit')) as [number | null, string | null])[1]).toBe('SIGKILL')
    const app = await started(killed)
    const who = await actor(app, what)
    if (when === 'told') expect(await left(app)).toEqual(whole)
    // Whoever got no answer asks again under the same key, and the jobs have their turns.
    await act(app, what, who, contest)
    await app.scores.pass()
    expect(await left(app)).toEqual(whole)
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
    await app.close()
  },
  PATIENCE_MS,
)
