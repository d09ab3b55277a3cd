import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/record/record-page.ts'
import type { ConsoleRecord } from '../../console/record/record-page.ts'
import { recordView } from '../../shared/officer/own-record.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { ratingsView } from '../../shared/survey/quality.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import type { Showing } from '../../shared/survey/showing.ts'
import { setLang } from '../../shared/web/lang.ts'
import type { UiChartHist } from '../../shared/web/ui/ui-chart-hist.ts'
import { answering, at, NOW, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
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

const VISITS = [visit('p1', 'legalisir'), visit('p1', 'ktp-el'), visit('p1', 'ktp-el'), visit('p2', 'ktp-el')]

describe('the own record', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    setLang('id')
  })

  const closed = { from: '2026-01-01', through: '2026-03-31' }

  async function open(visits: readonly VisitFact[], counts: RatingCounts, showing: Showing = closed) {
    const period = { from: '2026-03-12', to: '2026-06-09' }
    const answered = counts.reduce((a, b) => a + b)
    const asked = { period: fixedPeriod('2026-Q1')!, showing }
    server = answering({
      'GET /api/me/record': recordView('p1', { visits, outages: [] }, { ...period, office, now: NOW }),
      'GET /api/me/scores': { periods: [], score: null, next: { period: '2026-Q2', on: '2026-07-08' } },
      'GET /api/me/ratings': ratingsView(asked, [counts], { answered, floor: 60 }),
      'GET /api/me/visits': { visits: [], until: '2026-06-16' },
      'GET /api/me/readings': { readings: [] },
    })
    const page = await fixture<ConsoleRecord>(
      html`<console-record .office=${office} .staff=${staffOf('officer')} .live=${still()}></console-record>`,
    )
    const reading = (part: Element) => part.shadowRoot!.querySelector('ui-state:not([kind="empty"])')
    await waitUntil(() => !reading(page) && !reading(ratingsOf(page)))
    return page
  }
  const ratingsOf = (page: ConsoleRecord) => page.shadowRoot!.querySelector('record-ratings')!
  const panes = (page: ConsoleRecord) =>
    [page, ratingsOf(page)].flatMap(p => [...p.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent!.trim()))

  it('reads well in every theme', async () => {
    await accessibleInThemes(await open(VISITS, [2, 8, 40, 50]))
  })

  it('shows the work by service in the order of the office', async () => {
    const { rows } = (await open(VISITS, [0, 0, 0, 0])).shadowRoot!.querySelector('ui-chart-bars')!
    expect(rows.map(r => [r.label, r.text, r.more?.[0]])).to.deep.equal([
      ['KTP-el', '2', '67%'],
      ['Legalisir', '1', '33%'],
    ])
  })

  it('shows how people came and at which counters', async () => {
    const bars = [
      ...(await open([...VISITS, { ...visit('p1', 'kk'), booked: true }], [0, 0, 0, 0])).shadowRoot!.querySelectorAll(
        'ui-chart-bars',
      ),
    ]
    expect(bars[1]!.rows.map(r => [r.label, r.text])).to.deep.equal([
      ['Datang langsung', '3'],
      ['Dengan janji', '1'],
      ['Dialihkan ke saya', '0'],
    ])
    expect(bars[2]!.rows.map(r => [r.text, r.more?.[0]])).to.deep.equal([['4', '1']])
  })

  it('lays no colleague beside the own times where there are too few', async () => {
    const page = await open(VISITS, [0, 0, 0, 0])
    expect(wordsOf(page)).to.contain('Belum cukup rekan untuk dibandingkan.')
    expect(page.shadowRoot!.querySelector<UiChartHist>('ui-chart-hist')!.other).to.deep.equal([])
  })

  it('lays colleagues of settled months beside the own times, and says of how many', async () => {
    const earlier = ['p2', 'p3', 'p4', 'p5'].flatMap(officer =>
      Array.from({ length: 6 }, () => ({ ...visit(officer, 'ktp-el'), date: '2026-04-14' })),
    )
    const page = await open([...earlier, ...VISITS], [0, 0, 0, 0])
    await accessibleInThemes(page)
    expect(wordsOf(page)).to.contain('nilai tengah 6,0 menit (n = 24)')
    expect(wordsOf(page)).to.contain('Dibandingkan 2 dari 3 layanan Anda.')
    expect(page.shadowRoot!.querySelector<UiChartHist>('ui-chart-hist')!.other[3]).to.equal(100)
  })

  it('shows no value under the minimum, and no answers either', async () => {
    const { shadowRoot } = ratingsOf(await open(VISITS, [9, 0, 0, 50], { why: 'few' }))
    expect(shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum cukup jawaban (perlu 60)')
    expect(shadowRoot!.querySelectorAll('ui-chart-interval, ui-chart-bars')).to.have.length(0)
  })

  it('says of a running quarter when its ratings come, and of one that would lay few open that it is closed', async () => {
    const state = async (showing: Showing) =>
      ratingsOf(await open(VISITS, [9, 0, 0, 90], showing)).shadowRoot!.querySelector('ui-state')!
    const running = await state({ why: 'running', on: '2026-07-08' })
    expect(running.textContent).to.contain('setelah periodenya ditutup, mulai 8 Juli 2026')
    server.restore()
    expect((await state({ why: 'difference' })).heading).to.equal('Tidak ditampilkan tersendiri')
  })

  it('shows a value only with its interval and how many answered', async () => {
    const page = await open(VISITS, [2, 8, 40, 50])
    expect(wordsOf(ratingsOf(page))).to.match(/84,5 Selang \d\d,\d–\d\d,\d · n = 100/)
    expect(ratingsOf(page).shadowRoot!.querySelector('ui-chart-bars')!.rows).to.have.length(4)
  })

  it('says how it was computed, and that ratings come for closed periods', async () => {
    const page = await open(VISITS, [0, 0, 0, 0])
    expect([...page.shadowRoot!.querySelectorAll('.how li')].map(li => li.textContent).join(' ')).to.contain(
      'Penilaian tampil per triwulan, semester, atau tahun yang sudah ditutup',
    )
  })

  it('asks for the last ninety days, and says so when there was no work', async () => {
    const page = await open([], [0, 0, 0, 0])
    const asked = server.asked.find(a => a.path === '/api/me/record')!
    expect([...asked.query.values()]).to.deep.equal(['2026-03-12', '2026-06-09'])
    expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum ada layanan pada periode ini')
  })

  it('speaks English on demand', async () => {
    setLang('en')
    expect(panes(await open(VISITS, [2, 8, 40, 50]))).to.include.members(['Work', 'Service time', 'Ratings'])
  })
})
