import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/manager/reasons/manager-reasons.ts'
import type { ManagerReasons } from '../../console/manager/reasons/manager-reasons.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import type { ServiceReasons } from '../../shared/survey/reasons.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const REASONS = 'GET /api/offices/samarinda/reasons'
const SUGGESTIONS = 'POST /api/offices/samarinda/suggestions'
const shown: ServiceReasons = {
  serviceId: 'ktp-el',
  showing: { from: '2026-05-01', through: '2026-05-31' },
  rated: 34,
  reasons: { slow: 5, refused: 0, unfriendly: 1, unclear: 2, room: 3, system: 0, other: 1 },
  suggestions: 2,
}
const few: ServiceReasons = {
  serviceId: 'legalisir',
  showing: { why: 'few' },
  rated: 4,
  reasons: null,
  suggestions: null,
}
let server: ReturnType<typeof answering>

/** The page on the twentieth of June: May is the last month for which nobody can answer any more. */
async function open(services: readonly ServiceReasons[] | Error) {
  const answer = services instanceof Error ? services : { period: fixedPeriod('2026-05'), services }
  server = answering({
    [REASONS]: answer,
    [SUGGESTIONS]: { suggestions: ['Bagus', 'Tambah kursi'] },
  })
  const page = await fixture<ManagerReasons>(
    html`<manager-reasons .office=${office} today="2026-06-20"></manager-reasons>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('ui-chart-bars, ui-state[kind="empty"], ui-state[kind="error"]'))
  return page
}
const root = (page: ManagerReasons) => page.shadowRoot!

describe('reasons and suggestions', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('stand by service of the last closed month, and what is held back says why [S24]', async () => {
    const page = await open([shown, few])
    expect(server.asked[0]!.query.get('month')).to.equal('2026-05')
    expect(wordsOf(page)).to.contain('34 penilaian')
    const bars = root(page).querySelector('ui-chart-bars')!
    expect(bars.rows.slice(0, 2).map(({ label, text }) => `${label} ${text}`)).to.deep.equal([
      'Terlalu lama 5',
      'Berkas ditolak tanpa penjelasan 0',
    ])
    expect(bars.max, 'every service on one scale: the share of its ratings').to.equal(34)
    expect(root(page).querySelector('.held')!.textContent).to.contain('belum 10 penilaian')
    expect(wordsOf(page)).not.to.contain('Tambah kursi')
    await accessibleInThemes(page)
  })

  it('of another month are asked for, and close the suggestions that were open', async () => {
    const page = await open([shown])
    root(page).querySelector<HTMLElement>('article ui-button')!.click()
    await waitUntil(() => root(page).querySelector('.texts'))
    const select = root(page).querySelector('select')!
    select.value = '2026-04'
    select.dispatchEvent(new Event('change'))
    await waitUntil(() => server.asked.some(({ query }) => query.get('month') === '2026-04'))
    expect(root(page).querySelector('.texts')).to.equal(null)
  })

  it('are read only once somebody asks for them, and then the eye and the keyboard are with them [S25]', async () => {
    const page = await open([shown])
    root(page).querySelector<HTMLElement>('article ui-button')!.click()
    await waitUntil(() => root(page).activeElement?.id === 'texts')
    const list = root(page).querySelector('suggestion-list')!.shadowRoot!
    const told = () => [...list.querySelectorAll('li')].map(li => li.textContent)
    expect(told()).to.deep.equal(['Bagus', 'Tambah kursi'])
    expect(server.asked.at(-1)!.body).to.deep.equal({ month: '2026-05', service: 'ktp-el' })
    // Each table has its own row of files right below it.
    const order = [...root(page).querySelectorAll('.services, table-export, .texts')].map(
      e => e.className || e.localName,
    )
    expect(order).to.deep.equal(['services', 'table-export', 'texts', 'table-export'])
    await accessibleInThemes(page)
    const topics = [...list.querySelectorAll('option')].map(o => o.textContent.trim())
    expect(topics, 'what nobody spoke of is no choice').to.deep.equal(['Semua topik (2)', 'Tempat dan sarana (1)'])
    const type = async (control: HTMLInputElement | HTMLSelectElement, value: string, event: string) => {
      control.value = value
      control.dispatchEvent(new Event(event))
      await root(page).querySelector('suggestion-list')!.updateComplete
    }
    await type(list.querySelector('select')!, 'place', 'change')
    expect(told()).to.deep.equal(['Tambah kursi'])
    await type(list.querySelector('input')!, 'parkir', 'input')
    expect(told()).to.deep.equal([])
    expect(list.querySelector('[role="status"]')!.textContent).to.contain('Tidak ada saran yang cocok')
    expect(server.asked.length, 'nothing more is asked').to.equal(2)
  })

  it('are said to be none where nobody rated, and are asked for again after an error', async () => {
    expect(
      root(await open([]))
        .querySelector('ui-state')!
        .getAttribute('heading'),
    ).to.contain('Belum ada penilaian')
    server.restore()
    const page = await open(new Error('UNREACHABLE'))
    root(page).querySelector('ui-state')!.dispatchEvent(new CustomEvent('retry'))
    await waitUntil(() => server.asked.length >= 2)
  })
})
