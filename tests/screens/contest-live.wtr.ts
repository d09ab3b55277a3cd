import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import '../../console/contest/contest-page.ts'
import type { ContestPage } from '../../console/contest/contest-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const AT = Date.UTC(2026, 6, 9, 2, 31)
const ANSWER = { words: 'Benar pencetak rusak.', by: 'Kepala Seksi (contoh)', at: AT }
const contest = (of: object = {}) => ({
  ...{ id: 'c1', officer: { id: 'p7', name: 'Petugas 7 (contoh)' }, period: '2026-Q2', causes: ['outage'] },
  ...{ excluded: { from: '2026-05-20', to: '2026-05-22', hours: [], counters: [] }, words: 'Pencetak rusak.' },
  ...{ evidence: [], added: [], state: 'answered', lateDays: 0, decidableFrom: '2026-07-17', objectedAt: AT },
  ...{ until: { answer: '2026-07-16', decide: '2026-07-23', raise: '2026-07-27' }, withdrawnAt: null },
  ...{ effect: { n: 204, meant: 17, left: 187, enough: true }, answer: ANSWER, decision: null },
  ...{ decider: 'Kepala Bidang (contoh)', may: { answer: false, decide: true, add: false } },
  ...of,
})
let server: ReturnType<typeof answering>

/** The page of one objection, and a way to tell it that there is news. */
async function opened(answers: Record<string, unknown>) {
  server = answering(answers)
  const page = document.createElement('contest-page') as ContestPage
  const live = { ...(still() as object), news: 0 }
  Object.assign(page, { office, staff: staffOf('manager'), live, path: 'c1' })
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('contest-view')?.shadowRoot!.querySelector('h1'), 'no page')
  const view = page.shadowRoot!.querySelector('contest-view')!
  const news = () => {
    live.news += 1
    page.requestUpdate()
  }
  return { view, news, decide: () => view.shadowRoot!.querySelector('contest-decide') }
}

describe('an objection that is open before somebody', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    document.querySelector('contest-page')?.remove()
    fixtureCleanup()
  })

  it('counts anew what would remain, of all and of a part, when there is news, and keeps what is typed [O395]', async () => {
    let [now, left] = [contest(), 195]
    const { view, news, decide } = await opened({
      'GET /api/me/contests': () => ({ contests: [now], reminders: [] }),
      'POST /api/me/contests/c1/part': () => ({ n: left + 9, meant: 9, left, enough: true }),
    })
    const root = decide()!.shadowRoot!
    root.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click()
    await waitUntil(() => root.querySelector('input[name=to]'), 'no part')
    root.querySelector<HTMLTextAreaElement>('textarea[name=reasons]')!.value = 'Dua hari saja.'
    const to = root.querySelector<HTMLInputElement>('input[name=to]')!
    to.value = '2026-05-21'
    to.dispatchEvent(new Event('change'))
    await waitUntil(() => wordsOf(decide()!).includes('Tersisa 195 dari 204'), 'not counted')
    ;[now, left] = [contest({ effect: { n: 180, meant: 17, left: 163, enough: true } }), 171]
    news()
    await waitUntil(() => wordsOf(decide()!).includes('Tersisa 171 dari 180'), 'part not counted anew')
    expect(wordsOf(view)).to.include('163').and.include('dari 180')
    expect(root.querySelector<HTMLTextAreaElement>('textarea[name=reasons]')!.value).to.equal('Dua hari saja.')
    expect(root.querySelector<HTMLInputElement>('input[name=to]')!.value).to.equal('2026-05-21')
    await accessibleInThemes(view)
  })

  it('takes the decision once the other side has answered, and shows the end that somebody else gave it [O395]', async () => {
    let now = contest({ state: 'asked', answer: null, may: { answer: false, decide: false, add: false } })
    const { view, news, decide } = await opened({
      'GET /api/me/contests': () => ({ contests: [now], reminders: [] }),
      'GET /api/me/contests/c1': () => ({ contest: now, versions: [] }),
    })
    expect(decide()).to.equal(null)
    now = contest()
    news()
    await waitUntil(() => decide(), 'cannot be decided')
    expect(wordsOf(view)).to.include('Benar pencetak rusak.').and.include('menunggu keputusan')
    const decision = {
      outcome: 'refused',
      reasons: 'Tidak terbukti.',
      by: 'Pelaksana harian (contoh)',
      behalf: null,
      at: AT,
    }
    now = contest({ state: 'decided', decision, may: { answer: false, decide: false, add: false } })
    news()
    await waitUntil(() => wordsOf(view).includes('Pelaksana harian (contoh)'), 'end not shown')
    expect(decide()).to.equal(null)
  })
})
