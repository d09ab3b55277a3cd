import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builtWeb } from '../../server/http/pages/pages.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { MINUTE, officeDate } from '../../shared/kit/time.ts'
import { openBrowser, openPage } from '../helpers/browser.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { examine } from '../helpers/journey.ts'
import { root } from '../helpers/served.ts'
import { counterPath, MORNING, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const CHAIN: Readonly<Record<string, string>> = { 'ktp-el': 'perubahan-data', 'perubahan-data': 'legalisir' }
/** Who sits where, and for what. */
const DESKS: Readonly<Record<string, readonly [officer: string, services: readonly string[]]>> = {
  1: ['petugas1', ['ktp-el']],
  3: ['petugas2', ['perubahan-data', 'kartu-identitas-anak']],
  8: ['petugas3', ['legalisir']],
  5: ['petugas4', ['akta-kelahiran', 'kartu-keluarga']],
}
const APPLICATIONS = '/api/offices/samarinda/applications'

let app: TestApp
let browser: Browser
let url: string
let officers: Map<string, Visitor>
beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)
afterAll(() => browser.close())
beforeEach(async () => {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  const services = demoOffice.services.map(s => ({ ...s, next: CHAIN[s.id] ?? null }))
  await saveOffice(db, { ...demoOffice, services, booking: { ...demoOffice.booking, proof: 'never' } })
  app = await testApp({ db, web: builtWeb(path.join(root, 'dist/web')) })
  url = await app.listen()
  officers = new Map()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  expect(app.failures).toEqual([])
  await app.close()
})

const at = (counter: string, act: string, body: object = {}) =>
  officers.get(counter)!.post(counterPath(counter, act), body)
async function openDesks() {
  for (const [counter, [officer, services]] of Object.entries(DESKS)) {
    officers.set(counter, await app.as(officer))
    expect((await at(counter, 'open', { services })).status).toBe(200)
  }
}

/** Called after some minutes in line, served for ten. */
async function served(counter: string, after: number, onCall = async () => {}) {
  app.clock.now += after * MINUTE
  const called = await at(counter, 'call-next')
  await onCall()
  await at(counter, 'start')
  app.clock.now += 10 * MINUTE
  const finished = await at(counter, 'finish')
  expect([called.status, finished.status]).toEqual([200, 200])
  await app.settled()
  return finished.body.ticket as { number: string; state: string; serviceId: string }
}

const go = async (page: Page, button: string) => {
  await page.locator('.dock').getByRole('button', { name: button }).click()
}

describe('an event of life', () => {
  it('goes from the phone over one booking and two desks to one survey and all documents at once [D52 D53]', async () => {
    const { page, troubles } = await openPage(browser, 'phone')
    await page.goto(url)
    await page.getByRole('link', { name: 'Anak lahir' }).click()
    await page.getByRole('heading', { name: 'Anak lahir' }).waitFor()
    await page.getByText('Bawa 5 berkas, masing-masing sekali').waitFor()
    await examine(page)
    await page.locator('label.choice').first().click()
    await go(page, 'Pilih jadwal')
    await page.getByText('Anak lahir: Akta Kelahiran, Kartu Keluarga, Kartu Identitas Anak').waitFor()
    const slot = await page.locator('input[name=slot]:checked').getAttribute('value')
    await page.locator('.dock button.primary').click()
    await page.locator('#send').waitFor()
    await page.getByText('Anak lahir: Akta Kelahiran', { exact: false }).first().waitFor()
    await page.locator('#send').click()
    await page.waitForURL(/\/t\//)
    await page.getByText('Anak lahir').first().waitFor()
    await examine(page)
    const token = new URL(page.url()).pathname.split('/')[2]!
    const own = async () => (await app.visitor().get(`/api/tickets/${token}`)).body
    const { ticket } = await own()
    expect(slot).toContain(officeDate(ticket.slot.start, 'WITA'))

    // The page stays open and follows by itself.
    await page.evaluate(() => (document.body.dataset['opened'] = 'once'))
    app.clock.now = (ticket.slot.start as number) - 5 * MINUTE
    const kiosk = await app.device('kiosk')
    await openDesks()
    const came = (await kiosk.post('/api/offices/samarinda/check-in', { token })).body
    const first = await served('5', 5)
    expect(first).toMatchObject({ number: came.ticket.number, state: 'waiting', serviceId: 'kartu-identitas-anak' })
    await page.getByRole('region', { name: 'Anak lahir' }).getByText('Langkah 2 dari 2').waitFor()
    await page.getByText('Loket 5 · menunggu').waitFor()
    expect(await page.evaluate(() => document.body.dataset['opened'])).toBe('once')
    await examine(page)
    const second = await served('3', 4, async () => {
      // Called: its steps can be read in both themes, and nothing shows through what to do when late.
      await page.locator('h1', { hasText: 'Loket 3' }).waitFor()
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        await examine(page, 'colours')
        expect(await page.locator('.dock').evaluate(dock => getComputedStyle(dock).backgroundColor)).toMatch(/^rgb\(/)
      }
    })
    expect(second).toMatchObject({ number: came.ticket.number, state: 'done' })
    await page.goto('about:blank')

    const invited = await app.db.kysely.selectFrom('invitations').selectAll().execute()
    expect(invited).toHaveLength(1)
    const { visit, application } = await own()
    expect(visit.documents).toHaveLength(3)
    app.clock.now += MINUTE
    const front = officers.get('5')!
    const { applications } = (await front.get(APPLICATIONS)).body as { applications: { id: string }[] }
    for (const { id } of applications)
      for (const to of ['processing', 'ready', 'handedOver'])
        await front.post(`${APPLICATIONS}/${id}/advance`, { to }, { 'idempotency-key': randomUUID() })
    expect(application.promisedOn).toBeDefined()
    expect((await own()).visit.documents.map((d: { state: string }) => d.state)).toEqual(
      Array.from({ length: 3 }, () => 'handedOver'),
    )
    await page.goto(`${url}/t/${token}?lang=id`)
    await examine(page)
    expect(troubles).toEqual([])
  })
})

describe('a visit through three desks', () => {
  it('has one number, waits per step, each desk credited, and whoever came first goes first at each [D41 D42 D50]', async () => {
    const kiosk = await app.device('kiosk')
    await openDesks()
    const take = async (serviceId: string) =>
      (await kiosk.post(TICKETS, { serviceId })).body as { ticket: { number: string }; token: string }
    const chain = await take('ktp-el')
    app.clock.now += MINUTE
    const later = await take('perubahan-data')
    const { page, troubles } = await openPage(browser, 'phone')
    await page.goto(`${url}/t/${chain.token}?lang=id`)
    await page.getByText('Langkah 1 dari 3').first().waitFor()
    await page.goto('about:blank')
    await served('1', 4)
    // Who came first goes first at the second desk too, though the other has waited there for longer.
    expect((await served('3', 1)).number).toBe(chain.ticket.number)
    expect((await served('8', 2)).state).toBe('done')
    expect((await served('3', 0)).number).toBe(later.ticket.number)
    await page.goto(`${url}/t/${chain.token}?lang=id`)
    for (const line of ['Loket 1 · menunggu 5 menit', 'Loket 3 · menunggu 1 menit', 'Loket 8 · menunggu 2 menit'])
      await page.getByText(line).waitFor()
    await examine(page)
    expect(troubles).toEqual([])

    const manager = await app.as('manajer')
    const figures = (await manager.get('/api/offices/samarinda/figures?from=2026-06-09&to=2026-06-09')).body
    const by = (rows: readonly { id: string; served: number }[]) =>
      rows.filter(r => r.served > 0).map(r => [r.id, r.served])
    expect(by(figures.counters)).toEqual([
      ['1', 1],
      ['3', 2],
      ['8', 1],
    ])
  })
})
