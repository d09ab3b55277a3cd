import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { SIGNED } from '../helpers/killed-record.ts'
import { act, beginning, itIs, left, type KilledAct } from '../helpers/killed-survey.ts'
import { testApp } from '../helpers/test-app.ts'

/** Processes are started and killed, and the office is started once more, perhaps on a busy machine. */
const PATIENCE_MS = 240_000
const CHILD = path.join(import.meta.dirname, 'survey-killed.child.ts')

let folder = ''
beforeAll(() => (folder = temporaryFolder()))
afterAll(() => removeFolder(folder))

/** A file in a folder of its own. */
function fileOf(name: string): string {
  mkdirSync(path.join(folder, name))
  return path.join(folder, name, 'tanggap.db')
}
const started = async (file: string) => testApp({ db: await openSqlite(file), key: SIGNED })

it.each<[KilledAct, RegExp, number]>([
  ['publish', /^200$/, 1],
  ['decide', /^200$/, 1],
  ['sheet', /^303$/, 0],
])(
  'what is acknowledged of a %s is there after kill -9, once and whole, and what was not is not half there [S53 S72 S84]',
  async (what, answered, lines) => {
    const file = fileOf(what)
    let app = await started(file)
    const page = await beginning(app, what)
    const nothing = await left(app)
    await app.close()
    for (const when of ['before', 'after', 'told']) {
      const killed = fileOf(`${what}-${when}`)
      copyFileSync(file, killed)
      const child = spawn(process.execPath, [await childProgram(CHILD), killed, what, page, when], {
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      expect(((await once(child, 'exit')) as [number | null, string | null])[1], when).toBe('SIGKILL')
      app = await started(killed)
      itIs(app, what)
      const found = await left(app)
      if (when === 'before') expect(found).toEqual(nothing)
      // Whoever got no answer sends it again.
      expect(String(await act(app, what, page)), when).toMatch(answered)
      const whole = await left(app)
      if (when !== 'before') expect(found, when).toEqual(whole)
      expect([whole.published.length, whole.decided.length, whole.sheets.length]).toEqual([
        ...['publish', 'decide', 'sheet'].map(one => (one === what ? 1 : 0)),
      ])
      expect([whole.out, whole.receipts]).toEqual([what === 'decide' ? 42 : 0, what === 'sheet' ? 1 : 0])
      expect(whole.lines).toHaveLength(lines)
      expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
      await app.close()
    }
  },
  PATIENCE_MS,
)
