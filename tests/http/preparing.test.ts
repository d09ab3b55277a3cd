import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { api, type RouteKey } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { counterPath, MORNING, testApp, type TestApp, TICKETS } from '../helpers/test-app.ts'

let app: TestApp
beforeAll(async () => {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  await saveOffice(db, { ...demoOffice, openedAt: null })
  app = await testApp({ db })
})
afterAll(() => app.close())

const ROUTES = Object.entries(api) as [RouteKey, Route][]
const SERVING = ROUTES.filter(([, route]) => route.serves)
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/offices/:office/tickets': { serviceId: 'ktp-el' },
}

describe('an office in preparation', () => {
  it('is what every public route of an office asks about, but those that only look or report [A62]', () => {
    const open = ROUTES.filter(([key, r]) => key.includes('/offices/:office/') && r.access === 'anybody' && !r.serves)
    expect(open.map(([key]) => key)).toEqual(['GET /api/offices/:office/hall', 'POST /api/offices/:office/unfound'])
  })

  it.each(SERVING.map(([key]) => key))('serves nobody by %s [A62]', async key => {
    const [method, path] = key.split(' ') as [string, string]
    const place = path
      .replace(':office', 'samarinda')
      .replace(':service', 'ktp-el')
      .replace(':date', '2026-06-10')
      .replace(':counter', '1')
    const { access } = api[key] as Route
    const ofDesk = typeof access === 'object' && access.device === undefined
    const asks = !ofDesk ? await app.device('kiosk') : await app.as(key.includes('/counters/') ? 'petugas1' : 'meja')
    const answer = method === 'GET' ? await asks.get(place) : await asks.post(place, BODIES[key] ?? {})
    expect([answer.status, answer.body.error.code]).toEqual([409, 'OFFICE_PREPARING'])
  })

  it.each(['/', '/b/', '/b/samarinda', '/b/samarinda/ktp-el', '/?kantor=samarinda'])(
    'says so on the page %s, in words [A62]',
    async path => {
      const page = await app.visitor().get(path, { accept: 'text/html' })
      expect(page.status).toBeGreaterThanOrEqual(400)
      expect(page.text).toContain('sedang disiapkan')
    },
  )

  it('lets its staff sign in and see the day; nobody sits down, and so nobody keeps it from being set up [A62 A64]', async () => {
    const officer = await app.as('petugas1')
    expect((await officer.get('/api/offices/samarinda/day')).status).toBe(200)
    expect((await officer.post(counterPath('1', 'open'))).body.error.code).toBe('OFFICE_PREPARING')
    expect((await officer.post(counterPath('1', 'call-next'))).body.error.code).toBe('COUNTER_CLOSED')
    expect((await officer.post(TICKETS, { serviceId: 'ktp-el' })).body.error.code).toBe('OFFICE_PREPARING')
    const admin = await app.as('admin')
    expect((await admin.post('/api/offices/samarinda/template', { template: 'disdukcapil' })).status).toBe(200)
  })

  it('gives no number and no time also where a door would forget to ask [A62]', async () => {
    const day = await app.days.today('samarinda')
    expect(day.plan).toMatchObject({ doors: null, slots: { starts: [] } })
  })
})

describe('the opening of an office', () => {
  it('is refused while something that is needed is missing, and says how many things [A63]', async () => {
    const admin = await app.as('admin')
    const { openedAt, findings } = (await admin.get('/api/offices/samarinda/opening')).body
    expect(openedAt).toBeNull()
    const musts = findings.filter((f: { level: string }) => f.level === 'must')
    expect(musts.map((f: { key: string }) => f.key)).toEqual(['secondFactor'])
    const refused = await admin.post('/api/offices/samarinda/opening')
    expect([refused.status, refused.body.error]).toMatchObject([409, { code: 'OPENING_MUST', data: { count: 1 } }])
    expect(app.offices.get('samarinda').openedAt).toBeNull()
  })

  it('happens once, however often and by how many it is asked for, and serves people from then on [A45 A63]', async () => {
    const admin = await app.as('admin')
    await app.db.kysely.updateTable('staff').set({ totp_since: MORNING }).where('username', '=', 'admin').execute()
    const both = await Promise.all([1, 2, 3].map(() => admin.post('/api/offices/samarinda/opening')))
    expect(both.map(a => [a.status, a.body.openedAt])).toEqual([1, 2, 3].map(() => [200, app.clock.now]))
    app.clock.now += 60_000
    expect((await admin.post('/api/offices/samarinda/opening')).body.openedAt).toBe(app.clock.now - 60_000)
    const entries = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'office.open').execute()
    expect(entries.map(e => JSON.parse(e.detail))).toEqual([{ office: 'samarinda' }])
    const { last } = (await admin.get('/api/offices/samarinda/structure')).body
    expect([last.by, last.fields]).toEqual(['admin', ['openedAt']])
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
    expect((await app.visitor().get('/b/samarinda', { accept: 'text/html' })).status).toBe(200)
  })
})
