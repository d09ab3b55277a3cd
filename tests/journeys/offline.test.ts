import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Desk } from '../helpers/desk.ts'
import { journey } from '../helpers/journey.ts'

/** A phone that keeps its ticket: told while the page is closed, readable without a network, empty afterwards. */
const office = journey()
let officer: Desk
/** Other journeys run beside this one. */
const PATIENT = { timeout: 20_000, interval: 400 }
beforeAll(async () => {
  officer = await signIn(office.server.url, 'petugas1')
})

/** A phone on which the ticket page has been open for a moment, and nothing was touched. */
async function phoneWith(path: string) {
  const phone = await office.open('phone', { permissions: ['notifications'] })
  await phone.page.goto(office.server.url + path)
  await expect.poll(() => kept(phone.page), PATIENT).toContain(path)
  return phone
}

/** Paths of everything that the browser keeps for this site. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async name => (await caches.open(name)).keys()))
    return all.flat().map(request => new URL(request.url).pathname)
  })

describe('a phone that keeps its ticket', () => {
  it('shows a pushed message, with the ticket behind it', async () => {
    const { path } = (await officer.take()).body
    const { page, context } = await phoneWith(path)
    const devtools = await context.newCDPSession(page)
    const registered = new Promise<string>(resolve =>
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        if (registrations[0]) resolve(registrations[0].registrationId)
      }),
    )
    await devtools.send('ServiceWorker.enable')
    const message = {
      origin: office.server.url,
      registrationId: await registered,
      data: JSON.stringify({ id: 'm1', title: '3 lagi: A-001', body: 'Silakan ke ruang tunggu', url: path }),
    }
    const shown = () =>
      page.evaluate(async () =>
        (await (await navigator.serviceWorker.ready).getNotifications()).map(n => [n.title, n.body, n.data, n.tag]),
      )
    // A push service repeats what was not taken; the same message shown twice is one notification.
    const pushed = async () => {
      await devtools.send('ServiceWorker.deliverPushMessage', message)
      return shown()
    }
    await expect.poll(pushed, PATIENT).toEqual([['3 lagi: A-001', 'Silakan ke ruang tunggu', path, 'm1']])
    await context.close()
  })

  it('forgets it, and everything with it, once it is over', async () => {
    const { path } = (await officer.take()).body
    const { page, context } = await phoneWith(path)
    expect((await kept(page)).every(p => /^\/(t|assets)\/|^\/mark\.svg$/.test(p))).toBe(true)
    const cancelled = { method: 'POST', body: new URLSearchParams(), redirect: 'manual' } as const
    expect((await fetch(`${office.server.url}${path}/cancel`, cancelled)).status).toBe(303)
    await page.reload()
    await expect.poll(() => kept(page), PATIENT).toEqual([])
    await context.close()
  })

  it('reads it without a network, marked as a copy with its time', async () => {
    const { path, ticket } = (await officer.take()).body
    const { page } = await phoneWith(path)
    await page.reload()
    await office.server.stop()
    const answer = await page.reload()
    expect(Number(answer!.headers()['x-tanggap-copy'])).toBeGreaterThan(Date.now() - 60_000)
    expect(await page.locator('html').getAttribute('data-copy')).toMatch(/^\d+$/)
    expect(await page.locator('main').innerText()).toContain(ticket.number)
    const styled = await page.evaluate(() => [...document.styleSheets].some(s => s.cssRules.length > 5))
    expect(styled).toBe(true)
  })
})
