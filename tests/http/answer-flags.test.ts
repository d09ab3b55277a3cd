import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/kit/time.ts'
import { counterPath, surveyAt, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** What the page of suspicious things says of answers, while each comes from an address of its own. */
const FLAGS = '/api/offices/samarinda/answer-flags'
let app: TestApp
let officer: Visitor
let kiosk: Visitor
beforeEach(async () => {
  app = await testApp({ env: { TRUST_PROXY: '1' } })
  officer = app.visitor()
  await officer.post('/api/login', { username: 'petugas1', password: 'tanggap-demo' }, from('10.0.0.7'))
  kiosk = await app.device('kiosk')
  await officer.post(counterPath('1', 'open'))
})
afterEach(() => app.close())

const from = (address: string) => ({ 'x-forwarded-for': address })
const flags = async () => (await (await app.as('manajer')).get(FLAGS)).body.flags as object[]

/** One visit that is rated from an address, or by a device. */
async function rated(address: string, who = app.visitor()): Promise<void> {
  app.clock.now += 1000
  await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'finish'))
  const survey = await surveyAt(app, '1')
  expect((await who.post(`${survey}/rating`, { rating: 4 }, from(address))).status).toBe(201)
  expect((await who.post(`${survey}/answers`, { answers: { waktu: 4 } }, from(address))).status).toBe(201)
}

describe('suspicious answers', () => {
  it('are a burst of visits at one counter, made up and rated from one phone [S16]', async () => {
    for (let i = 0; i < 6; i++) await rated('198.51.100.4')
    const start = Math.floor(app.clock.now / (5 * MINUTE)) * 5 * MINUTE
    expect(await flags()).toEqual([{ kind: 'burst', counterId: '1', from: start, answers: 6 }])
  })

  it('are those of one tablet that is tapped again and again [S16]', async () => {
    const tablet = await app.device('tablet')
    for (let i = 0; i < 5; i++) await rated(`203.0.113.${i}`, tablet)
    expect(await flags()).toMatchObject([{ kind: 'burst', answers: 5 }])
  })

  it('are those from the network from which somebody signs in, in a private window too; they count all the same [S16]', async () => {
    for (let i = 0; i < 5; i++) {
      await rated('10.0.0.7')
      app.clock.now += HOUR / 2
    }
    await rated('198.51.100.9')
    expect(await flags()).toEqual([{ kind: 'desk', counterId: '1', answers: 5, of: 6 }])
    expect(await app.db.kysely.selectFrom('ratings').selectAll().execute()).toHaveLength(6)
  })

  it('are not six citizens on their own phones', async () => {
    for (let i = 0; i < 6; i++) await rated(`198.51.100.${i}`)
    expect(await flags()).toEqual([])
  })

  it('are kept as hashes of networks, counted with the visit and not its rating, for a fortnight [S16]', async () => {
    await rated('198.51.100.4')
    const [row, ...others] = await app.db.kysely.selectFrom('answer_sources').selectAll().execute()
    expect(others).toEqual([])
    expect(row).toMatchObject({ counter_id: '1', date: '2026-06-09', answers: 1 })
    expect(row!.network).toMatch(/^[\w-]{43}$/)
    app.clock.now += 14 * DAY
    await app.retain()
    expect(await app.db.kysely.selectFrom('answer_sources').selectAll().execute()).toHaveLength(1)
    app.clock.now += DAY
    await app.retain()
    expect(await app.db.kysely.selectFrom('answer_sources').selectAll().execute()).toEqual([])
    expect(await app.db.kysely.selectFrom('desk_networks').selectAll().execute()).toEqual([])
  })
})
