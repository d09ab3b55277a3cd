import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { allRows } from '../helpers/overheard.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const WEDNESDAY = '2026-06-10'
const DRAWN = 'pindah-datang'

let app: TestApp
let routes: readonly string[]
let values: Readonly<Record<string, string>>
let lookers: Readonly<Record<string, Visitor>>
beforeAll(async () => {
  app = await testApp()
  const admin = await app.as('admin')
  const { booking } = app.offices.get('samarinda')
  const release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 }
  await admin.patch(`${OFFICE}/settings`, {
    booking: { ...booking, proof: 'never', priorityShare: 0 },
    services: [{ id: DRAWN, booking: { ...DEFAULT_SERVICE_BOOKING, release, dailyQuota: 10, files: true } }],
  })
  const [officer, kiosk, citizen] = [await app.as('petugas1'), await app.device('kiosk'), app.visitor()]
  await officer.post(counterPath('1', 'open'))
  const taken = []
  for (let i = 0; i < 3; i++) taken.push((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body)
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  await officer.post(counterPath('1', 'finish'))
  await officer.post(counterPath('1', 'call-next'))
  const contact = { name: 'Contoh', phone: '0800-0007-0001' }
  const wish = { serviceId: 'ktp-el', slotId: `${WEDNESDAY}T09:00`, contact }
  const { token } = (await citizen.post(`${OFFICE}/bookings`, wish)).body
  await app.settled()
  const { survey } = (await app.visitor().get(`/api/tickets/${taken[0].token}`)).body
  lookers = {
    nobody: app.visitor(),
    citizen,
    kiosk,
    display: await app.device('display'),
    officer,
    desk: await app.as('meja'),
    supervisor: await app.as('atasan'),
    manager: await app.as('manajer'),
    admin,
  }
  values = {
    office: 'samarinda',
    service: 'ktp-el',
    counter: '1',
    ticket: taken[1].ticket.id,
    token,
    id: 'any-id',
    version: '1',
    week: '2026-06-08',
    period: '2026-05',
    month: '2026-05',
  }
  const served = (path: string) => path.replaceAll(':token', survey.path.slice(3))
  routes = [...new Set(app.app.routes.filter(r => r.method === 'GET').map(r => r.path))]
    .filter(path => !path.includes('*'))
    .map(path => (path.startsWith('/s/') || path.startsWith('/api/surveys/') ? served(path) : path))
    .flatMap(path =>
      path.includes('raws/') || path.includes('undian') ? [path, path.replace(':service', DRAWN)] : [path],
    )
  // The plan of each day is the office's own writing, made when the day is first used.
  await citizen.get(`${OFFICE}/services/ktp-el/slots?days=31`)
  // What was finished on a day that is over is counted and kept when it is first asked for.
  await lookers.officer!.get('/api/me/record')
})
afterAll(() => app.close())

const VOLATILE = /"(last_)?seen_at":(\d+|null)|\n?\{[^{}]*"health"[^{}]*\}/g

/** All that is stored, but for when a session or a device was last seen, and the row by which the health tries to write. */
async function stored(): Promise<ReadonlyMap<string, string>> {
  const rows = await allRows(app.db)
  return new Map([...rows].map(([table, text]) => [table, text.replace(VOLATILE, '')]))
}

/** What a route understands of a query; a page takes it whole. */
function understood(path: string, query: string): string {
  const route = Object.entries(api).find(([name]) => name === `GET ${path}`)?.[1] as Route | undefined
  const shape = (route?.query as { shape?: object } | undefined)?.shape
  const given = [...new URLSearchParams(query)].filter(([name]) => !route || (shape && name in shape))
  return new URLSearchParams(given).toString()
}

/** So many looks between two readings of all that is stored, which cost more than the looks. */
const AT_ONCE = 20

/** Looks by every route with the date, of a path or asked for; counts the answers and ends at the first few of which one has written. */
async function looked(who: Readonly<Record<string, Visitor>>, methods: readonly string[], date: string, asked = date) {
  const ends: Record<string, number> = {}
  const filled = (path: string) =>
    path
      .replace('plans/:period', 'plans/2026-Q1')
      .replace('reports/:period', 'reports/2026-Q1')
      .replace('publications/:period', 'publications/2026-Q1')
      .replace(/:(\w+)/g, (_, name: string) => (name === 'date' ? date : (values[name] ?? 'none')))
  const before = await stored()
  let since: string[] = []
  const nothingChanged = async () => {
    const after = await stored()
    const changed = [...after].filter(([table, rows]) => rows !== before.get(table)).map(([table]) => table)
    expect(changed.length > 0 ? [...changed, 'by one of', ...since] : []).toEqual([])
    since = []
  }
  for (const [name, visitor] of Object.entries(who))
    for (const path of routes)
      for (const method of methods) {
        const all = `slot=${asked}T10:00&date=${asked}&from=2026-06-01&to=2026-06-09&month=2026-05&key=a-key-of-somebody&kind=kiosk&with=1&period=2026-Q1`
        const cookie = [...visitor.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
        const headers = { host: 'localhost', ...(cookie ? { cookie } : {}) }
        const answer = await app.app.request(
          `${filled(path)}?${understood(path, path === '/api/me/reports' ? `before=${asked}` : all)}`,
          { method, headers },
        )
        ends[answer.status] = (ends[answer.status] ?? 0) + 1
        await answer.arrayBuffer()
        if (since.push(`${name} ${method} ${path}`) >= AT_ONCE) await nothingChanged()
        // A form knows its phone again when the answer is lost: the one cookie that looking brings.
        const cookies = answer.headers
          .getSetCookie()
          .filter(it => !(path.endsWith('/data') && /^tanggap_phone=new~/.test(it)))
        expect([path, cookies]).toEqual([path, []])
        expect([path, answer.status < 500 && answer.status !== 400]).toEqual([path, true])
      }
  await nothingChanged()
  return ends
}

describe('looking', () => {
  it('meets every route that reads', () => {
    expect(routes.length).toBeGreaterThan(40)
    expect(routes).toContain('/b/:office/:service/data')
    expect(routes).toContain('/api/offices/:office/day')
  })

  it('changes nothing, whoever looks and whatever at, also by asking for the head alone [R10]', async () => {
    const ends = await looked(lookers, ['GET', 'HEAD'], '2026-06-12', WEDNESDAY)
    expect(ends['200']).toBeGreaterThan(300)
  }, 120_000)

  it.each(['2027-03-03', '2026-03-03'])('plans no day far away, such as %s [R10]', async date => {
    const { citizen, desk, officer, admin } = lookers as Record<string, Visitor>
    const ends = await looked({ citizen: citizen!, desk: desk!, officer: officer!, admin: admin! }, ['GET'], date)
    expect(ends['200']).toBeGreaterThan(60)
  })
})
