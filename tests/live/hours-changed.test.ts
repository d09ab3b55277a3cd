import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { MORNING } from '../helpers/test-app.ts'
import { toldOffice } from '../helpers/told-office.ts'

/** A process is started and killed, and the office is started twice more, perhaps on a busy machine. */
const PATIENCE_MS = 150_000
const CHILD = path.join(import.meta.dirname, 'hours-changed.child.ts')

describe('a holiday over bookings, when the process is killed', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = temporaryFolder()
    file = path.join(folder, 'tanggap.db')
  })
  afterEach(() => removeFolder(folder))

  /** Starts the office again; how the bookings stand then, and what was told of it. */
  async function again(minutesLater: number) {
    const db = await openSqlite(file)
    const clock = { now: MORNING + minutesLater * MINUTE }
    const { app } = await toldOffice(undefined, clock, Buffer.alloc(32, 7), { db })
    await app.passOn()
    await app.settled()
    const tickets = await db.kysely.selectFrom('tickets').select('state').where('slot_start', 'is not', null).execute()
    const told = await db.kysely.selectFrom('messages').select('kind').where('kind', '=', 'timeLost').execute()
    const { holidays } = app.offices.get('samarinda')
    expect(app.failures).toEqual([])
    await app.close()
    return { holidays, states: tickets.map(t => t.state), told: told.length }
  }

  it.each([
    ['after the setting was saved and before the day knew of it', 'before'],
    ['right after the bookings were let go, before anybody was told', 'after'],
  ] as const)(
    'lets go and tells each once, %s [H12 H13 J10]',
    async (_, moment) => {
      const child = spawn(process.execPath, [await childProgram(CHILD), file, moment], { stdio: 'inherit' })
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      expect(signal).toBe('SIGKILL')
      const all = { holidays: ['2026-06-10'], states: Array(5).fill('cancelled'), told: 5 }
      for (const minutes of [1, 2]) expect(await again(minutes)).toEqual(all)
    },
    PATIENCE_MS,
  )
})
