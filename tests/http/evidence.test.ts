import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/entries.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = 'samarinda'
let app: TestApp
let officer: Visitor
let said: ReturnType<typeof surveyed>
beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock(DATE, '11:00', 'WITA')
  officer = await app.as('petugas1')
  said = surveyed(app.db)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const of = async (period: string) => (await officer.get(`/api/me/evidence/${period}`)).body
const prove = async (period: string) => (await officer.post(`/api/me/evidence/${period}/version`)).body.version
const file = async (period: string, format: 'csv' | 'xlsx') => {
  const { body } = await officer.post(`/api/me/evidence/${period}/file`, { format, lang: 'id' })
  const { name, content } = body as { name: string; content: string }
  return { name, bytes: Buffer.from(content, 'base64') }
}
/** The service is closed for the minutes in which the visits of a date were served. */
const outage = (id: string, date: string) =>
  app.db.kysely
    .insertInto('outages')
    .values({
      ...{ id, office: OFFICE, date, service_id: 'ktp-el', reason: 'system' },
      ...{ since: atClock(date, '09:25', 'WITA'), until: atClock(date, '09:30', 'WITA') },
    })
    .execute()

describe('the evidence of an officer', () => {
  it('adds up to what the database counts, for a day, a month, a quarter and a year, on the page and in the file [O164]', async () => {
    await said.visits(7, 'p1', '1')
    await said.visits(4, 'p1', '3', addDays(DATE, -1), 'legalisir')
    await said.visits(5, 'p1', '1', '2026-04-02')
    await said.visits(3, 'p1', '1', '2026-01-05')
    await said.visits(9, 'p2', '2')
    for (const [period, from, to, sum] of [
      [DATE, DATE, DATE, 7],
      ['2026-06', '2026-06-01', '2026-06-30', 11],
      ['2026-Q2', '2026-04-01', '2026-06-30', 16],
      ['2026', '2026-01-01', '2026-12-31', 19],
    ] as const) {
      const counted = await app.db.kysely
        .selectFrom('journal')
        .innerJoin('visits', j =>
          j
            .onRef('visits.office', '=', 'journal.office')
            .onRef('visits.date', '=', 'journal.date')
            .onRef('visits.seq', '=', 'journal.seq'),
        )
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .where('visits.officer_id', '=', 'p1')
        .where('visits.date', '>=', from)
        .where('visits.date', '<=', to)
        .executeTakeFirstOrThrow()
      const { evidence, journal } = await of(period)
      expect([evidence.served, journal, Number(counted.n), evidence.from, evidence.to]).toEqual([
        sum,
        sum,
        sum,
        from,
        to,
      ])
      const lines = (await file(period, 'csv')).bytes.toString('utf8').trim().split('\r\n').slice(1)
      const quantities = lines.map(line => Number(/ layanan;(\d+);/.exec(line)?.[1]))
      expect(quantities.reduce((a, b) => a + b, 0)).toBe(sum)
    }
    const { name, bytes } = await file('2026-06', 'xlsx')
    expect([name, bytes.subarray(0, 2).toString()]).toEqual(['progres-harian_2026-06.xlsx', 'PK'])
  })

  it('is another version after an outage is marked afterwards, and both stay with what they said [O165]', async () => {
    await said.visits(12, 'p1', '1')
    const first = await prove('2026-06')
    expect(await prove('2026-06')).toEqual(first)
    await outage('o1', DATE)
    expect((await of('2026-06')).versions).toEqual([{ ...first, current: false }])
    const second = await prove('2026-06')
    const { versions } = await of('2026-06')
    expect(versions.map((v: typeof first) => [v.version, v.current, v.sums])).toEqual([
      [1, false, { served: 12, judged: 12, within: 12, shut: 0, unclocked: 0, others: 0 }],
      [2, true, { served: 12, judged: 0, within: 0, shut: 12, unclocked: 0, others: 0 }],
    ])
    expect(second.code).not.toBe(first.code)
    const lines = await app.db.kysely.selectFrom('audit').select('who').where('what', '=', 'evidence.version').execute()
    expect(lines).toHaveLength(2)
  })

  it('is one version however many ask for it at the same moment [O165]', async () => {
    await said.visits(3, 'p1', '1')
    const all = await Promise.all(Array.from({ length: 6 }, () => prove(DATE)))
    expect(new Set(all.map(v => v.code)).size).toBe(1)
    expect((await of(DATE)).versions).toHaveLength(1)
  })

  it('can be checked by anybody by its code: valid, older or not, and nothing else is said [O166]', async () => {
    await said.visits(6, 'p1', '1')
    const { code } = await prove(DATE)
    const anybody = app.visitor()
    const page = async (of = code) => anybody.get(`/periksa/${of}`)
    const valid = await page()
    expect([valid.status, /<h1[^>]*>([^<]+)/.exec(valid.text)?.[1]]).toEqual([200, 'Sah'])
    await outage('o2', DATE)
    expect(/<h1[^>]*>([^<]+)/.exec((await page()).text)?.[1]).toBe('Sah, ada versi yang lebih baru')
    for (const foreign of [
      code.slice(0, -1),
      `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`,
      'x'.repeat(22),
    ]) {
      const none = await page(foreign)
      expect([none.status, /<h1[^>]*>([^<]+)/.exec(none.text)?.[1]]).toEqual([404, 'Tidak sah'])
    }
    for (const text of [valid.text, (await page()).text]) {
      expect(text).not.toMatch(/Petugas|petugas1|p1\b|Loket|KTP|layanan/)
      expect(text.replace(/<[^>]+>/g, '').match(/\d+/g)).toEqual(['9', '2026'])
    }
    expect((await anybody.get(`/periksa/${code}?lang=en`)).text).toContain('Valid, there is a newer version')
  })

  it('is of nobody else, and of no other period [O163]', async () => {
    await said.visits(6, 'p2', '2')
    expect((await of(DATE)).evidence).toMatchObject({ served: 0, lines: [] })
    for (const none of ['2026-W24', '2026-S1', '2026-6', '2026-13', 'juni'])
      expect((await officer.get(`/api/me/evidence/${none}`)).status, none).toBe(400)
  })
})
