import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtWeb } from '../../server/http/pages/pages.ts'
import { atClock } from '../../shared/kit/time.ts'
import { openBrowser, openPage } from '../helpers/browser.ts'
import { playWeek } from '../helpers/played-week.ts'
import { root } from '../helpers/served.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

/** What pages say of a played week, all of them looked at in a browser. */
const WEEK = ['2026-06-11', '2026-06-12', '2026-06-15', '2026-06-16']
const NOW = atClock('2026-06-16', '10:40', 'WITA')
const OFFICER = 'Petugas 1 (contoh)'

/** One number as a page says it: of whom, over which days, under which name. */
interface Said {
  readonly page: string
  readonly whose: string
  readonly days: string
  readonly label: string
  readonly value: string
  /** On how many it rests, or of how many it is a part, where the page says so. */
  readonly of: string | undefined
}

let app: TestApp
let browser: Browser
let url: string
beforeAll(async () => {
  app = await testApp({ web: builtWeb(path.join(root, 'dist/web')) })
  await playWeek(app, WEEK, NOW)
  url = await app.listen()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await app.close()
})

it('say the same number under the same name, in the strip, in its parts and on every other page [O15]', async () => {
  const said: Said[] = []
  const manager = await signedIn('manajer')
  const officer = await signedIn('petugas1')
  for (const days of ['today', 'days7']) {
    await see(manager, 'petugas', /Per layanan/, days)
    said.push(...(await read(manager, 'petugas', 'unit', days)))
    await see(officer, 'catatan', /Bagaimana dihitung/, days)
    said.push(...(await read(officer, 'catatan', OFFICER, days)))
  }
  // It opens on the day before, which nobody has closed.
  await see(manager, 'hari', /Lembar hari/)
  await manager.getByRole('button', { name: 'Ke hari ini' }).click()
  await manager
    .getByText(/Selasa,? 16 Juni/)
    .first()
    .waitFor()
  said.push(...(await read(manager, 'hari', 'unit', 'today')))
  await see(manager, 'langsung', /Tunggu terlama/)
  said.push(...(await read(manager, 'langsung', 'unit', 'today')))
  await see(officer, 'loket', /Dalam standar/)
  said.push(...(await read(officer, 'loket', OFFICER, 'today')))

  // A visit of two parts has a row for each among the visits: their times are no figures of one name.
  const figures = said.filter(({ whose }) => !whose?.startsWith('Nomor:'))
  const several = [...grouped(figures).values()].filter(all => all.length > 1)
  expect(several.filter(all => differ(all))).toEqual([])
  // Something was compared: the manager's two pages, the officer's two, and one's row among the manager's.
  const pages = (all: readonly Said[]) => [...new Set(all.map(s => s.page))].sort().join(' ')
  const places = new Set(several.map(all => `${pages(all)}: ${all[0]!.label}`))
  for (const label of ['Dilayani', 'Lewat janji layanan', 'Tunggu, nilai tengah'])
    expect([...places]).toContain(`hari langsung petugas: ${label}`)
  for (const label of ['Layanan selesai', 'Lama layanan', 'Warga berjalan', 'Dipanggil, tidak datang'])
    expect([...places]).toContain(`catatan loket petugas: ${label}`)

  // The parts of a whole add up to it, by service, by counter and by officer.
  let sums = 0
  for (const days of ['today', 'days7'])
    for (const label of ['Nomor diambil', 'Dilayani', 'Dipanggil, tidak datang', 'Reservasi, tidak datang']) {
      const here = (of: string) => said.filter(s => s.page === 'petugas' && s.days === days && s.label === of)
      const whole = count(here(label).find(s => s.whose === 'unit')!.value)
      // Nobody goes to several desks in these days: what they did is whom they served.
      const each = here(label === 'Dilayani' ? 'Layanan selesai' : label)
      for (const kind of ['Layanan', 'Loket', 'Petugas']) {
        const parts = each.filter(s => s.whose.startsWith(`${kind}: `))
        if (parts.length === 0) continue
        sums += 1
        expect([days, kind, label, parts.reduce((n, s) => n + count(s.value), 0)]).toEqual([days, kind, label, whole])
      }
    }
  expect(sums).toBe(16)
})

it('show nothing of so few that it would be chance, in large letters or small [O13]', async () => {
  const manager = await signedIn('manajer')
  await see(manager, 'petugas', /Per layanan/, 'today')
  const few = (await read(manager, 'petugas', 'unit', 'today')).filter(
    s => /^(Lama layanan|Tunggu, nilai tengah|Warga berjalan)$/.test(s.label) && Number(s.of) < 5,
  )
  expect(few.length).toBeGreaterThan(3)
  expect(few.filter(s => s.value !== '–')).toEqual([])
})

/** Whether two of them do not say the same, or rest on something else. */
function differ(all: readonly Said[]): boolean {
  const told = all.flatMap(s => s.of ?? [])
  return new Set(all.map(s => s.value)).size > 1 || new Set(told).size > 1
}

function grouped(said: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const groups = new Map<string, Said[]>()
  for (const one of said) {
    const key = [one.whose.replace('Petugas: ', ''), one.days, one.label].join(' | ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

function count(value: string): number {
  return value === '–' ? 0 : Number(value.replace(/ \(.*/, '').replace('.', ''))
}

async function signedIn(username: string): Promise<Page> {
  const { page } = await openPage(browser, 'console')
  await page.goto(`${url}/console/`)
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi', { exact: true }).fill('tanggap-demo')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /Keluar/ })
    .first()
    .waitFor()
  return page
}

/** Opens a page of the console and waits until its figures are there, over some days where it asks for them. */
async function see(page: Page, hash: string, ready: RegExp, days?: string): Promise<void> {
  await page.goto(`${url}/console/#/${hash}`)
  await page.getByText(ready).first().waitFor()
  if (days !== undefined && (await chosen(page)) !== days) {
    const answers = [/application-figures\?/, /(offices\/samarinda\/figures|me\/record)\?/].map(route =>
      page.waitForResponse(answer => route.test(answer.url())),
    )
    await page.getByLabel('Periode').first().selectOption(days)
    await Promise.all(answers)
  }
  await page.waitForFunction(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
    return !all(document).some(e => e.matches('[aria-busy="true"], ui-state:not([kind="empty"])'))
  })
}

const chosen = (page: Page) => page.getByLabel('Periode').first().inputValue()

/** Every figure of the strips and cells of the page; a strip speaks of `whose`, a row of whoever stands at its head. */
async function read(page: Page, name: string, whose: string, days: string): Promise<readonly Said[]> {
  const texts = await page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap(e => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])])
    const text = (e: Element | null) => e?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    const elements = all(document)
    const strips = elements
      .filter(e => e.matches('ui-figures'))
      .flatMap(e => [...e.shadowRoot!.querySelectorAll('dl > div')])
      .map(e => ({
        label: text(e.querySelector('dt')),
        value: text(e.querySelector('b')),
        more: text(e.querySelector('small')),
      }))
    const cells = elements
      .filter(e => e.matches('ui-table'))
      .flatMap(e => {
        const heads = [...e.shadowRoot!.querySelectorAll('th')].map(text)
        return [...e.shadowRoot!.querySelectorAll('tbody tr')].flatMap(row => {
          const [head, ...rest] = [...row.querySelectorAll('td')].map(text)
          return rest.map((value, i) => ({ whose: `${heads[0]}: ${head}`, label: heads[i + 1]!, value }))
        })
      })
    return { strips, cells }
  })
  const of = (more: string) => /(?:n =|n|dari) ([\d.]+)/.exec(more)?.[1]
  return [
    ...texts.strips.map(({ label, value, more }) => ({ page: name, whose, days, label, value, of: of(more) })),
    ...texts.cells.map(cell => ({
      page: name,
      days,
      ...cell,
      value: cell.value.replace(/ (n|dari) [\d.]+$/, ''),
      of: of(cell.value),
    })),
  ]
}
