import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/frame/console-frame.ts'
import type { ConsoleFrame } from '../../console/frame/console-frame.ts'
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
    server = answering({ 'GET /api/me/news': { waiting: 2, leads: false, told: 0 } })
    history.replaceState(null, '', '#/penjelasan')
    const staff = { ...staffOf('officer'), permissions: ['team.lead', 'officer.read.own'] }
    const frame = await fixture<ConsoleFrame>(
      html`<console-frame .office=${office} .staff=${staff as never}></console-frame>`,
    )
    await waitUntil(() => wordsOf(frame).includes('2 baru'), 'counted', { timeout: 8_000 })
    await accessibleInThemes(frame)
  })

  it('has the link of the page that is shown in sight on a phone, in both rows', async () => {
    server = answering({ 'GET /api/me/news': { waiting: 0, leads: false, told: 0 } })
    await setViewport({ width: 360, height: 740 })
    history.replaceState(null, '', '#/penjelasan')
    const staff = { ...staffOf('officer'), permissions: ['officer.read.own'] }
    const frame = await fixture<ConsoleFrame>(
      html`<console-frame .office=${office} .staff=${staff as never}></console-frame>`,
    )
    const link = () => frame.shadowRoot!.querySelector('.group [aria-current]')
    await waitUntil(link)
    await frame.updateComplete
    const [row, own] = [link()!.parentElement!.getBoundingClientRect(), link()!.getBoundingClientRect()]
    expect(own.left).to.be.at.least(row.left - 1)
    expect(Math.min(own.right, own.left + 40)).to.be.at.most(row.right)
    await setViewport({ width: 1280, height: 800 })
  })

  it('leaves every page of the bar in sight at 1366 px, for whoever has most of them [O304]', async () => {
    server = answering({ 'GET /api/me/news': { waiting: 2, leads: true, told: 0 } })
    history.replaceState(null, '', '#/penjelasan')
    await setViewport({ width: 1366, height: 768 })
    for (const role of ['supervisor', 'manager'] as const) {
      const staff = { ...staffOf(role), name: 'Kepala Bidang (contoh)' }
      const frame = await fixture<ConsoleFrame>(
        html`<console-frame .office=${office} .staff=${staff as never}></console-frame>`,
      )
      await waitUntil(() => wordsOf(frame).includes('2 baru'), role, { timeout: 8_000 })
      const bar = frame.shadowRoot!.querySelector('nav')!
      expect(bar.scrollWidth, role).to.be.at.most(bar.clientWidth)
      frame.remove()
    }
    await setViewport({ width: 1280, height: 800 })
  })

  it('is counted anew whenever the connection tells of news, and goes to no page twice [O251]', async () => {
    server = answering({ 'GET /api/me/news': { waiting: 0, leads: false, told: 1 } })
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
    server = answering({ 'GET /api/me/news': () => ({ waiting: 0, leads: false, told }) })
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
})
