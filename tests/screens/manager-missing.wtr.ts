import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/manager/manager-missing.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const PAPERS = 'GET /api/offices/samarinda/missing-papers'
let server: ReturnType<typeof answering>

async function open(papers: readonly object[]) {
  server = answering({ [PAPERS]: { papers } })
  const pane = await fixture(
    html`<manager-missing .office=${demoOffice} from="2026-06-01" to="2026-06-30"></manager-missing>`,
  )
  await waitUntil(
    () => pane.shadowRoot!.querySelector('ui-table')?.shadowRoot ?? pane.shadowRoot!.querySelector('[kind="empty"]'),
  )
  return pane
}

describe('papers that were missing', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('stand with their month, service and the visits of which they were missing [D29]', async () => {
    const { requirements, cases } = demoOffice.services.find(s => s.id === 'ktp-el')!
    const [{ id, name }] = [requirements[0]!]
    const pane = await open([
      { month: '2026-06', serviceId: 'ktp-el', case: cases[0]!.id, paper: id, n: 6, of: 20 },
      { month: '2026-06', serviceId: 'ktp-el', case: null, paper: 'other', n: 2, of: 20 },
    ])
    const rows = [...pane.shadowRoot!.querySelector('ui-table')!.shadowRoot!.querySelectorAll('tbody tr')]
    expect(rows.map(row => [...row.children].map(cell => cell.textContent!.trim()))).to.deep.equal([
      ['2026-06', 'KTP-el', cases[0]!.label[0], name[0], '6 dari 20'],
      ['2026-06', 'KTP-el', '–', 'Berkas lain', '2 dari 20'],
    ])
    await accessibleInThemes(pane)
  })

  it('are said to be none where none was recorded', async () => {
    const empty = (await open([])).shadowRoot!.querySelector('ui-state')!
    expect(empty.getAttribute('heading')).to.contain('Tidak ada berkas kurang yang tercatat')
  })
})
