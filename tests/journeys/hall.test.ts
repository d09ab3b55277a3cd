import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn, type Desk } from '../helpers/desk.ts'
import { journey } from '../helpers/journey.ts'
import { start } from '../helpers/served.ts'

/** The hall in a real browser: heard in order, quick, and right again after the server was gone. */
const office = journey()
let officers: Desk[]
const counters = ['1', '2', '3', '4']
beforeAll(async () => {
  officers = await Promise.all(counters.map((_, i) => signIn(office.server.url, `petugas${i + 1}`)))
  await Promise.all(officers.map((o, i) => o.at(counters[i]!, 'open', { services: ['ktp-el'] })))
})

interface Told {
  readonly seq: number
  readonly what: 'started' | 'repeated' | 'finished'
  readonly at: number
}

const log = (page: Page) =>
  page.evaluate(() => {
    const app = document.querySelector('display-app') as unknown as { announcer?: { log: readonly unknown[] } } | null
    return [...(app?.announcer?.log ?? [])]
  }) as Promise<Told[]>

/** Twenty calls within two seconds, five at each of four counters. */
async function twentyCalls(): Promise<number[]> {
  for (let i = 0; i < 20; i++) await officers[0]!.take()
  const began = Date.now()
  for (let round = 0; round < 5; round++)
    await Promise.all(
      officers.map(async (o, i) => {
        expect((await o.at(counters[i]!, 'call-next')).status).toBe(200)
        await o.at(counters[i]!, 'finish')
      }),
    )
  expect(Date.now() - began).toBeLessThan(2_000)
  const board = (await (await fetch(`${office.server.url}/api/offices/samarinda/board`)).json()) as {
    day: { calls: { seq: number }[] }
  }
  return board.day.calls.map(c => c.seq)
}

describe('the voice of the hall', () => {
  it('speaks twenty calls of two seconds in order, one after another, and none again after a reload [V1]', async () => {
    const { page } = await office.open('hall')
    await page.goto(`${office.server.url}/display/`)
    await page.getByRole('heading', { name: 'Belum ada panggilan' }).waitFor()
    await page.mouse.click(5, 5)
    await twentyCalls()

    await expect
      .poll(async () => (await log(page)).filter(t => t.what === 'finished').length, { timeout: 60_000 })
      .toBeGreaterThan(5)
    const before = await log(page)
    await page.reload()
    await page.mouse.click(5, 5)
    await expect
      .poll(
        async () => {
          const told = [...before, ...(await log(page))]
          return new Set(told.filter(t => t.what === 'started').map(t => t.seq)).size
        },
        { timeout: 150_000, interval: 500 },
      )
      .toBe(20)
    // The last call is read twice; on a busy machine the sound's own clock runs slower than the wall's.
    await expect.poll(async () => (await log(page)).at(-1)?.what, { timeout: 90_000, interval: 500 }).toBe('finished')

    const after = await log(page)
    const started = [...before, ...after].filter(t => t.what === 'started').map(t => t.seq)
    expect(started).toEqual([...new Set(started)].sort((a, b) => a - b))
    for (const told of [before, after]) {
      // One at a time: whatever starts ends before the next starts.
      const open = told.filter(t => t.what !== 'repeated').map(t => t.what)
      open.forEach((what, i) => expect(what).toBe(i % 2 === 0 ? 'started' : 'finished'))
    }
  }, 360_000)
})

describe('the hall without its server', () => {
  it('says how old its picture is, and is right again within a second of reconnecting [V7]', async () => {
    const { page } = await office.open('hall')
    await page.goto(`${office.server.url}/display/`)
    await page.getByText('A-020').first().waitFor()
    const { port } = new URL(office.server.url)
    await office.server.stop('SIGKILL')
    await page
      .getByText(/Menyambung kembali/)
      .first()
      .waitFor({ timeout: 30_000 })

    office.server = await start({ DATA_DIR: office.folder, PORT: port })
    const officer = await signIn(office.server.url, 'petugas1')
    await officer.take()
    await officer.at('1', 'call-next')
    await page.getByText('A-021').first().waitFor({ timeout: 10_000 })
    await page
      .getByText(/Menyambung kembali/)
      .first()
      .waitFor({ state: 'hidden' })
  })
})
