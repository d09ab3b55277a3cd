import { beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Desk } from '../helpers/desk.ts'
import { countedNetwork, journey } from '../helpers/journey.ts'

/** The citizen's pages on a cheap phone: light, and readable without scripts. */
const office = journey()
let officer: Desk
const KIB = 1024
beforeAll(async () => {
  officer = await signIn(office.server.url, 'petugas1')
  await officer.at('1', 'open')
})

/** Bytes on the wire of a first visit with an empty cache, as the browser's own network layer counts them. */
async function bytesOf(path: string, ready: RegExp): Promise<number> {
  const { page, context, troubles } = await office.open('phone')
  const { taken } = await countedNetwork(context, page)
  await page.goto(office.server.url + path, { waitUntil: 'load' })
  await page.getByText(ready).first().waitFor()
  await page.waitForTimeout(1_000)
  expect(troubles).toEqual([])
  await context.close()
  return taken()
}

describe('a citizen’s phone', () => {
  it('gets the ticket page and the survey in at most 60 KiB each', async () => {
    const ticket = (await officer.take()).body
    const ticketBytes = await bytesOf(ticket.path, /A-001/)
    await officer.at('1', 'call-next')
    const { surveyPath } = (await officer.at('1', 'finish')).body
    const surveyBytes = await bytesOf(surveyPath, /Sangat puas/)
    console.log(
      `first load: ticket ${(ticketBytes / KIB).toFixed(1)} KiB, survey ${(surveyBytes / KIB).toFixed(1)} KiB`,
    )
    expect(ticketBytes).toBeLessThan(60 * KIB)
    expect(surveyBytes).toBeLessThan(60 * KIB)
  })

  it('shows number, people ahead and papers, and gives the number back, with scripts switched off', async () => {
    await officer.take()
    const { path } = (await officer.take()).body
    const { page } = await office.open('phone', { javaScriptEnabled: false })
    await page.goto(office.server.url + path)
    await page.getByText('A-003').first().waitFor()
    await page
      .getByText(/1 orang/)
      .first()
      .waitFor()
    await page
      .getByText(/Kartu Keluarga, asli/)
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

  it('turns amber when the number is called, without a touch', async () => {
    const { path } = (await officer.take()).body
    const { page } = await office.open('phone')
    await page.goto(office.server.url + path)
    await page.getByText('A-004').first().waitFor()
    await officer.at('1', 'call-next')
    await officer.at('1', 'finish')
    await officer.at('1', 'call-next')
    await page
      .getByText(/Loket 1/)
      .first()
      .waitFor()
    expect(await page.title()).toMatch(/Loket 1|A-004/)
  })
})
