import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/loop/follow-up-page.ts'
import type { FollowUpPage } from '../../console/reports/loop/follow-up-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const CASES = 'GET /api/offices/samarinda/complaints'
const ACT = 'POST /api/offices/samarinda/complaints/c-1'
const nobody = { owner: null, answer: null, answeredOn: null, doneOn: null, laporNumber: null, laporState: null }
const base = { ...nobody, service: 'ktp-el', kind: 'normative', late: false, told: [], steps: 0 }
const fresh = {
  ...base,
  id: 'c-1',
  words: 'Dipanggil setelah nomor di belakang saya.',
  state: 'new',
  due: '2026-06-15',
}
const late = {
  ...{ ...base, id: 'c-2', words: 'Diminta fotokopi dua kali.', state: 'handled', due: '2026-06-05', steps: 1 },
  ...{ owner: 'p2', late: true, told: ['p1'] },
}
const answered = {
  ...{ ...base, id: 'c-3', words: 'Antrean lansia tidak jelas.', state: 'answered', due: '2026-06-15', steps: 2 },
  ...{
    answer: 'Jalurnya sudah diberi tanda.',
    answeredOn: '2026-06-08',
    laporNumber: '1200345',
    laporState: 'selesai',
  },
}
const owners = [
  { id: 'p1', name: 'Petugas 1 (contoh)' },
  { id: 'p2', name: 'Petugas 2 (contoh)' },
]
let server: ReturnType<typeof answering>

async function open(complaints: readonly object[] | Error, act: unknown = { ok: true }) {
  server = answering({
    [CASES]: complaints instanceof Error ? complaints : { complaints, owners },
    [ACT]: act,
  })
  const page = await fixture<FollowUpPage>(
    html`<follow-up-page .office=${office} .staff=${staffOf('manager')} .live=${still()}></follow-up-page>`,
  )
  await waitUntil(() =>
    page.shadowRoot!.querySelector('complaint-card, ui-state[kind="empty"], ui-state[kind="error"]'),
  )
  for (const card of page.shadowRoot!.querySelectorAll('complaint-card')) await card.updateComplete
  return page
}
const cards = (page: FollowUpPage) => [...page.shadowRoot!.querySelectorAll('complaint-card')]
const said = (page: FollowUpPage, at: number) => cards(page)[at]!.shadowRoot!.textContent!.replace(/\s+/g, ' ')
const acts = () => server.asked.filter(a => a.method === 'POST').map(a => a.body)

describe('complaints that are followed up', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('stand by their state, each with its deadline, its owner and whether it is late [S43]', async () => {
    const page = await open([late, fresh, answered])
    expect([...page.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent!.trim())).to.deep.equal([
      'Baru (1)',
      'Ditangani (1)',
      'Dijawab (1)',
      'Selesai (0)',
    ])
    expect(said(page, 0)).to.contain('Normatif, paling lambat Senin, 15 Juni 2026')
    expect(said(page, 0)).to.contain('Penanggung jawab: Belum ada')
    expect(said(page, 1)).to.contain('Lewat batas 2 hari kerja')
    expect(said(page, 1)).to.contain('Diberitahukan kepada Petugas 1 (contoh)')
    expect(said(page, 2)).to.contain('LAPOR! 1200345 selesai')
    expect(wordsOf(page)).to.contain('1 keluhan lewat batas diberitahukan kepada Anda.')
    await accessibleInThemes(page)
    for (const card of cards(page)) card.shadowRoot!.querySelector('details')!.open = true
    await accessibleInThemes(page)
  })

  it('are sorted, given to somebody, answered and ended, each act once with the steps that were seen [S43]', async () => {
    const page = await open([fresh])
    const root = cards(page)[0]!.shadowRoot!
    root.querySelector('details')!.open = true
    const [kind, owner] = root.querySelectorAll('select')
    const choose = async (select: HTMLSelectElement, value: string) => {
      const n = acts().length
      select.value = value
      select.dispatchEvent(new Event('change'))
      await waitUntil(() => acts().length > n)
      await aTimeout(50)
    }
    await choose(kind!, 'light')
    await choose(owner!, 'p2')
    const text = root.querySelector('textarea')!
    text.value = ' Kami minta maaf. '
    text.dispatchEvent(new Event('input'))
    await cards(page)[0]!.updateComplete
    root.querySelector<HTMLElement>('ui-button[variant="primary"]')!.click()
    await waitUntil(() => acts().length === 3)
    expect(acts()).to.deep.equal([
      { act: { do: 'sort', kind: 'light' }, steps: 0 },
      { act: { do: 'assign', owner: 'p2' }, steps: 0 },
      { act: { do: 'answer', text: 'Kami minta maaf.' }, steps: 0 },
    ])
    await waitUntil(() => page.shadowRoot!.textContent!.includes('Tersimpan'))
  })

  it('are narrowed to the late ones and to the own ones', async () => {
    const page = await open([late, fresh, answered])
    const select = page.shadowRoot!.querySelector('select')!
    expect([...select.options].map(o => o.textContent.trim())).to.deep.equal([
      'Semua (3)',
      'Lewat batas (1)',
      'Milik saya (0)',
    ])
    select.value = 'late'
    select.dispatchEvent(new Event('change'))
    await page.updateComplete
    expect(cards(page).length).to.equal(1)
    expect(said(page, 0)).to.contain('Diminta fotokopi dua kali.')
  })

  it('are said to be none, or asked for again after an error', async () => {
    expect((await open([])).shadowRoot!.querySelector('ui-state')!.getAttribute('heading')).to.contain(
      'Belum ada keluhan',
    )
    server.restore()
    const page = await open(new Error('UNREACHABLE'))
    page.shadowRoot!.querySelector('ui-state')!.dispatchEvent(new CustomEvent('retry'))
    await waitUntil(() => server.asked.length >= 2)
  })

  it('stand on a phone of 360 pixels without running out of it', async () => {
    const page = await open([late, fresh, answered])
    const box = page.parentElement!
    box.style.width = '360px'
    await page.updateComplete
    for (const card of cards(page)) card.shadowRoot!.querySelector('details')!.open = true
    expect(page.scrollWidth).to.be.at.most(360)
    box.style.width = ''
  })
})
