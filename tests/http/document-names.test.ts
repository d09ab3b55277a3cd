import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock, DAY, MINUTE } from '../../shared/kit/time.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** Documents by the name of whoever comes for them without a number. */
const OFFICE = '/api/offices/samarinda'
const SEARCH = `${OFFICE}/applications/search`
const at = (time: string) => atClock('2026-06-09', time, 'WITA')

let app: TestApp
let officer: Visitor
let desk: Visitor

beforeEach(async () => {
  app = await testApp()
  officer = await app.as('petugas1')
  desk = await app.as('meja')
  await officer.post(counterPath('1', 'open'))
})
afterEach(() => app.close())

/** These people book, come, and are served one after another; each gets a document. */
async function served(...people: readonly string[]): Promise<void> {
  const tokens: string[] = []
  for (const [n, name] of people.entries()) {
    const wish = { serviceId: 'ktp-el', slotId: '2026-06-09T11:00', contact: { name, phone: `0812-0000-000${n}` } }
    tokens.push((await desk.post(`${OFFICE}/bookings`, wish)).body.token)
  }
  app.clock.now = at('10:50')
  const kiosk = await app.device('kiosk')
  for (const token of tokens) await kiosk.post(`${OFFICE}/check-in`, { token })
  app.clock.now = at('11:00')
  for (const _ of people) {
    await officer.post(counterPath('1', 'call-next'))
    await officer.post(counterPath('1', 'start'))
    app.clock.now += MINUTE
    expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
  }
  await app.settled()
}
const find = (name: string, more: object = {}, by = desk) => by.post(SEARCH, { name, ...more })
const numbers = async (name: string, more: object = {}) =>
  (await find(name, more)).body.applications.map((a: { holder: string }) => a.holder) as string[]
const record = async () =>
  (await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'document.search').execute()).map(row => ({
    who: row.who,
    ...(JSON.parse(row.detail) as object),
  }))

describe('a document is found by the name of its holder', () => {
  it('by the beginnings of the words, and shows what the list shows and the first letter [P17 R11]', async () => {
    await served('Nurhayati Contoh', 'Nur Contoh-Hidayat', 'Budi Santoso')
    const { applications, looked, more } = (await find('contoh nurha')).body
    expect({ looked, more }).toEqual({ looked: 3, more: false })
    expect(applications).toHaveLength(1)
    expect(applications[0]).toMatchObject({
      number: expect.stringMatching(/^AR-/),
      visitedOn: '2026-06-09',
      state: 'received',
      holder: 'N•••',
    })
    expect(JSON.stringify(applications)).not.toMatch(/Nurhayati|0812/)
    expect(await numbers('NUR')).toEqual(['N•••', 'N•••'])
    expect(await numbers('hidayát')).toEqual(['N•••'])
    expect(await numbers('ayati')).toEqual([])
    expect(await numbers('santoso', { service: 'akta-kelahiran' })).toEqual([])
    expect(await numbers('santoso', { service: 'ktp-el', date: '2026-06-09' })).toEqual(['B•••'])
    expect(await numbers('santoso', { date: '2026-06-08' })).toEqual([])
    for (const name of ['nu', 'x'.repeat(61)]) expect((await find(name)).status).toBe(400)
  })

  it('by the front desk, and nobody else [P17]', async () => {
    for (const name of ['petugas1', 'atasan', 'manajer', 'admin'])
      expect((await find('nurhayati', {}, await app.as(name))).status, name).toBe(403)
    expect((await find('nurhayati', {}, app.visitor())).status).toBe(401)
    expect((await desk.post('/api/offices/lain/applications/search', { name: 'nurhayati' })).status).toBe(403)
  })

  it('goes on record with who searched and how many were found, and without the name [P17 A9]', async () => {
    await served('Nurhayati Contoh')
    await find('nurhayati')
    await find('siapakah')
    const { id } = await app.db.kysely
      .selectFrom('staff')
      .select('id')
      .where('username', '=', 'meja')
      .executeTakeFirstOrThrow()
    expect(await record()).toEqual([
      { who: `staff:${id}`, office: 'samarinda', looked: 1, found: 1 },
      { who: `staff:${id}`, office: 'samarinda', looked: 1, found: 0 },
    ])
    const all = await app.db.kysely.selectFrom('audit').select('detail').execute()
    expect(JSON.stringify(all)).not.toMatch(/nurhayati|siapakah/i)
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
  })

  it('stays closed when it cannot be put on record [A9]', async () => {
    await served('Nurhayati Contoh')
    await app.db.kysely.schema.alterTable('audit').renameTo('audit_away').execute()
    const answer = await find('nurhayati')
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(answer.text).not.toContain('AR-')
    await app.db.kysely.schema.alterTable('audit_away').renameTo('audit').execute()
  })

  it('twenty times a minute by one person [P17]', async () => {
    for (let n = 0; n < 20; n += 1) expect((await find('nurhayati')).status).toBe(200)
    const refused = await find('nurhayati')
    expect([refused.status, refused.body.error.code]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    expect(refused.body.error.data.retryAfter).toBeGreaterThan(0)
    expect(await record()).toHaveLength(20)
  })

  it('as long as the name is kept: two days once it was handed over, else up to sixty [P17 R5 R6]', async () => {
    await served('Nurhayati Contoh', 'Budi Santoso')
    const { applications } = (await find('nurhayati')).body
    for (const to of ['processing', 'ready', 'handedOver'])
      await officer.post(`${OFFICE}/applications/${applications[0].id}/advance`, { to })
    const later = async (days: number) => {
      app.clock.now = at('09:00') + days * DAY
      desk = await app.as('meja')
      await app.retain()
      return [...(await numbers('nurhayati')), ...(await numbers('budi'))]
    }
    expect(await later(2)).toEqual(['N•••', 'B•••'])
    expect(await later(3)).toEqual(['B•••'])
    expect(await later(60)).toEqual(['B•••'])
    expect(await later(61)).toEqual([])
  })

  it('twenty at most, of the four thousand latest, and says which were not looked at [P17]', async () => {
    await served('Nurhayati Contoh')
    const { kysely } = app.db
    const copy = async (n: number, date: string) => {
      for (const table of ['tickets', 'holders', 'applications'] as const) {
        const row = await kysely.selectFrom(table).selectAll().limit(1).executeTakeFirstOrThrow()
        const rows = Array.from({ length: n }, (_, i) => ({
          ...row,
          ...('date' in row ? { date } : {}),
          ...('no' in row ? { no: 10_000 + i } : {}),
          ...(table === 'tickets' ? {} : { ticket_id: `${date} ${i}` }),
          ...(table === 'applications' ? { part_key: `${date} ${i}` } : {}),
          ...(table === 'holders' ? {} : { id: `${date} ${i}` }),
        }))
        for (let i = 0; i < n; i += 500)
          await kysely
            .insertInto(table)
            .values(rows.slice(i, i + 500) as never)
            .execute()
      }
    }
    await copy(20, '2026-06-08')
    const some = (await find('nurhayati')).body
    expect(some).toMatchObject({ looked: 21, more: true, since: null })
    expect(some.applications).toHaveLength(20)
    expect(some.applications[0].visitedOn).toBe('2026-06-09')
    await copy(3_979, '2026-06-05')
    expect((await find('nurhayati')).body).toMatchObject({ looked: 4_000, since: null })
    await copy(1, '2026-06-04')
    expect((await find('nurhayati')).body).toMatchObject({ looked: 4_000, since: '2026-06-05' })
    expect((await find('nurhayati', { date: '2026-06-04' })).body).toMatchObject({ looked: 1, since: null })
  })

  it('never of a walk-in, whose name nobody was asked [P17]', async () => {
    await officer.post(TICKETS, { serviceId: 'ktp-el' })
    await officer.post(counterPath('1', 'call-next'))
    await officer.post(counterPath('1', 'start'))
    await officer.post(counterPath('1', 'finish'))
    await app.settled()
    expect((await find('siapa saja')).body).toMatchObject({ looked: 0, applications: [] })
  })
})
