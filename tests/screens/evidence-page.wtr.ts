import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/proof/evidence-page.ts'
import type { EvidencePage } from '../../console/proof/evidence-page.ts'
import { evidenceOf } from '../../shared/officer/evidence/evidence.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, staffOf, still } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

let numbers = 0
const visit = (clock: string, change: Partial<VisitFact> = {}): VisitFact => ({
  ...{ date: '2026-06-09', no: numbers++, officerId: 'p1', counterId: '1', serviceId: 'ktp-el', queuedAt: at('07:50') },
  ...{ calledAt: at(clock), startedAt: at(clock), endedAt: at(clock) + 600_000, heldMs: 0, priority: false },
  ...{ outcome: 'done', ticketState: 'done' },
  ...change,
})
const sums = { served: 3, judged: 3, within: 3, shut: 0, unclocked: 0, others: 0 }
const VERSIONS = [{ version: 1, code: 'abc', at: at('10:00'), sums, current: true }]

describe('the page of the evidence', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function open(visits: readonly VisitFact[], versions: object[] = []) {
    const period = { from: '2026-06-09', to: '2026-06-09' }
    const evidence = evidenceOf('p1', { visits, outages: [] }, period, office)
    const asked = { evidence, journal: evidence.served, versions }
    server = answering({
      'GET /api/me/evidence/2026-06-09': asked,
      'GET /api/me/evidence/2026-06': asked,
      'POST /api/me/evidence/2026-06-09/version': { version: VERSIONS[0] },
    })
    const page = await fixture<EvidencePage>(
      html`<evidence-page .office=${office} .staff=${staffOf('officer')} .live=${still()}></evidence-page>`,
    )
    await waitUntil(() => !page.shadowRoot!.querySelector('ui-state:not([kind="empty"])'))
    return page
  }
  const WORK = [visit('08:00'), visit('08:20'), visit('13:00', { serviceId: 'legalisir' })]
  const linesOf = (page: EvidencePage) => page.shadowRoot!.querySelector('evidence-lines')!
  const button = (within: Element, word: RegExp) =>
    [...within.shadowRoot!.querySelectorAll('ui-button')].find(b => word.test(`${b.label} ${b.textContent}`))!

  it('reads well in every theme, with lines and without', async () => {
    await accessibleInThemes(await open(WORK, VERSIONS))
    server.restore()
    await accessibleInThemes(await open([]))
  })

  it('copies one line after another, in the order of the form, and says where it is', async () => {
    const lines = linesOf(await open(WORK, VERSIONS))
    const put: string[] = []
    lines.copy = async text => put.push(text) > 0
    const status = () => lines.shadowRoot!.querySelector('[role=status]')!.textContent!.trim()
    const next = async (word: RegExp) => {
      button(lines, word).click()
      await waitUntil(() => lines.updateComplete)
      await new Promise(r => setTimeout(r))
      await lines.updateComplete
    }
    await next(/Salin baris berikutnya/)
    expect(put[0]!.split('\t').slice(0, 6)).to.deep.equal([
      ...['09-06-2026', '08.00', '08.30', 'Melayani warga di Loket 1: KTP-el 2', '2 layanan', '2'],
    ])
    expect(put[0]).to.match(/\/periksa\/abc$/)
    expect(status()).to.equal('Baris 1 dari 2. Setelah ditempel, kembali ke sini dan tekan lagi.')
    await next(/Salin baris berikutnya/)
    expect(put[1]).to.contain('Legalisir 1')
    expect(status()).to.equal('Semua 2 baris sudah disalin.')
    lines.copy = async () => false
    await next(/Mulai lagi/)
    expect(status()).to.match(/tidak mengizinkan/)
  })

  it('says how the evidence link comes to be, until it is there [O384]', async () => {
    const said = 'terisi di setiap baris setelah Anda menekan “Buat kode periksa”'
    expect(linesOf(await open(WORK)).shadowRoot!.textContent).to.include(said)
    server.restore()
    expect(linesOf(await open(WORK, VERSIONS)).shadowRoot!.textContent).not.to.include(said)
  })

  it('shows every figure of a service on a phone, and the words beside the check code in whole lines [O384]', async () => {
    const page = await open(WORK)
    const note = page.shadowRoot!.querySelector('.check .note')!
    expect(note.getBoundingClientRect().width).to.be.above(200)
    await setViewport({ width: 360, height: 740 })
    const sums = page.shadowRoot!.querySelector('evidence-sums')!.shadowRoot!
    const [wide] = sums.querySelectorAll('.wide')
    expect(wide!.scrollWidth).to.be.at.most(wide!.clientWidth)
    await accessibleInThemes(page)
    await setViewport({ width: 1280, height: 800 })
  })

  it('says that the sum equals the journal, and which versions there are', async () => {
    const page = await open(WORK, VERSIONS)
    expect(page.shadowRoot!.textContent).to.match(
      /3 layanan, 1 hari kerja, 0 kegiatan lain\. Jumlah sama dengan jurnal: 3 = 3\./,
    )
    const sums = page.shadowRoot!.querySelector('evidence-sums')!
    expect(sums.shadowRoot!.querySelector('.versions li')!.textContent).to.match(/Versi 1.*berlaku.*3 dari 3/s)
  })

  it('hands over the file of each format, the PDF first, and shows the version that it is', async () => {
    const page = await open(WORK)
    server.restore()
    const evidence = linesOf(page).evidence
    server = answering({
      'POST /api/me/evidence/2026-06-09/file': {
        name: 'progres-harian_2026-06-09.pdf',
        type: 'application/pdf',
        content: '',
      },
      'GET /api/me/evidence/2026-06-09': { evidence, journal: 3, versions: VERSIONS },
    })
    const buttons = [...page.shadowRoot!.querySelectorAll('.files ui-button')].map(b => b.textContent!.trim())
    expect(buttons).to.deep.equal(['PDF', 'XLSX', 'CSV'])
    button(page, /PDF/).click()
    await waitUntil(() => page.shadowRoot!.querySelector('ui-qr'), 'its code', { timeout: 8000 })
  })

  it('keeps the line of the SKP for the year, and reads the lines again', async () => {
    const page = await open(WORK)
    const line = page.shadowRoot!.querySelector('skp-line')!
    const evidence = { ...linesOf(page).evidence, skp: 'Pelayanan kependudukan' }
    server.restore()
    server = answering({
      'POST /api/me/skp/2026': { ok: true },
      'GET /api/me/evidence/2026-06-09': { evidence, journal: 3, versions: [] },
    })
    line.shadowRoot!.querySelector('input')!.value = ' Pelayanan kependudukan '
    line.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => linesOf(page).evidence.skp !== '', 'read again')
    expect(line.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('Tersimpan')
    await linesOf(page).updateComplete
    expect(linesOf(page).shadowRoot!.querySelector('dl')!.textContent).to.contain('Pelayanan kependudukan')
  })
})
