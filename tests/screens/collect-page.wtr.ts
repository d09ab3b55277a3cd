import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/collect/collect-page.ts'
import type { CollectPage } from '../../console/reports/collect/collect-page.ts'
import { ANNEX_ORDER, BODY_ORDER } from '../../shared/survey/instruments.ts'
import { keepTextOf } from '../../console/kept/kept-text.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const FORMS = 'GET /api/offices/samarinda/paper-forms'
const ENTER = 'POST /api/offices/samarinda/paper-forms'
const UNDO = 'POST /api/offices/samarinda/paper-forms/2026/017/undo'
const IMPORTS = 'GET /api/offices/samarinda/answer-imports'
const LOOK = 'POST /api/offices/samarinda/answer-imports/look'
const KEEP = 'POST /api/offices/samarinda/answer-imports'
const one = { no: '017', year: '2026', date: '2026-06-09', serviceId: 'ktp-el', at: 1, by: 'Sari (contoh)' }
const known = {
  name: 'skm 2025.csv',
  at: 1,
  by: 'Kepala (contoh)',
  rows: 40,
  from: '2025-01-06',
  to: '2025-03-03',
  reason: null,
}
const seen = {
  rows: 12,
  from: '2025-03-03',
  to: '2025-03-03',
  services: [{ id: 'ktp-el', n: 12 }],
  ignored: [],
  known: false,
  problems: [],
  more: 0,
}
let server: ReturnType<typeof answering>

async function open(answers: Record<string, unknown>, { path = '', may = ['survey.enter', 'survey.decide'] } = {}) {
  server = answering(answers)
  const staff = { permissions: may } as unknown as CollectPage['staff']
  const page = await fixture<CollectPage>(
    html`<collect-page .office=${office} .staff=${staff} .live=${still()} .path=${path}></collect-page>`,
  )
  await waitUntil(() =>
    pane(page)?.shadowRoot?.querySelector('paper-last, ul, ui-state[kind="empty"], ui-state[kind="error"]'),
  )
  return page
}
const pane = (page: CollectPage) => page.shadowRoot!.querySelector<HTMLElement>('paper-pane, import-pane')
const within = (page: CollectPage) => pane(page)!.shadowRoot!
const said = (page: CollectPage) => wordsOf(pane(page) as Parameters<typeof wordsOf>[0])
const ANNEX = { version: 0, order: ANNEX_ORDER, extra: [] as readonly (readonly [string, string])[] }
const forms = (list: readonly object[] | Error, asked: object = ANNEX) =>
  list instanceof Error ? list : { since: '2026-06-01', today: '2026-06-09', asked, forms: list }
const last = (page: CollectPage) => within(page).querySelector('paper-last')!
const cells = (page: CollectPage) => [...within(page).querySelectorAll<HTMLInputElement>('.marks input')]
function type(input: HTMLInputElement | HTMLSelectElement, value: string, event = 'input') {
  input.value = value
  input.dispatchEvent(new Event(event))
}
const settled = async (page: CollectPage) =>
  (pane(page) as unknown as { updateComplete: Promise<unknown> }).updateComplete
const save = (page: CollectPage) => within(page).querySelector<HTMLElement>('ui-button[variant="primary"]')!
const posts = (to: string) => server.asked.filter(a => a.method === 'POST' && a.path.endsWith(to)).map(a => a.body)

describe('forms of paper', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('are typed in by digits alone, each moving on to the next, and the number counts on [S48]', async () => {
    const page = await open({ [FORMS]: forms([]), [ENTER]: { ok: true } })
    await accessibleInThemes(page)
    type(within(page).querySelector('#no')!, '017')
    type(within(page).querySelector('input[type="date"]')!, '2026-06-08')
    type(
      within(page).querySelector('select')!,
      office.services.find(s => !s.free)?.id ?? office.services[0]!.id,
      'change',
    )
    await settled(page)
    const open9 = cells(page).filter(cell => !cell.disabled)
    open9[0]!.focus()
    for (const [i, digit] of ['3', '4', '0', '2'].entries()) {
      expect(within(page).activeElement === open9[i]).to.equal(true)
      type(open9[i]!, digit)
      await settled(page)
    }
    expect(within(page).activeElement === open9[4]).to.equal(true)
    type(open9[4]!, '7')
    await settled(page)
    expect(open9.map(cell => cell.value).slice(0, 5)).to.deep.equal(['3', '4', '', '2', ''])
    save(page).click()
    await waitUntil(() => said(page).includes('Formulir 017 tersimpan.'))
    const [body] = posts('/paper-forms') as [{ answers: object; no: string; date: string }]
    expect(Object.values(body.answers)).to.deep.equal([3, 4, 2])
    expect([body.no, body.date]).to.deep.equal(['017', '2026-06-08'])
    expect(within(page).querySelector<HTMLInputElement>('#no')!.value).to.equal('018')
    expect(
      cells(page)
        .filter(cell => !cell.disabled)
        .every(cell => cell.value === ''),
    ).to.equal(true)
  })

  it('stand in the order of the newest SKM of the office by name, and say what is asked beside the nine [S48]', async () => {
    const names = (page: CollectPage) => cells(page).map(cell => cell.getAttribute('aria-label')!.split(':')[0])
    const annex = await open({ [FORMS]: forms([]) })
    expect(names(annex).slice(7)).to.deep.equal(['Sarana dan Prasarana', 'Penanganan Pengaduan, Saran dan Masukan'])
    expect(said(annex)).to.contain('lampiran PermenPANRB 14/2017')
    expect(said(annex)).not.to.match(/U8|U9/)
    const asked = { version: 2, order: BODY_ORDER, extra: [['Antrean', '']] }
    const own = await open({ [FORMS]: forms([], asked) })
    expect(names(own).slice(7)).to.deep.equal(['Penanganan Pengaduan, Saran dan Masukan', 'Sarana dan Prasarana'])
    expect(said(own)).to.contain('SKM kantor ini, versi 2').and.to.contain('Tidak dimasukkan: Antrean.')
    await accessibleInThemes(own)
  })

  it('keep what is typed when somebody leaves the page and comes back, until it is saved', async () => {
    keepTextOf('meja')
    try {
      const answers = { [FORMS]: forms([]), [ENTER]: { ok: true } }
      const first = await open(answers)
      type(within(first).querySelector('#no')!, 'K-7')
      type(cells(first)[0]!, '3')
      await settled(first)
      first.remove()
      const again = await open(answers)
      expect(within(again).querySelector<HTMLInputElement>('#no')!.value).to.equal('K-7')
      expect(cells(again)[0]!.value).to.equal('3')
      type(within(again).querySelector('input[type="date"]')!, '2026-06-08')
      type(within(again).querySelector('select')!, office.services[0]!.id, 'change')
      await settled(again)
      save(again).click()
      await waitUntil(() => said(again).includes('Formulir K-7 tersimpan.'))
      again.remove()
      const after = await open(answers)
      expect(within(after).querySelector<HTMLInputElement>('#no')!.value).to.equal('')
    } finally {
      keepTextOf(undefined)
    }
  })

  it('say of a scan that it is attached, not that the form was taken back', async () => {
    const page = await open({ [FORMS]: forms([{ ...one, scan: false, undo: true }]) })
    last(page).dispatchEvent(new CustomEvent('changed', { detail: { no: '017', done: 'scanned' } }))
    await waitUntil(() => said(page).includes('Pindaian formulir 017 terlampir.'))
  })

  it('say what is missing before anything is sent', async () => {
    const page = await open({ [FORMS]: forms([]) })
    save(page).click()
    await settled(page)
    expect(said(page)).to.contain('Isi nomor formulir.')
    expect(posts('/paper-forms')).to.deep.equal([])
    await accessibleInThemes(page)
  })

  it('stand below without what they say, the own last one with its way back [S48]', async () => {
    const list = [
      { ...one, scan: false, undo: true },
      { ...one, no: '016', scan: true, undo: false },
    ]
    const page = await open({ [FORMS]: forms(list), [UNDO]: { ok: true } }, { may: ['survey.enter'] })
    await accessibleInThemes(page)
    for (const words of ['017', 'Sari (contoh)', 'Lampirkan pindaian', 'Buka pindaian'])
      expect(wordsOf(last(page))).to.contain(words)
    expect(page.shadowRoot!.querySelector('nav')).to.equal(null)
    const undo = [...last(page).shadowRoot!.querySelectorAll<HTMLElement>('li ui-button')].find(b =>
      b.textContent!.includes('Urungkan'),
    )!
    undo.click()
    await waitUntil(() => said(page).includes('Formulir 017 diambil kembali.'))
  })

  it('keep what was typed when the server refuses it or is away', async () => {
    const page = await open({ [FORMS]: forms([]), [ENTER]: new Error('FORM_KNOWN') })
    type(within(page).querySelector('#no')!, '5')
    type(within(page).querySelector('input[type="date"]')!, '2026-06-08')
    type(within(page).querySelector('select')!, office.services[0]!.id, 'change')
    await settled(page)
    type(cells(page)[0]!, '3')
    save(page).click()
    await waitUntil(() => within(page).querySelector('ui-banner[tone="bad"]'))
    expect(cells(page)[0]!.value).to.equal('3')
  })
})

describe('a file of answers', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())
  const choose = async (page: CollectPage) => {
    const input = within(page).querySelector<HTMLInputElement>('input[type="file"]')!
    const files = new DataTransfer()
    files.items.add(new File(['Tanggal'], 'skm.csv'))
    input.files = files.files
    input.dispatchEvent(new Event('change'))
    await settled(page)
    within(page).querySelector<HTMLElement>('.acts ui-button')!.click()
  }

  it('is shown before it is taken in [S49]', async () => {
    const page = await open({ [IMPORTS]: { imports: [] }, [LOOK]: seen, [KEEP]: seen }, { path: 'berkas' })
    await accessibleInThemes(page)
    await choose(page)
    await waitUntil(() => said(page).includes('Belum ada yang disimpan'))
    expect(said(page)).to.contain('U8 Penanganan Pengaduan, Saran dan Masukan, U9 Sarana dan Prasarana')
    await accessibleInThemes(page)
    save(page).click()
    await waitUntil(() => said(page).includes('12 jawaban masuk.'))
  })

  it('names each wrong row with its column and why, and offers nothing to take in [S49]', async () => {
    const problems = [
      { row: 14, column: 'U2', word: 'score', values: { value: '7' } },
      { row: 0, column: '', word: 'few', values: { service: 'ktp-el', from: '2025-05-05', to: '2025-05-11', n: 9 } },
    ]
    const page = await open({ [IMPORTS]: { imports: [] }, [LOOK]: { ...seen, problems, more: 3 } }, { path: 'berkas' })
    await choose(page)
    await waitUntil(() => within(page).querySelector('table'))
    for (const words of ['14', 'U2', '"7" bukan 1, 2, 3, 4', '9 jawaban', 'dan 3 lagi'])
      expect(said(page)).to.contain(words)
    expect(save(page)).to.equal(null)
    await accessibleInThemes(page)
  })

  it('is taken back with a reason of some letters, unless it is published [S49]', async () => {
    const back = 'POST /api/offices/samarinda/answer-imports/a/take-back'
    const imports = [
      { ...known, id: 'a', taken: false, fixed: false },
      { ...known, id: 'b', taken: false, fixed: true },
      { ...known, id: 'c', taken: true, fixed: false, reason: 'Berkas bulan lain' },
    ]
    const page = await open({ [IMPORTS]: { imports }, [back]: { ok: true } }, { path: 'berkas' })
    await accessibleInThemes(page)
    expect(said(page)).to.contain('Sudah terbit atau diputuskan')
    const buttons = within(page).querySelectorAll<HTMLElement>('li ui-button')
    expect(buttons).to.have.length(1)
    buttons[0]!.click()
    await settled(page)
    const dialog = within(page).querySelector('ui-dialog')!
    type(dialog.querySelector('textarea')! as unknown as HTMLInputElement, 'Keliru')
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await settled(page)
    expect(dialog.querySelector('[role="alert"]')!.textContent).to.contain('paling sedikit 10 huruf')
    type(dialog.querySelector('textarea')! as unknown as HTMLInputElement, 'Berkas bulan lain')
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => posts('/take-back').length === 1)
    expect(posts('/take-back')).to.deep.equal([{ reason: 'Berkas bulan lain' }])
  })
})
