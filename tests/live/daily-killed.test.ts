import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { testApp } from '../helpers/test-app.ts'

/** A process is started and killed, and the office is started once more, perhaps on a busy machine. */
const PATIENCE_MS = 150_000
const CHILD = path.join(import.meta.dirname, 'daily-killed.child.ts')

let folder = ''
beforeEach(() => (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))

it.each([
  ['before', '1\n2\n', 'catatan 2'],
  ['after', '1\n2\n', 'catatan 3'],
  ['saved', '1\n2\n3\n', 'catatan 3'],
])(
  'a draft of a report is there again after kill -9 %s the third was saved, and never less than was said to be [O131]',
  async (moment, told, note) => {
    const file = path.join(folder, 'tanggap.db')
    const child = spawn(process.execPath, [await childProgram(CHILD), file, moment], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', chunk => (said += String(chunk)))
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect([signal, said]).toEqual(['SIGKILL', told])
    const app = await testApp({ db: await openSqlite(file), key: Buffer.alloc(32, 7) })
    const officer = await app.as('petugas3')
    const report = '/api/me/reports/2026-06-09'
    expect((await officer.get(report)).body.drafts).toMatchObject([{ text: { note } }])
    // The device sends what it has once more: nothing is there twice.
    const again = { device: 'ponsel-0001-uji', kind: 'phone', rev: 3, begunAt: app.clock.now, writtenAt: app.clock.now }
    await officer.post(`${report}/draft`, { ...again, text: { activities: [], note: 'catatan 3' } })
    expect((await officer.get(report)).body.drafts).toMatchObject([{ rev: 3, text: { note: 'catatan 3' } }])
    await app.close()
  },
  PATIENCE_MS,
)
