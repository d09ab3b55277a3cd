import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/team/team-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { BESIDES, MESSAGES, NEWS, report, TEAM } from '../helpers/team-pages.ts'
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

describe('what a team page opens of an officer', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('team-page')) page.remove()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
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
    const textOf = () =>
      threadOf()?.shadowRoot!.querySelector('message-form')?.shadowRoot!.querySelector<HTMLTextAreaElement>('textarea')
    await waitUntil(textOf)
    textOf()!.value = 'Setengah jadi'
    page.path = 'p2'
    await waitUntil(() => threadOf()?.shadowRoot!.querySelector('ui-state[kind=error]'), 'no refusal')
    expect(wordsOf(threadOf()!)).to.include('Petugas 2').and.not.include('26 menit')
    expect(threadOf()!.shadowRoot!.querySelector('message-form')).to.equal(null)
    page.path = 'p1'
    await waitUntil(textOf, 'no thread again')
    expect(textOf()!.value).to.equal('')
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
