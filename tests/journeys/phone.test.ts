import { beforeAll, describe, expect, it } from 'vitest'
import { signIn, surveyPathAt, type Desk } from '../helpers/desk.ts'
import { countedWire } from '../helpers/counted-wire.ts'
import { countedNetwork, journey } from '../helpers/journey.ts'

/** The citizen's pages on a cheap phone: light, and readable without scripts. */
const office = journey()
let officer: Desk
const KIB = 1024
/** So long a ticket's page is listened to: its first minute costs little more. */
const STREAMED_MS = 10_000
beforeAll(async () => {
  officer = await signIn(office.server.url, 'petugas1')
  await officer.at('1', 'open')
})

/** Bytes on the wire of a first visit with an empty cache, until the page takes the copy that the phone keeps. */
async function bytesOf(path: string, ready: RegExp, listenMs = 1_500): Promise<number> {
  const wire = await countedWire(office.server.url)
  const { page, context, troubles } = await office.open('phone')
  await page.goto(wire.url + path, { waitUntil: 'load' })
  await page.getByText(ready).first().waitFor()
  await page.waitForTimeout(listenMs)
  const first = wire.bytes()
  expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
  expect(troubles).toEqual([])
  await context.close()
  wire.close()
  return first
}

/** The page of somebody who booked the next free time, with its QR code. */
async function bookedPath(): Promise<string> {
  const slots = await fetch(`${office.server.url}/api/offices/samarinda/services/legalisir/slots`)
  const { id } = ((await slots.json()) as { slots: { id: string; free: number }[] }).slots.find(s => s.free > 0)!
  const hall = await signIn(office.server.url, 'meja')
  const wish = { serviceId: 'legalisir', slotId: id, contact: { name: 'Contoh' } }
  return (await hall.post('/api/offices/samarinda/bookings', wish)).body.path as string
}

/** A day on which five hundred came; three hundred of them have been served. */
async function playedDay(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.all(Array.from({ length: 50 }, () => officer.take()))
  for (let i = 0; i < 300; i++) {
    await officer.at('1', 'call-next')
    expect((await officer.at('1', 'finish')).status).toBe(200)
  }
}

/** A first visit over 400 kbit/s with 400 ms: milliseconds until it can be used, the quickest of three. */
async function usableAfter(path: string, ready: RegExp): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const { page, context } = await office.open('phone')
    const { network } = await countedNetwork(context, page)
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: 50_000,
      uploadThroughput: 50_000,
    })
    await page.goto(office.server.url + path, { waitUntil: 'commit' })
    await page.getByText(ready).first().waitFor()
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>(done =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))),
          ),
      ),
    )
    await context.close()
  }
  return Math.min(...times)
}

describe('a citizen’s phone', () => {
  it('shows number, people ahead and papers, and gives the number back, with scripts switched off', async () => {
    await officer.take()
    const { path } = (await officer.take()).body
    const { page } = await office.open('phone', { javaScriptEnabled: false })
    await page.goto(office.server.url + path)
    await page.getByText('A-002').first().waitFor()
    await page
      .getByText(/1 orang/)
      .first()
      .waitFor()
    await page
      .getByText(/Kartu Keluarga/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: /Batalkan/ }).click()
    await page.getByRole('button', { name: /Ya, batalkan/ }).click()
    await page
      .getByText(/dibatalkan/)
      .first()
      .waitFor()
    const again = (await (await fetch(`${office.server.url}/api/tickets/${path.slice(3)}`)).json()) as {
      ticket: { state: string }
    }
    expect(again.ticket.state).toBe('cancelled')
  })

  it('turns amber when the number is called, without a touch, in the language in which it was opened', async () => {
    const { path } = (await officer.take()).body
    const { page } = await office.open('phone')
    const { page: english } = await office.open('phone')
    await page.goto(office.server.url + path)
    await english.goto(`${office.server.url}${path}?lang=en`)
    for (const each of [page, english]) await each.getByText('A-003').first().waitFor()
    await officer.at('1', 'call-next')
    await officer.at('1', 'finish')
    await officer.at('1', 'call-next')
    await page.getByText('Loket 1').first().waitFor()
    await english.getByText('Please go to').waitFor()
    expect(await page.title()).toMatch(/Loket 1|A-003/)
  })

  it('follows its ticket in a full hall of five hundred and its survey for 40 KiB at first, gets booking pages for 20, and uses all within 2.5 s on a slow network', async () => {
    await playedDay()
    const ticket = (await officer.take()).body
    const loads = {
      ticket: await bytesOf(ticket.path, /orang/, STREAMED_MS),
      booked: await bytesOf(await bookedPath(), /Nomor reservasi/, STREAMED_MS),
      survey: await bytesOf(await surveyPathAt(office.server.url, '1'), /Sangat puas/),
      services: await bytesOf('/b/samarinda', /KTP/),
      times: await bytesOf('/b/samarinda/legalisir/jadwal', /[0-9]/),
    }
    for (const [page, bytes] of Object.entries(loads))
      console.log(`first load: ${page} ${(bytes / KIB).toFixed(1)} KiB`)
    expect(Math.max(loads.ticket, loads.booked, loads.survey)).toBeLessThan(40 * KIB)
    const usable = {
      ticket: await usableAfter(ticket.path, /Di depan Anda/),
      home: await usableAfter('/', /Pesan waktu datang/),
      times: await usableAfter('/b/samarinda/legalisir/jadwal', /Kapan mau datang/),
    }
    for (const [page, ms] of Object.entries(usable))
      console.log(`400 kbit/s: ${page} usable after ${Math.round(ms)} ms`)
    expect(Math.max(...Object.values(usable))).toBeLessThan(2_500)
    expect(Math.max(loads.services, loads.times)).toBeLessThan(20 * KIB)
  }, 120_000)
})
