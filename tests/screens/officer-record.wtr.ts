import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/record/officer-record.ts'
import type { OfficerRecordPage } from '../../console/record/officer-record.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { recordView } from '../../shared/officer/own-record.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, still, wordsOf } from '../helpers/console-pages.ts'
import { figures, period } from '../helpers/told-scores.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const visit = (no: number, of: Partial<VisitFact> = {}): VisitFact => ({
  ...{ date: '2026-06-09', no, officerId: 'p1', counterId: '1', serviceId: 'ktp-el', queuedAt: at('09:00') },
  ...{ calledAt: at('09:20'), startedAt: at('09:21'), endedAt: at('09:27'), heldMs: 0, priority: no === 1 },
  ...{ outcome: 'done', ticketState: 'done', ...of },
})
const PERIOD = { from: '2026-05-01', to: '2026-06-09' }
const hours = { days: 1, countersMs: 5 * HOUR, breaks: 1, breaksMs: 30 * MINUTE, closedMs: 0 }
const told = (visits: readonly VisitFact[], of: object = {}) => ({
  ...{ officer: { id: 'p1', name: 'Petugas 1 (contoh)' }, as: 'assessor', behalf: null, days: [PERIOD] },
  record: recordView('p1', { visits, outages: [] }, { ...PERIOD, office, now: NOW, hours }),
  marks: { served: visits.length, many: false, visits: [] },
  ...of,
})

describe('the record of an officer as somebody else reads it', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
  })

  async function open(answer: unknown, scores: unknown = { period: null, periods: [], rows: [] }) {
    server = answering({ 'GET /api/me/team/records/p1': answer, 'GET /api/me/team/scores': scores })
    const page = await fixture<OfficerRecordPage>(
      html`<officer-record .office=${office} .live=${still()} officer="p1"></officer-record>`,
    )
    await waitUntil(() => page.shadowRoot!.querySelector('.record, ui-state[kind="empty"]'), 'nothing')
    return page
  }

  it('reads well in every theme at a desk and on a phone, by name and never as one’s own [O230]', async () => {
    const page = await open(told([visit(1), visit(2), visit(3, { booked: true })]))
    await setViewport({ width: 1366, height: 768 })
    await accessibleInThemes(page)
    expect(wordsOf(page))
      .to.include('Catatan kerja: Petugas 1 (contoh)')
      .and.include('Anda membacanya sebagai pejabat penilai.')
      .and.include('Pembukaan ini tercatat dan terlihat oleh petugasnya.')
      .and.include('Tidak ada kunjungan yang jamnya ditandai keliru.')
    expect(page.shadowRoot!.querySelectorAll('own-scores, record-visits, record-readers')).to.have.length(0)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
  })

  it('has the score with its earlier versions for the assessor, and for nobody else [O400]', async () => {
    const version = (n: number, value: number) => ({
      ...{ version: n, at: Date.UTC(2026, 6, 7 + n), cause: n === 1 ? 'closed' : 'outage' },
      score: { ...figures, value },
    })
    const rows = [
      {
        ...{ officerId: 'p1', name: 'Petugas 1 (contoh)', opensOn: '2026-07-11' },
        versions: [version(2, 86.2), version(1, 85.1)],
      },
    ]
    const page = await open(told([visit(1)]), { period, periods: ['2026-Q2'], rows })
    const score = page.shadowRoot!.querySelector('officer-score')!
    await waitUntil(() => score.shadowRoot!.querySelector('tbody tr'), 'no score')
    expect(server.asked.find(a => a.path === '/api/me/team/scores')!.query.get('officer')).to.equal('p1')
    expect(wordsOf(score)).to.include('86,2').and.include('Versi sebelumnya (1)').and.include('85,1')
    for (const details of score.shadowRoot!.querySelectorAll('details')) details.open = true
    await setViewport({ width: 360, height: 740 })
    await accessibleInThemes(page)
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
    server.restore()
    const none = await open(told([visit(1)]), { period, periods: ['2026-Q2'], rows: [] })
    const empty = none.shadowRoot!.querySelector('officer-score')!
    await waitUntil(() => wordsOf(empty).includes('Tidak ada nilai petugas ini'), 'not said')
    server.restore()
    const over = await open(told([visit(1)], { as: 'superior' }))
    expect(over.shadowRoot!.querySelector('officer-score')).to.equal(null)
  })

  it('says of which days it is, in whose right and for whom [O230]', async () => {
    const days = [
      { from: '2026-05-01', to: '2026-05-14' },
      { from: '2026-06-09', to: '2026-06-09' },
    ]
    const page = await open(told([visit(1)], { days, as: 'superior', behalf: 'Kepala Bidang (contoh)' }))
    expect(wordsOf(page))
      .to.include('sebagai atasan pejabat penilai. Anda bertindak a.n. Kepala Bidang (contoh).')
      .and.include('1 Mei 2026 – 14 Mei 2026; 9 Juni 2026')
  })

  it('shows which clocks are marked as wrong also where nobody was served [O232]', async () => {
    const marks = {
      ...{ served: 12, many: true },
      visits: [{ date: '2026-06-09', number: 'A-012', serviceId: 'ktp-el', counterId: '1', reason: 'lateFinish' }],
    }
    const page = await open(told([], { marks }))
    expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum ada layanan pada hari yang Anda baca')
    expect(wordsOf(page)).to.include('1 dari 12 kunjungan. Lebih dari sepersepuluh')
    await accessibleInThemes(page)
  })

  it('speaks English on demand', async () => {
    setLang('en')
    expect(wordsOf(await open(told([visit(1)])))).to.include('Work record: Petugas 1 (contoh)')
  })
})
