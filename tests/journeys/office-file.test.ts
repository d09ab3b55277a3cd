import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { main } from '../../scripts/office.ts'
import { journey } from '../helpers/journey.ts'
import { Hands } from '../helpers/new-machine.ts'
import { root } from '../helpers/served.ts'

let began = 0
/** An empty machine in production, and an office that somebody wrote down as a file beforehand. */
const machine = journey(async folder => {
  const file = path.join(folder, 'kantor.yaml')
  const template = readFileSync(path.join(root, 'server/templates/kecamatan.yaml'), 'utf8')
  const own = template.replace('  city: Kota Contoh\n', '  city: Kota Contoh\n  address: Jalan Contoh 10\n')
  writeFileSync(file, `${own}\nstaff:\n  - { username: budi, name: Budi Contoh, roles: [officer] }\n`)
  const env = { TANGGAP_MODE: 'production', DATA_DIR: folder }
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  vi.spyOn(console, 'log').mockReturnValue()
  began = Date.now()
  expect(await main(['apply', file])).toBe(0)
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  return { ...env, HOST: '127.0.0.1' }
})

it('leads from a file to the first number that is called, shown and said, in under a minute [A60 A61]', async () => {
  const hands = new Hands()
  const { page } = await machine.open('console')
  await hands.makeAdministrator(page, machine.server.output())
  // The file has all but the link of its officer.
  await page.getByText('Akun petugas').waitFor()
  const { kiosk, display } = await hands.pairBoth(machine, page)

  await page.goto(`${machine.server.url}/console/#/akun`)
  await hands.click(page, /Budi Contoh/)
  await hands.click(page, /Tautan undangan baru/)
  const link = (await page.locator('.handed code').textContent())!

  await page.goto(`${machine.server.url}/console/#/siapkan`)
  await hands.click(page, /^Sudah, lanjut$/)
  await hands.openOffice(page)
  const { page: desk } = await machine.open('console')
  await hands.callFirst({ kiosk, display, desk }, { link, username: 'budi', service: /Domisili/ })
  const seconds = (Date.now() - began) / 1000
  expect(seconds).toBeLessThan(60)
  console.info(`office from a file: ${hands.count} steps, ${seconds.toFixed(1)} s`)
}, 180_000)
