import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openPage, type SIZES } from '../tests/helpers/browser.ts'
import { signIn } from '../tests/helpers/desk.ts'
import { freshFolder, root, start } from '../tests/helpers/served.ts'

const SERVICES = [
  'ktp-el',
  'kartu-keluarga',
  'akta-kelahiran',
  'perubahan-data',
  'legalisir',
  'pindah-datang',
  'konsultasi',
]
const data = freshFolder()
const server = await start({ DATA_DIR: data.folder })
const browser = await openBrowser()

async function picture(
  name: string,
  size: keyof typeof SIZES,
  address: string,
  options: { before?: (page: Page) => Promise<void> } = {},
) {
  const { page, context } = await openPage(browser, size)
  await page.goto(server.url + address)
  await page.waitForTimeout(1_500)
  await options.before?.(page)
  await page.screenshot({ path: path.join(root, 'docs/pictures', `${name}.png`) })
  await context.close()
}

try {
  const officers = await Promise.all(Array.from({ length: 8 }, (_, i) => signIn(server.url, `petugas${i + 1}`)))
  await Promise.all(officers.map((o, i) => o.at(String(i + 1), 'open')))
  for (let i = 0; i < 70; i++) await officers[0]!.take(SERVICES[(i * i) % SERVICES.length], i % 9 === 0)
  for (const [i, officer] of officers.entries()) {
    await officer.at(String(i + 1), 'call-next')
    await officer.at(String(i + 1), 'start')
    await officer.at(String(i + 1), 'finish')
    await officer.at(String(i + 1), 'call-next')
    if (i !== 2) await officer.at(String(i + 1), 'start')
  }
  const ticket = (await officers[0]!.take('ktp-el')).body as { path: string }
  await officers[4]!.at('5', 'finish')
  const { path: survey } = (await (
    await fetch(`${server.url}/api/offices/samarinda/counters/5/survey`, { headers: { cookie: officers[4]!.cookie } })
  ).json()) as { path: string }

  await picture('kiosk', 'kiosk', '/kiosk/')
  await picture('display', 'hall', '/display/')
  await picture('ticket', 'phone', ticket.path)
  await picture('survey', 'phone', survey)
  await picture('console', 'console', '/console/', {
    before: async page => {
      await page.getByLabel('Nama pengguna').fill('petugas3')
      await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
      await page.keyboard.press('Enter')
      await page.waitForTimeout(1_500)
      const counter = page.getByRole('button', { name: /Loket 3/ })
      if (await counter.isVisible().catch(() => false)) await counter.click()
      await page.waitForTimeout(1_500)
    },
  })
} finally {
  await browser.close()
  await server.stop()
  data.remove()
}
