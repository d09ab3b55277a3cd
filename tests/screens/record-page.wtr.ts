import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/record/record-page.ts'
import type { ConsoleRecord } from '../../console/record/record-page.ts'
import { recordView } from '../../shared/officer/own-record.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const visit = (officerId: string, serviceId: string): VisitFact => ({
  date: '2026-06-09',
  officerId,
  counterId: '1',
  serviceId,
  calledAt: at('09:20'),
  startedAt: at('09:21'),
  endedAt: at('09:27'),
  heldMs: 0,
  priority: false,
  outcome: 'done',
})

const VISITS = [visit('p1', 'legalisir'), visit('p1', 'ktp-el'), visit('p1', 'ktp-el'), visit('p2', 'ktp-el')]

describe('the own record', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    setLang('id')
  })

  async function open(visits: readonly VisitFact[], ratings: readonly [number, number, number, number]) {
    const period = { from: '2026-03-12', to: '2026-06-09' }
    server = answering({ 'GET /api/me/record': recordView('p1', visits, ratings, { ...period, office, now: NOW }) })
    const page = await fixture<ConsoleRecord>(
      html`<console-record .office=${office} .staff=${staffOf('officer')} .live=${still()}></console-record>`,
    )
    await waitUntil(() => !page.shadowRoot!.querySelector('ui-state:not([kind="empty"])'))
    return page
  }
  const panes = (page: ConsoleRecord) => [...page.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent!.trim())

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

  it('shows no value under the minimum, and no answers either', async () => {
    const page = await open(VISITS, [9, 0, 0, 50])
    expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum cukup jawaban (perlu 60)')
    expect(page.shadowRoot!.querySelectorAll('ui-chart-interval')).to.have.length(0)
    expect(panes(page)).to.not.include('Jawaban warga')
  })

  it('shows a value only with its interval and how many answered', async () => {
    const page = await open(VISITS, [2, 8, 40, 50])
    expect(wordsOf(page)).to.match(/84,5 Selang \d\d,\d–\d\d,\d · n = 100/)
    expect(panes(page)).to.include('Jawaban warga')
  })

  it('says how it was computed, and that ratings of today come tomorrow', async () => {
    const page = await open(VISITS, [0, 0, 0, 0])
    expect([...page.shadowRoot!.querySelectorAll('.how li')].map(li => li.textContent).join(' ')).to.contain(
      'Penilaian hari ini baru masuk besok',
    )
  })

  it('asks for the last ninety days, and says so when there was no work', async () => {
    const page = await open([], [0, 0, 0, 0])
    expect([...server.asked[0]!.query.values()]).to.deep.equal(['2026-03-12', '2026-06-09'])
    expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum ada layanan pada periode ini')
  })

  it('speaks English on demand', async () => {
    setLang('en')
    expect(panes(await open(VISITS, [2, 8, 40, 50]))).to.include.members(['Work', 'Service time', 'Ratings'])
  })
})
