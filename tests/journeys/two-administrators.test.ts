import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { examine, journey } from '../helpers/journey.ts'

/** Two administrators in two browsers, who change the same office at the same time. */
const office = journey()

async function settings(): Promise<Page> {
  const { page } = await office.open('console')
  await page.goto(`${office.server.url}/console/#/pengaturan`)
  await page.getByLabel('Nama pengguna').fill('admin')
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Pengaturan kantor' }).waitFor()
  return page
}

const save = (page: Page) => page.getByRole('button', { name: 'Simpan perubahan' }).click()
const saved = (page: Page) => page.getByText('Tersimpan dan sudah berlaku.').waitFor()
const stored = async () => {
  return (await (await fetch(`${office.server.url}/api/offices/samarinda`)).json()).office
}

describe('two administrators', () => {
  it('change the same hours, holidays and rules: the second sees theirs beside the own, and takes either [A13]', async () => {
    const [one, two] = await Promise.all([settings(), settings()])
    const closing = (page: Page) => page.getByLabel('Senin: Sampai', { exact: true })
    const holidays = (page: Page) => page.getByRole('textbox', { name: 'Hari libur' })
    const credit = (page: Page) => page.getByRole('textbox', { name: /^Prioritas maju/ })
    const texts = (page: Page) => page.getByRole('textbox', { name: 'Bahasa Indonesia' })

    // Both type before either of them saves.
    for (const [page, time, date, minutes] of [
      [one, '14:00', '2027-03-01', '21'],
      [two, '13:30', '2027-03-02', '22'],
    ] as const) {
      await closing(page).fill(time)
      await holidays(page).fill(`${await holidays(page).inputValue()}\n${date}`)
      await credit(page).fill(minutes)
    }
    await texts(two).fill('Loket 3 pindah ke lantai 2')
    await save(one)
    await saved(one)
    await save(two)

    const twofold = two.getByRole('region', { name: /Orang lain mengubah isian yang sama \(3\)/ })
    await twofold.waitFor()
    const shown = await twofold.innerText()
    for (const words of ['08.00–14.00', '08.00–13.30', '2027-03-01', '2027-03-02', '21 menit', '22 menit'])
      expect(shown).toContain(words)
    await examine(two)
    expect((await stored()).hours[1].close).toBe('14:00')

    // Nothing goes out before each of them is decided, and what was typed is still there.
    await save(two)
    await two.getByText(/^Belum tersimpan/).waitFor()
    expect([await closing(two).inputValue(), await credit(two).inputValue()]).toEqual(['13.30', '22'])
    await two.getByRole('button', { name: 'Senin: Pakai ketikan saya' }).click()
    await two.getByRole('button', { name: 'Hari libur: Pakai yang tersimpan' }).click()
    await two.getByRole('button', { name: 'Prioritas maju: Pakai yang tersimpan' }).click()
    await save(two)
    await saved(two)

    const now = await stored()
    expect([now.hours[1].close, now.rules.priorityCreditMinutes]).toEqual(['13:30', 21])
    expect([now.holidays.includes('2027-03-01'), now.holidays.includes('2027-03-02')]).toEqual([true, false])
    expect(now.runningText[0]).toBe('Loket 3 pindah ke lantai 2')
    // The first one finds it on the way back to the page.
    for (const hash of ['perangkat', 'pengaturan']) await one.goto(`${office.server.url}/console/#/${hash}`)
    await expect.poll(() => closing(one).inputValue(), { timeout: 5_000 }).toBe('13.30')
  })
})
