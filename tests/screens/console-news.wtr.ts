import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/frame/console-frame.ts'
import type { ConsoleFrame } from '../../console/frame/console-frame.ts'
import type { PageGroup } from '../../console/frame/page-group.ts'
import { NEWS_CHANGED } from '../../console/parts/ask.ts'
import { Fetched } from '../../console/parts/fetched.ts'
import { News } from '../../console/feedback/news.ts'
import { answering, office, staffOf, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

let server: ReturnType<typeof answering> | undefined
const asks = () => server!.asked.filter(({ path }) => path === '/api/me/news').length
const host = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) }

/** A connection that is there or not, and how often it was told to pass news on to the page. */
function connection(connected: boolean) {
  return {
    connected,
    news: 0,
    passed: 0,
    hasNews(): void {
      this.news++
      this.passed++
    },
  }
}

describe('what waits for somebody', () => {
  afterEach(() => {
    server?.restore()
    history.replaceState(null, '', location.pathname)
  })

  it('stands in the bar beside the page on which it is read', async () => {
    server = answering({
      'GET /api/me/news': { waiting: 2, reports: 0, outages: 0, contests: 0, leads: false, told: 0 },
    })
    history.replaceState(null, '', '#/penjelasan')
    const staff = { ...staffOf('officer'), permissions: ['team.lead', 'officer.read.own'] }
    const frame = await fixture<ConsoleFrame>(
      html`<console-frame .office=${office} .staff=${staff as never}></console-frame>`,
    )
    await waitUntil(() => wordsOf(frame).includes('2 hal'), 'counted', { timeout: 8_000 })
    await accessibleInThemes(frame)
  })

  it('counts a report that was sent back at the bar and at the reports, also while somebody stands at the desk [O355]', async () => {
    server = answering({
      'GET /api/me/news': { waiting: 0, reports: 1, outages: 0, contests: 0, leads: false, told: 0 },
    })
    history.replaceState(null, '', '#/penjelasan')
    const staff = { ...staffOf('officer'), permissions: ['team.lead', 'officer.read.own'] }
    const frame = await fixture<ConsoleFrame>(
      html`<console-frame .office=${office} .staff=${staff as never}></console-frame>`,
    )
    await waitUntil(() => wordsOf(frame).includes('1 hal'), 'counted', { timeout: 8_000 })
    const counted = [...frame.shadowRoot!.querySelectorAll('nav a')].filter(a => a.textContent!.includes(' hal'))
    expect(counted.map(a => a.getAttribute('href'))).to.deep.equal(['#/catatan'])
    const group = frame.shadowRoot!.querySelector('page-group')!
    const beside = [...group.shadowRoot!.querySelectorAll('nav a')].filter(a => a.textContent!.includes(' hal'))
    expect(beside.map(a => a.getAttribute('href'))).to.deep.equal(['#/laporan'])
  })

  it('counts outages of past days and objections that wait at the pages where they are dealt with, and at the head of these [O391 O392]', async () => {
    server = answering({
      'GET /api/me/news': { waiting: 0, reports: 0, outages: 2, contests: 1, leads: true, told: 0 },
    })
    history.replaceState(null, '', '#/penjelasan')
    const counted = (links: Iterable<Element>) =>
      [...links]
        .filter(a => a.textContent!.includes(' hal'))
        .map(a => `${a.getAttribute('href')} ${/\d+/.exec(a.textContent!)![0]}`)
    for (const [role, bar, beside] of [
      ['manager', ['#/petugas 3'], ['#/keberatan 1', '#/nilai 2']],
      ['supervisor', ['#/catatan 1', '#/petugas 2'], ['#/keberatan 1']],
    ] as const) {
      const frame = await fixture<ConsoleFrame>(
        html`<console-frame .office=${office} .staff=${staffOf(role)}></console-frame>`,
      )
      await waitUntil(() => wordsOf(frame).includes(' hal'), role, { timeout: 8_000 })
      expect(counted(frame.shadowRoot!.querySelectorAll('nav a')), role).to.deep.equal(bar)
      const group = frame.shadowRoot!.querySelector('page-group')!
      expect(counted(group.shadowRoot!.querySelectorAll('nav a')).sort(), role).to.deep.equal(beside)
      frame.remove()
    }
  })

  it('is, for whoever names assessors, that nobody may decide an objection: how many on every page, whose it is on that of assessors [O393]', async () => {
    let cases = [
      { officer: 'Petugas 2 (contoh)', since: '2026-07-09', below: 'Kepala Bidang (contoh)' },
      { officer: 'Petugas 9 (contoh)', since: '2026-07-10', below: null as never },
    ]
    server = answering({ 'GET /api/offices/samarinda/undecided': () => ({ cases }) })
    const read = () => server!.asked.filter(({ path }) => path.endsWith('/undecided')).length
    history.replaceState(null, '', '#/saya')
    const frame = await fixture<ConsoleFrame>(
      html`<console-frame .office=${office} .staff=${staffOf('administrator')}></console-frame>`,
    )
    await waitUntil(() => frame.shadowRoot!.querySelector('undecided-cases'), 'no band', { timeout: 8_000 })
    const band = frame.shadowRoot!.querySelector('undecided-cases')!
    await waitUntil(() => wordsOf(band).includes('belum ada pemutusnya: 2.'), 'not told')
    expect(wordsOf(band)).not.to.include('Petugas')
    expect(band.shadowRoot!.querySelector('a')!.getAttribute('href')).to.equal('#/penilai')
    await accessibleInThemes(frame)
    location.hash = '#/penilai'
    await waitUntil(() => wordsOf(band).includes('Petugas 2 (contoh), menunggu sejak'), 'not named')
    expect(wordsOf(band))
      .to.include('Kamis, 9 Juli 2026. Tetapkan penilai atau atasan bagi Kepala Bidang (contoh).')
      .and.include('Tetapkan penilai bagi Petugas 9 (contoh), lalu atasannya.')
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
    await setViewport({ width: 1280, height: 800 })
    const before = read()
    cases = []
    window.dispatchEvent(new Event(NEWS_CHANGED))
    await waitUntil(() => !wordsOf(band).includes('pemutusnya'), 'still there')
    expect(read()).to.equal(before + 1)
  })

  it('is of no objection for anybody else: they do not even ask [O393]', async () => {
    server = answering({})
    history.replaceState(null, '', '#/saya')
    const frame = await fixture<ConsoleFrame>(
      html`<console-frame .office=${office} .staff=${staffOf('manager')}></console-frame>`,
    )
    await aTimeout(100)
    expect(frame.shadowRoot!.querySelector('undecided-cases')).to.equal(null)
  })

  it('has the pages of a part behind "Menu" on a phone, with the name of the one that is shown and of the one with news [O350 O383]', async () => {
    server = answering({
      'GET /api/me/news': { waiting: 2, reports: 0, outages: 0, contests: 0, leads: false, told: 0 },
    })
    await setViewport({ width: 360, height: 740 })
    history.replaceState(null, '', '#/penjelasan')
    const staff = { ...staffOf('officer'), permissions: ['team.lead', 'officer.read.own'] }
    const frame = await fixture<ConsoleFrame>(
      html`<console-frame .office=${office} .staff=${staff as never}></console-frame>`,
    )
    await waitUntil(() => frame.shadowRoot!.querySelector('page-group'))
    const group = frame.shadowRoot!.querySelector<PageGroup>('page-group')!
    await waitUntil(() => wordsOf(group).includes('2 hal'), 'counted', { timeout: 8_000 })
    const root = group.shadowRoot!
    const [button, links] = [root.querySelector('button')!, root.querySelector('nav')!]
    expect(button.textContent).to.include('Menu').and.include('Penjelasan').and.include('Umpan balik: 2 hal menunggu')
    expect(getComputedStyle(links).display).to.equal('none')
    button.click()
    await group.updateComplete
    expect(button.getAttribute('aria-expanded')).to.equal('true')
    for (const link of links.querySelectorAll('a')) {
      const { left, right, height } = link.getBoundingClientRect()
      expect(left >= 0 && right <= 360 && height >= 44, link.textContent!).to.equal(true)
    }
    await accessibleInThemes(frame)
    links.querySelector('a')!.click()
    await waitUntil(() => getComputedStyle(links).display === 'none')
    await setViewport({ width: 1280, height: 800 })
  })

  it('leaves every page of the bar in sight at 1366 px, for whoever has most of them [O304]', async () => {
    server = answering({
      'GET /api/me/news': { waiting: 2, reports: 0, outages: 0, contests: 0, leads: true, told: 0 },
    })
    history.replaceState(null, '', '#/penjelasan')
    await setViewport({ width: 1366, height: 768 })
    for (const role of ['supervisor', 'manager'] as const) {
      const staff = { ...staffOf(role), name: 'Kepala Bidang (contoh)' }
      const frame = await fixture<ConsoleFrame>(
        html`<console-frame .office=${office} .staff=${staff as never}></console-frame>`,
      )
      await waitUntil(() => wordsOf(frame).includes('2 hal'), role, { timeout: 8_000 })
      const bar = frame.shadowRoot!.querySelector('nav')!
      expect(bar.scrollWidth, role).to.be.at.most(bar.clientWidth)
      frame.remove()
    }
    await setViewport({ width: 1280, height: 800 })
  })

  it('is counted anew whenever the connection tells of news, and goes to no page twice [O251]', async () => {
    server = answering({
      'GET /api/me/news': { waiting: 0, reports: 0, outages: 0, contests: 0, leads: false, told: 1 },
    })
    const live = connection(true)
    const news = new News(host, live, () => true)
    news.hostConnected()
    await waitUntil(() => asks() === 1)
    news.hostUpdate()
    live.news++
    news.hostUpdate()
    news.hostUpdate()
    await aTimeout(20)
    expect([asks(), live.passed]).to.deep.equal([2, 0])
    document.dispatchEvent(new Event('visibilitychange'))
    await aTimeout(20)
    expect(asks()).to.equal(2)
    news.hostDisconnected()
  })

  it('is asked for without a connection once the page is seen again, and passed on where something was told [O251]', async () => {
    let told = 1
    server = answering({
      'GET /api/me/news': () => ({ waiting: 0, reports: 0, outages: 0, contests: 0, leads: false, told }),
    })
    const live = connection(false)
    const news = new News(host, live, () => true)
    news.hostConnected()
    await waitUntil(() => asks() === 1)
    const seen = async () => {
      document.dispatchEvent(new Event('visibilitychange'))
      await aTimeout(30)
    }
    await seen()
    expect([asks(), live.passed]).to.deep.equal([2, 0])
    told = 2
    await seen()
    expect([asks(), live.passed]).to.deep.equal([3, 1])
    news.hostUpdate()
    await seen()
    expect([asks(), live.passed]).to.deep.equal([4, 1])
    news.hostDisconnected()
  })

  it('reads again what could not be read, once the server answers or the connection is back [O353]', async () => {
    let away = true
    server = answering({
      'GET /api/me/news': () => ({ waiting: 0, reports: 0, outages: 0, contests: 0, leads: false, told: 0 }),
    })
    const live = connection(true)
    const news = new News(host, live, () => true)
    news.hostConnected()
    news.hostUpdate()
    await waitUntil(() => asks() === 1)
    await aTimeout(20)
    const page = new Fetched<string>(host)
    page.hostConnected()
    const read = () => (away ? Promise.reject(new Error('away')) : Promise.resolve('there'))
    page.want('one', read)
    live.connected = false
    news.hostUpdate()
    await aTimeout(20)
    expect(page.value).to.equal(undefined)
    away = false
    live.connected = true
    news.hostUpdate()
    await waitUntil(() => page.value === 'there')
    away = true
    page.want('two', read)
    await aTimeout(20)
    away = false
    window.dispatchEvent(new Event('online'))
    await waitUntil(() => page.error === undefined && !page.loading)
    page.hostDisconnected()
    news.hostDisconnected()
  })
})
