import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { countedWire } from '../helpers/counted-wire.ts'
import { examine, journey } from '../helpers/journey.ts'

/** An officer reports from a phone at the end of the day, and the assessor answers. */
const office = journey()
const KIB = 1024
/** What comes late over the wire, such as the live connection, is counted, too. */
const LATE_MS = 3_000

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
}

async function post(page: Page, path: string, body: object): Promise<number> {
  return page.evaluate(
    async ([to, text]) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
      return (await fetch(to!, { method: 'POST', headers, body: text! })).status
    },
    [path, JSON.stringify(body)],
  )
}

describe('a daily report from a phone', () => {
  it('survives a lost line, a closed tab and an ended session, is answered by one tap, and its officer sees it [O131 O135]', async () => {
    const { page: admin } = await office.open('console')
    await admin.goto(`${office.server.url}/console/`)
    await signIn(admin, 'admin')
    await admin
      .getByRole('button', { name: /Keluar/ })
      .first()
      .waitFor()
    const from = '2020-01-01'
    const said = await post(admin, '/api/offices/samarinda/supervisions', {
      ...{ officerId: 'p3', assessorId: 'atasan', from, to: null },
    })
    expect(said).toBe(201)

    const { page: first, context } = await office.open('phone')
    await first.goto(`${office.server.url}/console/#/laporan`)
    await signIn(first, 'petugas3')
    await first.getByText('Loket hari ini, dari sistem').waitFor()
    await examine(first)
    await context.setOffline(true)
    await first.getByLabel('Apa yang dikerjakan').fill('Berkas jemput bola')
    await first.getByLabel('Jumlah').fill('35 berkas')
    await first.getByText(/Draf tersimpan di sini/).waitFor()
    await first.close()
    await context.setOffline(false)

    const page = await context.newPage()
    await page.goto(`${office.server.url}/console/#/laporan`)
    await page.getByText('Berkas jemput bola').first().waitFor()
    expect(await post(page, '/api/logout', {})).toBe(200)
    await page.reload()
    await page.getByLabel('Nama pengguna').waitFor()
    expect(await page.getByText('Berkas jemput bola').count()).toBe(0)
    await signIn(page, 'petugas3')
    await page.getByText('Berkas jemput bola').first().waitFor()
    await page.getByRole('button', { name: 'Kirim ke pejabat penilai' }).click()
    await page.getByText('Laporan Anda').waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('jemput')
    await examine(page)

    const { page: assessor } = await office.open('console')
    await assessor.goto(`${office.server.url}/console/#/laporan`)
    await signIn(assessor, 'atasan')
    await assessor.getByRole('button', { name: /^Terima: Petugas 3/ }).click()
    // Nobody loads anything anew.
    await page.getByText('Diterima.').waitFor()
    await page.getByText('diterima', { exact: true }).first().waitFor()
  })

  it.each([
    ['a line that is slow or saves data', 'petugas4', true, 100],
    ['any other line', 'petugas5', false, 140],
  ])('over %s stands for 100 KiB at first, sign-in and all, and is sent for 20 [O212 O250]', async (...of) => {
    const [name, username, saveData, whole] = of
    const wire = await countedWire(office.server.url)
    const { page, context, troubles } = await office.open('phone')
    await context.addInitScript(saving => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: saving, effectiveType: '4g' } })
    }, saveData)
    await page.goto(`${wire.url}/console/#/laporan`)
    await signIn(page, username)
    // Both the day's work and the field stand: it can be written in.
    await page.getByText('Loket hari ini, dari sistem').waitFor()
    await page.getByLabel('Apa yang dikerjakan').waitFor()
    const usable = wire.bytes()
    await page.getByLabel('Apa yang dikerjakan').fill('Rapat')
    await page.getByText(/Draf tersimpan/).waitFor()
    const before = wire.sent()
    await page.getByRole('button', { name: 'Kirim ke pejabat penilai' }).click()
    await page.getByText('Laporan Anda').waitFor()
    const sent = wire.sent() - before
    await page.waitForTimeout(LATE_MS)
    const [a, b, c] = [usable, wire.bytes(), sent].map(bytes => (bytes / KIB).toFixed(1))
    console.log(`daily report over ${name}: usable ${a} KiB, the whole visit until it was sent ${b} KiB, sent ${c} KiB`)
    wire.close()
    expect(usable).toBeLessThan(100 * KIB)
    expect(wire.bytes()).toBeLessThan(whole * KIB)
    expect(sent).toBeLessThan(20 * KIB)
    expect(troubles.filter(t => !/401 \(Unauthorized\)/.test(t))).toEqual([])
  })
})
