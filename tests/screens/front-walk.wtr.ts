import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/front/walk-print.ts'
import type { WalkPrint } from '../../console/front/walk-print.ts'
import type { Taken } from '../../console/print/walk-slip.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { setLang } from '../../shared/web/lang.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const NOW = Date.UTC(2026, 5, 9, 2, 30)
const taken = (number: string) =>
  ({
    ticket: { number, serviceId: 'ktp-el', takenAt: NOW, priority: false },
    ...{ token: 'x', path: '/t/x', ahead: 7, range: { from: NOW + 600_000, to: NOW + 1_500_000 } },
  }) as unknown as Taken

describe('a number taken at the front desk', () => {
  const print = window.print
  let printed: string[] = []
  beforeEach(() => {
    setLang('id')
    localStorage.clear()
    printed = []
    // What stands alone on the page at this moment is what the printer gets.
    window.print = () => {
      const slip = document.querySelector('walk-slip')!
      printed.push(`${slip.shadowRoot!.querySelector('ui-number')!.value} ${slip.shadowRoot!.textContent}`)
    }
  })
  afterEach(() => (window.print = print))

  const open = () => fixture<WalkPrint>(html`<walk-print .office=${demoOffice} .taken=${taken('A-012')}></walk-print>`)
  const prints = (n: number) => waitUntil(() => printed.length === n, `printed ${n} times`, { timeout: 5_000 })

  it('prints its slip by itself, and again by P', async () => {
    await open()
    await prints(1)
    expect(printed[0]).to.contain('A-012')
    expect(printed[0]).to.contain('Orang di depan')
    expect(printed[0]).to.contain('10.40–10.55')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', cancelable: true }))
    await prints(2)
    expect(document.querySelector('walk-slip'), 'nothing is left on the page').to.equal(null)
  })

  it('prints the next one too, and none at a desk that says so', async () => {
    const element = await open()
    await prints(1)
    element.taken = taken('A-013')
    await prints(2)
    expect(printed[1]).to.contain('A-013')
    const choice = element.shadowRoot!.querySelector('ui-choice')!
    choice.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }))
    element.taken = taken('A-014')
    await aTimeout(300)
    expect(printed).to.have.length(2)
    await open()
    await aTimeout(300)
    expect(printed, 'remembered at this desk').to.have.length(2)
  })

  it('reads well in every theme', async () => {
    localStorage.setItem('tanggap.console.printAtOnce', 'no')
    await accessibleInThemes(await open())
  })
})
