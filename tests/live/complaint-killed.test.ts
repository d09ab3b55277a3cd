import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { childProgram } from '../helpers/child-program.ts'
import { lowRated, write } from '../helpers/complaint-killed.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { SIGNED } from '../helpers/killed-record.ts'
import { testApp } from '../helpers/test-app.ts'

const PATIENCE_MS = 240_000
const CHILD = path.join(import.meta.dirname, 'complaint-killed.child.ts')

let folder = ''
beforeAll(() => (folder = temporaryFolder()))
afterAll(() => removeFolder(folder))

it(
  'a complaint whose writer was answered is there after kill -9, once, also when it is sent again [S41]',
  async () => {
    const file = path.join(folder, 'tanggap.db')
    const started = async () => testApp({ db: await openSqlite(file), key: SIGNED })
    let app = await started()
    const page = await lowRated(app)
    const { now } = app.clock
    await app.close()
    const child = spawn(process.execPath, [await childProgram(CHILD), file, page], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said, [, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')])
    expect([said, signal]).toEqual(['303', 'SIGKILL'])
    app = await started()
    app.clock.now = now
    const rows = () => app.db.kysely.selectFrom('complaints').select(['words', 'state']).execute()
    expect(await rows()).toEqual([{ words: 'Menunggu tiga jam.', state: 'new' }])
    expect((await write(app, page)).status).toBe(303)
    expect(await rows()).toHaveLength(1)
    expect((await app.visitor().get(page)).text).toContain('Menunggu tiga jam.')
    await app.close()
  },
  PATIENCE_MS,
)
