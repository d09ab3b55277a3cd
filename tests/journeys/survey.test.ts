import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { countedWire } from '../helpers/counted-wire.ts'
import { signIn, surveyPathAt, type Desk } from '../helpers/desk.ts'
import { countedNetwork, examine, journey } from '../helpers/journey.ts'

/** The survey on a cheap phone, 360 pixels wide: quick, without a signal, and without scripts. */
const office = journey()
const NARROW = { viewport: { width: 360, height: 740 } }
let officer: Desk
beforeAll(async () => {
  officer = await signIn(office.server.url, 'petugas1')
  await officer.at('1', 'open')
})

/** The survey of a visit that has just ended; its service is free of charge, so eight questions are asked. */
async function served(): Promise<string> {
  await officer.take('legalisir')
  for (const act of ['call-next', 'start', 'finish']) await officer.at('1', act)
  return surveyPathAt(office.server.url, '1')
}

const stateOf = async (survey: string) =>
  ((await (await fetch(`${office.server.url}/api/surveys/${survey.slice(3)}`)).json()) as { state: string }).state

/** The groups of marks that can be tapped. */
const asked = (page: Page) =>
  page
    .getByRole('radiogroup')
    .filter({ has: page.locator('button:enabled') })
    .all()

describe('the survey on a phone', () => {
  it('takes nine taps for a rating and all that is asked, within a minute on a slow phone and network, for at most 40 KiB [S1]', async () => {
    const wire = await countedWire(office.server.url)
    const { page, context, troubles } = await office.open('phone', NARROW)
    const { network } = await countedNetwork(context, page)
    const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
    await network.send('Network.emulateNetworkConditions', slow)
    await network.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const survey = await served()
    const from = Date.now()
    await page.goto(wire.url + survey)
    await page.getByRole('radio', { name: /Sangat puas/ }).waitFor()
    const usable = Date.now() - from
    await page.getByRole('radio', { name: /Sangat puas/ }).click()
    await page.getByRole('button', { name: /Isi survei lengkap/ }).click()
    let taps = 1
    for (const group of await asked(page)) {
      await group.getByRole('radio').nth(2).click()
      taps += 1
    }
    await page.getByText('9 dari 9 terjawab').first().waitFor()
    await page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await page.getByText('Terima kasih, sudah kami terima').waitFor()
    const took = Date.now() - from
    const kib = wire.bytes() / 1024
    console.log(`survey at 360 px, 400 kbit/s, a quarter of the processor: usable after ${usable} ms,`)
    console.log(`rated and answered in ${taps} taps, sent after ${took} ms, ${kib.toFixed(1)} KiB in all`)
    expect(taps).toBe(9)
    expect(took).toBeLessThan(60_000)
    expect(kib).toBeLessThan(40)
    expect(await stateOf(survey)).toBe('complete')
    expect(troubles).toEqual([])
    wire.close()
  }, 120_000)

  it('keeps what was answered without a signal though its tab is killed, and delivers it once when it is opened again [S1 S2]', async () => {
    const survey = await served()
    const { page, context } = await office.open('phone', NARROW)
    await page.goto(office.server.url + survey)
    await page.getByRole('radio', { name: /Sangat puas/ }).waitFor()
    await page.route('**/*', route => route.abort('internetdisconnected'))
    await page.getByRole('radio', { name: /Sangat puas/ }).click()
    await page.getByRole('button', { name: /Isi survei lengkap/ }).click()
    for (const group of await asked(page)) await group.getByRole('radio').nth(3).click()
    await page.getByLabel('Jenis kelamin').selectOption('P')
    await examine(page)
    await page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await page.getByText('Terima kasih, tersimpan di ponsel').waitFor()
    // The browser writes what pages keep a moment later, on its own.
    await page.waitForTimeout(1_000)
    const crash = await context.newCDPSession(page)
    void crash.send('Page.crash').catch(() => {})
    await page.waitForEvent('crash')
    expect(await stateOf(survey)).toBe('open')

    const again = await context.newPage()
    const sent: string[] = []
    again.on('request', request => {
      if (request.method() === 'POST') sent.push(request.url().split('/').at(-1)!)
    })
    for (const _ of [1, 2]) {
      await again.goto(office.server.url + survey)
      await again.getByText('Anda boleh menutup halaman ini.').waitFor()
    }
    expect(sent).toEqual(['rating', 'answers'])
    expect(await stateOf(survey)).toBe('complete')
  }, 120_000)

  it.each(['light', 'dark'] as const)(
    'is complete without scripts, readable in %s [S85 S87]',
    async colorScheme => {
      const survey = await served()
      const plain = await office.open('phone', { ...NARROW, colorScheme, javaScriptEnabled: false })
      const { page } = plain
      // What is drawn for no script is examined where one may run.
      const looked = await office.open('phone', { ...NARROW, colorScheme })
      const look = async () => {
        await looked.page.setContent(await page.content(), { waitUntil: 'load' })
        await examine(looked.page)
      }
      await looked.page.goto(`${office.server.url}${survey}/formulir`)
      await examine(looked.page)
      await looked.page.goto(`${office.server.url}${survey}/formulir/skm`)
      await examine(looked.page)
      await page.goto(office.server.url + survey)
      await page.getByRole('button', { name: 'Tidak puas', exact: true }).click()
      await page.getByLabel('Terlalu lama').check()
      await look()
      await page.getByRole('button', { name: 'Kirim' }).click()
      await page.getByRole('link', { name: 'Tulis keluhan, kami jawab' }).waitFor()
      await look()
      await page.getByRole('link', { name: /Isi survei lengkap/ }).click()
      await page.getByLabel('Pekerjaan').selectOption('TNI')
      await page.getByRole('button', { name: 'Kirim jawaban' }).click()
      await page.getByText('Jawab paling sedikit satu pertanyaan.').waitFor()
      expect(await page.getByLabel('Pekerjaan').inputValue()).toBe('TNI')
      await look()
      for (const name of ['persyaratan', 'waktu', 'sarana']) await page.locator(`[name=${name}]`).nth(1).check()
      await page.getByRole('button', { name: 'Kirim jawaban' }).click()
      await page.getByText('Anda boleh menutup halaman ini.').waitFor()
      await look()
      expect(await stateOf(survey)).toBe('complete')
      expect(plain.troubles.filter(trouble => !trouble.includes('status of 422'))).toEqual([])
    },
    120_000,
  )
})
