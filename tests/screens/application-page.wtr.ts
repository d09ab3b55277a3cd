import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/documents/application-page.ts'
import type { ConsoleApplications } from '../../console/documents/application-page.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import { listOf, view } from '../helpers/application-views.ts'
import { at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes, press } from './ui-in-themes.ts'
import { buttonOf, openApplications, rowOf, server, tableOf } from '../helpers/application-page.ts'

const LIST = 'GET /api/offices/samarinda/applications'
const ADVANCE = 'POST /api/offices/samarinda/applications/a1/advance'

const banner = (page: Element) => page.shadowRoot!.querySelector('ui-banner')?.textContent?.replace(/\s+/g, ' ').trim()
const advances = () => server.asked.filter(r => r.path.endsWith('/advance')).map(r => r.body)

describe('the page of applications', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('reads well in every theme, with rows in every state', async () => {
    const page = await openApplications({
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
    const page = await openApplications({ [LIST]: listOf(view()) })
    expect(wordsOf(page)).to.contain('Terbuka 11Diterima 1Diproses 2Siap diambil 3Dikembalikan 5Diserahkan 4')
    page.shadowRoot!.querySelectorAll<HTMLElement>('.filter ui-button')[3]!.click()
    await waitUntil(() => server.asked.at(-1)!.query.get('state') === 'ready')
  })

  it('names the day beside a number wherever it stands away from its row [P14]', async () => {
    const before = view({ visitedOn: '2026-06-08', late: 2 })
    const page = await openApplications({
      [LIST]: listOf(before),
      [ADVANCE]: { application: { ...before, state: 'processing' } },
    })
    const heading = (tag: string) => page.shadowRoot!.querySelector(tag)?.getAttribute('heading')
    buttonOf(page, 'Tanggal baru: A-012')!.click()
    await waitUntil(() => heading('new-date-dialog') === 'Tanggal baru untuk A-012 (Senin, 8 Juni)')
    page.shadowRoot!.querySelector('new-date-dialog')!.dispatchEvent(new Event('dismiss'))
    buttonOf(page, 'Kembalikan: A-012')!.click()
    await waitUntil(() => heading('desk-choice') === 'Kembalikan A-012 (Senin, 8 Juni)?')
    page.shadowRoot!.querySelector('desk-choice')!.dispatchEvent(new Event('dismiss'))
    buttonOf(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (Senin, 8 Juni) sekarang: Diproses.'))
  })

  it('says in words which are late', async () => {
    const page = await openApplications({ [LIST]: listOf(view({ late: 2, promisedOn: '2026-06-05' })) })
    expect(rowOf(page)).to.contain('Jumat, 5 Juni').and.to.contain('lewat 2 hari kerja')
  })

  it('is searched by service, day of the visit and lateness; the day stands beside each number [P14]', async () => {
    const page = await openApplications({ [LIST]: listOf(view({ visitedOn: '2026-06-08' })) })
    expect(rowOf(page)).to.contain('A-012').and.to.contain('Senin, 8 Juni')
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

  it('finds one of a hundred services by typing its name, and all of them once that is taken away [P14]', async () => {
    const page = await openApplications({ [LIST]: listOf(view()) })
    const [first] = office.services.filter(s => s.document)
    const many = Array.from({ length: 100 }, (_, i) => ({ ...first!, id: `s${i}`, name: [`Izin ${i}`, ''] as const }))
    page.office = { ...office, services: [...office.services, ...many] }
    await page.updateComplete
    const field = page.shadowRoot!.querySelector<HTMLInputElement>('.sought input[list]')!
    const type = (name: string) => {
      field.value = name
      field.dispatchEvent(new Event('change'))
    }
    type('izin 42')
    await waitUntil(() => server.asked.at(-1)!.query.get('service') === 's42')
    type('')
    await waitUntil(() => !server.asked.at(-1)!.query.has('service'))
  })

  it('takes one step with many, says each refusal, and keeps what was refused chosen [P14]', async () => {
    const advance = (id: string) => `POST /api/offices/samarinda/applications/${id}/advance`
    const page = await openApplications({
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
    const boxes = [...tableOf(page).shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    expect(boxes.map(box => box.checked)).to.deep.equal([false, true, true])
    await accessibleInThemes(page)
  })

  it('takes the next step by one button, and takes it back by one key', async () => {
    const page = await openApplications({
      [LIST]: listOf(view()),
      [ADVANCE]: (r: { body: { to: ApplicationView['state'] } }) => ({
        application: view({ state: r.body.to, before: r.body.to === 'received' ? 'processing' : 'received' }),
      }),
    })
    buttonOf(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Diproses.'))
    press(window as unknown as Element, 'z')
    await waitUntil(() => advances().length === 2 && !banner(page))
    expect(advances()).to.deep.equal([{ to: 'processing' }, { to: 'received' }])
  })

  it('takes a double click for one step', async () => {
    const page = await openApplications({
      [LIST]: () => listOf(advances().length === 0 ? view() : view({ state: 'processing', before: 'received' })),
      [ADVANCE]: { application: view({ state: 'processing', before: 'received' }) },
    })
    buttonOf(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => buttonOf(page, 'Siap diambil: A-012'))
    buttonOf(page, 'Siap diambil: A-012')!.click()
    await page.updateComplete
    expect(advances()).to.deep.equal([{ to: 'processing' }])
  })

  it('returns papers with a reason, by keyboard alone', async () => {
    const page = await openApplications({
      [LIST]: listOf(view()),
      [ADVANCE]: { application: view({ state: 'returned', before: 'received', reason: 'unreadable' }) },
    })
    buttonOf(page, 'Kembalikan: A-012')!.click()
    await page.updateComplete
    press(page.shadowRoot!.querySelector('desk-choice')!, '2')
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Dikembalikan.'))
    expect(advances()).to.deep.equal([{ to: 'returned', reason: 'unreadable' }])
    expect(page.shadowRoot!.querySelector('desk-choice')).to.equal(null)
  })

  it('undoes completed papers with the reason for which they had been returned', async () => {
    const returned = view({ state: 'returned', before: 'received', reason: 'dataMismatch', settled: true })
    const page = await openApplications({
      [LIST]: listOf(returned),
      [ADVANCE]: { application: view({ before: 'returned' }) },
    })
    buttonOf(page, 'Berkas lengkap: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Diterima.'))
    page.shadowRoot!.querySelector<HTMLElement>('.undo')!.click()
    await waitUntil(() => advances().length === 2)
    expect(advances()[1]).to.deep.equal({ to: 'returned', reason: 'dataMismatch' })
  })

  it('keeps a step that may not have arrived, and sends it again', async () => {
    let fails = true
    const page = await openApplications({
      [LIST]: listOf(view()),
      [ADVANCE]: () =>
        fails ? new Error('UNAVAILABLE') : { application: view({ state: 'processing', before: 'received' }) },
    })
    buttonOf(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 belum tersimpan.'))
    fails = false
    page.shadowRoot!.querySelector<HTMLElement>('ui-banner ui-button')!.click()
    await waitUntil(() => banner(page)?.startsWith('A-012 (hari ini) sekarang: Diproses.'))
    const keys = server.asked.filter(r => r.path.endsWith('/advance')).map(r => r.key)
    expect(keys).to.deep.equal([keys[0], keys[0]])
  })

  it('says no more of a step without an answer once the list shows that it happened', async () => {
    let state: ApplicationView['state'] = 'received'
    const page = await openApplications({
      [LIST]: () => listOf(view({ state })),
      [ADVANCE]: () => {
        state = 'processing'
        return new Error('UNAVAILABLE')
      },
    })
    buttonOf(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => rowOf(page).includes('Diproses'))
    await waitUntil(() => banner(page) === undefined)
    expect(advances()).to.have.length(1)
  })

  it('says when somebody else was first', async () => {
    const page = await openApplications({ [LIST]: listOf(view()), [ADVANCE]: new Error('APPLICATION_STATE') })
    buttonOf(page, 'Mulai proses: A-012')!.click()
    await waitUntil(() => banner(page) === 'Keadaan permohonan ini sudah berubah.')
  })

  it('searches by number, and only by what a number may hold', async () => {
    const page = await openApplications({ [LIST]: listOf() })
    const input = page.shadowRoot!.querySelector('ui-search')!.shadowRoot!.querySelector('input')!
    input.value = ' a-0%12 '
    input.dispatchEvent(new Event('input'))
    await waitUntil(() => server.asked.at(-1)!.query.get('q') === 'a-012')
    await waitUntil(() => page.shadowRoot!.querySelector('ui-state')?.heading === 'Tidak ada yang cocok')
  })

  it('has a design for nothing there, an error and a lost connection', async () => {
    const empty = await openApplications({ [LIST]: listOf() })
    expect(empty.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Tidak ada permohonan di sini')
    server.restore()
    const failed = await openApplications({ [LIST]: new Error('UNAVAILABLE') })
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
    const page = await openApplications({ [LIST]: listOf(view()) }, 'manager')
    expect(rowOf(page)).to.contain('A-012')
    expect(tableOf(page).shadowRoot!.querySelectorAll('ui-button')).to.have.length(0)
  })
})
