import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/documents/application-page.ts'
import type { ConsoleApplications } from '../../console/documents/application-page.ts'
import type { DocumentNames } from '../../console/documents/document-names.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const LIST = 'GET /api/offices/samarinda/applications'
const SEARCH = 'POST /api/offices/samarinda/applications/search'
const COUNTS = { received: 1, processing: 0, ready: 0, handedOver: 0, returned: 0 }
const view = {
  ...{ id: 'a1', number: 'AR-07', serviceId: 'ktp-el', state: 'ready', before: null, reason: null },
  ...{ visitedOn: '2026-06-08', openedAt: at('09:00'), promisedOn: '2026-06-10', changedAt: at('09:00') },
  ...{ readyAt: at('09:00'), handedAt: null, delay: null, late: 0, settled: true },
}

let server: ReturnType<typeof answering>

async function open(answer: unknown, role: Role = 'frontDesk') {
  const list = { today: '2026-06-09', counts: COUNTS, applications: [view], more: false }
  server = answering({ [LIST]: list, [SEARCH]: answer })
  const page = await fixture<ConsoleApplications>(
    html`<console-applications .office=${office} .staff=${staffOf(role)} .live=${still()}></console-applications>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('ui-table'), 'the list is there')
  return page
}
const part = (page: Element) => page.shadowRoot!.querySelector<DocumentNames>('document-names')
const searches = () => server.asked.filter(r => r.path.endsWith('/search'))

async function find(page: Element, name: string): Promise<DocumentNames> {
  const names = part(page)!
  names.shadowRoot!.querySelector('input')!.value = name
  names.shadowRoot!.querySelector<HTMLElement>('form ui-button')!.click()
  await names.updateComplete
  return names
}

describe('documents by the name of whoever stands there', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('are found by the front desk, with day, first letter, service and state, and read well in every theme [P17]', async () => {
    const found = { applications: [{ ...view, holder: 'N•••' }], looked: 812, since: '2026-06-01', more: true }
    const page = await open(found)
    const names = await find(page, ' nurhayati ')
    await waitUntil(() => names.shadowRoot!.querySelector('li'), 'it is found')
    expect(searches().map(r => r.body)).to.deep.equal([{ name: 'nurhayati' }])
    expect(searches()[0]!.query.size).to.equal(0)
    expect(wordsOf(names))
      .to.contain('1 dokumen cocok, dari 812 nama.')
      .and.to.contain('Hanya 20 terbaru yang tampil')
      .and.to.contain('Kunjungan sebelum Senin, 1 Juni tidak ikut dicari')
      .and.to.contain('AR-07 Senin, 8 Juni N••• · KTP-el · Siap diambil')
    await accessibleInThemes(page)
  })

  it('are shown in the list by number and day, where each next step stands [P17]', async () => {
    const page = await open({ applications: [{ ...view, holder: 'N•••' }], looked: 1, since: null, more: false })
    const names = await find(page, 'nurhayati')
    await waitUntil(() => names.shadowRoot!.querySelector('li'), 'it is found')
    names.shadowRoot!.querySelector<HTMLElement>('li ui-button')!.click()
    await waitUntil(() => server.asked.at(-1)!.query.get('q') === 'AR-07')
    expect(Object.fromEntries(server.asked.at(-1)!.query)).to.deep.equal({ q: 'AR-07', date: '2026-06-08' })
    expect(page.shadowRoot!.querySelector('ui-search')!.value).to.equal('AR-07')
  })

  it('say what cannot be found, and when it is too often [P17]', async () => {
    const page = await open({ applications: [], looked: 3, since: null, more: false })
    expect(wordsOf(part(page)!)).to.contain('paling lambat 60 hari')
    const names = await find(page, 'siapa')
    await waitUntil(() => wordsOf(names).includes('Tidak ada yang cocok di antara 3 nama'))
    expect(wordsOf(names)).to.contain('Mungkin namanya sudah dihapus')
    server.restore()
    server = answering({ [SEARCH]: new AppError('TOO_MANY_ATTEMPTS', { retryAfter: 30 }) })
    await find(page, 'siapa lagi')
    await waitUntil(() => wordsOf(names).includes('Terlalu banyak percobaan'))
  })

  it('are not asked for with fewer than three letters, nor while somebody types [P17]', async () => {
    const page = await open({ applications: [], looked: 3, since: null, more: false })
    await find(page, 'nu')
    expect(searches()).to.deep.equal([])
  })

  it('are offered to nobody who may not open names [P17]', async () => {
    expect(part(await open({}, 'officer'))).to.equal(null)
    server.restore()
    expect(part(await open({}, 'manager'))).to.equal(null)
  })
})
