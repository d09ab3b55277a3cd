import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/proof/record-readers.ts'
import '../../console/proof/record-visits.ts'
import type { RecordVisits } from '../../console/proof/record-visits.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const visit = {
  ...{ date: '2026-06-09', seq: 4, number: 'A004', serviceId: 'ktp-el', counterId: '1', outcome: 'done' },
  ...{ calledAt: at('09:20'), startedAt: at('09:21'), endedAt: at('10:51'), mark: null },
}
const mark = { id: 'm1', reason: 'lateFinish', at: at('11:00') }

describe('the clock of own visits', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function open(visits: object[], until = '2026-06-16') {
    server = answering({
      'GET /api/me/visits': { visits, until },
      'POST /api/me/visits/2026-06-09/4/clock': { mark },
    })
    const pane = await fixture<RecordVisits>(html`<record-visits .office=${office} today="2026-06-09"></record-visits>`)
    await waitUntil(() => !pane.shadowRoot!.querySelector('ui-state:not([kind="empty"])'))
    return pane
  }
  const buttons = (pane: Element): HTMLElement[] => {
    const table = pane.shadowRoot!.querySelector('ui-table')
    const own = [...pane.shadowRoot!.querySelectorAll('ui-button')]
    return [...own, ...(table?.shadowRoot!.querySelectorAll('ui-button') ?? [])]
  }
  const button = (pane: Element, word: string) => buttons(pane).find(b => b.textContent?.trim() === word)

  it('reads well in every theme, also while the reason is asked for', async () => {
    const pane = await open([visit, { ...visit, seq: 5, number: 'A005', mark }])
    button(pane, 'Tandai jam keliru')!.click()
    await pane.updateComplete
    await accessibleInThemes(pane)
  })

  it('asks why, sends the mark and tells the page that figures are others [O160]', async () => {
    const pane = await open([visit])
    let told = 0
    pane.addEventListener('clocks', () => told++)
    button(pane, 'Tandai jam keliru')!.click()
    await pane.updateComplete
    expect(pane.shadowRoot!.querySelector('.why b')!.textContent).to.equal('Mengapa jam nomor A004 keliru?')
    button(pane, 'Lupa menekan “Selesai”')!.click()
    await waitUntil(() => told === 1)
    expect(pane.shadowRoot!.querySelector('.why')).to.equal(null)
  })

  it('offers no mark after the last day, and says what helps then [O161]', async () => {
    const pane = await open([visit], '2026-06-08')
    expect(button(pane, 'Tandai jam keliru')).to.equal(undefined)
    expect(pane.shadowRoot!.textContent).to.match(/Ajukan keberatan/)
  })
})

describe('who looked at the own record', () => {
  it('is told by name, for whom, what and when [O162]', async () => {
    setLang('id')
    const reading = { reader: 'Atasan (contoh)', for: null, what: 'record', period: '2026-Q1', at: at('08:02') }
    const server = answering({
      'GET /api/me/readings': {
        readings: [reading, { ...reading, for: 'Kepala (contoh)' }, { ...reading, period: '2026-07-12..2026-10-09' }],
        people: [],
        unit: true,
      },
    })
    const pane = await fixture(html`<record-readers zone="WITA"></record-readers>`)
    await waitUntil(() => pane.shadowRoot!.querySelectorAll('li').length === 3)
    expect(pane.shadowRoot!.querySelectorAll('li')[1]!.textContent).to.match(
      /a\.n\. Kepala.*Catatan kerja, tanpa nilai dari warga, Triwulan I 2026.*08\.02/s,
    )
    expect(pane.shadowRoot!.querySelectorAll('li')[2]!.textContent).to.include('12 Juli 2026 – 9 Oktober 2026')
    expect(pane.shadowRoot!.textContent).to.include('Dapat membukanya hari ini: pimpinan kantor.')
    await accessibleInThemes(pane)
    server.restore()
  })
})
