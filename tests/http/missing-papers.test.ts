import { afterEach, beforeEach, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { counterPath, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'
import { visitRow } from '../helpers/entries.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

it('are counted for the manager, and told to those who book once they are missing often [D29 O19]', async () => {
  const { office } = (await app.visitor().get('/api/offices/samarinda')).body
  const { requirements, cases } = office.services.find((s: { id: string }) => s.id === 'ktp-el')
  const paper = requirements[0].name[0] as string
  const page = async () => (await app.visitor().get(`/b/samarinda/ktp-el?lang=id&case=${cases[0].id}`)).text
  const result = JSON.stringify({ kind: 'papersMissing', papers: [paper] })
  const visits = Array.from({ length: 20 }, (_, i) =>
    visitRow(i, i + 1, {
      office: 'samarinda',
      date: '2026-06-08',
      service_id: 'ktp-el',
      result: i < 6 ? result : null,
    }),
  )
  await app.db.kysely.insertInto('visits').values(visits).execute()
  let manager = await app.as('manajer')
  expect(await page()).toContain(`Paling sering kurang: ${paper}.`)
  const counted = async (days: string) =>
    (await manager.get(`/api/offices/samarinda/missing-papers?${days}`)).body.papers as unknown[]
  expect(await counted('from=2026-06-01&to=2026-06-08'), 'while the month runs').toEqual([])
  app.clock.now = atClock('2026-07-02', '09:00', 'WITA')
  manager = await app.as('manajer')
  const june = [{ month: '2026-06', serviceId: 'ktp-el', case: null, paper: requirements[0].id, n: 6, of: 20 }]
  for (const days of [
    'from=2026-06-01&to=2026-06-30',
    'from=2026-06-09&to=2026-06-09',
    'from=2026-06-30&to=2026-07-02',
  ])
    expect(await counted(days), days).toEqual(june)
  const asked = { table: 'missingPapers', format: 'csv', lang: 'id', from: '2026-06-01', to: '2026-06-30' }
  const file = (await manager.post('/api/offices/samarinda/tables', asked)).body
  expect(file.name).toBe('missingPapers_2026-06-01_2026-06-30.csv')
  const lines = Buffer.from(file.content, 'base64').toString().trimEnd().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/^2026-06;KTP-el;;.*;6;20$/)
})

it('are counted of all visits for their case, from the press at the desk to the manager’s row [D29 D24]', async () => {
  const officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'), { services: ['ktp-el'] })
  const kiosk = await app.device('kiosk')
  const { office } = (await app.visitor().get('/api/offices/samarinda')).body
  const { requirements, cases } = office.services.find((s: { id: string }) => s.id === 'ktp-el')
  const [lost, other] = cases.map((c: { id: string }) => c.id)
  const paper = requirements[0]
  /** Takes a number for a case, and is served, with this paper missing or nothing. */
  async function visit(of: string, lacks: boolean) {
    await kiosk.post(TICKETS, { serviceId: 'ktp-el', case: of })
    for (const name of ['call-next', 'start']) await officer.post(counterPath('1', name))
    const result = { kind: 'papersMissing', papers: [paper.name[0]] }
    expect((await officer.post(counterPath('1', 'finish'), lacks ? { result } : {})).status).toBe(200)
  }
  for (let i = 0; i < 10; i++) await visit(lost, i < 3)
  for (let i = 0; i < 12; i++) await visit(other, i < 1)
  const STANDING = '/api/offices/samarinda/services/ktp-el/standing'
  await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
  const now = (await (await app.as('admin')).get(STANDING)).body
  expect(now, 'while the month runs').toEqual({ waiting: 1, month: '2026-05', missing: [] })
  app.clock.now = atClock('2026-07-02', '09:00', 'WITA')
  const manager = await app.as('manajer')
  const admin = await app.as('admin')
  expect((await admin.get(STANDING)).body).toEqual({
    ...{ waiting: 0, month: '2026-06' },
    missing: [
      { case: lost, n: 3, of: 10 },
      { case: other, n: 1, of: 12 },
    ],
  })
  expect((await admin.get(STANDING.replace('ktp-el', 'entah'))).status).toBe(404)
  const { papers } = (await manager.get('/api/offices/samarinda/missing-papers?from=2026-06-01&to=2026-06-30')).body
  const row = { month: '2026-06', serviceId: 'ktp-el', paper: paper.id }
  expect(papers).toEqual([
    { ...row, case: lost, n: 3, of: 10 },
    { ...row, case: other, n: 1, of: 12 },
  ])
})
