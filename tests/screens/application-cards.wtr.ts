import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/documents/application-page.ts'
import type { ConsoleApplications } from '../../console/documents/application-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'

const one = {
  ...{ id: 'a1', number: 'A-012', serviceId: 'ktp-el', state: 'received', before: null, reason: null },
  ...{ visitedOn: '2026-06-09', openedAt: at('09:00'), promisedOn: '2026-06-05', changedAt: at('09:00') },
  ...{ readyAt: null, handedAt: null, delay: null, late: 2, settled: false },
}
const list = {
  ...{ today: '2026-06-09', counts: { received: 1, processing: 2, ready: 3, handedOver: 4, returned: 5 } },
  ...{ applications: [one], more: false },
}

describe('the page of applications on a phone', () => {
  let server: ReturnType<typeof answering>
  beforeEach(async () => {
    setLang('id')
    await setViewport({ width: 390, height: 844 })
    server = answering({ 'GET /api/offices/samarinda/applications': list })
  })
  afterEach(async () => {
    server.restore()
    await setViewport({ width: 1366, height: 768 })
  })
  async function open() {
    const page = await fixture<ConsoleApplications>(
      html`<console-applications
        .office=${office}
        .staff=${staffOf('officer')}
        .live=${still()}
      ></console-applications>`,
    )
    await waitUntil(() => page.shadowRoot!.querySelector('ui-table'))
    const table = page.shadowRoot!.querySelector('ui-table')!
    await table.updateComplete
    return { page, table: table.shadowRoot! }
  }

  it('shows every act of a row without moving it sideways', async () => {
    const { table } = await open()
    const scroll = table.querySelector('.scroll')!
    expect(scroll.scrollWidth).to.equal(scroll.clientWidth)
    const buttons = [...table.querySelectorAll('ui-button')]
    expect(buttons).to.have.length(3)
    for (const button of buttons) expect(button.getBoundingClientRect().right).to.be.below(390)
    expect(table.querySelector('tbody tr')!.getBoundingClientRect().height).to.be.below(260)
  })

  it('counts in all states what is found in all of them [P14]', async () => {
    const { page } = await open()
    expect(wordsOf(page)).to.contain('Terbuka 11')
    const day = page.shadowRoot!.querySelector<HTMLInputElement>('.sought input')!
    day.value = '2026-06-08'
    day.dispatchEvent(new Event('change'))
    await waitUntil(() => wordsOf(page).includes('Semua 15'))
  })
})
