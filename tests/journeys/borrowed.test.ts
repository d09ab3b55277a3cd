import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, atClock, DAY, HOUR, officeDate } from '../../shared/kit/time.ts'
import { signIn, type Desk } from '../helpers/desk.ts'
import { journey } from '../helpers/journey.ts'

/** A phone that somebody lent for a booking, in a real browser. */
const office = journey()
const TODAY = addDays(officeDate(Date.now(), 'WITA'), -7)
let admin: Desk
beforeAll(async () => {
  admin = await signIn(office.server.url, 'admin')
  await on(0)
})

/** The office's clock stands at nine, so many days later. */
async function on(days: number): Promise<void> {
  const from = atClock(TODAY, '09:00', 'WITA') + days * DAY
  expect((await admin.post('/api/demo/clock', { play: { from, to: from + 3 * HOUR, speed: 1 } })).status).toBe(200)
}

/** What of tickets is on the phone: its links, and the copies of their pages. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const copies = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    const urls = copies.flat().map(request => request.url)
    return [localStorage.getItem('tanggap.tickets') ?? '[]', urls.filter(url => url.includes('/t/')).length]
  })

/** Takes the first time that is free, without a name. */
async function book(page: Page): Promise<void> {
  const found = await fetch(`${office.server.url}/api/offices/samarinda/services/konsultasi/slots?days=7`)
  const { slots } = (await found.json()) as { slots: { id: string; free: number }[] }
  const { id } = slots.filter(slot => slot.free > 0).at(-1)!
  await page.goto(`${office.server.url}/b/samarinda/konsultasi/data?slot=${id}`)
  await page.click('button.primary')
}

describe('a borrowed phone', () => {
  it('keeps nothing of the ticket after one tap, and its owner books as somebody else [R12]', async () => {
    const { page, context, troubles } = await office.open('phone')
    await book(page)
    await page.waitForURL(/\/t\//)
    const own = page.url()
    await expect.poll(() => kept(page), { timeout: 20_000 }).toEqual([expect.stringContaining('token'), 1])
    await page.getByRole('link', { name: /bukan ponsel saya/ }).click()
    await page.getByRole('button', { name: 'Ya, lupakan' }).click()
    await page.waitForURL(/\/b\//)
    await page.getByText('Ponsel ini sudah melupakan nomor tadi.').waitFor()
    expect(await kept(page)).toEqual(['[]', 0])
    expect((await context.cookies()).map(cookie => cookie.name)).not.toContain('tanggap_phone')
    await book(page)
    await page.waitForURL(/\/t\//)
    expect(page.url()).not.toBe(own)
    expect(troubles).toEqual([])
  }, 60_000)

  it('takes a link that only looks for nobody’s own ticket, but keeps its page for dead zones [R12]', async () => {
    const { page, troubles } = await office.open('phone')
    const { path } = (await (await signIn(office.server.url, 'petugas1')).take()).body as { path: string }
    const own = await (await fetch(`${office.server.url}/api/tickets/${path.slice(3)}`)).json()
    await page.goto(office.server.url + (own as { sharePath: string }).sharePath)
    await expect.poll(() => kept(page), { timeout: 20_000 }).toEqual(['[]', 1])
    expect(troubles).toEqual([])
  }, 60_000)

  it('forgets a ticket whose day is over on the page on which the next booking begins [R12]', async () => {
    const { page, troubles } = await office.open('phone')
    await page.goto(office.server.url + (await (await signIn(office.server.url, 'petugas1')).take()).body.path)
    await expect.poll(() => kept(page), { timeout: 20_000 }).toEqual([expect.stringContaining('token'), 1])
    await on(1)
    await page.goto(`${office.server.url}/b/samarinda`)
    await expect.poll(() => kept(page)).toEqual(['[]', 0])
    expect(troubles).toEqual([])
  }, 60_000)
})
