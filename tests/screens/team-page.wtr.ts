import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/feedback/feedback-page.ts'
import '../../console/team/team-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const about = { kind: 'visit', ref: 'C-015', from: '2026-06-09', to: '2026-06-09' }
const message = (of: object) => ({
  ...{ id: 'm1', kind: 'feedback', about, text: 'Layanan ini 26 menit. Apa yang bisa saya bantu?', tags: [] },
  ...{ corrects: null, at: Date.UTC(2026, 5, 9, 6, 20), mine: false, author: 'Kepala Seksi (contoh)', behalf: null },
  ...{ readAt: null, waits: false },
  ...of,
})
const MESSAGES = [
  message({ waits: true, tags: ['kompeten.3'] }),
  message({ id: 'm2', kind: 'reply', mine: true, author: 'Petugas 3 (contoh)', readAt: Date.UTC(2026, 6, 9, 0, 15) }),
  message({ id: 'm3', kind: 'system', author: null, text: 'Angka kunjungan ini dihitung ulang: 26 menjadi 12 menit.' }),
  message({ id: 'm4', kind: 'note', behalf: 'Kepala Bidang (contoh)' }),
]
const DELEGATION = {
  ...{
    id: 'd1',
    personId: 'atasan',
    person: 'Kepala Seksi (contoh)',
    delegateId: 'meja',
    delegate: 'Meja Depan (contoh)',
  },
  ...{ from: '2026-07-20', to: '2026-07-24', endedOn: null },
}
const TEAM = {
  ...{ date: '2026-06-09', leads: true, delegations: [DELEGATION] },
  members: [
    { id: 'p1', name: 'Petugas 1 (contoh)', behalf: null },
    { id: 'p2', name: 'Petugas 2 (contoh)', behalf: 'Kepala Bidang (contoh)' },
  ],
  colleagues: [{ id: 'meja', name: 'Meja Depan (contoh)' }],
  below: [{ id: 'p9', name: 'Petugas 9 (contoh)', assessor: 'Kepala Subbagian (contoh)' }],
}
const MARKS = {
  ...{ served: 14, many: true },
  visits: [
    { date: '2026-06-09', number: 'A-012', serviceId: 'ktp-el', counterId: '1', reason: 'lateFinish' },
    { date: '2026-06-08', number: 'A-031', serviceId: 'ktp-el', counterId: '1', reason: 'wrongVisit' },
  ],
}
const NEWS = { waiting: 2, leads: true }
const contest = (of: object) => ({
  ...{ id: 'k1', officer: { id: 'p1', name: 'Petugas 1 (contoh)' }, period: '2026-Q1', causes: ['clock'], words: '' },
  ...{ excluded: { from: '2026-03-01', to: '2026-03-01', hours: [], counters: [] }, evidence: [], state: 'asked' },
  ...{ lateDays: 0, until: { answer: '2026-06-16', decide: '2026-06-23', raise: '2026-06-30' }, objectedAt: 0 },
  ...{ effect: { n: 204, meant: 21, left: 183, enough: true }, answer: null, decision: null },
  ...{ decider: 'Kepala Bidang (contoh)', may: { answer: true, decide: false } },
  ...of,
})
const report = (officerId: string, date: string) => ({
  ...{ officerId, officer: `Petugas ${officerId.slice(1)} (contoh)`, date, state: 'waiting', due: 0, late: false },
  ...{ excusedBy: null, entries: [], files: [] },
  versions: [{ version: 1, begunAt: 0, writtenAt: 0, receivedAt: 0, text: { activities: [], note: '' } }],
})
const BESIDES = {
  'GET /api/me/team/scores': { period: null, periods: [], rows: [] },
  'GET /api/me/team/work': {
    rows: [{ officerId: 'p1', name: 'Petugas 1 (contoh)', served: 1204, judged: 1000, within: 860 }],
  },
  'GET /api/me/team/reports': { reports: [report('p2', '2026-06-08'), report('p2', '2026-06-09')] },
  'GET /api/me/team/absences': { absences: [] },
  'GET /api/me/team/clock-marks': { rows: [{ officerId: 'p1', name: 'Petugas 1 (contoh)', ...MARKS }] },
  'GET /api/me/contests': { contests: [contest({})] },
}
let server: ReturnType<typeof answering>

async function opened(tag: 'team-page' | 'feedback-page', answers: Record<string, unknown>, path = '') {
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
    for (const page of document.querySelectorAll('team-page, feedback-page')) page.remove()
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

  it('says what waits and until when, beside each officer in a word [O200]', async () => {
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
    expect(rows[1]).to.include('2 laporan').and.include('a.n. Kepala Bidang')
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

  it('says what the program changed in the language of whoever reads [O263]', async () => {
    const changed = {
      code: 'score',
      period: { kind: 'quarter', from: '2026-01-01', to: '2026-03-31' },
      cause: 'outage',
      version: 2,
    }
    const own = { messages: [message({ kind: 'system', author: null, text: 'Nilai', changed })], colleagues: [] }
    setLang('en')
    const page = await opened('feedback-page', { 'GET /api/me/feedback': own })
    await waitUntil(() => wordsOf(page).includes('Version 2 holds'))
    expect(wordsOf(page)).to.include('The score of Quarter I 2026 was computed anew: an outage marked later')
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

  it('shows nothing of one officer on the address of another, neither said nor half written, while nothing can be read [O300]', async () => {
    const answers: Record<string, unknown> = {
      ...{ 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS },
      'GET /api/me/team/p1/feedback': { messages: MESSAGES },
      'GET /api/me/team/p2/feedback': new Error('UNREACHABLE'),
      'GET /api/me/team/calendar/p1/2026-06': {
        ...{ today: '2026-06-09', days: [] },
        absences: [],
      },
      'GET /api/me/team/calendar/p2/2026-06': new Error('UNREACHABLE'),
    }
    const page = (await opened('team-page', answers, 'p1')) as HTMLElement & { path: string }
    const threadOf = () => page.shadowRoot!.querySelector('team-thread')
    await waitUntil(() => threadOf()?.shadowRoot!.querySelector('.thread'), 'no thread')
    threadOf()!.shadowRoot!.querySelector('textarea')!.value = 'Setengah jadi'
    page.path = 'p2'
    await waitUntil(() => threadOf()?.shadowRoot!.querySelector('ui-state[kind=error]'), 'no refusal')
    expect(wordsOf(threadOf()!)).to.include('Petugas 2').and.not.include('26 menit')
    expect(threadOf()!.shadowRoot!.querySelector('form')).to.equal(null)
    page.path = 'p1'
    await waitUntil(() => threadOf()?.shadowRoot!.querySelector('textarea'), 'no thread again')
    expect(threadOf()!.shadowRoot!.querySelector('textarea')!.value).to.equal('')
    page.path = 'p1/kalender'
    const monthOf = () => page.shadowRoot!.querySelector('month-calendar')
    await waitUntil(() => monthOf()?.shadowRoot!.querySelector('table'), 'no month')
    page.path = 'p2/kalender'
    await waitUntil(() => monthOf()?.shadowRoot!.querySelector('ui-state[kind=error]'), 'no refusal')
    expect(monthOf()!.shadowRoot!.querySelector('table')).to.equal(null)
  })

  it('opens a report of any day again, answered or not, with the work that the counter counted [O303]', async () => {
    const answered = {
      ...report('p1', '2026-06-08'),
      ...{ state: 'accepted', assessor: { id: 'atasan', name: 'Kepala Seksi (contoh)' } },
      entries: [{ id: 'e1', kind: 'accept', by: 'Kepala Seksi (contoh)', byId: 'atasan', at: 0, text: 'Terima kasih' }],
      work: {
        lines: [
          {
            what: 'serve',
            from: 0,
            to: 1,
            counterId: '1',
            served: 44,
            services: [],
            judged: 0,
            within: 0,
            priority: 0,
          },
        ],
      },
    }
    const page = await opened(
      'team-page',
      {
        ...{ 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS },
        'GET /api/me/team/reports/p1/2026-06-08': answered,
      },
      'p1/laporan/2026-06-08',
    )
    const shown = page.shadowRoot!.querySelector('team-report')!
    await waitUntil(() => shown.shadowRoot!.querySelector('.thread'), 'no report')
    expect(wordsOf(shown))
      .to.include('Laporan Petugas 1 (contoh), 8 Juni 2026')
      .and.include('44')
      .and.include('Terima kasih')
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
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

  it('opens the calendar of an officer, on the days that one assesses, with nothing to ask for [O148]', async () => {
    const day = { working: true, state: 'served', served: 44, besides: null, asked: null }
    const answers = {
      ...{ 'GET /api/me/team': TEAM, 'GET /api/me/news': NEWS },
      'GET /api/me/team/calendar/p1/2026-06': {
        ...{ today: '2026-06-09', absences: [] },
        days: [{ date: '2026-06-09', ...day }],
      },
    }
    const page = await opened('team-page', answers, 'p1/kalender')
    const month = page.shadowRoot!.querySelector('month-calendar')!
    await waitUntil(() => month.shadowRoot!.querySelector('td.served'), 'no month')
    // The ninth of June 2026 is a Tuesday, the second of its week.
    expect(month.shadowRoot!.querySelector('td.served')!.previousElementSibling!.matches('td:first-child')).to.equal(
      true,
    )
    expect(wordsOf(month)).to.include('hari yang Anda nilai').and.not.include('Ajukan cuti')
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
  })
})

describe('the own feedback', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    for (const page of document.querySelectorAll('feedback-page')) page.remove()
    fixtureCleanup()
  })

  it('can be read in every theme: who said what in whose name, what is for two, and when it was read [O110 O112]', async () => {
    const page = await opened('feedback-page', {
      'GET /api/me/feedback': { messages: MESSAGES, colleagues: TEAM.colleagues },
    })
    await waitUntil(() => page.shadowRoot!.querySelector('.thread'), 'no thread')
    const said = wordsOf(page)
    expect(said).to.include('Sudah dibaca 9 Juli 2026 08.15').and.include('Sistem').and.include('berdua')
    expect(said).to.include('Kepala Seksi (contoh) (a.n. Kepala Bidang (contoh))').and.include('Kompeten: Melaksanakan')
    expect(page.shadowRoot!.querySelectorAll('.thread ui-button')).to.have.length(1)
    await accessibleInThemes(page)
  })
})
