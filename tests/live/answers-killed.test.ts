import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { answersThere, ANSWERS, ROWS, sendAnswers } from '../helpers/answers-killed.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { SIGNED } from '../helpers/killed-record.ts'
import { testApp } from '../helpers/test-app.ts'

const PATIENCE_MS = 120_000
const CHILD = path.join(import.meta.dirname, 'answers-killed.child.ts')

let folder = ''
beforeEach(() => (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))

/** The program once more, after it was killed with a file half way. */
async function startedAfter(way: 'in' | 'out') {
  const file = path.join(folder, 'tanggap.db')
  const child = spawn(process.execPath, [await childProgram(CHILD), file, way], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  expect(signal).toBe('SIGKILL')
  const db = await openSqlite(file)
  const half = await answersThere({ db })
  expect(half > 0 && half < ROWS, `${half}`).toBe(true)
  const app = await testApp({ db, key: SIGNED })
  // What was half way is cleared away by the start alone.
  await expect.poll(() => answersThere(app), { timeout: PATIENCE_MS / 2, interval: 200 }).toBe(0)
  return { app, manager: await app.as('manajer') }
}

it(
  'a file of answers that came when the program was killed is gone after its start, and comes again whole [S49]',
  async () => {
    const { app, manager } = await startedAfter('in')
    await expect.poll(async () => (await sendAnswers(app, manager)).status, { timeout: PATIENCE_MS / 2 }).toBe(201)
    expect(await answersThere(app)).toBe(ROWS)
    expect((await manager.get(ANSWERS)).body.imports).toMatchObject([{ rows: ROWS, taken: false }])
    await app.close()
  },
  PATIENCE_MS,
)

it(
  'a file of answers that was being taken back when the program was killed is taken back by its start, on record [S49]',
  async () => {
    const { app, manager } = await startedAfter('out')
    const taken = async () => (await manager.get(ANSWERS)).body.imports
    await expect.poll(taken, { timeout: PATIENCE_MS / 2 }).toMatchObject([{ rows: ROWS, taken: true }])
    const acts = await app.db.kysely.selectFrom('audit').select('what').where('what', 'like', 'import.%').execute()
    expect(acts.map(one => one.what)).toEqual(['import.keep', 'import.takeBack'])
    await app.close()
  },
  PATIENCE_MS,
)
