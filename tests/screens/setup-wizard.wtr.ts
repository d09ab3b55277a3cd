import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import '../../console/setup/office-opened.ts'
import type { OfficeOpened } from '../../console/setup/office-opened.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import { stepOf } from '../../console/setup/setup-wizard.ts'
import { HOUR } from '../../shared/kit/time.ts'
import type { OfficeChange } from '../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { setLang } from '../../shared/web/lang.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import {
  OFFICE,
  EMPTY,
  FILLED,
  MORNING,
  FINDINGS,
  serve,
  server,
  open,
  step,
  inStep,
  wordsOf,
  button,
  saves,
  saved,
  go,
} from './setup-served.ts'

describe('an office that is set up', () => {
  beforeEach(() => {
    setLang('id')
    localStorage.clear()
  })
  afterEach(() => server.restore())

  it('goes on at the first thing that is missing, whenever somebody comes back', () => {
    expect(stepOf(EMPTY)).to.equal(2)
    expect(stepOf({ ...FILLED, address: '' })).to.equal(2)
    expect(stepOf({ ...FILLED, counters: [] })).to.equal(3)
    expect(stepOf(FILLED)).to.equal(4)
  })

  it('takes by one list the services that it has, with counters proposed for them', async () => {
    const left = { ...FILLED, services: FILLED.services.slice(0, 2), counters: FILLED.counters.slice(0, 2) }
    const page = await open(FILLED, { [`POST ${OFFICE}/template`]: { office: left } })
    page.shadowRoot!.querySelectorAll<HTMLElement>('nav button')[1]!.click()
    await page.updateComplete
    await waitUntil(() => inStep(page, 'step-services').querySelector('pick-services'))
    const root = inStep(page, 'step-services').querySelector('pick-services')!.shadowRoot!
    const foot = () => wordsOf(page.shadowRoot!.querySelector('footer')!)
    await waitUntil(() => foot().includes('Pasang 12 layanan, 8 loket'))
    await accessibleInThemes(page)
    button(root, 'Kosongkan semua').click()
    await waitUntil(() => foot().includes('Centang paling sedikit satu'))
    for (const service of left.services) root.querySelector<HTMLElement>(`input[name="${service.id}"]`)!.click()
    await waitUntil(() => foot().includes('Pasang 2 layanan, 2 loket'))
    page.shadowRoot!.querySelector<HTMLElement>('footer ui-button[variant="primary"]')!.click()
    await waitUntil(() => inStep(page, 'step-services').querySelectorAll('tbody tr').length === 2)
    const sent = server.asked.find(a => a.method === 'POST')!
    expect(sent.body).to.deep.equal({ template: 'disdukcapil', services: left.services.map(s => s.id), counters: 2 })
    expect(foot()).to.contain('Lanjut: Petugas')
    button(inStep(page, 'step-services'), 'Pilih lagi dari contoh').click()
    await waitUntil(() => foot().includes('Pasang 2 layanan'))
  })

  it('asks before picking from the sample again takes the place of a service that somebody typed', async () => {
    const own = { ...FILLED.services[0]!, id: 'surat-contoh', letter: 'Z', name: ['Surat Contoh', 'Letter'] as const }
    const page = await open(
      { ...FILLED, services: [...FILLED.services, own] },
      { [`POST ${OFFICE}/template`]: { office: FILLED } },
    )
    page.shadowRoot!.querySelectorAll<HTMLElement>('nav button')[1]!.click()
    await page.updateComplete
    await waitUntil(() => inStep(page, 'step-services').querySelector('header .acts'))
    button(inStep(page, 'step-services'), 'Pilih lagi dari contoh').click()
    const foot = () => page.shadowRoot!.querySelector('footer')!
    await waitUntil(() => wordsOf(foot()).includes('Pasang 12 layanan'))
    foot().querySelector<HTMLElement>('ui-button[variant="primary"]')!.click()
    const dialog = () => inStep(page, 'step-services').querySelector('ui-dialog')!
    await waitUntil(() => dialog().open)
    expect(dialog().textContent).to.contain('Surat Contoh')
    expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
    dialog().dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
  })

  it('comes back to the step at which somebody was, also after a reload, and to the check from what is mended', async () => {
    const page = await open(FILLED)
    await go(page, 1)
    const again = await open(FILLED)
    expect(again.shadowRoot!.querySelector('[aria-current]')!.textContent).to.contain('Periksa dan geladi')
    const check = inStep(again, 'step-opening')
    await waitUntil(() => check.querySelector('.must'))
    check.querySelector<HTMLElement>('.must ui-button')!.click()
    await again.updateComplete
    expect(again.shadowRoot!.querySelector('[aria-current]')!.textContent).to.contain('Petugas')
    button(again.shadowRoot!.querySelector('footer')!, 'Kembali ke pemeriksaan').click()
    await again.updateComplete
    expect(again.shadowRoot!.querySelector('step-opening')).to.not.equal(null)
  })

  it('shows the empty beginning as chosen once its hours have come', async () => {
    const page = await open({ ...EMPTY, hours: FILLED.hours })
    await waitUntil(() => inStep(page, 'step-office').querySelector('.templates'))
    const chosen = [...inStep(page, 'step-office').querySelectorAll('.templates [aria-pressed="true"] b')]
    expect(chosen.map(b => b.textContent)).to.deep.equal(['Mulai kosong'])
    expect(wordsOf(inStep(page, 'step-office'))).not.to.contain('Yang ikut terpasang')
  })

  it('offers no counter before there is a service, and begins with the name where there is none', async () => {
    const page = await open({ ...EMPTY, name: '' })
    expect((inStep(page, 'step-office').activeElement as HTMLInputElement).name).to.equal('name')
    await go(page, 1)
    await waitUntil(() => inStep(page, 'step-services').querySelector('add-service'))
    expect(button(inStep(page, 'step-services'), 'Tambah loket')).to.equal(undefined)
  })

  it('changes the hours in a narrow place, every field within its card, three days at once like Monday', async () => {
    const page = await open({ ...FILLED, counters: [] })
    await go(page, 0)
    await waitUntil(() => inStep(page, 'step-services').querySelector('setup-days'))
    const days = inStep(page, 'step-services').querySelector('setup-days')!
    days.style.width = '22rem'
    button(days.shadowRoot!, 'Ubah').click()
    await days.updateComplete
    const hours = days.shadowRoot!.querySelector('admin-hours')!
    await hours.updateComplete
    const within = days.shadowRoot!.querySelector('.pane')!.getBoundingClientRect()
    const fields = [...hours.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="text"]')]
    expect(fields).to.have.length(20)
    for (const field of fields) expect(field.getBoundingClientRect().right).to.be.at.most(within.right)
    const type = async (value: string) => {
      fields[0]!.value = value
      fields[0]!.dispatchEvent(new Event('change'))
      await days.updateComplete
      await hours.updateComplete
    }
    await type('7-')
    expect(wordsOf(hours.shadowRoot!)).to.contain('Jam buka belum lengkap')
    expect(fields.filter(field => field.getAttribute('aria-invalid') === 'true')).to.deep.equal([fields[0]])
    expect((button(days.shadowRoot!, 'Samakan') as UiButton).disabled).to.equal(true)
    button(days.shadowRoot!, 'Selesai').click()
    await go(page, 1)
    expect([fields[0]!.isConnected, fields[0]!.value]).to.deep.equal([true, '7-'])
    expect(hours.shadowRoot!.activeElement).to.equal(fields[0])
    await type('0730')
    expect(fields[0]!.value).to.equal('07.30')
    button(days.shadowRoot!, 'Samakan Selasa–Kamis dengan Senin').click()
    await saved()
    const { hours: sent } = saves().at(-1)!.body as OfficeChange
    expect([1, 2, 3, 4, 5].map(i => sent![i]?.open)).to.deep.equal(['07:30', '07:30', '07:30', '07:30', undefined])
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
    await waitUntil(() => root.querySelector('table'))
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
    await waitUntil(() => root.querySelector('pick-services'))
    await page.updateComplete
    page.shadowRoot!.querySelector<HTMLElement>('footer ui-button[variant="primary"]')!.click()
    await waitUntil(() => root.querySelector('table'))
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
    const adding = root.querySelector('add-service')!.shadowRoot!
    adding.querySelector<HTMLInputElement>('[name="name"]')!.value = 'Surat Pindah'
    adding.querySelector<HTMLTextAreaElement>('[name="papers"]')!.value = '1. KTP-el\n\n- Kartu Keluarga'
    adding.querySelector('form')!.requestSubmit()
    button(root, 'Tambah loket').click()
    await saved(3)
    const made = saves()[2]!.body as OfficeChange
    expect(made.services![0]).to.deep.include({
      id: 'surat-pindah',
      name: ['Surat Pindah', ''],
      letter: 'N',
      free: true,
    })
    expect(made.services![0]!.asking!.requirements.map(r => r.name[0])).to.deep.equal(['KTP-el', 'Kartu Keluarga'])
    expect(made.services![0]!.procedure).to.have.length(3)
    expect(made.counters!.find(c => c.id === '9')).to.deep.include({ name: 'Loket 9' })
    expect(made.counters!.filter(c => c.services?.includes('surat-pindah'))).to.have.length(1)
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
    expect(wordsOf(root)).to.contain('2 hal wajib, 2 boleh menyusul, 1 sudah beres.')
    expect(root.querySelector('.must a')?.getAttribute('href')).to.equal('#/pengaturan/layanan/ktp-el')
    await accessibleInThemes(page)
    const opener = [...root.querySelectorAll('ui-button')].find(b => b.textContent!.trim() === 'Buka kantor')!
    expect(opener.disabled).to.equal(true)
    findings = FINDINGS.filter(f => f.level !== 'must')
    button(root, 'Periksa ulang').click()
    await waitUntil(() => !opener.disabled)
    opener.click()
    const told = oneEvent(page, 'officechanged')
    root.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    expect(((await told) as CustomEvent<OfficeInfo>).detail.openedAt).to.equal(5)
    expect(location.hash).to.equal('#/terbuka')
    location.hash = ''
  })

  it('says before the opening what the law asks for and is not there, and afterwards what comes next', async () => {
    const findings = [{ ...FINDINGS[1], level: 'later' }]
    const page = await open(FILLED, { [`GET ${OFFICE}/opening`]: { openedAt: null, findings } })
    await go(page, 1)
    const root = inStep(page, 'step-opening')
    await waitUntil(() => root.querySelector('.checks'))
    expect(wordsOf(root.querySelector('ui-dialog')!)).to.contain('Standar pelayanan KTP-el belum lengkap; UU 25/2009')
    server.restore()
    serve({ [`GET ${OFFICE}/devices`]: { devices: [], origin: 'https://antre.example' } })
    const next = await fixture<OfficeOpened>(html`<office-opened .office=${FILLED} .now=${MORNING}></office-opened>`)
    await waitUntil(() => next.shadowRoot!.querySelector('a[href="https://antre.example/kiosk/"]'))
    const links = [...next.shadowRoot!.querySelectorAll<HTMLAnchorElement>('li a')].map(a => a.href)
    expect(links).to.deep.equal(['kiosk', 'display', 'console'].map(what => `https://antre.example/${what}/`))
    expect(wordsOf(next.shadowRoot!)).to.contain('mengambil nomor dan memesan waktu mulai sekarang')
    next.now = MORNING + 14 * HOUR
    await next.updateComplete
    expect(wordsOf(next.shadowRoot!))
      .to.contain('mengambil nomor sejak pintu dibuka besok, ')
      .and.contain('pukul 08.00')
    expect(wordsOf(next.shadowRoot!))
      .to.contain('Nyalakan “Pintu selalu terbuka”')
      .and.not.to.contain('mengambil nomor dan')
    next.office = { ...FILLED, alwaysOpen: true }
    await next.updateComplete
    expect(wordsOf(next.shadowRoot!)).to.contain('mengambil nomor dan memesan waktu mulai sekarang')
    await accessibleInThemes(next)
    server.restore()
    serve({ [`GET ${OFFICE}/devices`]: { devices: [{ kind: 'kiosk' }, { kind: 'kiosk' }], origin: '' } })
    const again = await fixture<OfficeOpened>(html`<office-opened .office=${FILLED} .now=${MORNING}></office-opened>`)
    await waitUntil(() => wordsOf(again.shadowRoot!).includes('2 sudah disandingkan.'))
    expect(wordsOf(again.shadowRoot!)).to.not.contain('Belum disandingkan?')
  })
})
