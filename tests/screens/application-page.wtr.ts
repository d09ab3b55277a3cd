import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/documents/application-page.ts'
import '../../console/manager/manager-documents.ts'
import '../../console/record/record-documents.ts'
import type { ConsoleApplications } from '../../console/documents/application-page.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { setLang } from '../../shared/web/lang.ts'
import { listOf, view } from '../helpers/application-views.ts'
import { answering, at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes, press } from './ui-in-themes.ts'

const LIST = 'GET /api/offices/samarinda/applications'
const ADVANCE = 'POST /api/offices/samarinda/applications/a1/advance'

let server: ReturnType<typeof answering>

async function open(answers: Readonly<Record<string, unknown>>, role: Role = 'officer') {
  server = answering(answers)
  const page = await fixture<ConsoleApplications>(
    html`<console-applications .office=${office} .staff=${staffOf(role)} .live=${still()}></console-applications>`,
  )
  await waitUntil(
    () => page.shadowRoot!.querySelector('ui-table, ui-state[kind]:not([kind="loading"])'),
    'the list is there',
  )
  return page
}
const table = (page: Element) => page.shadowRoot!.querySelector('ui-table')!
const row = (page: Element) => table(page).shadowRoot!.querySelector('tbody tr')!.textContent!.replace(/\s+/g, ' ')
const button = (page: Element, label: string) =>
  table(page).shadowRoot!.querySelector<HTMLElement>(`ui-button[label="${label}"]`)
const banner = (page: Element) => page.shadowRoot!.querySelector('ui-banner')?.textContent?.replace(/\s+/g, ' ').trim()
const advances = () => server.asked.filter(r => r.path.endsWith('/advance')).map(r => r.body)

describe('the page of applications', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('reads well in every theme, with rows in every state', async () => {
    const page = await open({
      [LIST]: listOf(
        view(),
        view({ id: 'a2', state: 'processing', late: 2 }),
        view({ id: 'a3', state: 'ready', readyAt: at('10:00'), settled: true, late: 1 }),
        view({ id: 'a4', state: 'returned', reason: 'unreadable', settled: true }),
        view({ id: 'a5', state: 'handedOver', settled: true }),
      ),
    })
    await accessibleInThemes(page)
  })

  it('counts every state and asks for one of them', async () => {
    const page = await open({ [LIST]: listOf(view()) })
    expect(wordsOf(page)).to.contain('Terbuka 11Diterima 1Diproses 2Siap diambil 3Dikembalikan 5Diserahkan 4')
    page.shadowRoot!.querySelectorAll<HTMLElement>('.filter ui-button')[3]!.click()
    await waitUntil(() => server.asked.at(-1)!.query.get('state') === 'ready')
  })

  it('names the day beside a number wherever it stands away from its row [P14]', async () => {
    const before = view({ visitedOn: '2026-06-08', late: 2 })
    const page = await open({ [LIST]: listOf(before), [ADVANCE]: { application: { ...before, state: 'processing' } } })
    const heading = (tag: string) => page.shadowRoot!.querySelector(tag)?.getAttribute('heading')
    button(page, 'Tanggal baru: A-012')!.click()
    await waitUntil(() => heading('new-date-dialog') === 'Tanggal baru untuk A-012 (Senin, 8 Juni)')
    page.shadowRoot!.querySelector('new-date-dialog')!.dispatchEvent(new Event('dismiss'))
    button(page, 'Kembalikan: A-012')!.click()
    await waitUntil(() => heading('desk-choice') === 'Kembalikan A-012 (Senin, 8 Juni)?')
    page.shadowRoot!.querySelector('desk-choice')!.dispatchEvent(new Event('dismiss'))
    button(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (Senin, 8 Juni) sekarang: Diproses.'))
  })

  it('says in words which are late', async () => {
    const page = await open({ [LIST]: listOf(view({ late: 2, promisedOn: '2026-06-05' })) })
    expect(row(page)).to.contain('Jumat, 5 Juni').and.to.contain('lewat 2 hari kerja')
  })

  it('is searched by service, day of the visit and lateness; the day stands beside each number [P14]', async () => {
    const page = await open({ [LIST]: listOf(view({ visitedOn: '2026-06-08' })) })
    expect(row(page)).to.contain('A-012').and.to.contain('Senin, 8 Juni')
    const fill = (part: string, value: string) => {
      const input = page.shadowRoot!.querySelector<HTMLInputElement>(`.sought ${part}`)!
      input.value = value
      input.dispatchEvent(new Event('change'))
    }
    fill('select', 'ktp-el')
    fill('input', '2026-06-08')
    page.shadowRoot!.querySelector<HTMLElement>('.sought ui-button')!.click()
    await waitUntil(() => server.asked.at(-1)!.query.get('late') === 'yes')
    expect(Object.fromEntries(server.asked.at(-1)!.query)).to.deep.equal({
      service: 'ktp-el',
      date: '2026-06-08',
      late: 'yes',
    })
  })

  it('takes one step with many, says each refusal, and keeps what was refused chosen [P14]', async () => {
    const advance = (id: string) => `POST /api/offices/samarinda/applications/${id}/advance`
    const page = await open({
      [LIST]: listOf(view(), view({ id: 'a2', number: 'A-013' }), view({ id: 'a3', number: 'A-014', state: 'ready' })),
      [advance('a1')]: { application: view({ state: 'processing', before: 'received' }) },
      [advance('a2')]: new AppError('APPLICATION_STATE', { state: 'processing' }),
    })
    const bulk = () => [...page.shadowRoot!.querySelectorAll<HTMLElement>('.bulk ui-button')]
    const press = async (words: string) => {
      bulk()
        .find(b => b.textContent!.includes(words))!
        .click()
      await page.updateComplete
    }
    await press('Pilih semua')
    expect(wordsOf(page)).to.contain('3 dipilih').and.to.contain('Mulai proses (2)').and.to.contain('Serahkan (1)')
    await press('Mulai proses (2)')
    // Nothing is sent before somebody says yes to so many.
    expect(wordsOf(page)).to.contain('2 permohonan menjadi “Diproses”? Pemegangnya melihatnya di tautannya.')
    expect(wordsOf(page)).to.contain('Tidak dapat diurungkan sekaligus.')
    expect(server.asked.some(r => r.method === 'POST')).to.equal(false)
    page.shadowRoot!.querySelector<HTMLElement>('.yes')!.click()
    await waitUntil(() => banner(page)?.includes('1 berhasil: Diproses.'))
    expect(banner(page)).to.contain('1 tidak, dan masih dipilih: A-013, hari ini:')
    expect(wordsOf(page)).to.contain('2 dipilih')
    const boxes = [...table(page).shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    expect(boxes.map(box => box.checked)).to.deep.equal([false, true, true])
    await accessibleInThemes(page)
  })

  it('takes the next step by one button, and takes it back by one key', async () => {
    const page = await open({
      [LIST]: listOf(view()),
      [ADVANCE]: (r: { body: { to: ApplicationView['state'] } }) => ({
        application: view({ state: r.body.to, before: r.body.to === 'received' ? 'processing' : 'received' }),
      }),
    })
    button(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Diproses.'))
    press(window as unknown as Element, 'z')
    await waitUntil(() => advances().length === 2 && !banner(page))
    expect(advances()).to.deep.equal([{ to: 'processing' }, { to: 'received' }])
  })

  it('takes a double click for one step', async () => {
    const page = await open({
      [LIST]: () => listOf(advances().length === 0 ? view() : view({ state: 'processing', before: 'received' })),
      [ADVANCE]: { application: view({ state: 'processing', before: 'received' }) },
    })
    button(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => button(page, 'Siap diambil: A-012'))
    button(page, 'Siap diambil: A-012')!.click()
    await page.updateComplete
    expect(advances()).to.deep.equal([{ to: 'processing' }])
  })

  it('returns papers with a reason, by keyboard alone', async () => {
    const page = await open({
      [LIST]: listOf(view()),
      [ADVANCE]: { application: view({ state: 'returned', before: 'received', reason: 'unreadable' }) },
    })
    button(page, 'Kembalikan: A-012')!.click()
    await page.updateComplete
    press(page.shadowRoot!.querySelector('desk-choice')!, '2')
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Dikembalikan.'))
    expect(advances()).to.deep.equal([{ to: 'returned', reason: 'unreadable' }])
    expect(page.shadowRoot!.querySelector('desk-choice')).to.equal(null)
  })

  it('undoes completed papers with the reason for which they had been returned', async () => {
    const returned = view({ state: 'returned', before: 'received', reason: 'dataMismatch', settled: true })
    const page = await open({ [LIST]: listOf(returned), [ADVANCE]: { application: view({ before: 'returned' }) } })
    button(page, 'Berkas lengkap: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Diterima.'))
    page.shadowRoot!.querySelector<HTMLElement>('.undo')!.click()
    await waitUntil(() => advances().length === 2)
    expect(advances()[1]).to.deep.equal({ to: 'returned', reason: 'dataMismatch' })
  })

  it('keeps a step that may not have arrived, and sends it again', async () => {
    let fails = true
    const page = await open({
      [LIST]: listOf(view()),
      [ADVANCE]: () =>
        fails ? new Error('UNAVAILABLE') : { application: view({ state: 'processing', before: 'received' }) },
    })
    button(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 belum tersimpan.'))
    fails = false
    page.shadowRoot!.querySelector<HTMLElement>('ui-banner ui-button')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Diproses.'))
    const keys = server.asked.filter(r => r.path.endsWith('/advance')).map(r => r.key)
    expect(keys).to.deep.equal([keys[0], keys[0]])
  })

  it('says no more of a step without an answer once the list shows that it happened', async () => {
    let state: ApplicationView['state'] = 'received'
    const page = await open({
      [LIST]: () => listOf(view({ state })),
      [ADVANCE]: () => {
        state = 'processing'
        return new Error('UNAVAILABLE')
      },
    })
    button(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => row(page).includes('Diproses'))
    await waitUntil(() => banner(page) === undefined)
    expect(advances()).to.have.length(1)
  })

  it('says when somebody else was first', async () => {
    const page = await open({ [LIST]: listOf(view()), [ADVANCE]: new Error('APPLICATION_STATE') })
    button(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page) === 'Keadaan permohonan ini sudah berubah.')
  })

  it('searches by number, and only by what a number may hold', async () => {
    const page = await open({ [LIST]: listOf() })
    const input = page.shadowRoot!.querySelector('ui-search')!.shadowRoot!.querySelector('input')!
    input.value = ' a-0%12 '
    input.dispatchEvent(new Event('input'))
    await waitUntil(() => server.asked.at(-1)!.query.get('q') === 'a-012')
    await waitUntil(() => page.shadowRoot!.querySelector('ui-state')?.heading === 'Tidak ada yang cocok')
  })

  it('has a design for nothing there, an error and a lost connection', async () => {
    const empty = await open({ [LIST]: listOf() })
    expect(empty.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Tidak ada permohonan di sini')
    server.restore()
    const failed = await open({ [LIST]: new Error('UNAVAILABLE') })
    expect(failed.shadowRoot!.querySelector('ui-state')!.kind).to.equal('error')
    server.restore()
    window.fetch = () => Promise.reject(new TypeError('no network'))
    const cut = await fixture<ConsoleApplications>(
      html`<console-applications
        .office=${office}
        .staff=${staffOf('officer')}
        .live=${still()}
      ></console-applications>`,
    )
    await waitUntil(() => cut.shadowRoot!.querySelector('ui-state')?.kind === 'offline')
  })

  it('shows a manager the list without buttons', async () => {
    const page = await open({ [LIST]: listOf(view()) }, 'manager')
    expect(row(page)).to.contain('A-012')
    expect(table(page).shadowRoot!.querySelectorAll('ui-button')).to.have.length(0)
  })
})

describe('documents against their promise', () => {
  const figures = { n: 12, onTime: 9, medianDays: -1, lateNow: 1, returned: 2 }
  const none = { n: 0, onTime: 0, medianDays: null, lateNow: 0, returned: 0 }
  const pane = () =>
    fixture(html`<manager-documents .office=${office} from="2026-06-09" to="2026-06-09"></manager-documents>`)
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('stand per service and per officer, and read well in every theme', async () => {
    server = answering({
      'GET /api/offices/samarinda/application-figures': {
        from: '2026-06-09',
        to: '2026-06-09',
        all: figures,
        services: [{ id: 'ktp-el', ...figures }],
        officers: [{ id: 'p1', name: 'Petugas 1 (contoh)', ...figures }],
      },
    })
    const element = await pane()
    await waitUntil(() => element.shadowRoot!.querySelectorAll('ui-table').length === 2)
    expect(row(element)).to.contain('KTP-el').and.to.contain('9 (75%)').and.to.contain('1 hari lebih cepat')
    await accessibleInThemes(element)
  })

  it('say so when nothing was promised, and when they cannot be had', async () => {
    const all = { from: '2026-06-09', to: '2026-06-09', all: none, services: [], officers: [] }
    server = answering({ 'GET /api/offices/samarinda/application-figures': all })
    const empty = await pane()
    await waitUntil(() => empty.shadowRoot!.querySelector('ui-state')?.kind === 'empty')
    server.restore()
    server = answering({})
    const failed = await pane()
    await waitUntil(() => failed.shadowRoot!.querySelector('ui-state')?.kind === 'error')
  })

  it('are in the own record of an officer', async () => {
    server = answering({ 'GET /api/me/application-figures': figures })
    const element = await fixture(html`<record-documents from="2026-06-09" to="2026-06-09"></record-documents>`)
    await waitUntil(() => element.shadowRoot!.querySelector('ui-figures') !== null)
    await accessibleInThemes(element)
  })
})
