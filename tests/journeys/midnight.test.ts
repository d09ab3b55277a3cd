import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtWeb } from '../../server/http/pages/pages.ts'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { openBrowser, openPage } from '../helpers/browser.ts'
import { DATE } from '../helpers/days.ts'
import { examine } from '../helpers/journey.ts'
import { root } from '../helpers/served.ts'
import { testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

/** A visit that began before midnight, finished after it, and the day closed by the front desk, in a real browser. */
let app: TestApp
let browser: Browser
let url: string
beforeAll(async () => {
  app = await testApp({ web: builtWeb(path.join(root, 'dist/web')) })
  app.clock.now = atClock(DATE, '23:58', 'WITA')
  url = await app.listen()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

async function signedIn(username: string, hash: string): Promise<Page> {
  const { page } = await openPage(browser, 'console')
  await page.goto(`${url}/console/#/${hash}`)
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /Keluar/ })
    .first()
    .waitFor()
  return page
}

it('a visit across midnight is asked for, finished by its officer, counted on its own day, and the day is closed [D13 D30]', async () => {
  const kiosk = await app.device('kiosk')
  const { ticket } = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body
  const officer = await signedIn('petugas1', 'loket')
  await officer.getByRole('button', { name: /Loket 1/ }).click()
  await officer.getByRole('button', { name: /Panggil berikutnya/ }).click()
  await officer.getByText('A-001').first().waitFor()
  await officer.getByRole('button', { name: /Mulai layani/ }).click()
  await officer.getByText('Sedang dilayani').first().waitFor()

  app.clock.now = atClock(addDays(DATE, 1), '00:05', 'WITA')
  await app.endDays()
  await officer.reload()
  await officer.getByText(/Dari kemarin: A-001 masih dilayani/).waitFor()
  await officer.getByRole('button', { name: 'Sudah dilayani' }).click()
  await officer.getByText(/Dari kemarin: A-001/).waitFor({ state: 'detached' })

  const front = await signedIn('meja', 'hari')
  await front.getByLabel('Tanggal').fill(DATE)
  await front.getByText('1 + 0 + 0 + 0 + 0 + 0 + 0 + 0 = 1 nomor diambil').waitFor()
  await examine(front)
  await front.getByRole('button', { name: 'Tutup hari' }).click()
  await front
    .getByText(/Hari ditutup oleh .* pukul 00\.05/)
    .first()
    .waitFor()

  const figures = async (date: string) =>
    (await (await app.as('manajer')).get(`/api/offices/samarinda/figures?from=${date}&to=${date}`)).body
  expect(await figures(DATE)).toMatchObject({ tickets: 1, done: 1, unserved: 0 })
  expect(await figures(addDays(DATE, 1))).toMatchObject({ tickets: 0, done: 0 })
  const row = await app.db.kysely.selectFrom('tickets').select('state').where('id', '=', ticket.id).execute()
  expect(row).toEqual([{ state: 'done' }])
})
