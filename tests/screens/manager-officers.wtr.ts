import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/manager/manager-officers.ts'
import type { ManagerOfficers } from '../../console/manager/manager-officers.ts'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import { setLang } from '../../shared/web/lang.ts'
import { office, staffOf, still } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import { answer, FIGURES, figures, five, server, settled, visit } from '../helpers/manager-pages.ts'
import { DATE } from '../helpers/unit-facts.ts'

describe("the manager's pages", () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  describe('counters and officers', () => {
    const open = async (value: UnitFigures) => {
      answer({ [FIGURES]: value })
      const page = await fixture<ManagerOfficers>(
        html`<manager-officers .office=${office} .staff=${staffOf('manager')} .live=${still()}></manager-officers>`,
      )
      await settled(page)
      return page
    }

    it('reads well in every theme', async () => {
      await accessibleInThemes(await open(figures([visit('p2', '2', 5), visit('p9', '5', 9)])))
    })

    it('lead to the record of an officer only where the office lets whoever reads the unit open it [O230]', async () => {
      const links = async (scoresForManager: boolean) => {
        const page = await open(figures([visit('p2', '2', 5)]))
        page.office = { ...office, scoresForManager }
        await page.updateComplete
        const table = page.shadowRoot!.querySelectorAll<HTMLElement & { updateComplete: Promise<unknown> }>('ui-table')
        for (const one of table) await one.updateComplete
        return [...table].flatMap(one => [...one.shadowRoot!.querySelectorAll('a')].map(a => a.getAttribute('href')))
      }
      expect(await links(false)).to.deep.equal([])
      server.restore()
      expect(await links(true)).to.deep.equal(['#/petugas/p2'])
    })

    it('stand in the order of the counters, however slow or fast [O7]', async () => {
      const page = await open(figures([...five('p9', '5', 2), ...five('p2', '2', 30)]))
      const charts = [...page.shadowRoot!.querySelectorAll('ui-chart-canvas')]
      expect(charts[0]!.bars.map(b => b.label)).to.deep.equal(office.counters.map(c => c.name))
      expect(charts[3]!.bars.map(b => [b.label, b.text])).to.deep.equal([
        ['Petugas 2 (contoh)', '30,0 (n 5)'],
        ['Petugas 9 (contoh)', '2,0 (n 5)'],
      ])
    })

    it('give every chart a sentence, and the same numbers as a table', async () => {
      const page = await open(figures([visit('p2', '2', 5)]))
      const chart = page.shadowRoot!.querySelectorAll('ui-chart-canvas')[2]!
      expect(chart.label).to.equal('Per petugas, Layanan selesai: Petugas 2 (contoh) 1')
      const frame = chart.shadowRoot!.querySelector('ui-chart')!
      frame.shadowRoot!.querySelector('button')!.click()
      await frame.updateComplete
      const table = frame.shadowRoot!.querySelector('ui-table')!
      await table.updateComplete
      const cells = [...table.shadowRoot!.querySelectorAll('td')].map(td => td.textContent!.trim())
      expect(cells).to.deep.equal(['Petugas 2 (contoh)', '1'])
    })

    it('say so when nobody was served', async () => {
      const page = await open(figures([]))
      expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum ada yang dilayani pada periode ini')
    })

    it('can be taken along as a file of the very period and table [O19]', async () => {
      const page = await open(figures([visit('p2', '2', 5)]))
      const TAKE = 'POST /api/offices/samarinda/tables'
      server.restore()
      answer({ [TAKE]: { name: 'officers.csv', type: 'text/csv', content: btoa('a;b') } })
      const exports = [...page.shadowRoot!.querySelectorAll('table-export')]
      expect(exports.map(e => e.of.table)).to.deep.equal(['services', 'counters', 'officers'])
      let name = ''
      exports[2]!.save = file => void (name = file.name)
      exports[2]!.shadowRoot!.querySelectorAll('ui-button')[1]!.click()
      await waitUntil(() => name === 'officers.csv')
      expect(server.asked.find(a => a.path.endsWith('/tables'))!.body).to.deep.equal({
        ...{ table: 'officers', from: DATE, to: DATE, format: 'csv', lang: 'id' },
      })
    })

    it('ask again for the period chosen', async () => {
      const page = await open(figures([visit('p2', '2', 5)]))
      const picker = page.shadowRoot!.querySelector('record-period')!
      const select = picker.shadowRoot!.querySelector('select')!
      select.value = 'quarter'
      select.dispatchEvent(new Event('change'))
      const asked = () => server.asked.filter(r => r.path.endsWith('/figures'))
      await waitUntil(() => asked().length === 2)
      expect([...asked()[1]!.query]).to.deep.equal([
        ['from', '2026-04-01'],
        ['to', DATE],
      ])
    })
  })
})
