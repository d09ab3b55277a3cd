import { expect, oneEvent, waitUntil } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { OfficeChange } from '../../shared/office/structure/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import { staffOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import { OFFICE, EMPTY, FILLED, server, open, inStep, wordsOf, button, saves, saved, go } from './setup-served.ts'

describe('what is typed while an office is set up', () => {
  beforeEach(() => {
    setLang('id')
    localStorage.clear()
  })
  afterEach(() => server.restore())

  it('has the samples before the fields of the office where all stands in one column, for the eye and for the keys alike', async () => {
    for (const [width, order] of [
      [390, ['templates', 'office']],
      [1366, ['office', 'templates']],
    ] as const) {
      await setViewport({ width, height: 768 })
      const page = await open(EMPTY)
      await waitUntil(() => inStep(page, 'step-office').querySelector('.templates'))
      const panes = [...inStep(page, 'step-office').querySelectorAll('.cols > .pane')]
      expect(panes.map(pane => pane.getAttribute('aria-labelledby'))).to.deep.equal(order)
      page.remove()
      server.restore()
    }
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

  it('takes a service that was typed and not added along to the next and one by Enter', async () => {
    const page = await open({ ...FILLED, counters: [] })
    await waitUntil(() => inStep(page, 'step-services').querySelector('add-service')?.shadowRoot?.querySelector('form'))
    const form = inStep(page, 'step-services').querySelector('add-service')!.shadowRoot!.querySelector('form')!
    const name = form.querySelector<HTMLInputElement>('[name="name"]')!
    form.closest('details')!.open = true
    name.focus()
    name.value = 'Surat Pindah'
    await sendKeys({ press: 'Enter' })
    await saved()
    name.value = 'Legalisir Ijazah'
    await go(page, 1)
    const last = () => page.office.services.slice(-2).map(s => s.name[0])
    await waitUntil(() => last().join() === 'Surat Pindah,Legalisir Ijazah', 'not both', { timeout: 3_000 })
    expect(page.shadowRoot!.querySelector('people-page')).to.not.equal(null)
  })

  it('shows the papers of a service in its row, which opens to correct them', async () => {
    const papers = [{ id: 'berkas-1', name: ['KTP-el', ''], note: ['asli', ''] }] as const
    const [first, ...others] = FILLED.services
    const page = await open({
      ...FILLED,
      counters: [],
      services: [{ ...first!, cases: [], requirements: papers }, ...others],
    })
    await waitUntil(() => inStep(page, 'step-services').querySelector('table'))
    const root = inStep(page, 'step-services')
    const opener = root.querySelector<HTMLElement>('button.papers')!
    expect([opener.textContent!.trim(), opener.getAttribute('aria-expanded')]).to.deep.equal(['1 berkas', 'false'])
    opener.click()
    await waitUntil(() => root.querySelector('tbody textarea'))
    const text = root.querySelector<HTMLTextAreaElement>('tbody textarea')!
    expect(text.value).to.equal('KTP-el')
    await accessibleInThemes(page)
    text.value = 'Kartu Keluarga\nKTP-el\n'
    text.dispatchEvent(new Event('change'))
    await saved()
    const [service] = (saves()[0]!.body as OfficeChange).services!
    expect(service!.asking!.requirements).to.deep.equal([
      { id: 'berkas-2', name: ['Kartu Keluarga', ''], note: null },
      papers[0],
    ])
    await waitUntil(() => opener.textContent!.trim() === '2 berkas')
  })

  it('stays where papers are typed for a service without a name', async () => {
    const page = await open({ ...FILLED, counters: [] })
    await waitUntil(() => inStep(page, 'step-services').querySelector('add-service')?.shadowRoot?.querySelector('form'))
    const form = inStep(page, 'step-services').querySelector('add-service')!.shadowRoot!.querySelector('form')!
    form.querySelector('textarea')!.value = 'Fotokopi KTP-el'
    await go(page, 1)
    expect(page.shadowRoot!.querySelector('people-page')).to.equal(null)
    expect(form.querySelector('input')!.matches(':invalid')).to.equal(true)
  })

  it('asks before people are left who were typed and not invited, and invites them first', async () => {
    const people = [{ ...staffOf('administrator'), email: null, employeeNumber: null, state: 'active', own: true }]
    const roles = [{ id: 'officer', name: null, givable: true }]
    const person = { id: 'p9', name: 'Ani Contoh', username: 'ani', url: 'http://localhost/console/#/x', until: 1 }
    const page = await open(FILLED, {
      [`GET ${OFFICE}/people`]: { people, roles },
      [`POST ${OFFICE}/lists/staff/invite`]: { problems: [], invited: [person] },
    })
    const root = () => page.shadowRoot!.querySelector('people-page')!.shadowRoot!
    await waitUntil(() => root().querySelector('invite-rows')?.shadowRoot?.querySelector('input'))
    const field = root().querySelector('invite-rows')!.shadowRoot!.querySelector('input')!
    field.value = 'Ani Contoh'
    field.dispatchEvent(new Event('input'))
    await go(page, 1)
    await waitUntil(() => root().querySelector('ui-dialog')!.open)
    expect(root().querySelector('ui-dialog')!.heading).to.equal('1 orang belum diundang')
    root().querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    await waitUntil(() => root().querySelector('invite-rows')!.shadowRoot!.querySelector('invitation-links'))
    // The links are shown only now: whoever goes on without having kept any is told, and may.
    await go(page, 1)
    await waitUntil(() => root().querySelector('ui-dialog')!.open)
    expect(root().querySelector('ui-dialog')!.heading).to.contain('1 tautan hanya ditampilkan sekarang')
    expect(page.shadowRoot!.querySelector('step-opening')).to.equal(null)
    root().querySelector('ui-dialog')!.dispatchEvent(new Event('secondary'))
    await waitUntil(() => page.shadowRoot!.querySelector('step-opening'))
  })

  it('says at the form whose letter is taken, keeps what was typed, and sends nothing', async () => {
    const page = await open({ ...FILLED, counters: [] })
    const step3 = inStep(page, 'step-services')
    await waitUntil(() => step3.querySelector('add-service')?.shadowRoot?.querySelector('form'))
    const root = step3.querySelector('add-service')!.shadowRoot!
    const field = (name: string) => root.querySelector<HTMLInputElement>(`input[name="${name}"]`)!
    field('name').value = 'Surat Pindah'
    field('letter').value = FILLED.services[0]!.letter
    root.querySelector('form')!.requestSubmit()
    await step3.querySelector('add-service')!.updateComplete
    expect(wordsOf(root)).to.contain(`Huruf ini sudah dipakai ${FILLED.services[0]!.name[0]}. Pilih huruf lain`)
    expect(field('name').value).to.equal('Surat Pindah')
    expect(step3.querySelector('table')!.textContent).not.to.contain('Surat Pindah')
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

  it('marks what the server does not take, keeps it as it was typed, and does not call it saved', async () => {
    const problems = [{ field: 'counters.1.name', problem: 'nameless', with: '' }]
    let refuses = true
    const page = await open(
      { ...FILLED, counters: [] },
      {
        [`PATCH ${OFFICE}/settings`]: () =>
          refuses
            ? Object.assign(new Error('STRUCTURE_UNSOUND'), { data: { problems } })
            : { office: { ...FILLED, counters: [] }, touched: 0 },
      },
    )
    const root = inStep(page, 'step-services')
    await waitUntil(() => root.querySelector('table'))
    button(root, 'Tambah loket').click()
    await waitUntil(() => page.shadowRoot!.querySelector('.work > ui-banner'), 'not said', { timeout: 3_000 })
    expect(wordsOf(page.shadowRoot!.querySelector('.work > ui-banner')!)).to.contain('Loket 1')
    expect(wordsOf(page.shadowRoot!.querySelector('.state')!)).to.contain('Belum tersimpan: ada yang ditolak')
    await waitUntil(() => root.querySelector('th.refused'))
    refuses = false
    button(page.shadowRoot!.querySelector('.work > ui-banner')!, 'Batalkan yang ditolak').click()
    await waitUntil(() => !root.querySelector('.box'))
    expect(wordsOf(page.shadowRoot!.querySelector('.state')!)).to.contain('Tersimpan otomatis')
  })
})
