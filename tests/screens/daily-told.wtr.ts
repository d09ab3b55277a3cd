import { expect, waitUntil } from '@open-wc/testing'
import { keepDraftsOf } from '../../console/kept/kept-draft.ts'
import { keepTextOf } from '../../console/kept/kept-text.ts'
import { setLang } from '../../shared/web/lang.ts'
import { at, wordsOf } from '../helpers/console-pages.ts'
import { button, DAY, head, opened, PATH, report, SENT, server } from '../helpers/daily-page.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

describe('what an officer reads of deadlines and of others', () => {
  beforeEach(() => {
    setLang('id')
    keepTextOf('p1')
    keepDraftsOf('p1')
  })
  afterEach(() => {
    server.restore()
    for (const page of document.querySelectorAll('console-daily')) page.remove()
  })

  it('names the deadline before a report is sent, and no more after [O380]', async () => {
    const due = 'Paling lambat 18.00. Yang diterima sesudahnya bertanda terlambat.'
    const page = await opened({ [`GET ${PATH}`]: report() })
    expect(wordsOf(page)).to.include(due)
    page.remove()
    server.restore()
    const sent = await opened({ [`GET ${PATH}`]: report(SENT) })
    expect(wordsOf(sent)).not.to.include(due)
  })

  it('says the date beside an hour of another day, in what was sent, said and excused [O381]', async () => {
    const later = at('19:14') + 3 * 86_400_000
    const [version] = SENT.versions
    const excusedBy = { since: at('17:00'), until: later }
    const page = await opened({
      [`GET ${PATH}`]: report({
        ...{ excusedBy, versions: [{ ...version, receivedAt: later }] },
        entries: [{ ...SENT.entries[0], at: later }],
      }),
    })
    const sent = page.shadowRoot!.querySelector('sent-report')!
    await waitUntil(() => wordsOf(sent).includes('RT 12'))
    expect(wordsOf(sent))
      .to.include('Ditulis di perangkat 15.20, diterima server Jumat, 12 Juni 19.14')
      .and.include('ditulis 15.20, diterima server Jumat, 12 Juni 19.14')
      .and.include('Kepala Seksi (contoh) · Jumat, 12 Juni 19.14')
      .and.include('Gangguan 17.00–Jumat, 12 Juni 19.14')
  })

  it('shows no pane of an assessor on the own page while it is not known whether anything waits there [O382]', async () => {
    const gone = () => {
      throw new TypeError('no network')
    }
    const lost = { 'GET /api/me/team/reports': gone, 'GET /api/me/team/absences': gone }
    const page = await opened({ [`GET ${PATH}`]: report(), ...lost })
    await waitUntil(() => server.asked.filter(a => a.path.startsWith('/api/me/team/')).length >= 2)
    await new Promise(done => setTimeout(done, 100))
    for (const tag of ['team-reports', 'team-absences'])
      expect(page.shadowRoot!.querySelector(tag)!.shadowRoot!.querySelector('section'), tag).to.equal(null)
  })
})

describe('reports that wait for their assessor', () => {
  it('are gone on with by keyboard: the next has the focus once one was answered, and the head after the last [O357]', async () => {
    const second = `2026-06-08`
    const of = (date: string) => ({ ...head, ...SENT, date, state: 'waiting', entries: [] })
    let left = [of(DAY), of(second)]
    const page = await opened(
      {
        'GET /api/me/team/reports': () => ({ reports: left }),
        [`POST /api/me/team/reports/p1/${DAY}/answer`]: { ok: true },
        [`POST /api/me/team/reports/p1/${second}/answer`]: { ok: true },
      },
      'team-reports',
    )
    await waitUntil(() => page.shadowRoot!.querySelectorAll('article').length === 2)
    left = [of(second)]
    button(page.shadowRoot!, 'Terima').click()
    await waitUntil(() => page.shadowRoot!.activeElement?.getAttribute('href')?.endsWith(second))
    left = []
    button(page.shadowRoot!, 'Terima').click()
    await waitUntil(() => page.shadowRoot!.activeElement?.id === 'waiting')
  })

  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    for (const page of document.querySelectorAll('team-reports')) page.remove()
  })

  it('are answered by one tap, a question only with words, and can be read in every theme [O135]', async () => {
    const waiting = { ...head, ...SENT, state: 'waiting', entries: [] }
    const page = await opened(
      {
        'GET /api/me/team/reports': { reports: [waiting] },
        [`POST /api/me/team/reports/p1/${DAY}/answer`]: { ok: true },
      },
      'team-reports',
    )
    await waitUntil(() => page.shadowRoot!.querySelector('article'))
    await accessibleInThemes(page)
    const answers = () => server.asked.filter(a => a.path.endsWith('/answer'))
    button(page.shadowRoot!, 'Tanya').click()
    await waitUntil(() => wordsOf(page).includes('Tulis pertanyaannya dahulu.'))
    expect(answers()).to.have.length(0)
    button(page.shadowRoot!, 'Terima').click()
    await waitUntil(() => answers().length === 1)
    expect(answers()[0]!.body).to.deep.equal({ kind: 'accept', version: 1, text: '' })
  })
})
