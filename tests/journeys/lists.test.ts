import { describe, expect, it } from 'vitest'
import { examine, journey } from '../helpers/journey.ts'

/** An administrator who brings the staff of an office as a list, by keyboard alone. */
const office = journey()
const LIST = [
  'Nama;Surel;NIP;Peran;Loket',
  'Budi Contoh;budi@kantor.example;198703122010011001;Petugas;1',
  'Dewi Contoh;dewi@kantor;;Petugas;3',
  'Fitri Contoh;fitri@kantor.example;;Meja depan;–',
].join('\n')

describe('a list of staff', () => {
  it('is looked at, put right by leaving a row out, and becomes links by which people choose a password', async () => {
    const { page } = await office.open('consoleNarrow')
    await page.goto(`${office.server.url}/console/#/impor`)
    await page.getByLabel('Nama pengguna').fill('admin')
    await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
    await page.keyboard.press('Enter')
    const list = page.locator('staff-import')
    await list.getByLabel('Atau tempel isinya').fill(LIST)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await list.getByText('1 dari 3 baris perlu diperbaiki.').waitFor()
    await examine(page)
    expect(await list.getByRole('button', { name: 'Undang 2 orang' }).isDisabled()).toBe(true)
    await list.getByRole('button', { name: 'Keluarkan baris 3' }).focus()
    await page.keyboard.press('Enter')
    await list.getByRole('button', { name: 'Masukkan lagi baris 3' }).waitFor()
    await list.getByRole('button', { name: 'Undang 2 orang' }).focus()
    await page.keyboard.press('Enter')
    await list.getByText('2 tautan undangan').waitFor()
    await examine(page)
    const link = await list.locator('code').first().textContent()
    const { page: theirs } = await office.open('console')
    await theirs.goto(link!)
    await theirs.getByText('Selamat datang, Budi Contoh').waitFor()
  })
})
