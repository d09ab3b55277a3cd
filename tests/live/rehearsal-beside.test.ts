import { request, type IncomingMessage } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { overDialects, removeFolder, temporaryFolder, type Store } from '../helpers/dialects.ts'
import { contentsOf, onStage } from '../helpers/on-stage.ts'
import type { Visitor } from '../helpers/test-app.ts'

const REHEARSAL = '/api/offices/samarinda/rehearsal'
const OTHER = '/api/offices/lain'
const AT_ONCE = { lastsMs: 3_600_000, speed: 10_000 }

overDialects('a rehearsal day beside another office', (store: Store) => {
  let folder: string
  let ended: (() => Promise<void>) | undefined
  afterEach(async () => {
    await ended?.()
    ended = undefined
    removeFolder(folder)
  })

  /** Another office in preparation, with all that its opening needs, and whoever administers it. */
  async function prepared() {
    const { kysely } = store.db
    await seedDemo(store.db, Date.now())
    await saveOffice(store.db, { ...demoOffice, id: 'lain', openedAt: null, alwaysOpen: true })
    const { password_hash: passwordHash } = await kysely
      .selectFrom('staff')
      .select('password_hash')
      .where('username', '=', 'admin')
      .executeTakeFirstOrThrow()
    const person = { officeId: 'lain', name: 'Contoh Lain', active: true, passwordChangedAt: 0, passwordHash }
    await insertStaff(store.db, { ...person, id: 'lain-1', username: 'admin.lain', roles: ['administrator'] })
    await insertStaff(store.db, { ...person, id: 'lain-2', username: 'petugas.lain', roles: ['officer', 'frontDesk'] })
    folder = temporaryFolder()
    const on = await onStage(store.db, folder, { pace: AT_ONCE })
    ended = () => on.stage.close()
    return {
      ...on,
      admin: await on.as('admin'),
      stranger: await on.as('admin.lain'),
      caller: await on.as('petugas.lain'),
    }
  }

  /** A change whose body comes by drops: its first half is on its way when this resolves. */
  async function slowly(url: string, { cookies }: Visitor, path: string, change: object) {
    const body = JSON.stringify(change)
    const headers = {
      ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), expect: '100-continue' },
      cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; '),
    }
    const asked = request(url + path, { method: 'PATCH', headers })
    const answered = new Promise<IncomingMessage>((resolve, reject) =>
      asked.on('response', resolve).on('error', reject),
    )
    async function answer() {
      const came = await answered
      const { error } = JSON.parse(Buffer.concat(await came.toArray()).toString())
      return { status: came.statusCode, code: error?.code }
    }
    asked.flushHeaders()
    await new Promise(resolve => asked.on('continue', resolve))
    asked.write(body.slice(0, 10))
    return { finish: () => (asked.end(body.slice(10)), answer()) }
  }

  it('is of the office that began it: another neither reads, begins nor ends it, and goes on with its own settings [A65]', async () => {
    const { admin, stranger, failures } = await prepared()
    expect((await admin.post(REHEARSAL)).status).toBe(200)
    expect((await stranger.get(`${OTHER}/rehearsal`)).body).toEqual({ running: null })
    for (const path of [`${OTHER}/rehearsal`, `${OTHER}/rehearsal/end`]) {
      const refused = await stranger.post(path)
      expect([path, refused.status, refused.body.error?.code]).toEqual([path, 409, 'REHEARSAL'])
    }
    expect((await admin.get(REHEARSAL)).body.running).not.toBeNull()
    const settings = (office: string) => `/api/offices/${office}/settings`
    const move = { address: 'Jalan Contoh 1', seen: { address: demoOffice.address } }
    expect((await stranger.patch(settings('lain'), move)).body.office.address).toBe('Jalan Contoh 1')
    expect((await admin.patch(settings('samarinda'), move)).body.error.code).toBe('REHEARSAL')
    expect((await stranger.patch(settings('samarinda'), move)).body.error.code).toBe('REHEARSAL')
    expect((await admin.patch(settings('lain'), move)).body.error.code).toBe('FORBIDDEN')
    const other = async () => (await stranger.get('/api/offices/lain/structure')).body
    expect(await other()).toMatchObject({
      office: { address: 'Jalan Contoh 1', openedAt: null },
      last: { by: 'lain-1' },
    })
    const late = { address: 'Jalan Contoh 2', seen: { address: 'Jalan Contoh 1' } }
    // One that comes while it ends is done, or refused: never done and forgotten.
    const [saved, end] = await Promise.all([stranger.patch(settings('lain'), late), admin.post(`${REHEARSAL}/end`)])
    expect(end.status).toBe(200)
    expect((await other()).office.address).toBe(saved.status === 200 ? 'Jalan Contoh 2' : 'Jalan Contoh 1')
    expect((await admin.patch(settings('samarinda'), move)).status).toBe(200)
    const lines = (await contentsOf(store.db))['audit']!.map(entry => JSON.parse(entry as string))
    expect(failures).toEqual([])
    const ends = lines.filter(({ what }) => what === 'rehearsal.end')
    expect(ends.map(({ detail }) => JSON.parse(detail))).toEqual([{ office: 'samarinda' }])
  })

  it('leaves that one in preparation: it gives no number, no time and no counter meanwhile [A62 A65]', async () => {
    const { admin, caller, visitor } = await prepared()
    await admin.post(REHEARSAL)
    const code = async (asked: ReturnType<Visitor['get']>) => (await asked).body.error?.code
    expect(await code(caller.post(`${OTHER}/tickets`, { serviceId: 'ktp-el' }))).toBe('OFFICE_PREPARING')
    expect(await code(caller.post(`${OTHER}/counters/1/open`))).toBe('OFFICE_PREPARING')
    expect(await code(caller.post(`${OTHER}/services/ktp-el/close`, { reason: 'other' }))).toBe('OFFICE_PREPARING')
    expect(await code(visitor().post(`${OTHER}/bookings`, {}))).toBe('OFFICE_PREPARING')
    expect(await code(visitor().get(`${OTHER}/services/ktp-el/slots`))).toBe('OFFICE_PREPARING')
  })

  it('has ended when the opening of that one is answered: its first number is kept [A63 A65]', async () => {
    const { admin, stranger, caller, visitor, failures } = await prepared()
    await store.db.kysely.updateTable('staff').set({ totp_since: 0 }).where('id', '=', 'lain-1').execute()
    await admin.post(REHEARSAL)
    expect((await stranger.post(`${OTHER}/opening`)).status).toBe(200)
    const taken = await caller.post(`${OTHER}/tickets`, { serviceId: 'ktp-el' })
    expect([taken.status, taken.headers.get('x-rehearsal')]).toEqual([201, null])
    expect((await visitor().get(`/api/tickets/${taken.body.token}`)).status).toBe(200)
    expect((await admin.get(REHEARSAL)).body).toEqual({ running: null })
    expect((await contentsOf(store.db))['tickets']).toHaveLength(1)
    expect(failures).toEqual([])
  })

  it('ends at once although somebody there sends a change by drops, which is refused then [A65]', async () => {
    const { admin, stranger, url } = await prepared()
    await admin.post(REHEARSAL)
    const change = { address: 'Jalan Contoh 3', seen: { address: demoOffice.address } }
    const slow = await slowly(url, stranger, `${OTHER}/settings`, change)
    await stranger.get(`${OTHER}/structure`)
    expect((await admin.post(`${REHEARSAL}/end`)).status).toBe(200)
    expect(await slow.finish()).toEqual({ status: 409, code: 'REHEARSAL' })
    expect((await stranger.get(`${OTHER}/structure`)).body.office.address).toBe(demoOffice.address)
  })
})
