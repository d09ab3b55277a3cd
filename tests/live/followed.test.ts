import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { childProgram } from '../helpers/child-program.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { counterPath, MORNING } from '../helpers/test-app.ts'
import { OFFICE, toldOffice } from '../helpers/told-office.ts'

/** A process is started and killed, and the office is started twice more, perhaps on a busy machine. */
const PATIENCE_MS = 150_000
const CHILD = path.join(import.meta.dirname, 'followed.child.ts')

/** A process dies between a commit and what follows from it; the office starts again on the same data. */
describe('what follows from a commit', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = temporaryFolder()
    file = path.join(folder, 'tanggap.db')
  })
  afterEach(() => removeFolder(folder))

  async function killedAfter(moment: string): Promise<void> {
    const child = spawn(process.execPath, [await childProgram(CHILD), file, moment], { stdio: 'inherit' })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect(signal).toBe('SIGKILL')
  }

  /** Starts the office again, does `act`, waits until all is followed and ends it; what is on record then. */
  async function again(minutesLater: number, act: (app: Told['app']) => Promise<unknown> = async () => {}) {
    const db = await openSqlite(file)
    const clock = { now: MORNING + minutesLater * MINUTE }
    const { app } = await toldOffice(undefined, clock, Buffer.alloc(32, 7), { db })
    await act(app)
    await app.settled()
    await app.tellDocuments()
    const [messages, outages, applications, visits, invitations] = await Promise.all([
      db.kysely.selectFrom('messages').select('kind').orderBy('kind').execute(),
      db.kysely.selectFrom('outages').select(['service_id', 'since', 'until']).execute(),
      db.kysely.selectFrom('applications').select('state').execute(),
      db.kysely.selectFrom('visits').select('outcome').execute(),
      db.kysely.selectFrom('invitations').select('counter_id').execute(),
    ])
    expect(app.failures).toEqual([])
    await app.close()
    const ended = {
      states: applications.map(a => a.state),
      visits: visits.map(v => v.outcome),
      asked: invitations.length,
    }
    return { kinds: messages.map(m => m.kind), outages, ...ended }
  }
  type Told = Awaited<ReturnType<typeof toldOffice>>

  it(
    'tells a booker once, though the process died before anybody was told [J10 M1]',
    async () => {
      await killedAfter('ticketBooked')
      for (const minutes of [1, 2]) expect((await again(minutes)).kinds).toEqual(['booked'])
    },
    PATIENCE_MS,
  )

  it(
    'marks once that a service is closed [J10]',
    async () => {
      await killedAfter('serviceClosed')
      const mark = { service_id: 'legalisir', since: MORNING, until: null }
      for (const minutes of [1, 2]) expect((await again(minutes)).outages).toEqual([mark])
    },
    PATIENCE_MS,
  )

  it(
    'opens the file of the document once [J10 P1]',
    async () => {
      await killedAfter('ticketFinished')
      for (const minutes of [31, 32]) expect((await again(minutes)).states).toEqual(['received'])
    },
    PATIENCE_MS,
  )

  it(
    'takes back what an undone visit left, once, and it ends anew as if for the first time [J10 Y3]',
    async () => {
      await killedAfter('actUndone')
      const none = { states: [], visits: [], asked: 0 }
      const first = await again(31)
      expect(first).toMatchObject(none)
      const finish = async (app: Told['app']) => {
        const officer = await app.as('petugas1')
        expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
      }
      const once = { states: ['received'], visits: ['done'], asked: 1, kinds: first.kinds }
      expect(await again(32, finish)).toMatchObject(once)
    },
    PATIENCE_MS,
  )

  it(
    'tells once that the document is ready, though the process died within twelve seconds [P12]',
    async () => {
      await killedAfter('documentReady')
      const ready = (kinds: string[]) => kinds.filter(kind => kind === 'documentReady')
      expect(ready((await again(30)).kinds)).toEqual([])
      for (const minutes of [31, 32]) expect(ready((await again(minutes)).kinds)).toEqual(['documentReady'])
    },
    PATIENCE_MS,
  )

  it(
    'tells nothing of a document whose step was taken back before, even after a start [P12]',
    async () => {
      await killedAfter('documentReady')
      const back = async (app: Told['app']) => {
        const officer = await app.as('petugas1')
        const { applications } = (await officer.get(`${OFFICE}/applications`)).body as {
          applications: { id: string }[]
        }
        const path = `${OFFICE}/applications/${applications[0]!.id}/advance`
        expect((await officer.post(path, { to: 'processing' })).status).toBe(200)
      }
      expect((await again(30.1, back)).states).toEqual(['processing'])
      expect((await again(31)).kinds).not.toContain('documentReady')
    },
    PATIENCE_MS,
  )
})
