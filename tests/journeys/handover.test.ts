import { describe, expect, it } from 'vitest'
import { signIn } from '../helpers/desk.ts'
import { examine, journey } from '../helpers/journey.ts'

/** A counter whose officer went away in the middle of a visit, freed by the next officer. */
const office = journey()

describe('a deserted counter', () => {
  it('is seen by the next officer, taken over in one act, and its visitor is served to the end [D17 D18 D19]', async () => {
    const { url } = office.server
    const gone = await signIn(url, 'petugas1')
    const { body } = await gone.take()
    for (const act of ['open', 'call-next', 'start']) expect((await gone.at('1', act)).status).toBe(200)
    const { page } = await office.open('console')
    await page.goto(`${url}/console/`)
    await page.getByLabel('Nama pengguna').fill('petugas2')
    await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.getByRole('button', { name: /Loket 2/ }).click()
    expect((await gone.post('/api/logout')).status).toBe(200)
    await page.getByText('Loket 1 ditinggalkan').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Ambil alih' }).click()
    await page.getByLabel('Saya teruskan sekarang').check()
    await page.getByLabel('Sakit atau darurat').check()
    await examine(page)
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Teruskan A-\d+ sekarang$/ })
      .click()
    await page.getByText('Sedang dilayani').first().waitFor()
    const own = await (await fetch(`${url}/api/tickets/${body.token}`)).json()
    expect(own).toMatchObject({ ticket: { state: 'serving', counterId: '2' } })
    const back = await signIn(url, 'petugas1')
    const notes = await fetch(`${url}/api/me/takeovers`, { headers: { cookie: back.cookie } })
    expect(await notes.json()).toMatchObject({ takeovers: [{ counterId: '1', reason: 'ill', end: 'continue' }] })
  })
})
