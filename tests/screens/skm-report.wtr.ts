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
        on: { background: 'Usulan background.', basis: 'Usulan basis.' },
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

  it('puts what was written on top of what somebody else saved meanwhile, and shows where both wrote [S64]', async () => {
    const refused = Object.assign(new Error('SKM_CHANGED'), {})
    let newest: object = { ...view, version: 2 }
    let answer: unknown = refused
    const page = await open({}, { [READ]: () => newest, [SAVE]: () => answer })
    const write = async (at: number, said: string) => {
      const field = area(page, at)
      field.value = said
      field.dispatchEvent(new Event('input'))
      await settled(page)
    }
    await write(0, 'Tulisan saya.')
    await write(2, 'Maksud saya.')
    newest = {
      ...{ ...view, version: 3 },
      draft: {
        ...NOTHING_DECIDED,
        texts: { background: 'Tulisan mereka.', team: 'Tim mereka.' },
        signedOn: '2026-04-20',
      },
    }
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => wordsOf(page).includes('Versi 3 disimpan orang lain'))
    await settled(page)
    expect([0, 2, 3].map(at => area(page, at).value)).to.deep.equal(['Tulisan saya.', 'Maksud saya.', 'Tim mereka.'])
    expect(wordsOf(page)).to.contain('tulisan Anda yang dipakai: 1.1 Latar Belakang')
    const first = texts(page)[0]!.shadowRoot!
    expect(first.textContent).to.contain('Tulisan mereka.')
    expect(texts(page)[2]!.shadowRoot!.textContent).not.to.contain('Pakai teks mereka')
    await accessibleInThemes(page)
    answer = { version: 4 }
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => bodies().length === 2)
    expect(bodies().map(b => (b as { version: number }).version)).to.deep.equal([2, 3])
    expect((bodies()[1] as { draft: object }).draft).to.deep.equal({
      texts: { background: 'Tulisan saya.', purpose: 'Maksud saya.', team: 'Tim mereka.' },
      ...{ titles: {}, stages: null, signedOn: '2026-04-20' },
      on: { background: 'Usulan background.', purpose: 'Usulan purpose.' },
    })
  })

  it('counts an accepted text as open once figures or plan propose another, and takes that with one press [S64]', async () => {
    const texts0: Record<string, string> = Object.fromEntries(TEXT_IDS.map(id => [id, `Usulan ${id}.`]))
    const draft = {
      ...{ ...NOTHING_DECIDED, texts: { ...texts0, index: 'IKM 83,00.', conclusion: 'Ditulis sendiri: 83,00.' } },
      on: { ...texts0, index: 'IKM 83,00.', conclusion: 'IKM 83,00.' },
    }
    const page = await open({ draft, version: 1, versions: [{ version: 1, at: 1_780_000_000_000, by: 'Kepala' }] })
    expect(wordsOf(page)).to.contain('Teks yang usulannya berubah sejak disetujui: 2 belum')
    const [index, conclusion] = ['index', 'conclusion'].map(id => texts(page).find(one => one.of === id)!.shadowRoot!)
    expect(index!.textContent).to.contain('Usulan index.')
    await accessibleInThemes(page)
    button(index!, 'Pakai usulan sekarang').click()
    await settled(page)
    expect(wordsOf(page)).to.contain('berubah sejak disetujui: 1 belum')
    button(conclusion!, 'Teks ini tetap benar').click()
    await settled(page)
    expect(wordsOf(page)).not.to.contain('berubah sejak disetujui')
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => bodies().length === 1)
    const sent = (bodies()[0] as { draft: typeof draft }).draft
    expect([sent.texts.index, sent.on.index, sent.texts.conclusion, sent.on.conclusion]).to.deep.equal([
      ...['Usulan index.', 'Usulan index.', 'Ditulis sendiri: 83,00.', 'Usulan conclusion.'],
    ])
  })

  it('calls nothing done of a period in which nobody was there [S63]', async () => {
    const page = await open({ shown: false, n: 0, target: 0, ikm: null, mutu: null, rows: false, planned: 0 })
    expect(wordsOf(page)).to.contain('Responden 0 dari paling sedikit 0 belum')
  })

  it('begins with the period that its address names', async () => {
    const YEAR = 'GET /api/offices/samarinda/reports/2025'
    server = answering({ [READ]: view, [YEAR]: { ...view, ikm: 80.5 } })
    const page = await fixture<SkmReportPage>(
      html`<skm-report-page .office=${office} .live=${still()} path="2025"></skm-report-page>`,
    )
    await waitUntil(() => wordsOf(page).includes('IKM 80,50'))
    expect(page.shadowRoot!.querySelector('select')!.value).to.equal('2025')
  })
})
