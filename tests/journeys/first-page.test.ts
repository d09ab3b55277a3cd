import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../helpers/desk.ts'
import { countedWire } from '../helpers/counted-wire.ts'
import { examine, journey } from '../helpers/journey.ts'

/** The first page and the times of a citizen, on a phone of 360 by 740. */
const office = journey()
const KIB = 1024
const KTP = '/b/samarinda/ktp-el'
beforeAll(async () => {
  const { cookie } = await signIn(office.server.url, 'admin')
  const booking = await settings()
  const answer = await fetch(`${office.server.url}/api/offices/samarinda/settings`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ booking: { ...booking, proof: 'never' }, seen: { booking } }),
  })
  expect(answer.status).toBe(200)
})

async function settings(): Promise<object> {
  const answer = await fetch(`${office.server.url}/api/offices/samarinda`)
  return ((await answer.json()) as { office: { booking: object } }).office.booking
}

/** Bytes on the wire of a first visit with an empty cache. */
async function bytesOf(path: string): Promise<number> {
  const wire = await countedWire(office.server.url)
  const { page, context, troubles } = await office.open('phone')
  await page.goto(wire.url + path, { waitUntil: 'networkidle' })
  expect(troubles).toEqual([])
  await context.close()
  wire.close()
  return wire.bytes()
}

/** Whether somebody who has not scrolled sees it. */
async function inView(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).boundingBox()
  return box !== null && box.y >= 0 && box.y + box.height <= 740
}

describe('the first page', () => {
  it('comes in at most 20 KiB, and so does the page of times', async () => {
    const loads = { home: await bytesOf('/'), times: await bytesOf(`${KTP}/jadwal`) }
    for (const [page, bytes] of Object.entries(loads))
      console.log(`first load: ${page} ${(bytes / KIB).toFixed(1)} KiB`)
    expect(Math.max(...Object.values(loads))).toBeLessThan(20 * KIB)
  }, 60_000)

  it('shows the number that was booked on this phone, with scripts switched off [Z2]', async () => {
    const { page } = await office.open('phone', { javaScriptEnabled: false })
    await page.goto(office.server.url)
    await page.getByRole('link', { name: 'Pesan waktu datang' }).click()
    await page.goto(`${office.server.url}${KTP}/jadwal`)
    await page.getByRole('button', { name: /^Lanjut/ }).click()
    await page.getByRole('button', { name: /^Pesan/ }).click()
    await page.waitForURL(/\/t\//)
    const own = new URL(page.url()).pathname
    await page.goto(office.server.url)
    await page.locator(`a.stub[href^="${own}"]`).click()
    await page.getByText('Nomor reservasi').first().waitFor()
    expect(new URL(page.url()).pathname).toBe(own)
  })

  it.each([{}, { forcedColors: 'active' }, { colorScheme: 'dark' }] as const)('reads well with %j', async options => {
    const { page } = await office.open('phone', options)
    for (const path of ['/', `${KTP}/jadwal`, '/tidak-ada']) {
      await page.goto(office.server.url + path)
      await examine(page)
    }
  })
})

describe('why a form was refused', () => {
  it.each([true, false])('lies within the screen, above its button (scripts: %s) [Z8]', async javaScriptEnabled => {
    const { page } = await office.open('phone', { javaScriptEnabled })
    await page.goto(`${office.server.url}${KTP}/jadwal`)
    await page.getByRole('button', { name: /^Lanjut/ }).click()
    await page.getByLabel('NIK').fill('123')
    await page.getByRole('button', { name: /^Pesan/ }).click()
    const said = page.locator('.dock .banner.bad')
    await said.waitFor()
    expect(await inView(page, '.dock .banner.bad')).toBe(true)
    expect(await inView(page, '#send')).toBe(true)
    await said.getByRole('link').click()
    expect(new URL(page.url()).hash).toBe('#nik')
    if (!javaScriptEnabled) return
    await page.getByLabel('NIK').fill('1234')
    expect(await page.locator('.dock .banner.bad, .wrong, [aria-invalid]').count()).toBe(0)
  })

  it('lies within the screen also when the network is gone, and says that nothing is doubled [Z8]', async () => {
    const { page, context } = await office.open('phone')
    const officer = await signIn(office.server.url, 'petugas1')
    await officer.at('1', 'open')
    await officer.take()
    const { path } = (await officer.take()).body
    await page.goto(office.server.url + path)
    const act = page.getByRole('button', { name: 'Saya butuh waktu' })
    await act.waitFor()
    await context.setOffline(true)
    await act.click()
    await page.getByText('tidak akan dobel').waitFor()
    expect(await inView(page, '.dock .failed:not(:empty)')).toBe(true)
    const [said, button] = [await page.locator('.dock .failed:not(:empty)').boundingBox(), await act.boundingBox()]
    expect(said!.y).toBeLessThan(button!.y)
  })
})
