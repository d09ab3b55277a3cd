import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { CLOSES, drawPath, FRIDAY, isComputedAgain, OFFICE, SERVICE, type Published } from '../helpers/drawn.ts'
import { testApp } from '../helpers/test-app.ts'

/** A process is started and killed, and the office is started again, perhaps on a busy machine. */
const PATIENCE_MS = 90_000
const CHILD = path.join(import.meta.dirname, 'draw-killed.child.ts')

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => removeFolder(folder))

it.each([
  ['before', 'DRAW_PENDING'],
  ['after', 'SLOT_FULL'],
])(
  'a process that is killed right %s the stroke of a draw leaves record and places that are equal [U5 U9]',
  async (moment, refusal) => {
    const file = path.join(folder, 'tanggap.db')
    const child = spawn(process.execPath, [await childProgram(CHILD), file, moment], { stdio: 'inherit' })
    expect(((await once(child, 'exit')) as [number | null, string | null])[1]).toBe('SIGKILL')
    const app = await testApp({ db: await openSqlite(file), key: Buffer.alloc(32, 7), now: () => CLOSES })
    const place = { serviceId: SERVICE, slotId: `${FRIDAY}T09:00`, contact: { phone: '0800-0003-9999' } }
    expect((await app.visitor().post(`${OFFICE}/bookings`, place)).body.error.code).toBe(refusal)
    expect(await app.draws.holdDue()).toBeGreaterThan(0)
    const { drawn } = (await app.visitor().get(drawPath())).body as { drawn: Published }
    const rows = await app.db.kysely.selectFrom('tickets').selectAll().where('date', '=', FRIDAY).execute()
    const won = drawn.entries.filter(e => e.slotId !== null)
    expect(drawn.entries).toHaveLength(12)
    expect(won).toHaveLength(drawn.places.reduce((sum, p) => sum + p.places, 0))
    expect(rows.filter(r => r.state === 'booked')).toHaveLength(won.length)
    expect(rows.filter(r => r.state === 'waitlisted')).toHaveLength(12 - won.length)
    expect(rows).toHaveLength(12)
    expect(isComputedAgain(drawn)).toBe(true)
    await app.close()
  },
  PATIENCE_MS,
)
