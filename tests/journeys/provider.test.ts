import { createServer, type AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { accountProvider } from '../helpers/account-provider.ts'
import { examine, journey } from '../helpers/journey.ts'

/** Signing in with an account of the city, which a provider of its own keeps. */
let provider: Awaited<ReturnType<typeof accountProvider>>
const office = journey(async () => {
  const port = await freePort()
  provider = await accountProvider(`http://localhost:${port}/console/oidc`)
  return { ...provider.env, PORT: String(port) }
})
afterAll(() => provider.stop())

const dewi = { name: 'Dewi Contoh', email: 'dewi@kantor.example', email_verified: true }
const other = (page: Page) => page.getByRole('button', { name: 'Masuk dengan Akun Kota' })
const out = (page: Page) => page.getByRole('button', { name: /Keluar/ }).first()

/** A port that is free just now; the provider must know where browsers come back before the server listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function invite(): Promise<void> {
  const { page, context } = await office.open('console')
  await page.goto(`${office.server.url}/console/`)
  const status = await page.evaluate(
    async person => {
      const post = (path: string, body: object) =>
        fetch(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
          body: JSON.stringify(body),
        })
      await post('/api/login', { username: 'admin', password: 'tanggap-demo' })
      return (await post('/api/offices/samarinda/people', person)).status
    },
    { name: dewi.name, username: 'dewi', email: dewi.email, roles: ['officer'] },
  )
  expect(status).toBe(201)
  await context.close()
}

describe('an account of the city', () => {
  it('whose provider is away says so, and the password still opens the door', async () => {
    await provider.stop()
    const { page } = await office.open('console')
    await page.goto(`${office.server.url}/console/`)
    await other(page).click()
    await page.getByText(/Akun Kota tidak dapat dihubungi/).waitFor()
    await page.getByLabel('Nama pengguna').fill('petugas1')
    await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
    await page.keyboard.press('Enter')
    await out(page).waitFor()
    await provider.startAgain()
  })

  it('brings an officer to the desk by one button, and leaves nothing in the address', async () => {
    await invite()
    provider.person = dewi
    const { page } = await office.open('console')
    await page.goto(`${office.server.url}/console/`)
    await examine(page)
    await other(page).click()
    await out(page).waitFor()
    expect(await page.getByText('Dewi Contoh').first().isVisible()).toBe(true)
    expect(page.url()).not.toMatch(/code=|state=/)
    await page.reload()
    await out(page).waitFor()
  })

  it('that the office does not know is refused on the page of the sign-in, with what helps', async () => {
    provider.person = { name: 'Orang Lain', email: 'lain@kantor.example', email_verified: true }
    const { page } = await office.open('console')
    await page.goto(`${office.server.url}/console/`)
    await other(page).click()
    await page.getByText(/Anda belum terdaftar di kantor ini/).waitFor()
    await examine(page)
    expect(page.url()).not.toMatch(/code=|state=/)
    provider.person = dewi
    await other(page).click()
    await out(page).waitFor()
  })
})
