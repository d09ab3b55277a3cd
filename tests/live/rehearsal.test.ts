import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { api } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { ticketsOf } from '../../shared/queue/day.ts'
import { rehearsed } from '../../server/http/rehearsed.ts'
import { authenticator } from '../helpers/authenticator.ts'
import { overDialects, removeFolder, temporaryFolder, type Store } from '../helpers/dialects.ts'
import { listener, until } from '../helpers/listeners.ts'
import { contentsOf, onStage } from '../helpers/on-stage.ts'
import { counterPath, TICKETS, type Visitor } from '../helpers/test-app.ts'

type Options = Parameters<typeof onStage>[2]

const REHEARSAL = '/api/offices/samarinda/rehearsal'
/** All forty at once, and nobody waits for the end. */
const AT_ONCE = { lastsMs: 3_600_000, speed: 10_000 }
const ROUTES = Object.entries(api) as [string, Route][]

overDialects('a rehearsal day', (store: Store) => {
  let folder: string
  let ended: (() => Promise<void>) | undefined
  afterEach(async () => {
    await ended?.()
    ended = undefined
    removeFolder(folder)
  })

  async function prepared(options: Options = { pace: AT_ONCE }) {
    folder = temporaryFolder()
    const on = await onStage(store.db, folder, options)
    ended = () => on.stage.close()
    return { ...on, admin: await on.as('admin') }
  }

  async function came(admin: Visitor, n: number): Promise<void> {
    await expect.poll(async () => (await admin.get(REHEARSAL)).body.running?.came, { timeout: 10_000 }).toBe(n)
  }

  it('leaves nothing: the data of the office are what they were but for two lines of the audit log, its links open nothing [A65 A66]', async () => {
    const { stage, admin, as, visitor, failures } = await prepared()
    const officer = await as('petugas1')
    const kiosk = visitor()
    expect((await kiosk.post('/api/devices/demo', { kind: 'kiosk' })).status).toBe(200)
    // The office plans its day by itself soon after its start, and is followed in that: before the comparison, not within it.
    expect((await officer.get('/api/offices/samarinda/day')).status).toBe(200)
    await expect.poll(async () => (await contentsOf(store.db))['followers'], { timeout: 10_000 }).toHaveLength(7)
    const before = await contentsOf(store.db)
    expect((await admin.post(REHEARSAL)).body).toEqual({ ok: true })
    await came(admin, 40)
    // Whoever was signed in or paired goes on as they were.
    const taken = await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
    expect(taken.status).toBe(201)
    expect((await officer.post(counterPath('1', 'open'), {})).status).toBe(200)
    for (const act of ['call-next', 'start', 'finish'])
      expect([act, (await officer.post(counterPath('1', act), {})).status]).toEqual([act, 200])
    const { running } = (await admin.get(REHEARSAL)).body
    expect(running).toMatchObject({ people: 40, came: 40, served: 1 })
    expect(running.waiting).toBeGreaterThan(30)
    expect((await visitor().get(`/api/tickets/${taken.body.token}`)).status).toBe(200)
    expect(existsSync(path.join(folder, 'rehearsal'))).toBe(true)

    expect((await admin.post(`${REHEARSAL}/end`)).body).toEqual({ ok: true })
    expect((await visitor().get(`/api/tickets/${taken.body.token}`)).body.error.code).toBe('TICKET_UNKNOWN')
    expect((await admin.get(REHEARSAL)).body).toEqual({ running: null })
    await stage.settled()
    expect(existsSync(path.join(folder, 'rehearsal'))).toBe(false)
    const { audit, ...after } = await contentsOf(store.db)
    const { audit: audited, ...untouched } = before
    expect(after).toEqual(untouched)
    const added = audit!.filter(entry => !audited!.includes(entry)).map(entry => JSON.parse(entry as string).what)
    expect(added.sort()).toEqual(['rehearsal.begin', 'rehearsal.end'])
    expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body.error.code).toBe('OFFICE_PREPARING')
    expect(failures).toEqual([])
  })

  it('is begun once by two, goes on when begun again, and can be begun anew after its end [A65]', async () => {
    const { admin, stage } = await prepared()
    const both = await Promise.all([admin.post(REHEARSAL), admin.post(REHEARSAL)])
    expect(both.map(a => a.status)).toEqual([200, 200])
    await came(admin, 40)
    expect((await admin.post(REHEARSAL)).status).toBe(200)
    expect((await admin.get(REHEARSAL)).body.running.came).toBe(40)
    for (let i = 0; i < 2; i++) expect((await admin.post(`${REHEARSAL}/end`)).status).toBe(200)
    expect((await admin.post(REHEARSAL)).status).toBe(200)
    await came(admin, 40)
    // A stop in the middle leaves no more than an end.
    await stage.close()
    ended = undefined
    expect(existsSync(path.join(folder, 'rehearsal'))).toBe(false)
    expect((await contentsOf(store.db))['tickets']).toEqual([])
  })

  it('is refused to an office that is open or has nothing to serve, and leaves no trace of it [A65]', async () => {
    const { admin, stage } = await prepared({ office: { openedAt: 0, alwaysOpen: true } })
    const refused = await admin.post(REHEARSAL)
    expect([refused.status, refused.body.error.code]).toEqual([409, 'REHEARSAL_OPEN'])
    await stage.close()
    ended = undefined
    const empty = await onStage(store.db, folder, { office: { counters: [] } })
    ended = () => empty.stage.close()
    const nobody = await (await empty.as('admin')).post(REHEARSAL)
    expect([nobody.status, nobody.body.error.code]).toEqual([409, 'REHEARSAL_NOBODY'])
    expect(existsSync(path.join(folder, 'rehearsal'))).toBe(false)
    expect((await contentsOf(store.db))['audit']!.filter(entry => (entry as string).includes('rehearsal'))).toEqual([])
  })

  it('ends by itself when its hour is over [A65]', async () => {
    const { admin } = await prepared({ pace: { lastsMs: 1_500, speed: 1 } })
    await admin.post(REHEARSAL)
    expect((await admin.get(REHEARSAL)).body.running).not.toBeNull()
    await expect.poll(async () => (await admin.get(REHEARSAL)).body, { timeout: 10_000 }).toEqual({ running: null })
  })

  it('leads live screens over and back, and tells them where they are [A67]', async () => {
    const { admin, as, url } = await prepared()
    const officer = await as('petugas1')
    const own = await listener(url, 'staff', officer)
    expect(own.reply).not.toHaveProperty('rehearsal')
    await admin.post(REHEARSAL)
    await until(() => !own.socket.connected)
    const there = await listener(url, 'staff', officer)
    expect(there.reply).toMatchObject({ ok: true, rehearsal: true })
    await until(() => [...ticketsOf(there.day()!)].length >= 40)
    await admin.post(`${REHEARSAL}/end`)
    await until(() => !there.socket.connected)
    const back = await listener(url, 'staff', officer)
    expect(back.reply).not.toHaveProperty('rehearsal')
    expect([...ticketsOf(back.day()!)]).toEqual([])
    back.close()
  })

  it('says on every page and in every answer that it is one, and only then [A67]', async () => {
    const { admin, visitor } = await prepared()
    const guest = visitor()
    const html = { accept: 'text/html' }
    const marks = async () => {
      const pages = [
        '/',
        '/b/samarinda',
        '/kiosk/',
        '/display/',
        '/console/',
        '/survey/',
        '/in?code=1',
        '/t/nothing.here',
      ]
      const texts = await Promise.all(pages.map(async page => (await guest.get(page, html)).text))
      return texts.map(text => text.includes('<html data-rehearsal') && text.includes('<title>GELADI'))
    }
    expect(await marks()).toEqual(Array(8).fill(false))
    await admin.post(REHEARSAL)
    expect(await marks()).toEqual(Array(8).fill(true))
    expect((await guest.get('/api/offices')).headers.get('x-rehearsal')).toBe('1')
    expect((await guest.get('/geladi.css')).text).toContain('GELADI')
    await admin.post(`${REHEARSAL}/end`)
    expect(await marks()).toEqual(Array(8).fill(false))
    expect((await guest.get('/api/offices')).headers.get('x-rehearsal')).toBeNull()
    expect((await guest.get('/geladi.css')).status).toBe(404)
  })

  it('refuses by every route what would be acknowledged and then thrown away [A68]', async () => {
    const { admin, visitor } = await prepared()
    await admin.post(REHEARSAL)
    const refused = ROUTES.filter(([key, route]) => !rehearsed(key.split(' ')[0]!, route)).map(([key]) => key)
    expect(refused).toEqual(expect.arrayContaining(['PATCH /api/offices/:office/settings', 'POST /api/me/password']))
    // What is no look, no work of the hall and no act of a citizen, and is done all the same.
    expect(ROUTES.filter(([, route]) => route.rehearses).map(([key]) => key)).toEqual([
      `POST ${REHEARSAL.replace('samarinda', ':office')}`,
      `POST ${REHEARSAL.replace('samarinda', ':office')}/end`,
      'POST /api/login',
      'POST /api/login/code',
      'POST /api/login/oidc/begin',
      'POST /api/login/oidc',
      'POST /api/logout',
    ])
    const guest = visitor()
    const codes = new Set<string>()
    for (const key of refused) {
      const [method, place] = key.split(' ') as [string, string]
      const asked = place.replace(':office', 'samarinda').replaceAll(/:\w+/g, 'x')
      const { body } = await (method === 'PATCH' ? guest.patch(asked, {}) : guest.post(asked, {}))
      // The gateway is told so once its signature is good.
      if (key !== 'POST /api/gateway/inbound') codes.add(`${body.error.code}`)
    }
    expect([...codes]).toEqual(['REHEARSAL'])
  })

  it('lets people sign in and out for good, and takes a code of a second factor once for both [A65]', async () => {
    const { admin, as, visitor } = await prepared()
    const officer = await as('petugas1')
    const kept = new Map(officer.cookies)
    const holder = await as('petugas3')
    const { key, enrolment } = (await holder.post('/api/me/second-factor', { present: 'tanggap-demo' })).body
    const phone = authenticator(key, Date.now)
    const { codes } = (await holder.post('/api/me/second-factor/confirm', { enrolment, code: phone.code() })).body
    const stepIn = async (code: string) => {
      const who = visitor()
      await who.post('/api/login', { username: 'petugas3', password: 'tanggap-demo' })
      return (await who.post('/api/login/code', { code })).body.error?.code
    }
    await admin.post(REHEARSAL)
    const late = await as('petugas2')
    expect((await late.get('/api/me')).body.staff.id).toBe('p2')
    expect((await officer.post('/api/logout')).status).toBe(200)
    // Before it was answered: what the office's own program will read.
    const sessions = await store.db.kysely.selectFrom('sessions').select('staff_id').execute()
    expect(sessions.map(s => s.staff_id).sort()).toEqual(['admin', 'p2', 'p3'])
    const next = phone.code(30_000)
    expect([await stepIn(next), await stepIn(codes[0])]).toEqual([undefined, undefined])
    await admin.post(`${REHEARSAL}/end`)
    expect([await stepIn(next), await stepIn(codes[0])]).toEqual(['CODE_USED', 'WRONG_CODE'])
    expect((await late.get('/api/me')).body.staff.id).toBe('p2')
    expect((await visitor(kept).get('/api/me')).body.error.code).toBe('NOT_SIGNED_IN')
    expect((await admin.get('/api/me')).body.staff.id).toBe('admin')
  })
})
