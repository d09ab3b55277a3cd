import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/report/report-page.ts'
import type { ReportFiles } from '../../console/reports/report/report-files.ts'
import type { SkmReportPage } from '../../console/reports/report/report-page.ts'
import { NOTHING_DECIDED, TEXT_IDS } from '../../shared/survey/report/draft.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const READ = 'GET /api/offices/samarinda/reports/2026-Q1'
const SAVE = 'POST /api/offices/samarinda/reports/2026-Q1'
const FILE = `${SAVE}/file`
const view = {
  draft: NOTHING_DECIDED,
  version: 0,
  versions: [],
  proposals: Object.fromEntries(TEXT_IDS.map(id => [id, `Usulan ${id}.`])),
  stages: [{ activity: 'Pengumpulan data', when: '1 Januari 2026 s.d. 31 Maret 2026', days: '58' }],
  ...{ shown: true, n: 391, target: 377, ikm: 84.67, mutu: 'B', rows: true, planned: 3, followed: 0 },
  ...{ forumOn: null, minutes: '', signatory: false, pdf: true },
}
let server: ReturnType<typeof answering>

async function open(of: object = {}, more: Record<string, unknown> = {}) {
  server = answering({ [READ]: { ...view, ...of }, [SAVE]: { version: 1 }, ...more })
  const page = await fixture<SkmReportPage>(
    html`<skm-report-page .office=${office} .live=${still()}></skm-report-page>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('report-text, ui-state[kind="error"]'))
  await settled(page)
  return page
}
async function settled(page: SkmReportPage) {
  await page.updateComplete
  for (const text of texts(page)) await text.updateComplete
}
const texts = (page: SkmReportPage) => [...page.shadowRoot!.querySelectorAll('report-text')]
const area = (page: SkmReportPage, at: number) => texts(page)[at]!.shadowRoot!.querySelector('textarea')!
const button = (root: ParentNode, words: string) =>
  [...root.querySelectorAll('ui-button')].find(b => b.textContent.trim().startsWith(words))!
const bodies = () => server.asked.filter(a => a.method === 'POST').map(a => a.body)

describe('the report of a period', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    sessionStorage.clear()
  })

  it('says what it still lacks, and shows each text as a proposal [S64]', async () => {
    const page = await open()
    const words = wordsOf(page)
    expect(words).to.contain('IKM 84,67, mutu B')
    expect(words).to.contain('Responden 391 dari paling sedikit 377 beres')
    expect(words).to.contain('Usulan yang belum disetujui: 16 belum')
    expect(words).to.contain('Forum Konsultasi Publik (FKP): tanggal belum dicatat')
    expect(texts(page).length).to.equal(TEXT_IDS.length)
    expect(area(page, 0).value).to.equal('Usulan background.')
    await accessibleInThemes(page)
  })

  it('saves what was accepted, rewritten and called otherwise, and forgets what was discarded [S64]', async () => {
    const page = await open()
    button(texts(page)[0]!.shadowRoot!, 'Terima').click()
    await settled(page)
    const second = area(page, 1)
    second.value = 'Ditulis sendiri.'
    second.dispatchEvent(new Event('input'))
    await settled(page)
    const heading = texts(page)[3]!.shadowRoot!.querySelector('input')!
    heading.value = 'Tim SKM'
    heading.dispatchEvent(new Event('input'))
    await settled(page)
    expect(wordsOf(page)).to.contain('Usulan yang belum disetujui: 14')
    await accessibleInThemes(page)
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => bodies().length === 1)
    expect(bodies()[0]).to.deep.equal({
      draft: {
        ...NOTHING_DECIDED,
        texts: { background: 'Usulan background.', basis: 'Ditulis sendiri.' },
        titles: { team: 'Tim SKM' },
      },
      version: 0,
    })
    await waitUntil(() => wordsOf(page).includes('Tersimpan'))
  })

  it('accepts all proposals at once, and takes one back', async () => {
    const page = await open()
    button(page.shadowRoot!, 'Terima semua').click()
    await settled(page)
    expect(wordsOf(page)).to.contain('Usulan yang belum disetujui: 0 beres')
    button(texts(page)[2]!.shadowRoot!, 'Kembali').click()
    await settled(page)
    expect(wordsOf(page)).to.contain('Usulan yang belum disetujui: 1')
    button(page.shadowRoot!, 'Buang').click()
    await settled(page)
    expect(wordsOf(page)).to.contain('Usulan yang belum disetujui: 16')
  })

  it('gives files, says that one is being made, and offers the printable page where there is no PDF', async () => {
    const made = { name: 'laporan-skm_2026-Q1.pdf', type: 'application/pdf', content: 'JVBERg==' }
    const page = await open({}, { [FILE]: made })
    const files = page.shadowRoot!.querySelector<ReportFiles>('report-files')!
    const got: string[] = []
    files.save = file => got.push(file.name)
    button(files.shadowRoot!, 'PDF').click()
    await waitUntil(() => got.length === 1)
    await files.updateComplete
    expect(files.shadowRoot!.textContent).to.contain('Berkas selesai: laporan-skm_2026-Q1.pdf')
    expect(bodies()).to.deep.equal([{ format: 'pdf' }])
    server.restore()
    const without = await open({ pdf: false, rows: false })
    const buttons = [...without.shadowRoot!.querySelector('report-files')!.shadowRoot!.querySelectorAll('ui-button')]
    expect(buttons.map(b => b.textContent.trim())).to.deep.equal(['HTML untuk dicetak', 'XLSX'])
    await accessibleInThemes(without)
  })

  it('keeps what is typed when it could not be saved because somebody else was first', async () => {
    const refused = Object.assign(new Error(), { code: 'SKM_CHANGED' })
    const page = await open({ version: 2 }, { [SAVE]: refused })
    button(texts(page)[0]!.shadowRoot!, 'Terima').click()
    await settled(page)
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => page.shadowRoot!.querySelector('form ui-banner'))
    await aTimeout(50)
    expect(wordsOf(page)).to.contain('Usulan yang belum disetujui: 15')
  })
})
