import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import '../../console/setup/setup-wizard.ts'
import { stepOf, type SetupWizard } from '../../console/setup/setup-wizard.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { officeInPreparation } from '../../shared/office/opening/in-preparation.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office as demo, staffOf, still, type Asked } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const OFFICE = '/api/offices/samarinda'
const EMPTY: OfficeInfo = { ...officeInPreparation('samarinda'), name: 'Kantor Contoh' }
const FILLED: OfficeInfo = { ...demo, openedAt: null, alwaysOpen: false }
const TEMPLATES = [
  { id: 'empty', services: 0, cases: 0, lifeEvents: 0, agencies: 0, counters: 0 },
  { id: 'disdukcapil', services: 12, cases: 36, lifeEvents: 3, agencies: 0, counters: 8 },
  { id: 'mpp', services: 72, cases: 5, lifeEvents: 0, agencies: 32, counters: 40 },
]
const FINDINGS = [
  { level: 'must', key: 'noCaller', names: [], count: 0, mend: 'staff' },
  { level: 'later', key: 'display', names: [], count: 0, mend: 'devices' },
  { level: 'later', key: 'backup', names: [], count: 0, mend: 'server' },
  { level: 'done', key: 'services', names: [], count: 12, mend: null },
]

let server: ReturnType<typeof answering> = { asked: [], restore: () => undefined }
/** A server that keeps what is saved, as the real one does. */
async function open(office: OfficeInfo, answers: Record<string, unknown> = {}): Promise<SetupWizard> {
  let stands = office
  server = answering({
    [`GET ${OFFICE}/templates`]: { templates: TEMPLATES },
    [`GET ${OFFICE}/people`]: { people: [] },
    [`GET ${OFFICE}/opening`]: { openedAt: null, findings: FINDINGS },
    [`PATCH ${OFFICE}/settings`]: ({ body }: Asked) => {
      const { seen: _, ...change } = body as OfficeChange & { seen: unknown }
      stands = changedOffice(stands, change)
      return { office: stands, touched: 0 }
    },
    ...answers,
  })
  const page = await fixture<SetupWizard>(
    html`<setup-wizard .office=${office} .staff=${staffOf('administrator')} .live=${still()}></setup-wizard>`,
  )
  page.addEventListener('officechanged', e => (page.office = (e as CustomEvent<OfficeInfo>).detail))
  return page
}
const step = <T extends keyof HTMLElementTagNameMap>(page: SetupWizard, tag: T) => page.shadowRoot!.querySelector(tag)!
const inStep = (page: SetupWizard, tag: keyof HTMLElementTagNameMap) => step(page, tag).shadowRoot!
const wordsOf = (root: { readonly textContent: string | null }) => (root.textContent ?? '').replace(/\s+/g, ' ')
const button = (root: ParentNode, words: string) =>
  [...root.querySelectorAll<HTMLElement>('ui-button, button')].find(b => b.textContent!.includes(words))!
const saves = () => server.asked.filter(a => a.method === 'PATCH')
async function saved(n = 1) {
  await waitUntil(() => saves().length >= n, 'nothing was saved', { timeout: 3_000 })
}
async function go(page: SetupWizard, times: number) {
  for (let i = 0; i < times; i++) {
    page.shadowRoot!.querySelector<HTMLElement>('footer ui-button[variant="primary"]')!.click()
    await page.updateComplete
  }
}

describe('an office that is set up', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('goes on at the first thing that is missing, whenever somebody comes back', () => {
    expect(stepOf(EMPTY)).to.equal(2)
    expect(stepOf({ ...FILLED, address: '' })).to.equal(2)
    expect(stepOf({ ...FILLED, counters: [] })).to.equal(3)
    expect(stepOf(FILLED)).to.equal(4)
  })

  it('is told its name and where it is, saved as it is typed, and begins with a template at one touch', async () => {
    const page = await open(EMPTY, { [`POST ${OFFICE}/template`]: { office: FILLED } })
    await waitUntil(() => inStep(page, 'step-office').querySelector('.templates'))
    const root = inStep(page, 'step-office')
    const address = root.querySelector<HTMLInputElement>('input[name="address"]')!
    address.value = 'Jalan Contoh 10'
    address.dispatchEvent(new Event('input'))
    button(root, 'WITA').click()
    await saved()
    expect(saves()[0]!.body).to.deep.include({ address: 'Jalan Contoh 10', zone: 'WITA' })
    const names = [...root.querySelectorAll('.templates b')].map(b => b.textContent)
    expect(names).to.deep.equal(['Disdukcapil', 'Mal Pelayanan Publik', 'Mulai kosong'])
    await accessibleInThemes(page)
    const told = oneEvent(page, 'officechanged')
    button(root, 'Disdukcapil').click()
    expect(((await told) as CustomEvent<OfficeInfo>).detail.services).to.have.length(12)
  })

  it('asks before a template takes the place of services that are there', async () => {
    const page = await open({ ...FILLED, address: '' }, { [`POST ${OFFICE}/template`]: { office: FILLED } })
    await waitUntil(() => inStep(page, 'step-office').querySelector('.templates'))
    const root = inStep(page, 'step-office')
    button(root, 'Mal Pelayanan Publik').click()
    await step(page, 'step-office').updateComplete
    expect(server.asked.filter(a => a.method === 'POST')).to.be.empty
    const dialog = root.querySelector('ui-dialog')!
    expect(dialog.open).to.equal(true)
    expect(dialog.heading).to.contain('Mal Pelayanan Publik')
    dialog.dispatchEvent(new Event('primary'))
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
  })

  it('says which service has no counter, and gives it one by a touch or by the keys', async () => {
    const counters = FILLED.counters.map(c => ({ ...c, services: c.services.filter(s => s !== 'legalisir') }))
    const page = await open({ ...FILLED, counters })
    const root = inStep(page, 'step-services')
    await step(page, 'step-services').updateComplete
    expect(wordsOf(root)).to.contain('Legalisir belum punya loket.')
    expect(wordsOf(page.shadowRoot!.querySelector('footer')!)).to.contain('11 dari 12 layanan siap')
    await accessibleInThemes(page)
    const first = root.querySelector<HTMLElement>('.box')!
    first.focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowUp'])
      root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
    expect(root.activeElement).to.equal(first)
    const row = FILLED.services.findIndex(s => s.id === 'legalisir')
    root.querySelector<HTMLElement>(`[data-at="${row} 7"]`)!.click()
    await saved()
    expect(saves()[0]!.body).to.deep.include({
      counters: [{ id: '8', services: [...counters[7]!.services, 'legalisir'] }],
    })
    await step(page, 'step-services').updateComplete
    expect(wordsOf(root)).not.to.contain('belum punya loket')
  })

  it('takes a service away and brings it back as it was, and makes new ones and new counters', async () => {
    const page = await open({
      ...FILLED,
      counters: FILLED.counters.map(c => ({ ...c, services: [...c.services, 'ktp-el'] })),
    })
    page.shadowRoot!.querySelectorAll<HTMLElement>('nav button')[1]!.click()
    await page.updateComplete
    const root = inStep(page, 'step-services')
    const rows = () => root.querySelectorAll('tbody tr').length
    root.querySelector<HTMLElement>('tbody .away')!.click()
    await saved()
    await step(page, 'step-services').updateComplete
    expect(rows()).to.equal(11)
    button(root, 'Urungkan').click()
    await saved(2)
    await step(page, 'step-services').updateComplete
    expect(rows()).to.equal(12)
    const back = page.office.services.find(s => s.id === 'ktp-el')!
    expect(back.cases).to.deep.equal(FILLED.services.find(s => s.id === 'ktp-el')!.cases)
    expect(page.office.counters.every(c => c.services.includes('ktp-el'))).to.equal(true)
    const form = root.querySelector('form')!
    form.querySelector<HTMLInputElement>('[name="name"]')!.value = 'Surat Pindah'
    form.requestSubmit()
    button(root, 'Tambah loket').click()
    await saved(3)
    const made = saves()[2]!.body as OfficeChange
    expect(made.services![0]).to.deep.include({
      id: 'surat-pindah',
      name: ['Surat Pindah', 'Surat Pindah'],
      letter: 'N',
    })
    expect(made.counters![0]).to.deep.include({ id: '9', name: 'Loket 9' })
  })

  it('tells what is needed and what may follow, and opens only when nothing is needed', async () => {
    let findings = FINDINGS
    const page = await open(FILLED, {
      [`GET ${OFFICE}/opening`]: () => ({ openedAt: null, findings }),
      [`POST ${OFFICE}/opening`]: { openedAt: 5 },
    })
    await go(page, 1)
    const root = inStep(page, 'step-opening')
    await waitUntil(() => root.querySelector('.checks'))
    expect(wordsOf(root)).to.contain('1 hal wajib, 2 boleh menyusul, 1 sudah beres.')
    await accessibleInThemes(page)
    const opener = [...root.querySelectorAll('ui-button')].find(b => b.textContent!.trim() === 'Buka kantor')!
    expect(opener.disabled).to.equal(true)
    findings = FINDINGS.slice(1)
    button(root, 'Periksa ulang').click()
    await waitUntil(() => !opener.disabled)
    opener.click()
    const told = oneEvent(page, 'officechanged')
    root.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    expect(((await told) as CustomEvent<OfficeInfo>).detail.openedAt).to.equal(5)
  })

  it('keeps what is typed while the server cannot be reached, and says so', async () => {
    const page = await open(
      { ...FILLED, address: '' },
      {
        [`PATCH ${OFFICE}/settings`]: () => {
          throw new TypeError('no network')
        },
      },
    )
    const root = inStep(page, 'step-office')
    const address = root.querySelector<HTMLInputElement>('input[name="address"]')!
    address.value = 'Jalan Contoh 11'
    address.dispatchEvent(new Event('input'))
    await waitUntil(() => page.shadowRoot!.querySelector('.unsaved'), 'not said', { timeout: 3_000 })
    expect(address.value).to.equal('Jalan Contoh 11')
  })

  it('says why the server does not take something, and shows what stands', async () => {
    const page = await open(
      { ...FILLED, counters: [] },
      { [`PATCH ${OFFICE}/settings`]: Object.assign(new Error('STRUCTURE_UNSOUND'), { data: { problems: [] } }) },
    )
    const root = inStep(page, 'step-services')
    await step(page, 'step-services').updateComplete
    button(root, 'Tambah loket').click()
    await waitUntil(() => page.shadowRoot!.querySelector('.work > ui-banner'), 'not said', { timeout: 3_000 })
    await step(page, 'step-services').updateComplete
    expect(root.querySelectorAll('.box').length).to.equal(0)
  })
})
