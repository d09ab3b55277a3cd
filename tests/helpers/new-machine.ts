import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { authenticator } from './authenticator.ts'
import type { Journey } from './journey.ts'

export const ADMIN = { name: 'Ani Contoh', email: 'ani@kantor.example', password: 'perahu biru di tepian' }
export const PASSWORD = 'kuda minum kopi'

/** What somebody does with their hands on a machine on which nothing is set up yet, counted. */
export class Hands {
  count = 0

  click(page: Page, name: string | RegExp): Promise<void> {
    this.count++
    return page.getByRole('button', { name }).first().click()
  }

  fill(page: Page, label: string, text: string, exact = true): Promise<void> {
    this.count++
    return page.getByLabel(label, { exact }).first().fill(text)
  }

  press(page: Page, key: string): Promise<void> {
    this.count++
    return page.keyboard.press(key)
  }

  /** The account behind the printed link, with its second factor. */
  async makeAdministrator(page: Page, output: string): Promise<void> {
    await page.goto(/http\S+\/setup\/#\S+/.exec(output)![0])
    await this.fill(page, 'Nama', ADMIN.name)
    await this.fill(page, 'Surel dinas', ADMIN.email)
    await this.fill(page, 'Kata sandi', ADMIN.password)
    await this.click(page, /sebagai teks/)
    const key = (await page.locator('.key').textContent())!
    this.count++
    await page.locator('#code').fill(authenticator(key.replace(/ /g, ''), () => Date.now()).code())
    await this.click(page, /Buat akun/)
    await this.click(page, /Sudah disimpan/)
  }

  /** Kiosk and display show their codes, and the administrator approves both. */
  async pairBoth(machine: Journey, page: Page): Promise<{ kiosk: Page; display: Page }> {
    const [kiosk, display] = [(await machine.open('kiosk')).page, (await machine.open('hall')).page]
    await kiosk.goto(`${machine.server.url}/kiosk/`)
    await display.goto(`${machine.server.url}/display/`)
    for (const [device, name] of [
      [kiosk, 'Kiosk lobi'],
      [display, 'Layar utama'],
    ] as const) {
      const code = (await device.locator('ui-pairing .num').textContent())!
      await page.goto(`${machine.server.url}/console/#/perangkat`)
      await this.fill(page, 'Kode', code)
      await this.fill(page, 'Nama perangkat', name)
      await this.click(page, 'Setujui')
      await page.getByText(new RegExp(`${name} (disetujui|sudah terpasang)`)).waitFor()
    }
    return { kiosk, display }
  }

  /** The last step of the wizard: nothing that is needed is missing, and the office opens. */
  async openOffice(page: Page, look: () => Promise<void> = async () => {}): Promise<void> {
    await this.click(page, /Periksa dan geladi/)
    await page.getByText('Siap dibuka').waitFor()
    await look()
    await this.click(page, 'Buka kantor')
    this.count++
    await page.getByRole('dialog').getByRole('button', { name: 'Buka kantor' }).click()
    await page.getByText(/sudah dibuka/).waitFor()
    await look()
    // At whatever hour this is tried, the doors stand open.
    await page.evaluate(async () => {
      const [office] = ((await (await fetch('/api/offices')).json()) as { offices: { id: string }[] }).offices
      const body = JSON.stringify({ alwaysOpen: true, seen: { alwaysOpen: false } })
      const headers = { 'Content-Type': 'application/json' }
      await fetch(`/api/offices/${office!.id}/settings`, { method: 'PATCH', headers, body })
    })
  }

  /** An officer comes in by the link and calls by one key whoever took the first number at the kiosk; the hall shows and says it. */
  async callFirst(
    { kiosk, display, desk }: Record<'kiosk' | 'display' | 'desk', Page>,
    { link, username, service }: { link: string; username: string; service: RegExp },
  ): Promise<void> {
    await desk.goto(link)
    await this.fill(desk, 'Kata sandi baru', PASSWORD)
    await this.press(desk, 'Enter')
    await this.click(desk, 'Ke halaman masuk')
    await this.fill(desk, 'Nama pengguna', username)
    await this.fill(desk, 'Kata sandi', PASSWORD)
    await this.press(desk, 'Enter')
    await this.click(desk, /Loket 1/)
    // Whoever hangs the screen up touches it once: browsers are silent until then.
    this.count++
    await display.mouse.click(5, 5)
    this.count++
    await kiosk.locator('kiosk-service').first().click()
    await this.click(kiosk, service)
    await this.click(kiosk, /Ambil nomor/)
    const number = (await kiosk
      .getByText(/^[A-Z]-001$/)
      .first()
      .textContent())!
    await desk.getByText(number).filter({ visible: true }).first().waitFor()
    await this.press(desk, 'Space')
    await display.getByText(number).first().waitFor()
    await expect.poll(() => display.evaluate(saidToTheEnd), { timeout: 60_000 }).toBe(1)
  }
}

/** How many calls the display has read to their end. Runs in its page. */
function saidToTheEnd(): number {
  const app = document.querySelector('display-app') as unknown as { announcer?: { log: readonly { what: string }[] } }
  return (app.announcer?.log ?? []).filter(told => told.what === 'finished').length
}
