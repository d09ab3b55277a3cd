import { describe, expect, it } from 'vitest'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import { signIn, surveyPathAt } from '../helpers/desk.ts'
import { examine, journey } from '../helpers/journey.ts'

/** A low rating, a complaint, its answer and what everybody reads, as citizen, manager and public on a real server. */
const office = journey()
const NARROW = { viewport: { width: 360, height: 740 } }

async function on(date: LocalDate): Promise<void> {
  const admin = await signIn(office.server.url, 'admin')
  const from = atClock(date, '10:00', 'WITA')
  const play = { from, to: from + 3_600_000, speed: 1 }
  expect((await admin.post('/api/demo/clock', { play })).status).toBe(200)
}

describe('a complaint', () => {
  it('goes from a low rating over its answer back to its link, and what was improved to everybody [S41 S43 S46]', async () => {
    const { url } = office.server
    await on('2026-06-09')
    const officer = await signIn(url, 'petugas2')
    await officer.at('2', 'open')
    await officer.take('ktp-el')
    for (const act of ['call-next', 'start', 'finish']) await officer.at('2', act)
    const survey = await surveyPathAt(url, '2')

    const phone = await office.open('phone', NARROW)
    await phone.page.goto(url + survey)
    await phone.page.getByRole('radio', { name: /Tidak puas/ }).click()
    await phone.page.getByRole('button', { name: 'Lewati' }).click()
    const link = phone.page.getByRole('link', { name: 'Tulis keluhan, kami jawab' })
    await link.waitFor()
    await examine(phone.page)
    const page = await link.getAttribute('href')
    const form = await office.open('phone', { ...NARROW, colorScheme: 'dark' })
    await form.page.goto(url + page!)
    await examine(form.page)

    // The rest of it goes without scripts.
    const plain = await office.open('phone', { ...NARROW, javaScriptEnabled: false })
    await plain.page.goto(url + page!)
    await plain.page.getByLabel('Keluhan Anda').fill('Pak Joko di loket 2 membentak saya, WA 0812-5555-0134')
    await plain.page.getByLabel(/Saya setuju/).check()
    await plain.page.getByRole('button', { name: 'Kirim keluhan' }).click()
    await plain.page.getByText('Pak ••• di loket 2 membentak saya, WA •••').waitFor()
    await phone.page.goto(url + page!)
    await examine(phone.page)

    await on('2026-06-10')
    const desk = await office.open('console')
    await desk.page.goto(`${url}/console/#/tindak-lanjut`)
    await desk.page.getByLabel('Nama pengguna').fill('manajer')
    await desk.page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('Normatif, paling lambat Rabu, 17 Juni 2026').waitFor()
    await desk.page.getByText('Tangani', { exact: true }).click()
    await examine(desk.page)
    await desk.page.getByLabel('Jawaban di tautan warga').fill('Kami minta maaf.')
    await desk.page.getByRole('button', { name: 'Kirim jawaban' }).click()
    await desk.page.getByRole('heading', { name: 'Dijawab (1)' }).waitFor()

    await phone.page.reload()
    await phone.page.getByText('Kami minta maaf.').waitFor()
    await examine(phone.page)

    await desk.page
      .getByRole('link', { name: /Rencana tindak lanjut|^Rencana$/ })
      .last()
      .click()
    await desk.page.getByLabel('Tambah unsur').selectOption('sarana')
    await desk.page.getByLabel('Program atau kegiatan').fill('48 kursi dan dua kipas')
    await desk.page.getByLabel('Selesai (%)').fill('100')
    await desk.page.getByLabel('Yang dibaca warga').fill('48 kursi baru di ruang tunggu.')
    await desk.page.getByRole('button', { name: 'Simpan versi baru' }).click()
    await desk.page.getByText(/Versi 1, disimpan/).waitFor()
    await examine(desk.page)
    await desk.page.setViewportSize(NARROW.viewport)
    await examine(desk.page)

    const visitor = await office.open('phone', NARROW)
    await visitor.page.goto(`${url}/`)
    await visitor.page.getByRole('link', { name: 'Sudah kami perbaiki' }).click()
    await visitor.page.getByText('48 kursi baru di ruang tunggu.').waitFor()
    await examine(visitor.page)
    for (const { troubles } of [phone, visitor]) expect(troubles).toEqual([])
  })
})
