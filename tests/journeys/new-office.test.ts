import { expect, it } from 'vitest'
import { examine, journey } from '../helpers/journey.ts'
import { Hands } from '../helpers/new-machine.ts'

/** An empty machine in production, and whoever opens an office on it by the screens alone. */
const machine = journey(async () => ({ TANGGAP_MODE: 'production', HOST: '127.0.0.1' }))
const OFFICERS = ['Budi', 'Citra', 'Dewi'] as const

it('leads from the printed link to the first number that is called, shown and said, in under fifteen minutes [A60 A61 A63 A64]', async () => {
  const began = Date.now()
  const hands = new Hands()
  const { page } = await machine.open('console')

  // One: the account behind the link.
  await hands.makeAdministrator(page, machine.server.output())

  // Two: the office, and a template.
  await page.getByText('Kantor apa yang dibuka?').waitFor()
  await examine(page)
  await hands.fill(page, 'Nama kantor', 'Kecamatan Contoh')
  await hands.fill(page, 'Nama pendek', 'Kecamatan Contoh')
  await hands.fill(page, 'Kota atau kabupaten', 'Kota Contoh')
  await hands.fill(page, 'Alamat', 'Jalan Contoh 10', false)
  await hands.click(page, 'WITA')
  await hands.click(page, /Kecamatan, kelurahan/)
  await page.locator('.templates [aria-pressed="true"]').waitFor()

  // Three: of the eight services three are there, at two counters that are proposed.
  await hands.click(page, /Lanjut: Layanan dan loket/)
  await hands.click(page, 'Kosongkan semua')
  for (const service of ['Surat keterangan', 'Pengantar nikah', 'Rekam KTP-el'])
    await (hands.count++, page.getByLabel(service).check())
  await hands.fill(page, 'Jumlah loket', '2')
  await examine(page)
  await hands.click(page, 'Pasang 3 layanan, 2 loket')
  await page.getByText('Siapa melayani apa?').waitFor()
  await page.getByText('3 dari 3 layanan siap').waitFor()
  await page.getByText('Tersimpan otomatis').waitFor()
  await examine(page)

  // Four: three officers, each with a link.
  await hands.click(page, /Lanjut: Petugas/)
  const links: string[] = []
  for (const name of OFFICERS) {
    await hands.click(page, /^Undang$/)
    // The one before has scanned the own link.
    if (links.length > 0) await hands.click(page, /^Sudah, lanjut$/)
    for (const [field, text] of [
      ['name', `${name} Contoh`],
      ['username', name.toLowerCase()],
    ] as const)
      await (hands.count++, page.locator(`form.invite [name="${field}"]`).fill(text))
    hands.count++
    await page.keyboard.press('Enter')
    links.push((await page.locator('.handed code').textContent())!)
  }
  expect(new Set(links).size).toBe(3)
  await examine(page)

  // The kiosk and the hall's display, each by the code that it shows, still named as missing before.
  await hands.click(page, /Lanjut: Periksa/)
  await hands.click(page, /^Sudah, lanjut$/)
  await page.getByText('Kiosk belum disandingkan').waitFor()
  const { kiosk, display } = await hands.pairBoth(machine, page)

  // Five: nothing that is needed is missing, and the office opens.
  await page.goto(`${machine.server.url}/console/#/siapkan`)
  await hands.openOffice(page, () => examine(page))

  // The first officer comes in by the link, and calls whoever came first.
  const { page: desk } = await machine.open('console')
  await hands.callFirst({ kiosk, display, desk }, { link: links[0]!, username: 'budi', service: /Domisili/ })
  const minutes = (Date.now() - began) / 60_000
  expect(minutes).toBeLessThan(15)
  console.info(`new office: ${hands.count} steps, ${(minutes * 60).toFixed(1)} s`)
}, 180_000)
