import { setViewport } from '@web/test-runner-commands'
import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/loop/follow-up-page.ts'
import { keepTextOf } from '../../console/kept/kept-text.ts'
import type { FollowUpPage } from '../../console/reports/loop/follow-up-page.ts'
import { emptyRow } from '../../shared/survey/loop/plan.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const CASES = 'GET /api/offices/samarinda/complaints'
const READ = 'GET /api/offices/samarinda/plans/2026-Q1'
const SAVE = 'POST /api/offices/samarinda/plans/2026-Q1'
const lowest = [
  { unsur: 'waktu', nrr: 3.12 },
  { unsur: 'sarana', nrr: 3.15 },
  { unsur: 'prosedur', nrr: 3.27 },
]
const before = { plan: null, version: 0, savedAt: null, savedBy: null, lowest, own: [], thirdUnsure: true }
const row = {
  ...{ ...emptyRow('waktu'), program: 'Dua loket pagi', quarters: [3, 4], owner: 'Kepala Seksi', percent: 40 },
  ...{ evidence: 'jadwal loket', told: 'Loket pagi ditambah.' },
}
const saved = {
  ...{ plan: { rows: [row], forumOn: '2026-04-08', minutes: 'notula' }, version: 3, savedAt: 1_780_000_000_000 },
  ...{ savedBy: 'Kepala Bidang (contoh)', lowest, own: [], thirdUnsure: false },
}
let server: ReturnType<typeof answering>

async function open(view: unknown, save: unknown = { version: 1 }) {
  server = answering({ [CASES]: { complaints: [], owners: [] }, [READ]: view, [SAVE]: save })
  const page = await fixture<FollowUpPage>(
    html`<follow-up-page
      .office=${office}
      .staff=${staffOf('manager')}
      .live=${still()}
      path="rencana"
    ></follow-up-page>`,
  )
  const pane = page.shadowRoot!.querySelector('plan-pane')!
  await waitUntil(() => pane.shadowRoot!.querySelector('details'))
  for (const one of pane.shadowRoot!.querySelectorAll('plan-row')) await one.updateComplete
  return { page, root: pane.shadowRoot!, rows: () => [...pane.shadowRoot!.querySelectorAll('plan-row')] }
}
const words = (root: ShadowRoot) => root.textContent!.replace(/\s+/g, ' ')

describe('the plan of a period', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => {
    server.restore()
    keepTextOf(undefined)
  })

  it('begins with the three lowest unsur, says where the third may be the fourth, and is sent as it was written [S46 S37]', async () => {
    const { page, root, rows } = await open(before)
    expect(words(root)).to.contain('Terendah menurut NRR: Waktu Penyelesaian 3,12, Sarana dan Prasarana 3,15')
    expect(words(root)).to.contain('Urutan ketiga dan keempat tidak dapat dibedakan.')
    expect(rows().map(r => r.row.unsur)).to.deep.equal(['waktu', 'sarana', 'prosedur'])
    await accessibleInThemes(page)
    const [first] = rows()
    const field = first!.shadowRoot!.querySelector('textarea')!
    field.value = 'Dua loket pagi'
    field.dispatchEvent(new Event('input'))
    first!.shadowRoot!.querySelectorAll<HTMLInputElement>('[type="checkbox"]')[2]!.click()
    rows()[2]!.shadowRoot!.querySelector<HTMLElement>('ui-button')!.click()
    await waitUntil(() => rows().length === 2)
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
    const { body, key } = server.asked.find(a => a.method === 'POST')!
    expect(key).to.be.a('string')
    expect(body).to.deep.equal({
      plan: {
        rows: [{ ...emptyRow('waktu'), program: 'Dua loket pagi', quarters: [3] }, emptyRow('sarana')],
        ...{ forumOn: null, minutes: '' },
      },
      version: 0,
    })
    await waitUntil(() => words(root).includes('Tersimpan'))
  })

  it('keeps within a phone, however long the name of an unsur is that may be added [S46]', async () => {
    await setViewport({ width: 360, height: 740 })
    const { root } = await open(before)
    for (const field of root.querySelectorAll('select')) expect(field.getBoundingClientRect().right).to.be.at.most(360)
    await setViewport({ width: 1366, height: 768 })
  })

  it('stands as the table of the report, with its version and who saved it [S46]', async () => {
    const { page, root } = await open(saved)
    const cells = [...root.querySelectorAll('tbody :is(td, th)')].map(c => c.textContent!.trim())
    expect(cells).to.deep.equal([
      ...['1', 'Waktu Penyelesaian', 'Dua loket pagi', 'TW III, TW IV', 'Kepala Seksi', 'jadwal loket', '40%'],
      ...['sedang diperbaiki', 'Loket pagi ditambah.'],
    ])
    expect(words(root)).to.contain('Versi 3, disimpan')
    expect(words(root)).to.contain('oleh Kepala Bidang (contoh)')
    expect(words(root)).to.contain('Dibahas dalam Forum Konsultasi Publik 8 April 2026. Notula: notula')
    await accessibleInThemes(page)
  })

  it('says where it is not clear which unsur are the weakest, and lets them be chosen [S46]', async () => {
    const { root, rows } = await open({ ...before, lowest: [] })
    expect(words(root)).to.contain('Belum jelas unsur mana yang terlemah')
    expect(rows().length).to.equal(0)
    const add = [...root.querySelectorAll('select')].at(-1)!
    add.value = 'perilaku'
    add.dispatchEvent(new Event('change'))
    await waitUntil(() => rows().length === 1)
    expect(rows()[0]!.row).to.deep.equal(emptyRow('perilaku'))
  })

  it('puts what was written on top of what somebody else saved meanwhile, and shows where both wrote [S46]', async () => {
    const two = { ...saved, plan: { ...saved.plan, rows: [row, emptyRow('sarana')] } }
    let newest: object = two
    let answer: unknown = new Error('SKM_CHANGED')
    const first = await open(
      () => newest,
      () => answer,
    )
    const { root, rows } = first
    const percent = rows()[0]!
    percent.dispatchEvent(new CustomEvent('row', { detail: { ...row, percent: 90, owner: 'Saya' } }))
    const others = [
      { ...row, percent: 60, evidence: 'foto' },
      { ...emptyRow('sarana'), program: 'Kursi' },
    ]
    newest = { ...two, version: 4, plan: { ...saved.plan, minutes: 'notula baru', rows: others } }
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => words(root).includes('Versi 4 (tabel di atas) disimpan orang lain'))
    expect(words(root)).to.contain('tulisan Anda yang dipakai: Waktu Penyelesaian')
    expect(words(root)).to.contain('orang lain baru saja menyimpan versi baru')
    const mine = [{ ...row, percent: 90, owner: 'Saya', evidence: 'foto' }, others[1]]
    expect(rows().map(one => one.row)).to.deep.equal(mine)
    await accessibleInThemes(first.page)
    answer = { version: 5 }
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => words(root).includes('Tersimpan'))
    const sent = server.asked.filter(a => a.method === 'POST').map(a => a.body as { version: number; plan: object })
    expect(sent.map(b => b.version)).to.deep.equal([3, 4])
    expect(sent[1]!.plan).to.deep.equal({ forumOn: '2026-04-08', minutes: 'notula baru', rows: mine })
  })

  it('keeps a plan that is being typed while the page is left and opened again [S46]', async () => {
    keepTextOf('manager')
    const { page, rows } = await open(saved)
    rows()[0]!.dispatchEvent(new CustomEvent('row', { detail: { ...row, percent: 90 } }))
    await page.updateComplete
    await page.shadowRoot!.querySelector('plan-pane')!.updateComplete
    page.remove()
    server.restore()
    const again = await open(saved)
    expect(again.rows()[0]!.row.percent).to.equal(90)
    expect(again.root.querySelector('details')!.open).to.equal(true)
  })
})
