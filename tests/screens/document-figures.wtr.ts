import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/manager/manager-documents.ts'
import '../../console/record/record-documents.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

let server: ReturnType<typeof answering>
const table = (page: Element) => page.shadowRoot!.querySelector('ui-table')!
const row = (page: Element) => table(page).shadowRoot!.querySelector('tbody tr')!.textContent!.replace(/\s+/g, ' ')

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
