import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { signIn, surveyPathAt, type Desk } from '../helpers/desk.ts'
import { examine, journey } from '../helpers/journey.ts'

/** Every page of a citizen in a browser that forces its own colours, as people with low vision set it. */
const office = journey()
let officer: Desk
beforeAll(async () => {
  officer = await signIn(office.server.url, 'petugas1')
  await officer.at('1', 'open')
})

const KTP = '/b/samarinda/ktp-el'

/** The grounds of what is chosen and of what is not. */
const grounds = (page: Page, chosen: string, other: string) =>
  page.evaluate(
    ([on, off]) =>
      [on, off].map(selector => {
        const found = document.querySelector(selector!)
        return found && getComputedStyle(found).backgroundColor
      }),
    [chosen, other],
  )

describe('with forced colours', () => {
  it('every page on the way to a number reads well, and what is chosen is seen', async () => {
    const { page, troubles } = await office.open('phone', { forcedColors: 'active' })
    const ways = ['/', '/b/samarinda', '/b/samarinda?q=ktp', '/b/samarinda?q=visum', KTP, `${KTP}?case=hilang`]
    for (const path of [...ways, `${KTP}/syarat`, `${KTP}/belum`]) {
      await page.goto(office.server.url + path)
      await examine(page)
    }
    await page.goto(`${office.server.url}${KTP}/jadwal`)
    await examine(page)
    const [day, others] = await grounds(page, '.day[aria-current]', 'a.day:not([aria-current])')
    expect(day).not.toBe(others)
    const times = page.locator('input[name=slot]:not([disabled])')
    const slot = await times.first().getAttribute('value')
    const [time, rest] = await grounds(
      page,
      '.slot input:checked + span',
      '.slot input:not(:checked):not(:disabled) + span',
    )
    expect(time).not.toBe(rest)
    await page.goto(`${office.server.url}${KTP}/data?slot=${slot}`)
    await examine(page)
    expect(troubles).toEqual([])
  }, 120_000)

  it('a ticket reads well in its states, with its share page, its survey, and where nothing is', async () => {
    const { path } = (await officer.take()).body
    const { page } = await office.open('phone', { forcedColors: 'active' })
    for (const at of [path, `${path}/bagikan`, `${path}?batal=1`]) {
      await page.goto(office.server.url + at)
      await examine(page)
    }
    await officer.at('1', 'call-next')
    for (const act of ['start', 'finish']) {
      await page.goto(office.server.url + path)
      await examine(page)
      await officer.at('1', act)
    }
    await page.goto(office.server.url + path)
    await examine(page)
    await page.goto(office.server.url + (await surveyPathAt(office.server.url, '1')))
    await page.getByText('Sangat puas').waitFor()
    await examine(page)
    const { path: given } = (await officer.take()).body
    await page.goto(office.server.url + given)
    await page.getByRole('link', { name: /Batalkan/ }).click()
    await page.getByRole('button', { name: /Ya, batalkan/ }).click()
    await page
      .getByText(/dibatalkan/)
      .first()
      .waitFor()
    await examine(page)
    await page.goto(`${office.server.url}/tidak-ada`)
    await examine(page)
  }, 120_000)
})
