import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/record/record-page.ts'
import type { ConsoleRecord } from '../../console/record/record-page.ts'
import { recordView } from '../../shared/officer/own-record.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { setLang } from '../../shared/web/lang.ts'
import type { UiChartHist } from '../../shared/web/ui/ui-chart-hist.ts'
import { answering, at, NOW, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { peersOf } from '../helpers/peers-of.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

let numbers = 0
const visit = (officerId: string, serviceId: string): VisitFact => ({
  date: '2026-06-09',
  no: numbers++,
  officerId,
  counterId: '1',
  serviceId,
  queuedAt: at('09:00'),
  calledAt: at('09:20'),
  startedAt: at('09:21'),
  endedAt: at('09:27'),
  heldMs: 0,
  priority: false,
  outcome: 'done',
  ticketState: 'done',
})

const READINGS = {
  readings: [],
  people: [
    { name: 'Kepala Seksi (contoh)', as: 'assessor', behalf: null },
    { name: 'Meja Depan (contoh)', as: 'assessor', behalf: 'Kepala Seksi (contoh)' },
    { name: 'Kepala Bidang (contoh)', as: 'superior', behalf: null },
  ],
  unit: false,
}
const HOURS = { days: 2, countersMs: 11.5 * HOUR, breaks: 2, breaksMs: HOUR, closedMs: 50 * MINUTE }

const VISITS = [visit('p1', 'legalisir'), visit('p1', 'ktp-el'), visit('p1', 'ktp-el'), visit('p2', 'ktp-el')]

describe('the own record', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    setLang('id')
  })

  async function open(visits: readonly VisitFact[], path = '') {
    const period = { from: '2026-03-12', to: '2026-06-09' }
    const stays = visits.map(v => ({ ...v, serveMs: v.endedAt! - v.startedAt! }))
    const peers = peersOf('p1', stays, period, '2026-06-09', undefined, office)
    const around = { ...period, office, now: NOW, hours: HOURS, peers }
    server = answering({
      'GET /api/me/record': recordView('p1', { visits, outages: [] }, around),
      'GET /api/me/scores': { periods: [], score: null, next: { period: '2026-Q2', on: '2026-07-08' } },
      'GET /api/me/visits': { visits: [], until: '2026-06-16' },
      'GET /api/me/readings': READINGS,
    })
    const page = await fixture<ConsoleRecord>(
      html`<console-record
        .office=${office}
        .staff=${staffOf('officer')}
        .live=${still()}
        path=${path}
      ></console-record>`,
    )
    const reading = (part: Element) => part.shadowRoot!.querySelector('ui-state:not([kind="empty"])')
    await waitUntil(() => !reading(page))
    return page
  }
  const panes = (page: ConsoleRecord) => [...page.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent!.trim())

  it('reads well in every theme', async () => {
    await accessibleInThemes(await open(VISITS))
  })

  it('shows the work by service in the order of the office', async () => {
    const { rows } = (await open(VISITS)).shadowRoot!.querySelector('ui-chart-bars')!
    expect(rows.map(r => [r.label, r.text, r.more?.[0]])).to.deep.equal([
      ['KTP-el', '2', '67%'],
      ['Legalisir', '1', '33%'],
    ])
  })

  it('shows how people came and at which counters', async () => {
    const bars = [
      ...(await open([...VISITS, { ...visit('p1', 'kk'), booked: true }])).shadowRoot!.querySelectorAll(
        'ui-chart-bars',
      ),
    ]
    expect(bars[1]!.rows.map(r => [r.label, r.text])).to.deep.equal([
      ['Datang langsung', '3'],
      ['Dengan janji', '1'],
      ['Dialihkan ke sini', '0'],
    ])
    expect(bars[2]!.rows.map(r => [r.text, r.more?.[0]])).to.deep.equal([['4', '1']])
  })

  it('lays no colleague beside the own times where there are too few', async () => {
    const page = await open(VISITS)
    expect(wordsOf(page)).to.contain('Belum cukup rekan untuk dibandingkan.')
    expect(page.shadowRoot!.querySelector<UiChartHist>('ui-chart-hist')!.other).to.deep.equal([])
  })

  it('lays colleagues of settled months beside the own times, and says of how many', async () => {
    const earlier = ['p2', 'p3', 'p4', 'p5'].flatMap(officer =>
      Array.from({ length: 6 }, () => ({ ...visit(officer, 'ktp-el'), date: '2026-04-14' })),
    )
    const page = await open([...earlier, ...VISITS])
    await accessibleInThemes(page)
    expect(wordsOf(page)).to.contain('nilai tengah 6,0 menit (n = 24)')
    expect(wordsOf(page)).to.contain('Dibandingkan 2 dari 3 layanan.')
    expect(page.shadowRoot!.querySelector<UiChartHist>('ui-chart-hist')!.other[3]).to.equal(100)
  })

  it('says how long it was at counters, what was a break and what is left out', async () => {
    const table = [...(await open(VISITS)).shadowRoot!.querySelectorAll('ui-table')].at(-1)!
    expect(table.rows.map(r => r.cells['how'])).to.deep.equal([
      ...['11 jam 30 menit, 2 hari', '2 kali, 1 jam 0 menit', '0', '0 jam 50 menit', '0 kunjungan', '0 kunjungan'],
    ])
  })

  it('stands for each service with how people came [O235]', async () => {
    const [table] = (await open([...VISITS, { ...visit('p1', 'ktp-el'), booked: true }])).shadowRoot!.querySelectorAll(
      'ui-table',
    )
    expect(table!.rows.map(r => ['service', 'walkIn', 'booked', 'sentOn'].map(key => r.cells[key]))).to.deep.equal([
      ['KTP-el', '2', '1', '0'],
      ['Legalisir', '1', '0', '0'],
    ])
  })

  it('says who can open it, by name, and that the officer has it first [O231]', async () => {
    const page = await open(VISITS)
    expect(wordsOf(page)).to.contain('Pejabat penilai Anda dan atasannya dapat membukanya')
    const readers = page.shadowRoot!.querySelector('record-readers')!
    await waitUntil(() => wordsOf(readers).includes('Dapat membukanya hari ini'))
    expect(wordsOf(readers)).to.contain(
      'Kepala Seksi (contoh), pejabat penilai; Meja Depan (contoh), a.n. Kepala Seksi (contoh); Kepala Bidang (contoh), atasan pejabat penilai.',
    )
  })

  it('begins with the day that a report names, and on a phone with the score [O354]', async () => {
    const page = await open(VISITS, '2026-06-08')
    const top = (of: string) =>
      page.shadowRoot!.querySelector(of)!.getBoundingClientRect().top - page.getBoundingClientRect().top
    await setViewport({ width: 1280, height: 800 })
    expect(top('ui-figures')).to.be.below(top('own-scores'))
    await setViewport({ width: 360, height: 740 })
    expect(top('own-scores')).to.be.below(400).and.to.be.below(top('ui-figures'))
    await setViewport({ width: 1280, height: 800 })
    await waitUntil(() => server.asked.some(a => a.path === '/api/me/visits' && a.query.get('date') === '2026-06-08'))
  })

  it('says how it was computed', async () => {
    const page = await open(VISITS)
    expect([...page.shadowRoot!.querySelectorAll('.how li')].map(li => li.textContent).join(' ')).to.contain(
      'Tidak menjadi predikat. Penilai yang memutuskan.',
    )
  })

  it('asks for the last ninety days, and says so when there was no work', async () => {
    const page = await open([])
    const asked = server.asked.find(a => a.path === '/api/me/record')!
    expect([...asked.query.values()]).to.deep.equal(['2026-03-12', '2026-06-09'])
    expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum ada layanan pada periode ini')
  })

  it('speaks English on demand', async () => {
    setLang('en')
    expect(panes(await open(VISITS))).to.include.members(['Work', 'Service time'])
  })
})
