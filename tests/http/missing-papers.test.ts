import { afterEach, beforeEach, expect, it } from 'vitest'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { visitRow } from '../helpers/entries.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

it('are counted for the manager, and told to those who book once they are missing often [D29]', async () => {
  const { offices } = (await app.visitor().get('/api/offices')).body
  const { requirements, cases } = offices[0].services.find((s: { id: string }) => s.id === 'ktp-el')
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
  const manager = await app.as('manajer')
  const { body } = await manager.get('/api/offices/samarinda/missing-papers?from=2026-06-01&to=2026-06-08')
  expect(body.papers).toEqual([
    { month: '2026-06', serviceId: 'ktp-el', case: null, paper: requirements[0].id, n: 6, of: 20 },
  ])
  expect(await page()).toContain(`Paling sering kurang: ${paper}.`)
})
