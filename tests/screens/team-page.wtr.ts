import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/team/team-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { BESIDES, MESSAGES, NEWS, TEAM } from '../helpers/team-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

let server: ReturnType<typeof answering>

async function opened(tag: 'team-page', answers: Record<string, unknown>, path = '') {
  server = answering({ ...BESIDES, ...answers })
  const page = document.createElement(tag)
  Object.assign(page, { office, staff: staffOf('supervisor'), live: still(), path })
  page.style.padding = '0 1.25rem'
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('section, .views'), 'no page')
  return page
}

describe('the page of a team', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('team-page')) page.remove()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
  })

  it('can be read in every theme, wide and on a phone, and offers no order but that of the names [O106]', async () => {
    const page = await opened('team-page', { 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS })
    await waitUntil(() => wordsOf(page).includes('2 pesan belum dibaca'))
    expect(wordsOf(page)).to.include('20 Juli 2026')
    expect(page.shadowRoot!.querySelectorAll('th button, [aria-sort]')).to.have.length(0)
    const table = page.shadowRoot!.querySelector('team-scores')!
    await waitUntil(() => wordsOf(table).includes('2 laporan'))
    expect(wordsOf(table))
      .to.include('Triwulan II 2026')
      .and.include('Anda bertindak a.n. Kepala Bidang')
      .and.include('1.204')
      .and.include('86%')
    expect(table.shadowRoot!.querySelectorAll('th button, [aria-sort]')).to.have.length(0)
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
    const top = (of: string) => page.shadowRoot!.querySelector(of)!.getBoundingClientRect().top
    expect(top('.waits')).to.be.below(top('team-scores'))
  })

  it('says what waits and until when, beside each officer in a word, with the way to each thread [O200 O388]', async () => {
    const page = await opened('team-page', { 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS })
    await waitUntil(() => wordsOf(page).includes('5 hal'))
    expect(wordsOf(page))
      .to.include('2 laporan harian')
      .and.include('Keberatan Petugas 1 (contoh)')
      .and.include('Beri penjelasan; yang memutuskan Kepala Bidang (contoh) s.d. Selasa, 16 Juni')
    expect(page.shadowRoot!.querySelector('.waits a')!.getAttribute('href')).to.equal('#/keberatan/k1')
    const table = page.shadowRoot!.querySelector('team-scores')!
    await waitUntil(() => wordsOf(table).includes('2 laporan'))
    const rows = [...table.shadowRoot!.querySelectorAll('tbody tr')].map(r => r.textContent!.replace(/\s+/g, ' '))
    expect(rows[0]).to.include('keberatan')
    expect(rows[1]).to.include('2 laporan').and.include('2 pesan').and.include('a.n. Kepala Bidang')
    const threads = [...page.shadowRoot!.querySelectorAll('.waits a')].map(a => a.getAttribute('href'))
    expect(threads).to.include('#/tim/p2')
  })

  it('says how many outages of past days wait for a second person, with the way to their list, and no more once that is done [O391]', async () => {
    let outages = 2
    const page = await opened('team-page', {
      'GET /api/me/team': TEAM,
      'GET /api/me/news': () => ({ ...NEWS, outages }),
    })
    await waitUntil(() => wordsOf(page).includes('2 gangguan hari yang lewat menunggu persetujuan Anda'), 'not told')
    await waitUntil(() => wordsOf(page).includes('7 hal'))
    expect(page.shadowRoot!.querySelector('.waits a[href="#/nilai/gangguan"]')).to.not.equal(null)
    await accessibleInThemes(page)
    outages = 0
    Object.assign(page, { live: { ...(still() as object), news: 1 } })
    await waitUntil(() => wordsOf(page).includes('5 hal'), 'still counted')
    expect(wordsOf(page)).not.to.include('gangguan hari')
  })

  it('names the minimum before anything is open, and an officer whom somebody else assesses by now [O386]', async () => {
    const answers = { 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS }
    const page = await opened('team-page', answers)
    const table = page.shadowRoot!.querySelector('team-scores')!
    await waitUntil(() => wordsOf(table).includes('60 penilaian'), 'no minimum')
    page.remove()
    server.restore()
    const team = { ...TEAM, colleagues: [{ id: 'p7', name: 'Petugas 7 (contoh)' }] }
    const former = await opened('team-page', { ...answers, 'GET /api/me/team': team }, 'p7/kalender')
    expect(wordsOf(former)).to.include('Kalender: Petugas 7 (contoh)')
  })

  it('lets citizens’ words be given once no name of the staff stands in them, or put aside and brought back [O266]', async () => {
    const page = await opened(
      'team-page',
      {
        'GET /api/me/team': TEAM,
        'GET /api/me/news': NEWS,
        'GET /api/me/team/p1/feedback': { messages: [] },
        'POST /api/offices/samarinda/suggestions': { suggestions: ['Bu Meja sabar sekali', 'Cepat dan ramah'] },
        'POST /api/me/team/p1/kudos': { ok: true },
      },
      'p1',
    )
    await waitUntil(() => page.shadowRoot!.querySelector('kudos-pane'))
    const pane = page.shadowRoot!.querySelector('kudos-pane')!
    pane.names = ['Sulastri Contoh']
    await accessibleInThemes(page)
    const root = pane.shadowRoot!
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => root.querySelectorAll('li').length === 2)
    const text = root.querySelector('textarea')!
    text.value = 'Bu Sulastri sabar sekali'
    text.dispatchEvent(new Event('input'))
    await waitUntil(() => wordsOf(pane).includes('Masih menunjuk orang: sulastri'))
    expect(root.querySelector('[data-give]')!.hasAttribute('disabled')).to.equal(true)
    await accessibleInThemes(page)
    text.value = 'Sabar sekali'
    text.dispatchEvent(new Event('input'))
    await waitUntil(() => !root.querySelector('[data-give]')!.hasAttribute('disabled'))
    root.querySelectorAll<HTMLElement>('[data-aside]')[1]!.click()
    await waitUntil(() => root.querySelectorAll('li').length === 1)
    root.querySelector<HTMLElement>('[data-undo]')!.click()
    await waitUntil(() => root.querySelectorAll('li').length === 2)
    root.querySelector<HTMLElement>('[data-give]')!.click()
    await waitUntil(() => wordsOf(pane).includes('Diteruskan kepada Petugas 1 (contoh)'))
    const { body } = server.asked.find(a => a.path.endsWith('/kudos'))!
    expect(body).to.include({ original: 'Bu Meja sabar sekali', text: 'Sabar sekali', service: office.services[0]!.id })
  })

  it('says what could not be read where nothing would be shown if nothing waited [O267]', async () => {
    const away = new Error('UNREACHABLE')
    const page = await opened('team-page', {
      ...{ 'GET /api/me/team': TEAM, 'GET /api/me/news': away },
      ...{ 'GET /api/me/team/reports': away, 'GET /api/me/team/absences': away },
    })
    for (const tag of ['team-reports', 'team-absences'])
      await waitUntil(() => page.shadowRoot!.querySelector(tag)?.shadowRoot?.querySelector('ui-state[kind=error]'), tag)
    await waitUntil(() => page.shadowRoot!.querySelector('.waits ui-banner[tone=bad]'))
  })

  it('says who sets a team where there is none [O102]', async () => {
    const none = { ...TEAM, members: [], delegations: [], below: [] }
    const page = await opened('team-page', {
      'GET /api/me/team': none,
      'GET /api/me/news': { waiting: 0, leads: false },
    })
    expect(page.shadowRoot!.querySelector('ui-state')!.getAttribute('heading')).to.equal('Belum ada yang Anda nilai')
    await accessibleInThemes(page)
  })

  it('opens what both say to each other, by the address of the officer [O110]', async () => {
    const answers = {
      ...{ 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS },
      'GET /api/me/team/p1/feedback': { messages: MESSAGES },
    }
    const page = await opened('team-page', answers, 'p1')
    const thread = page.shadowRoot!.querySelector('team-thread')!
    await waitUntil(() => thread.shadowRoot!.querySelector('.thread'), 'no thread')
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
    await setViewport({ width: 1280, height: 800 })
    expect(wordsOf(thread)).to.include('Umpan balik: Petugas 1 (contoh)').and.include('tentang kunjungan C-015')
    const links = [...page.shadowRoot!.querySelectorAll('.views a')].map(a => a.getAttribute('href'))
    expect(links).to.deep.equal(['#/tim/p1', '#/tim/p1/catatan', '#/tim/p1/laporan', '#/tim/p1/kalender', '#/tim'])
    await accessibleInThemes(page)
  })

  it('says of citizens’ words that are held back that they are, not that a right is lacking [O266]', async () => {
    const page = await opened(
      'team-page',
      {
        ...{ 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS, 'GET /api/me/team/p1/feedback': { messages: [] } },
        'POST /api/offices/samarinda/suggestions': Object.assign(new Error('FORBIDDEN'), {
          data: { month: '2026-05' },
        }),
      },
      'p1',
    )
    await waitUntil(() => page.shadowRoot!.querySelector('kudos-pane'))
    const pane = page.shadowRoot!.querySelector('kudos-pane')!
    pane.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => wordsOf(pane).includes('masih ditahan'))
  })

  it('shows no empty team to whoever only stands over others who assess [O102]', async () => {
    const page = await opened('team-page', {
      'GET /api/me/team': { ...TEAM, members: [], delegations: [] },
      'GET /api/me/news': { waiting: 0, leads: true },
    })
    await waitUntil(() => wordsOf(page).includes('Yang dinilai oleh bawahan Anda'))
    expect(wordsOf(page)).to.not.include('Belum ada yang Anda nilai')
    expect(page.shadowRoot!.querySelector('team-scores')).to.equal(null)
  })

  it('shows clocks that are marked as wrong, and that one should ask where they are many [O232]', async () => {
    const page = await opened('team-page', { 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS })
    await waitUntil(() => wordsOf(page).includes('Lebih dari sepersepuluh: tanyakan sebabnya'))
    expect(wordsOf(page)).to.include('2 dari 14 kunjungan.')
    const [table] = page.shadowRoot!.querySelectorAll('ui-table')
    expect(table!.rows.map(r => r.cells['reason'])).to.deep.equal([
      'Lupa menekan “Selesai”',
      'Tertukar dengan nomor lain',
    ])
  })

  it('leads to the record of those whom others below assess, and to nothing else of theirs [O230]', async () => {
    const page = await opened('team-page', { 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS })
    await waitUntil(() => wordsOf(page).includes('Yang dinilai oleh bawahan Anda'))
    const hrefs = [...page.shadowRoot!.querySelectorAll('a')].map(a => a.getAttribute('href'))
    expect(hrefs.filter(h => h?.includes('p9'))).to.deep.equal(['#/tim/p9/catatan'])
  })
})
