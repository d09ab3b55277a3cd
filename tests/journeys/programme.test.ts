import { beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '../../shared/kit/time.ts'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import { countedWire } from '../helpers/counted-wire.ts'
import { signIn } from '../helpers/desk.ts'
import { examine, journey } from '../helpers/journey.ts'

/** The survey of a programme on a phone of 360 by 740. */
const office = journey()
const KIB = 1024
const OFFICE = '/api/offices/samarinda'
let cookie: string
let path: string

beforeAll(async () => {
  ;({ cookie } = await signIn(office.server.url, 'manajer'))
  const today = officeDate(Date.now(), 'WITA')
  const programme = {
    ...{ name: ['Sampah (contoh)', 'Waste (example)'], about: ['Untuk warga.', 'For everybody.'], population: 400 },
    ...{ instrument: 'skm', version: 0, from: today, to: today, places: ['Sempaja', 'Sambutan'] },
  }
  const answer = await fetch(`${office.server.url}${OFFICE}/programmes/sampah`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'begin-the-programme', cookie },
    body: JSON.stringify({ programme, steps: 0 }),
  })
  expect(answer.status, await answer.text()).toBe(200)
  const { programmes } = await listed()
  ;({ path } = programmes[0]!)
})

async function listed(): Promise<{ programmes: readonly { path: string; answered: number }[] }> {
  const answer = await fetch(`${office.server.url}${OFFICE}/programmes`, { headers: { cookie } })
  return (await answer.json()) as { programmes: readonly { path: string; answered: number }[] }
}

describe('the survey of a programme', () => {
  it('comes in at most 20 KiB, and is answered with scripts switched off in nine taps and one, for two of a family [S84]', async () => {
    const wire = await countedWire(office.server.url)
    const { page, troubles } = await office.open('phone', { javaScriptEnabled: false })
    await page.goto(wire.url + path, { waitUntil: 'networkidle' })
    console.log(`first load: programme ${(wire.bytes() / KIB).toFixed(1)} KiB`)
    expect(wire.bytes()).toBeLessThan(20 * KIB)
    await page.goto(office.server.url + path)
    for (const person of [1, 2]) {
      const began = Date.now()
      for (const { key } of BUILT_IN.skm.questions) await page.locator(`[name="q-${key}"][value="${person}"]`).check()
      await page.getByRole('button', { name: 'Kirim jawaban' }).click()
      await page.getByText('Terima kasih, jawaban Anda tersimpan').waitFor()
      expect(Date.now() - began).toBeLessThan(60_000)
      // The way back is an empty form, so that a further tap sends nobody's answers again.
      await page.goBack()
      await page.getByRole('button', { name: 'Kirim jawaban' }).click()
      await page.getByText('Jawab paling sedikit satu pertanyaan.').waitFor()
      expect((await listed()).programmes[0]!.answered).toBe(person)
      await page.goto(`${office.server.url}${path}?terima=1`)
      await page.getByRole('link', { name: 'Isi untuk anggota keluarga lain' }).click()
    }
    expect(await page.locator('input:checked').count(), 'nothing is chosen for the next one').toBe(0)
    expect(troubles.filter(one => !one.includes('422'))).toEqual([])
    wire.close()
  }, 120_000)

  it('is readable for everybody, in both languages, light and dark, and so is its poster', async () => {
    for (const to of [path, `${path}?lang=en`, `${path}/poster`, `${path}?terima=1`]) {
      const { page, context } = await office.open('phone')
      await page.goto(office.server.url + to)
      await examine(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await examine(page, 'colours')
      await context.close()
    }
  }, 120_000)
})
