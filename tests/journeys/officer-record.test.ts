import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { builtWeb } from '../../server/http/pages/pages.ts'
import { atClock } from '../../shared/kit/time.ts'
import { openBrowser, openPage, SIZES } from '../helpers/browser.ts'
import { closeQuarter, OPEN, QUARTER_DAYS } from '../helpers/closed-quarter.ts'
import { examine } from '../helpers/journey.ts'
import { root } from '../helpers/served.ts'
import { counterPath, saved, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

/** The record of officers once a quarter has closed: as they read it, who assesses them, who stands over those, and the manager. */
let app: TestApp
let browser: Browser
let url: string
beforeAll(async () => {
  app = await testApp({ web: builtWeb(path.join(root, 'dist/web')) })
  await closeQuarter(app)
  url = await app.listen()
  browser = await openBrowser()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  expect(app.failures).toEqual([])
  await app.close()
})

const DECIDE = 'Simpan keputusan dan hitung ulang'

const goes = (page: Page, hash: string) => page.goto(`${url}/console/#/${hash}`)
const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()
const presses = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function signedIn(size: keyof typeof SIZES, username: string, hash: string): Promise<Page> {
  const { page } = await openPage(browser, size)
  await goes(page, hash)
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  return page
}

/** Somebody whom the officer serves on that day. */
async function serves(username: string, counter: string): Promise<void> {
  const officer = await app.as(username)
  await officer.post(counterPath(counter, 'open'))
  await officer.post(TICKETS, { serviceId: 'ktp-el' })
  for (const act of ['call-next', 'start', 'finish'])
    expect((await officer.post(counterPath(counter, act))).status, act).toBe(200)
}

/** Objects to two of the three days; gives the address of the objection. */
async function objects(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Ajukan keberatan atas angka ini' }).click()
  await page.getByLabel('Gangguan tidak ditandai').check()
  await page.getByLabel('Mulai tanggal').fill(QUARTER_DAYS[0])
  await page.getByLabel('Sampai tanggal').fill(QUARTER_DAYS[1])
  await seen(page, 'baik yang tinggi maupun yang rendah: 64 dari 96.')
  await page.getByLabel('Penjelasan').fill('Pencetak rusak dua hari.')
  await examine(page)
  await presses(page, 'Ajukan keberatan')
  await seen(page, 'menunggu penjelasan penilai')
  await examine(page)
  return page.url().split('#/')[1]!
}

async function reports(page: Page): Promise<void> {
  await goes(page, 'laporan')
  await page.getByLabel('Apa yang dikerjakan').fill('Jemput bola di kelurahan')
  await page.getByLabel('Jumlah').fill('35 berkas')
  await presses(page, 'Kirim ke pejabat penilai')
  await seen(page, 'Laporan Anda')
  await presses(page, 'Ajukan cuti atau tugas')
  await presses(page, 'Ajukan')
  await seen(page, 'Pengajuan bulan ini')
  await examine(page)
}

async function takesEvidence(page: Page): Promise<void> {
  await goes(page, 'bukti')
  await seen(page, 'Jemput bola di kelurahan')
  const file = page.waitForEvent('download')
  await presses(page, 'PDF')
  const drawn = await readFile(await (await file).path())
  expect(drawn.subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByRole('img', { name: /QR/ }).waitFor()
  await examine(page)
}

/** On which screen everybody works, and the counter of the officer who objects there. */
const CASES = [
  ['console', 1],
  ['phone', 2],
] as const
/** Where the objection of the officer of a counter stands. */
const objections = new Map<number, string>()

describe('on the morning on which the quarter is told', () => {
  it.each(CASES)(
    'an officer reads the score before anybody else, objects to two days, reports and takes evidence, on a %s [O280]',
    async (size, seat) => {
      await serves(`petugas${seat}`, `${seat}`)
      const page = await signedIn(size, `petugas${seat}`, 'catatan')
      await seen(page, 'Tidak dapat dibedakan dari rata-rata rekan')
      await seen(page, /^Hanya Anda yang melihat sampai/)
      await examine(page)
      objections.set(seat, await objects(page))
      await reports(page)
      await takesEvidence(page)
    },
  )
})

describe('five days later', () => {
  beforeAll(() => {
    app.clock.now = atClock(OPEN, '09:00', 'WITA')
  })

  it.each(CASES)(
    'the assessor answers report and leave by a tap each, reads the record and explains, but may not decide, on a %s [O280]',
    async (size, seat) => {
      const name = `Petugas ${seat} (contoh)`
      const page = await signedIn(size, 'atasan', 'tim')
      await page.getByRole('button', { name: `Terima: ${name}` }).click()
      await page.getByRole('button', { name: `Setujui: ${name}` }).click()
      await seen(page, 'sedang diperiksa')
      await examine(page)
      await goes(page, `tim/p${seat}/catatan`)
      await seen(page, 'Anda membacanya sebagai pejabat penilai.')
      await examine(page)
      await goes(page, objections.get(seat)!)
      await page.getByRole('textbox', { name: 'Penjelasan penilai' }).fill('Benar untuk hari pertama.')
      await presses(page, 'Kirim penjelasan')
      await seen(page, 'Yang memutuskan: Kepala Bidang (contoh)')
      expect(await page.getByRole('button', { name: DECIDE }).count()).toBe(0)
      await examine(page)
    },
  )

  it.each(CASES)(
    'who stands over the assessor decides for one of the days, and the officer finds both versions and who read them, on a %s [O280]',
    async (size, seat) => {
      const superior = await signedIn(size, 'manajer', objections.get(seat)!)
      await superior.getByLabel('Sebagian').check()
      await superior.getByLabel('Sampai tanggal').fill(QUARTER_DAYS[0])
      await superior.getByLabel('Alasan (wajib, dibaca kedua pihak)').fill('Terbukti untuk hari pertama saja.')
      await seen(superior, 'Versi berikutnya, bila diterima')
      await examine(superior)
      await presses(superior, DECIDE)
      await superior.getByRole('alertdialog').getByRole('button', { name: DECIDE }).click()
      await seen(superior, 'sudah diputuskan')
      await examine(superior)

      const officer = await signedIn(size, `petugas${seat}`, objections.get(seat)!)
      await seen(officer, 'Terbukti untuk hari pertama saja.')
      await seen(officer, /Versi \d, berlaku/)
      await seen(officer, 'Versi 1, digantikan')
      await examine(officer)
      await goes(officer, 'catatan')
      await seen(officer, /n = 64/)
      await seen(officer, 'Kepala Seksi (contoh)')
      await examine(officer)
    },
  )

  it('a manager reads counters by number, officers by name only once the office lets them, and of few only how many [O281]', async () => {
    const page = await signedIn('console', 'manajer', 'nilai')
    const atBothSizes = async () => {
      for (const [size] of CASES) {
        await page.setViewportSize(SIZES[size])
        await examine(page)
      }
    }
    await seen(page, 'Nilai per petugas tidak dibuka bagi manajer')
    await seen(page, 'dijaga satu orang, tidak dibuka bagi manajer')
    await atBothSizes()
    expect(await page.getByText('Petugas 3 (contoh)').count()).toBe(0)
    await saved(app, { scoresForManager: true })
    await page.reload()
    await seen(page, 'Petugas 3 (contoh)')
    await seen(page, 'belum cukup: 21 dari 60')
    const names = await page.getByRole('rowheader', { name: /^Petugas/ }).allTextContents()
    expect(names.map(name => name.trim())).toEqual([1, 2, 3, 4, 5, 6, 7].map(n => `Petugas ${n} (contoh)`))
    await atBothSizes()
  })
})
