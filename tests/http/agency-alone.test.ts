import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api, type RouteKey } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { agencyApp, AGENCIES } from '../helpers/agencies.ts'
import { addDays, type LocalDate } from '../../shared/kit/time.ts'
import { surveyed } from '../helpers/surveyed.ts'
import type { TestApp, Visitor } from '../helpers/test-app.ts'
import { AGENCY } from './access.agencies.ts'
import { ACCESS } from './access.matrix.ts'

/*
 * Whatever somebody of an agency is answered is worked out from their own agency alone: it stays the same to the letter while
 * the other one serves, is rated, plans, hires and closes. So no two answers, of whatever times and however subtracted, tell
 * of the other. What hangs in the hall for everybody (the day at the desk, the board) is left out here, and of the plan of the
 * week how often the hall has saved it.
 */

const OFFICE = '/api/offices/samarinda'
const WINTER = '2026-02-10'
const TODAY = '2026-06-09'
/** What may be shown is decided for all agencies of the hall together, from how many answered and never from what they said. */
const HELD = 'held back'
const TABLES = ['services', 'counters', 'officers', 'documentServices', 'documentOfficers', 'applications'] as const
let app: TestApp
let said: ReturnType<typeof surveyed>
const people = {} as Record<'officer' | 'manager' | 'administrator', Visitor>

beforeAll(async () => {
  app = await agencyApp()
  said = surveyed(app.db)
  for (const role of ['officer', 'manager', 'administrator'] as const) people[role] = await app.as(`${role}-sipil`)
  for (let i = 0; i < 30; i += 1) {
    const ids = await said.visits(3, 'officer-sipil', '7', addDays(WINTER, i), 'akta-kelahiran')
    await said.rated(ids, 4)
    await said.answered(ids)
  }
  await take('akta-kematian')
}, 60_000)
afterAll(() => app.close())

async function take(serviceId: string): Promise<void> {
  const answer = await (await app.device('kiosk')).post(`${OFFICE}/tickets`, { serviceId })
  expect(answer.status, answer.text).toBe(201)
}

/** Everything that the other agency, and the hall, do meanwhile. */
async function others(): Promise<void> {
  const { services, counters } = AGENCIES.penduduk
  for (let i = 0; i < 40; i += 1) {
    const ids = await said.visits(2, 'officer-penduduk', counters[i % 3]!, addDays(WINTER, i), services[i % 3]!)
    await said.rated(ids, 1, ['slow'])
    await said.answered(ids)
  }
  await take('ktp-el')
  await take('ktp-el')
  const officer = await app.as('officer-penduduk')
  for (const act of ['open', 'call-next', 'start', 'finish', 'call-next', 'break'])
    await officer.post(`${OFFICE}/counters/1/${act}`, act === 'break' ? { minutes: 5 } : {})
  const manager = await app.as('manajer')
  const closed = await manager.post(`${OFFICE}/services/kartu-keluarga/close`, { reason: 'systemDown' })
  expect(closed.status, closed.text).toBe(200)
  const away = { staffId: 'officer-penduduk', kind: 'sick', from: TODAY, to: addDays(TODAY, 2), part: null }
  expect((await manager.post(`${OFFICE}/leaves`, away)).status).toBe(200)
  const shift = { counterId: '1', from: '08:00', to: '15:00', rest: null, insteadOf: null }
  const cell = { staffId: 'officer-penduduk', date: addDays(TODAY, 1), seen: [], shifts: [shift] }
  expect((await manager.post(`${OFFICE}/roster/2026-06-08`, { cells: [cell] })).status).toBe(200)
  const hired = { name: 'Contoh baru', username: 'baru-penduduk', roles: ['officer'], agency: 'penduduk' }
  expect((await (await app.as('admin')).post(`${OFFICE}/people`, hired)).status).toBe(201)
  await app.settled()
}

/** Periods that lie in each other and beside each other, a day apart. */
function periods(): readonly (readonly [LocalDate, LocalDate])[] {
  const days = [WINTER, addDays(WINTER, 1), addDays(WINTER, 29), TODAY]
  return days.flatMap((from, i) => days.slice(i).map(to => [from, to] as const))
}

/** All that they ask, and what they are answered. */
async function heard(): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>()
  const get = async (who: keyof typeof people, path: string) => {
    const { status, body } = await people[who].get(`${OFFICE}/${path}`)
    expect(status, path).toBe(200)
    const { version: _, saved: __, ...rest } = body as Record<string, unknown>
    all.set(`GET ${path}`, JSON.stringify(rest))
  }
  for (const [from, to] of periods()) {
    for (const path of ['figures', 'application-figures', 'missing-papers'])
      await get('manager', `${path}?from=${from}&to=${to}`)
    for (const table of TABLES) {
      const { body } = await people.manager.post(`${OFFICE}/tables`, { table, format: 'csv', lang: 'id', from, to })
      all.set(`${table} ${from} ${to}`, body.content)
    }
  }
  for (const date of [WINTER, addDays(WINTER, 1), TODAY]) await get('manager', `days/${date}`)
  for (const month of ['2026-02', '2026-03', '2026-05']) await get('manager', `reasons?month=${month}`)
  for (const period of ['2025-Q4', '2026-Q1', '2026-Q2', '2026-S1', '2026'])
    for (const part of ['', '&service=akta-kelahiran', '&counter=7']) {
      const path = `ikm?period=${period}${part}`
      const { body } = await people.manager.get(`${OFFICE}/${path}`)
      const { showing, sample, result, audit } = body
      all.set(`sample ${path}`, JSON.stringify(sample))
      all.set(`GET ${path}`, 'through' in showing ? JSON.stringify([result, audit]) : HELD)
    }
  for (const period of ['2026-Q1', '2026-S1', '2026-05']) {
    const path = `period-figures?period=${period}`
    const { body } = await people.manager.get(`${OFFICE}/${path}`)
    all.set(`sample ${path}`, JSON.stringify([body.sample, body.response]))
    all.set(`GET ${path}`, body.figures ? JSON.stringify(body.figures) : HELD)
  }
  for (const path of ['roster/2026-06-08', 'served', 'applications', 'bookings', 'complaints'])
    await get('manager', path)
  await get('officer', 'unfinished')
  await get('administrator', 'people')
  return all
}

describe('what somebody of an agency is answered', () => {
  it('is the same whatever the other agency does, over all periods that lie in and beside each other [A20 A84]', async () => {
    const before = await heard()
    await others()
    const after = await heard()
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [asked, answer] of after) if (answer !== HELD) expect(answer, asked).toBe(before.get(asked))
    expect(after.get('GET ikm?period=2026-Q1')).not.toBe(HELD)
    // It was no empty look: the hall as a whole has changed, and the own figures are there.
    const whole = await (await app.as('manajer')).get(`${OFFICE}/figures?from=${WINTER}&to=${TODAY}`)
    expect(whole.body.tickets).toBeGreaterThan(160)
    expect(before.get('GET ikm?period=2026-Q1')).toMatch(/"ikm":75/)
    expect(before.get(`GET figures?from=${WINTER}&to=${TODAY}`)).toMatch(/"served":90/)
  })

  it('is asked here of every route that is open to them and holds figures or people [A84]', () => {
    const asked = [
      ...['figures', 'application-figures', 'missing-papers', 'tables', 'days/:date', 'reasons', 'ikm', 'roster/:week'],
      ...['served', 'applications', 'bookings', 'unfinished', 'people', 'complaints', 'period-figures'],
    ]
    /** What hangs in the hall, the code of its screen, and what names one thing of their own. */
    const apart = /\/day$|check-in-code$|:counter|:person\/sessions$|:service\/standing$/
    const open = (Object.keys(AGENCY) as RouteKey[]).filter(
      key => key.startsWith('GET') && !apart.test(key) && ACCESS[key].length > 0,
    )
    for (const key of open)
      expect(
        asked.some(path => key.endsWith(`/${path}`)),
        key,
      ).toBe(true)
    expect((api['GET /api/offices/:office/ratings'] as Route).agency).toBeUndefined()
  })
})
