import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/daily/daily-page.ts'
import '../../console/daily/team-reports.ts'
import type { ConsoleDaily } from '../../console/daily/daily-page.ts'
import { keepDraftsOf, keptDraft, leaveDrafts } from '../../console/kept/kept-draft.ts'
import { keepTextOf } from '../../console/kept/kept-text.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const DAY = '2026-06-09'
const PATH = `/api/me/reports/${DAY}`
const line = (what: string, from: string, to: string | null, of: object = {}) => ({
  ...{ what, from: at(from), to: to === null ? null : at(to), counterId: null, services: [] },
  ...{ served: 0, priority: 0, within: 0, judged: 0, reason: null },
  ...of,
})
const WORK = {
  lines: [
    line('counter', '07:55', '10:00', {
      counterId: '3',
      services: [{ id: 'ktp-el', served: 12 }],
      served: 12,
      within: 10,
      judged: 12,
    }),
    line('outage', '10:05', '10:20', { services: [{ id: 'ktp-el', served: 0 }], reason: 'systemDown' }),
  ],
  ...{ served: 12, within: 10, judged: 12, priority: 0, atCountersMs: 7_500_000 },
}
const head = {
  ...{ officerId: 'p1', officer: 'Petugas 1 (contoh)', date: DAY, state: 'open', due: at('18:00') },
  ...{ late: false, excusedBy: null, versions: [], entries: [], files: [] },
}
const report = (of: object = {}) => ({
  ...head,
  ...{ work: WORK, assessor: { id: 'atasan', name: 'Kepala Seksi (contoh)' }, today: DAY, drafts: [] },
  ...of,
})
const activity = {
  ...{ id: 'a1', what: 'Berkas jemput bola', from: '15:00', to: '15:45', quantity: '35 berkas' },
  ...{ output: '', skp: '', link: '', files: [] },
}
const SENT = {
  state: 'ask',
  versions: [
    {
      version: 1,
      begunAt: at('15:10'),
      writtenAt: at('15:20'),
      receivedAt: at('15:47'),
      text: { activities: [activity], note: '' },
    },
  ],
  entries: [
    {
      id: 'e1',
      kind: 'ask',
      version: 1,
      byId: 'atasan',
      by: 'Kepala Seksi (contoh)',
      at: at('15:58'),
      text: 'Sudah termasuk RT 12?',
    },
  ],
}
let server: ReturnType<typeof answering>

async function opened(answers: Record<string, unknown>, tag = 'console-daily'): Promise<ConsoleDaily> {
  server = answering({ 'GET /api/me/reports': { reports: [] }, ...answers })
  const page = document.createElement(tag)
  Object.assign(page, { office, staff: staffOf('officer'), live: still() })
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('.pane, article'), 'no page')
  return page as ConsoleDaily
}
const writing = (page: Element) => page.shadowRoot!.querySelector('report-writing')!.shadowRoot!
const field = (page: Element, name: string) =>
  writing(page).querySelector('activity-form')!.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!
function type(input: HTMLInputElement, text: string): void {
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
const button = (root: ParentNode, word: string) =>
  [...root.querySelectorAll<HTMLElement>('ui-button')].find(b => b.textContent!.trim() === word)!
const status = (page: Element) => page.shadowRoot!.querySelector('[role=status]')!.textContent!.trim()

describe('the daily report', () => {
  beforeEach(() => {
    localStorage.clear()
    setLang('id')
    keepTextOf('p1')
    keepDraftsOf('p1')
  })
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('console-daily, team-reports')) page.remove()
    localStorage.clear()
    await setViewport({ width: 1280, height: 800 })
  })

  it('says while somebody types that a report has become too long to be sent [O212]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report() })
    const writing = () => page.shadowRoot!.querySelector('report-writing')!
    const text = { activities: [{ ...activity, id: 'lang', what: 'x'.repeat(19_000) }], note: '' }
    writing().dispatchEvent(new CustomEvent('text', { detail: text, bubbles: true, composed: true }))
    await waitUntil(() => wordsOf(writing()).includes('Terlalu panjang untuk sekali kirim'), 'not told')
    expect(page.shadowRoot!.querySelector('.dock ui-button')!.hasAttribute('disabled')).to.equal(true)
  })

  it('names the line and the field that cannot be sent, and makes a link whole by itself [O290]', async () => {
    const page = await opened({
      ...{ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: { drafts: [] }, [`POST ${PATH}/send`]: { ok: true } },
    })
    const send = () => button(page.shadowRoot!, 'Kirim ke pejabat penilai').click()
    const sent = () => server.asked.filter(a => a.path.endsWith('/send'))
    const typed = async (name: string, text: string) => {
      type(field(page, name), text)
      await page.updateComplete
    }
    await waitUntil(() => button(page.shadowRoot!, 'Kirim ke pejabat penilai'))
    await typed('what', 'Rapat SKM')
    await typed('from', '13.30')
    await typed('to', '12.00')
    await typed('link', 'drive.google.com/abc')
    await waitUntil(() => field(page, 'to').getAttribute('aria-invalid') === 'true')
    send()
    await waitUntil(() =>
      /“Sampai” pada kegiatan “Rapat SKM”/.test(page.shadowRoot!.querySelector('.dock')!.textContent!),
    )
    expect(sent()).to.have.length(0)
    await accessibleInThemes(page)
    await typed('to', '14.00')
    send()
    await waitUntil(() => sent().length === 1)
    expect(sent()[0]!.body).to.nested.include({ 'text.activities[0].link': 'https://drive.google.com/abc' })
  })

  it('shows what the assessor wrote above the form, and lines with their buttons on a phone [O135]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report(SENT) })
    await waitUntil(() => page.shadowRoot!.querySelector('ui-banner[tone=info]'))
    expect(page.shadowRoot!.querySelector('ui-banner')!.textContent).to.include('Sudah termasuk RT 12?')
    page
      .shadowRoot!.querySelector('sent-report')!
      .dispatchEvent(new CustomEvent('correct', { detail: SENT.versions[0]!.text }))
    await waitUntil(() => page.shadowRoot!.querySelector('report-writing')?.shadowRoot?.querySelector('activity-form'))
    await setViewport({ width: 360, height: 740 })
    button(writing(page).querySelector('activity-form')!.shadowRoot!, 'Tambahkan').click()
    await waitUntil(() => writing(page).querySelector('.lines li'))
    const what = writing(page).querySelectorAll<HTMLElement>('.lines li > span')[1]!
    expect(what.getBoundingClientRect().width).to.be.above(180)
  })

  it('shows the counter’s work as facts, and can be read in every theme, also on a phone [O130]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report(SENT) })
    expect(wordsOf(page))
      .to.include('12 orang dilayani')
      .and.include('10 dari 12 dalam standar')
      .and.include('Gangguan')
    const sent = page.shadowRoot!.querySelector('sent-report')!
    await waitUntil(() => wordsOf(sent).includes('RT 12'))
    expect(wordsOf(sent)).to.include('Ditulis di perangkat 15.20, diterima server 15.47')
    await accessibleInThemes(page)
    await setViewport({ width: 360, height: 740 })
    expect(document.documentElement.scrollWidth).to.be.at.most(360)
  })

  it('keeps every key on the device at once and on the server a moment later [O131]', async () => {
    const page = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: { drafts: [] } })
    type(field(page, 'what'), 'Rapat SKM')
    expect(keptDraft(DAY)!.text.activities[0]!.what).to.equal('Rapat SKM')
    await page.updateComplete
    expect(status(page)).to.include('Draf tersimpan di sini')
    await waitUntil(() => status(page).includes('di sini dan di server'), 'not saved', { timeout: 4_000 })
    const draft = server.asked.find(a => a.path.endsWith('/draft'))!
    expect(draft.body).to.nested.include({ 'text.activities[0].what': 'Rapat SKM', kind: 'computer' })
    await accessibleInThemes(page)
  })

  it('comes back as it was typed after the page is gone, and for another person not at all [O131]', async () => {
    const gone = () => {
      throw new TypeError('no network')
    }
    const first = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: gone })
    type(field(first, 'what'), 'Rapat SKM')
    first.remove()
    server.restore()
    leaveDrafts()
    const again = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: { drafts: [] } })
    await waitUntil(() => writing(again).textContent!.includes('Rapat SKM'))
    keepTextOf('p2')
    keepDraftsOf('p2')
    expect(JSON.stringify({ ...localStorage })).not.to.include('Rapat')
  })

  it('is sent as soon as there is a connection, as one act, and says so until then [O131 O132]', async () => {
    let away = true
    const lost = (value: unknown) => () => {
      if (away) throw new TypeError('no network')
      return value
    }
    const page = await opened({
      [`GET ${PATH}`]: report(),
      [`POST ${PATH}/draft`]: lost({ drafts: [] }),
      [`POST ${PATH}/send`]: lost({ ok: true }),
    })
    type(field(page, 'what'), 'Rapat SKM')
    await waitUntil(() => page.shadowRoot!.querySelector('.lines'))
    button(page.shadowRoot!, 'Kirim ke pejabat penilai').click()
    await waitUntil(() => status(page).includes('Terkirim saat tersambung'), 'not queued')
    away = false
    window.dispatchEvent(new Event('online'))
    await waitUntil(() => keptDraft(DAY) === undefined, 'not sent', { timeout: 4_000 })
    const sends = server.asked.filter(a => a.path.endsWith('/send'))
    expect(new Set(sends.map(s => s.key)).size).to.equal(1)
    expect(sends.at(-1)!.body).to.nested.include({ seen: 0, 'text.activities[0].what': 'Rapat SKM' })
  })

  it('offers both drafts where two devices hold one [O131]', async () => {
    const other = {
      ...{ device: 'komputer-0002', kind: 'phone', rev: 4, begunAt: at('15:00'), writtenAt: at('15:19') },
      ...{ receivedAt: at('15:19'), text: { activities: [activity], note: '' } },
    }
    const page = await opened({ [`GET ${PATH}`]: report(), [`POST ${PATH}/draft`]: { drafts: [other] } })
    type(field(page, 'what'), 'Rapat SKM')
    await waitUntil(() => page.shadowRoot!.querySelector('draft-choice'), 'no choice', { timeout: 4_000 })
    const choice = page.shadowRoot!.querySelector('draft-choice')!
    expect(wordsOf(choice)).to.include('Ada dua draf hari ini.')
    await accessibleInThemes(page)
    button(choice.shadowRoot!, 'Pakai yang di ponsel').click()
    expect(keptDraft(DAY)!.text.activities[0]!.what).to.equal('Berkas jemput bola')
    expect(keptDraft(DAY)!.replaces).to.deep.equal({ device: 'komputer-0002', rev: 4 })
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
