import path from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openPage, type SIZES } from '../tests/helpers/browser.ts'
import { signIn, surveyPathAt } from '../tests/helpers/desk.ts'
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
const NAMES = ['Nur', 'Budi', 'Siti', 'Rahmat', 'Dewi', 'Agus', 'Wati', 'Joko', 'Rina', 'Hasan', 'Lia', 'Sari']
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

async function enter(page: Page, username: string) {
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1_500)
}

interface Given {
  readonly path: string
  readonly token: string
}

/** Check-in opens long before the slot, so that the pictures do not hang on the minute. */
async function openCheckIn(): Promise<void> {
  const { cookie } = await signIn(server.url, 'admin')
  const url = `${server.url}/api/offices/samarinda`
  const { office } = (await (await fetch(url)).json()) as { office: { booking: object } }
  const answer = await fetch(`${url}/settings`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      booking: { ...office.booking, checkInEarlyMinutes: 120 },
      seen: { booking: office.booking },
    }),
  })
  if (!answer.ok) throw new Error(`settings: ${answer.status}`)
}

/** People who booked for the next slots of today, by made-up nicknames; gives the page of the last one. */
async function bookings(): Promise<string> {
  const frontDesk = await signIn(server.url, 'meja')
  let last = ''
  for (const [i, name] of NAMES.entries()) {
    const service = SERVICES[i % 3]!
    const { slots } = (await (await fetch(`${server.url}/api/offices/samarinda/services/${service}/slots`)).json()) as {
      slots: { id: string; free: number }[]
    }
    const slot = slots.filter(s => s.free > 0)[i % 4]!
    const wish = { serviceId: service, slotId: slot.id, contact: { name } }
    const { path: own, token } = (await frontDesk.post('/api/offices/samarinda/bookings', wish)).body as Given
    // Two of them have come already, so that the line shows bookings and walk-ins.
    if (i === 0 || i === 3) await frontDesk.post('/api/offices/samarinda/check-in', { token })
    last = own
  }
  return last
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
  await openCheckIn()
  const booked = await bookings()
  await officers[4]!.at('5', 'finish')
  const survey = await surveyPathAt(server.url, '5')

  await picture('kiosk', 'kiosk', '/kiosk/')
  await picture('display', 'hall', '/display/', {
    before: page => page.locator('display-check-in ui-qr svg').waitFor(),
  })
  await picture('booking', 'phone', '/b/samarinda/ktp-el/jadwal', {
    before: async page => {
      await page.locator('input[name=slot]:not([disabled])').nth(1).check({ force: true })
      await page.mouse.wheel(0, 240)
      await page.waitForTimeout(500)
    },
  })
  await picture('booked', 'phone', booked)
  await picture('ticket', 'phone', ticket.path)
  await picture('survey', 'phone', survey)
  await picture('console', 'console', '/console/', {
    before: async page => {
      await enter(page, 'petugas3')
      const counter = page.getByRole('button', { name: /Loket 3/ })
      if (await counter.isVisible().catch(() => false)) await counter.click()
      await page.waitForTimeout(1_500)
    },
  })
  await picture('front-desk', 'console', '/console/', {
    before: async page => {
      await enter(page, 'meja')
      await page.getByRole('combobox', { name: 'Layanan' }).fill('kk')
      await page.keyboard.press('Enter')
      await page.getByRole('textbox', { name: 'Nama panggilan' }).fill('Ratna')
      await page.waitForTimeout(1_000)
    },
  })
} finally {
  await browser.close()
  await server.stop()
  data.remove()
}
