import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/integrity/integrity-page.ts'
import type { IntegrityPage } from '../../console/reports/integrity/integrity-page.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const READ = 'GET /api/offices/samarinda/integrity'
const DECIDE = 'POST /api/offices/samarinda/integrity/2026-05'
const CLOSED = Date.parse('2026-06-08T02:00:00Z')
const reached = {
  unit: { finished: 1200, invited: 600, answered: 330 },
  services: [{ id: 'ktp-el', finished: 1200, invited: 600, answered: 330 }],
  channels: [{ id: 'walkIn', finished: 1200, invited: 600, answered: 330 }],
}
const honest = {
  ...{ month: '2026-05', closedAt: CLOSED, looked: 300, flags: [], compared: { why: 'none' }, decisions: [] },
  reached,
}
const all = { n: 330, ikm: 84.52, mutu: 'B', low: 82.1, high: 86.7 }
const flagged = {
  ...honest,
  flags: [
    { kind: 'minutes', key: 'phone', answers: 30, on: '2026-05-20' },
    { kind: 'alike', device: 'office', counterId: '3' },
    { kind: 'response', counterId: '2', answers: 90, percent: 72, others: 31 },
    { kind: 'same' },
  ],
  compared: { with: all, without: { ...all, n: 300, ikm: 81.07, low: 78.6, high: 83.4 } },
}
let server: ReturnType<typeof answering>

async function open(month: object | null | Error, { role = 'manager' as Role, running = [] as object[] } = {}) {
  const view = month instanceof Error ? month : { months: month ? ['2026-05', '2026-04'] : [], month, running }
  server = answering({ [READ]: view, [DECIDE]: { ok: true } })
  const page = await fixture<IntegrityPage>(
    html`<integrity-page .office=${office} .staff=${staffOf(role)} .live=${still()}></integrity-page>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('#blind, ui-state[kind="error"]'))
  await pane(page)?.updateComplete
  return page
}
const pane = (page: IntegrityPage) => page.shadowRoot!.querySelector('decision-pane')
const said = (root: { shadowRoot: ShadowRoot | null }) => root.shadowRoot!.textContent!.replace(/\s+/g, ' ')

describe('what should be looked at', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('is nothing in an honest month, which is said, with who was invited and what cannot be seen [S50]', async () => {
    const page = await open(honest)
    await accessibleInThemes(page)
    expect(page.shadowRoot!.querySelector('ui-state')!.getAttribute('heading')).to.equal(
      'Tidak ada yang perlu diperiksa',
    )
    expect(pane(page)).to.equal(null)
    for (const words of [
      '1.200',
      '600',
      '55,0%',
      '27,5%',
      'Kecurangan yang sama di semua loket',
      'semua kunjungan selesai',
    ])
      expect(said(page)).to.contain(words)
  })

  it('is said in words with how many, and with and without them; the head decides with a reason [S52] [S53]', async () => {
    const page = await open(flagged)
    await accessibleInThemes(page)
    for (const words of [
      'Banyak jawaban dalam lima menit',
      '30 jawaban · dari satu ponsel · 20 Mei 2026',
      'jumlahnya ditutup: terlalu sedikit jawaban loket ini',
      '72% di sini, 31% di loket lain',
      'kurang dari 8 jawaban',
    ])
      expect(said(page)).to.contain(words)
    const decision = pane(page)!
    for (const words of ['84,52', '81,07', '78,6–83,4', 'Belum ada keputusan']) expect(said(decision)).to.contain(words)
    const inside = decision.shadowRoot!
    const button = inside.querySelector('ui-button')!
    expect(button.disabled).to.equal(true)
    inside.querySelectorAll('input')[1]!.click()
    const reason = inside.querySelector('textarea')!
    reason.value = 'Satu ponsel, tiga puluh tautan.'
    reason.dispatchEvent(new Event('input'))
    await decision.updateComplete
    button.click()
    await waitUntil(() => said(decision).includes('Keputusan tersimpan'))
    const sent = server.asked.filter(a => a.method === 'POST').map(a => a.body)
    expect(sent).to.deep.equal([{ choice: 'leaveOut', reason: 'Satu ponsel, tiga puluh tautan.', seen: 0 }])
  })

  it('cannot be left out while it is held back, and is decided by the head alone [S52] [S53]', async () => {
    const closed = { ...flagged, compared: { with: all, why: 'alone' } }
    const page = await open(closed)
    expect(said(pane(page)!)).to.contain('selisihnya akan membuka satu loket')
    expect(pane(page)!.shadowRoot!.querySelectorAll('input')[1]!.disabled).to.equal(true)
    server.restore()
    const reader = await open(closed, { role: 'supervisor' })
    expect(pane(reader)!.shadowRoot!.querySelector('form')).to.equal(null)
  })

  it('names each decision with its reason, the last one first in force', async () => {
    const decisions = [
      { choice: 'leaveOut', reason: 'Satu ponsel.', by: 'Kepala Bidang (contoh)', at: CLOSED },
      { choice: 'count', reason: 'Ternyata rombongan.', by: 'Kepala Bidang (contoh)', at: CLOSED },
    ]
    const page = await open({ ...flagged, decisions })
    const items = [...pane(page)!.shadowRoot!.querySelectorAll('li')].map(li =>
      li.textContent!.replace(/\s+/g, ' ').trim(),
    )
    expect(items[1]).to.equal('Semua jawaban dihitung. Kepala Bidang (contoh), 8 Juni 2026: Ternyata rombongan.')
    expect(said(pane(page)!)).to.contain('Ternyata rombongan')
  })

  it('says that no month is closed yet, shows what piles up in the running one, and that it could not be read', async () => {
    const page = await open(null, { running: [{ kind: 'minutes', key: 'network', answers: 12, on: '2026-06-08' }] })
    await accessibleInThemes(page)
    expect(said(page)).to.contain('12 jawaban · dari satu jaringan · 8 Juni 2026')
    server.restore()
    const broken = await open(new Error('away'))
    expect(broken.shadowRoot!.querySelector('ui-state[kind="error"]')).not.to.equal(null)
  })
})
