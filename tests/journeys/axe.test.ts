import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Page as ConsolePage } from '../../console/frame/page.ts'
import { SIZES } from '../helpers/browser.ts'
import { signIn, surveyPathAt, type Desk } from '../helpers/desk.ts'
import { examine, journey } from '../helpers/journey.ts'

/** Every screen in a real browser at its real size, examined by axe: nothing serious or critical. */
const office = journey()
let officer: Desk
let paths: { ticket: string; survey: string }
beforeAll(async () => {
  officer = await signIn(office.server.url, 'petugas2')
  await officer.at('2', 'open')
  for (let i = 0; i < 8; i++) await officer.take('ktp-el', i % 3 === 0)
  await officer.at('2', 'call-next')
  await officer.at('2', 'finish')
  const survey = await surveyPathAt(office.server.url, '2')
  await officer.at('2', 'call-next')
  paths = { ticket: (await officer.take()).body.path, survey }
})

/** Who sees each page of the console, and what says that it is there; the desk has its own test, and so has an office that opens. */
const PAGES: Readonly<Record<Exclude<ConsolePage['id'], 'loket' | 'siapkan' | 'terbuka'>, readonly [string, RegExp]>> =
  {
    akun: ['admin', /Akun petugas/],
    penilai: ['admin', /Siapa menilai siapa/],
    pantau: ['pemantau', /Kantor yang dipantau/],
    'umpan-balik': ['petugas1', /Percakapan/],
    tim: ['atasan', /Delegasi/],
    impor: ['admin', /Impor petugas/],
    saya: ['petugas2', /Sedang masuk di/],
    catatan: ['petugas2', /Catatan saya/],
    bukti: ['petugas2', /Bukti untuk e-Kinerja/],
    'angka-skm': ['manajer', /Angka periode yang sudah ditutup/],
    'tindak-lanjut': ['manajer', /Belum ada keluhan/],
    periksa: ['manajer', /Belum ada bulan yang diperiksa/],
    instrumen: ['manajer', /Survei Persepsi Anti Korupsi/],
    'laporan-skm': ['manajer', /Sebelum terbit/],
    kertas: ['manajer', /Belum ada formulir/],
    publikasi: ['manajer', /Belum ada yang terbit/],
    keberatan: ['petugas2', /Yang memutuskan atasan penilai/],
    giliran: ['petugas2', /Rencana saya/],
    laporan: ['petugas2', /Apa yang dikerjakan/],
    meja: ['meja', /Reservasi hari ini/],
    langsung: ['manajer', /Menunggu/],
    hari: ['meja', /Lembar hari/],
    rencana: ['manajer', /Yang belum pas/],
    mutu: ['manajer', /IKM/],
    petugas: ['manajer', /Petugas/],
    penjelasan: ['petugas2', /Yang tidak diukur/],
    nilai: ['manajer', /Nilai warga per loket/],
    permohonan: ['petugas2', /Permohonan/],
    mencurigakan: ['manajer', /Reservasi mencurigakan/],
    perangkat: ['admin', /Perangkat/],
    peran: ['admin', /Peran bawaan/],
    pengaturan: ['admin', /Pengaturan/],
    'pengaturan/layanan': ['admin', /Urutan ini dipakai kiosk/],
    'pengaturan/kantor-lain': ['admin', /Buka kantor baru/],
    'pengaturan/riwayat': ['admin', /Setiap perubahan disimpan/],
    'pengaturan/loket': ['admin', /Loket mana melayani apa/],
    'pengaturan/instansi': ['admin', /Instansi yang berbagi ruang/],
    'pengaturan/ruang': ['admin', /Setiap loket dan layar/],
    'pengaturan/pesan': ['admin', /Kosong berarti kalimat baku/],
    'pengaturan/peristiwa': ['admin', /Satu kunjungan untuk beberapa layanan/],
  }

async function visit(size: keyof typeof SIZES, path: string, ready: RegExp, options = {}): Promise<Page> {
  const { page } = await office.open(size, options)
  await page.goto(office.server.url + path)
  await page.getByText(ready).first().waitFor()
  return page
}

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>
const sessions = new Map<string, StorageState>()

/** A page of the console as somebody sees it; each person signs in once, with the form. */
async function signedIn(username: string, hash: string, ready: RegExp): Promise<Page> {
  const storageState = sessions.get(username)
  if (storageState) return visit('console', `/console/#/${hash}`, ready, { storageState })
  const page = await visit('console', '/console/', /Masuk/)
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /Keluar/ })
    .first()
    .waitFor()
  sessions.set(username, await page.context().storageState())
  await page.goto(`${office.server.url}/console/#/${hash}`)
  await page.getByText(ready).first().waitFor()
  return page
}

/** How far the page goes past the edge of its screen, and how many rows the bar above has. */
function wideness(page: Page): Promise<{ past: number; rows: number }> {
  return page.evaluate(() => {
    const frame = document.querySelector('console-app')!.shadowRoot!.querySelector('console-frame')!
    const { height } = frame.shadowRoot!.querySelector('.top')!.getBoundingClientRect()
    const past = document.documentElement.scrollWidth - innerWidth
    return { past: Math.max(0, past), rows: Math.ceil(height / 64) }
  })
}

describe('the bar of the console', () => {
  it('shows all pages of a supervisor in one row of a desk’s screen', async () => {
    const page = await signedIn('atasan', 'hari', /Lembar hari/)
    await page.setViewportSize(SIZES.console)
    expect(await wideness(page)).toEqual({ past: 0, rows: 1 })
    const nav = page.getByRole('navigation')
    expect(await nav.evaluate(bar => bar.scrollWidth - bar.clientWidth)).toBe(0)
    expect(await nav.getByRole('link').count()).toBe(9)
  })
})

describe('axe finds nothing serious', () => {
  it.each(['kiosk', 'kioskWide'] as const)('on the %s, from the first touch to the number', async size => {
    const page = await visit(size, '/kiosk/', /KTP/)
    await examine(page)
    await page.getByRole('button', { name: /^KTP/ }).click()
    await page.getByRole('button', { name: /Ambil nomor/ }).waitFor()
    await examine(page)
    await page.getByRole('button', { name: /Ambil nomor/ }).click()
    await page
      .getByText(/A-0\d\d/)
      .first()
      .waitFor()
    await examine(page)
  })

  it('on the kiosk for people who need large letters', async () => {
    const page = await visit('kiosk', '/kiosk/', /KTP/)
    await page.getByRole('button', { name: /Mode aksesibilitas/ }).click()
    await examine(page)
  })

  it.each(['kiosk', 'kioskWide'] as const)('on the %s where a visit is rated', async size => {
    const page = await visit(size, '/kiosk/', /KTP/)
    await page.getByRole('button', { name: /Nilai layanan/ }).click()
    await page.getByText(/Pindai kode QR di kertas nomor/).waitFor()
    await examine(page)
    await page.getByRole('button', { name: /Kembali ke layar awal/ }).click()
    await page.getByText(/Check-in reservasi/).waitFor()
  })

  it('in the hall, quiet and after a call', async () => {
    const page = await visit('hall', '/display/', /A-00\d/)
    await examine(page)
    await officer.at('2', 'recall')
    await examine(page)
  })

  it('on the ticket page and the survey, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await examine(await visit('phone', paths.ticket, /A-0\d\d/, { colorScheme }))
      await examine(await visit('phone', paths.survey, /Sangat puas/, { colorScheme }))
    }
  })

  it('on the sign-in page and the desk', async () => {
    const page = await visit('console', '/console/', /Masuk/)
    await examine(page)
    await page.getByLabel('Nama pengguna').fill('petugas1')
    await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Loket 1/ }).waitFor()
    await examine(page)
    await page.getByRole('button', { name: /Loket 1/ }).click()
    await page.getByText('Siap memanggil').waitFor()
    await page.locator('desk-buttons .primary:focus').waitFor()
    await examine(page)
    await page.keyboard.press('Space')
    await page
      .getByText(/dipanggil/i)
      .first()
      .waitFor()
    await examine(page)
  })

  it.each(Object.entries(PAGES))(
    'on the page %s, light and dark, wide and on 390 pixels',
    async (hash, [username, ready]) => {
      const page = await signedIn(username, hash, ready)
      for (const size of ['console', 'consoleNarrow'] as const) {
        await page.setViewportSize(SIZES[size])
        // On a phone the pages have a row of their own.
        expect(await wideness(page), size).toEqual({ past: 0, rows: size === 'console' ? 1 : 2 })
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await examine(page, colorScheme === 'light' ? 'all' : 'colours')
        }
      }
      // The page itself follows, not only what the browser draws.
      const [red, green, blue] = (await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).match(
        /\d+/g,
      )!
      expect(Math.max(Number(red), Number(green), Number(blue))).toBeLessThan(60)
    },
  )
})
