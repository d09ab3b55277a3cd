import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtWeb } from '../../server/http/pages/pages.ts'
import { atClock } from '../../shared/kit/time.ts'
import { openBrowser, openPage } from '../helpers/browser.ts'
import { examine } from '../helpers/journey.ts'
import { root } from '../helpers/served.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let browser: Browser
let url: string
beforeAll(async () => {
  app = await testApp({ web: builtWeb(path.join(root, 'dist/web')) })
  const said = surveyed(app.db)
  for (const day of ['12', '13', '14', '15', '16', '19', '20'])
    for (const [seat, score] of [
      ['1', 3],
      ['2', 4],
    ] as const)
      await said.answered(await said.visits(9, `p${seat}`, seat, `2026-01-${day}`), { ...nine(score), waktu: 3 })
  app.clock.now = atClock('2026-04-13', '09:00', 'WITA')
  url = await app.listen()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  expect(app.failures).toEqual([])
  await app.close()
})

it('the IKM of a quarter goes from the manager to everybody: two taps from the first page, without scripts, on paper and as data [S70 S71]', async () => {
  const { page } = await openPage(browser, 'console')
  await page.goto(`${url}/console/#/publikasi`)
  await page.getByLabel('Nama pengguna').fill('manajer')
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  await page.getByText('126').first().waitFor()
  await examine(page)
  await page.getByRole('checkbox', { name: 'poster' }).check()
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  const question = page.getByRole('alertdialog')
  await question.waitFor()
  // Enter on what has the focus publishes nothing.
  await page.keyboard.press('Enter')
  await question.waitFor({ state: 'hidden' })
  expect((await (await app.as('manajer')).get('/api/offices/samarinda/publications')).body.versions).toEqual([])
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  await question.getByRole('button', { name: 'Terbitkan' }).click()
  await page.getByText('Sudah diterbitkan.').waitFor()
  await examine(page)

  for (const colorScheme of ['light', 'dark'] as const) {
    const view = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, colorScheme }
    const { page: phone } = await openPage(browser, 'phone', view)
    await phone.goto(url)
    await phone.getByRole('link', { name: 'Indeks Kepuasan Masyarakat' }).click()
    await phone.getByText('Mutu A: Sangat baik').or(phone.getByText('Mutu B: Baik')).waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await phone.getByRole('link', { name: 'Lembar IKM untuk dicetak' }).click()
    await phone.getByText('NILAI IKM').waitFor()
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  }
  for (const size of ['phone', 'console'] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page: public_ } = await openPage(browser, size, { colorScheme })
      for (const address of ['/ikm/samarinda', '/ikm/samarinda/2026-Q1/lembar', '/ikm/samarinda?lang=en']) {
        await public_.goto(url + address)
        await examine(public_)
      }
    }
  const { page: taker } = await openPage(browser, 'phone', { viewport: { width: 360, height: 740 } })
  await taker.goto(`${url}/ikm/samarinda`)
  const download = taker.waitForEvent('download')
  await taker.getByRole('link', { name: 'Data terbuka (CSV)' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Seluruh unit;2026-Q1;Responden;126')
  // The sheet that browsers print is one page of A4.
  await taker.goto(`${url}/ikm/samarinda/2026-Q1/lembar`)
  const paper = await taker.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
