import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { authenticator } from '../helpers/authenticator.ts'
import { examine, journey } from '../helpers/journey.ts'

/** An empty machine in production, and whoever opens an office on it by the screens alone. */
const machine = journey(async () => ({ TANGGAP_MODE: 'production', HOST: '127.0.0.1' }))
const ADMIN = { name: 'Ani Contoh', email: 'ani@kantor.example', password: 'perahu biru di tepian' }
const OFFICERS = ['Budi', 'Citra', 'Dewi'] as const
const PASSWORD = 'kuda minum kopi'

/** What somebody does with their hands, counted. */
let hands = 0
const click = (page: Page, name: string | RegExp) => (hands++, page.getByRole('button', { name }).first().click())
const fill = (page: Page, label: string, text: string, exact = true) => (
  hands++,
  page.getByLabel(label, { exact }).first().fill(text)
)

it('leads from the printed link to the first number that is called and shown, in under fifteen minutes [A60 A61 A63 A64]', async () => {
  const began = Date.now()
  const { page } = await machine.open('console')

  // One: the account behind the link.
  await page.goto(/http\S+\/setup\/#\S+/.exec(machine.server.output())![0])
  await fill(page, 'Nama', ADMIN.name)
  await fill(page, 'Surel dinas', ADMIN.email)
  await fill(page, 'Kata sandi', ADMIN.password)
  await click(page, /sebagai teks/)
  const key = (await page.locator('.key').textContent())!
  await (hands++, page.locator('#code').fill(authenticator(key.replace(/ /g, ''), () => Date.now()).code()))
  await click(page, /Buat akun/)
  await click(page, /Sudah disimpan/)

  // Two: the office, and a template.
  await page.getByText('Kantor apa yang dibuka?').waitFor()
  await examine(page)
  await fill(page, 'Nama kantor', 'Kecamatan Contoh')
  await fill(page, 'Nama pendek', 'Kecamatan Contoh')
  await fill(page, 'Kota atau kabupaten', 'Kota Contoh')
  await fill(page, 'Alamat', 'Jalan Contoh 10', false)
  await click(page, 'WITA')
  await click(page, /Kecamatan, kelurahan/)
  await page.locator('.templates [aria-pressed="true"]').waitFor()

  // Three: three services and two counters are left, each service has one.
  await click(page, /Lanjut: Layanan dan loket/)
  await page.getByText('Siapa melayani apa?').waitFor()
  const rows = page.locator('step-services tbody tr')
  while ((await rows.count()) > 3) {
    const before = await rows.count()
    hands++
    await rows.last().locator('.away').click()
    await expect.poll(() => rows.count()).toBe(before - 1)
  }
  while (
    (await page.locator('step-services thead .away').count()) > 0 &&
    (await page.locator('step-services thead th').count()) > 7
  ) {
    const before = await page.locator('step-services thead th').count()
    hands++
    await page.locator('step-services thead .away').click()
    await expect.poll(() => page.locator('step-services thead th').count()).toBe(before - 1)
  }
  for (let row = 0; row < 3; row++) {
    const box = page.locator(`[data-at="${row} ${row % 2}"]`)
    if ((await box.getAttribute('aria-checked')) === 'false') (hands++, await box.click())
  }
  await page.getByText('3 dari 3 layanan siap').waitFor()
  await page.getByText('Tersimpan otomatis').waitFor()
  await examine(page)

  // Four: three officers, each with a link.
  await click(page, /Lanjut: Petugas/)
  const links: string[] = []
  for (const name of OFFICERS) {
    await click(page, /^Undang$/)
    for (const [field, text] of [
      ['name', `${name} Contoh`],
      ['username', name.toLowerCase()],
    ] as const)
      await (hands++, page.locator(`form.invite [name="${field}"]`).fill(text))
    hands++
    await page.keyboard.press('Enter')
    links.push((await page.locator('.handed code').textContent())!)
  }
  expect(new Set(links).size).toBe(3)
  await examine(page)

  // The kiosk and the hall's display, each by the code that it shows.
  const [kiosk, display] = [(await machine.open('kiosk')).page, (await machine.open('hall')).page]
  await kiosk.goto(`${machine.server.url}/kiosk/`)
  await display.goto(`${machine.server.url}/display/`)
  await click(page, /Lanjut: Periksa/)
  await page.getByText('Kiosk belum disandingkan').waitFor()
  for (const [device, name] of [
    [kiosk, 'Kiosk lobi'],
    [display, 'Layar utama'],
  ] as const) {
    const code = (await device.locator('ui-pairing .num').textContent())!
    await page.goto(`${machine.server.url}/console/#/perangkat`)
    await fill(page, 'Kode', code)
    await fill(page, 'Nama perangkat', name)
    await click(page, 'Setujui')
    await page.getByText(`${name} disetujui.`).waitFor()
  }

  // Five: nothing that is needed is missing, and the office opens.
  await page.goto(`${machine.server.url}/console/#/siapkan`)
  await click(page, /Periksa dan geladi/)
  await page.getByText('Siap dibuka').waitFor()
  await examine(page)
  await click(page, 'Buka kantor')
  await page.getByRole('dialog').getByRole('button', { name: 'Buka kantor' }).click()
  await page.getByRole('link', { name: /Pengaturan/ }).waitFor()
  // At whatever hour this is tried, the doors stand open.
  await page.evaluate(async () => {
    const [office] = ((await (await fetch('/api/offices')).json()) as { offices: { id: string }[] }).offices
    const body = JSON.stringify({ alwaysOpen: true, seen: { alwaysOpen: false } })
    const headers = { 'Content-Type': 'application/json' }
    await fetch(`/api/offices/${office!.id}/settings`, { method: 'PATCH', headers, body })
  })

  // The first officer comes in by the link, and calls whoever came first.
  const { page: desk } = await machine.open('console')
  await desk.goto(links[0]!)
  await fill(desk, 'Kata sandi baru', PASSWORD)
  await desk.keyboard.press('Enter')
  await click(desk, 'Ke halaman masuk')
  await fill(desk, 'Nama pengguna', 'budi')
  await fill(desk, 'Kata sandi', PASSWORD)
  await desk.keyboard.press('Enter')
  await click(desk, /Loket 1/)
  hands++
  await kiosk.locator('kiosk-service').first().click()
  await click(kiosk, /Domisili/)
  await click(kiosk, /Ambil nomor/)
  const number = (await kiosk
    .getByText(/^[A-Z]-001$/)
    .first()
    .textContent())!
  await desk.getByText(number).first().waitFor()
  hands++
  await desk.keyboard.press('Space')
  await display.getByText(number).first().waitFor()
  const minutes = (Date.now() - began) / 60_000
  expect(minutes).toBeLessThan(15)
  console.info(`new office: ${hands} steps, ${(minutes * 60).toFixed(1)} s`)
}, 180_000)
