import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { sendKeys, setViewport } from '@web/test-runner-commands'
import '../../console/admin/counters/admin-agencies.ts'
import '../../console/admin/counters/admin-areas.ts'
import '../../console/admin/counters/admin-counters.ts'
import '../../console/admin/counters/admin-life-events.ts'
import { fieldName, fieldText } from '../../console/admin/said/field-words.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { changeBetween } from '../../shared/office/structure/between.ts'
import { changedOffice, fieldsOf, standingOf, type OfficeChange } from '../../shared/office/structure/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import { full } from '../helpers/full-office.ts'
import { largeHall } from '../helpers/large-hall.ts'
import { office, staffOf, wordsOf } from '../helpers/console-pages.ts'
import {
  EFFECTS,
  NOBODY,
  SETTINGS,
  buttonOf,
  closeStructure,
  effectsOf,
  fieldOf,
  footOf,
  openStructure,
  pressOn,
  saves,
  server,
  typeInto,
} from '../helpers/structure-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const PAGES = ['admin-counters', 'admin-agencies', 'admin-areas', 'admin-life-events']

describe('the structure of an office', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    closeStructure()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
  })

  for (const tag of PAGES)
    it(`can be read in every theme on ${tag}, empty and full, and fits on a phone`, async () => {
      const page = await openStructure(tag, {}, { office: full })
      for (const details of page.shadowRoot!.querySelectorAll('details')) details.open = true
      await accessibleInThemes(page)
      await setViewport({ width: 390, height: 844 })
      // As in the console, whose padding its bar goes over.
      page.style.padding = '0 1.25rem'
      expect(document.documentElement.scrollWidth).to.be.at.most(390)
      page.remove()
      server.restore()
      const empty = { ...office, counters: [], agencies: [], areas: [], lifeEvents: [] }
      await accessibleInThemes(await openStructure(tag, {}, { office: empty }))
    })

  it('shows whoever administers an agency its own parts alone, and the fields that are theirs', async () => {
    const [first, second] = full.agencies.map(a => a.id)
    const hall = {
      ...full,
      counters: full.counters.map((c, i) => ({ ...c, agency: i === 0 ? first! : second! })),
    }
    const staff = { ...staffOf('administrator'), agency: first! }
    for (const tag of ['admin-agencies', 'admin-counters']) {
      const page = await openStructure(tag, {}, { office: hall, staff })
      const members = page.shadowRoot!.querySelectorAll<HTMLElement>('.member')
      expect([...members].map(m => m.dataset['id'])).to.deep.equal([
        tag === 'admin-agencies' ? first : hall.counters[0]!.id,
      ])
      members[0]!.querySelector('details')!.open = true
      expect(buttonOf(page, 'Tambah')).to.equal(undefined)
      expect(page.shadowRoot!.querySelectorAll('.move, .acts:not([hidden])')).to.have.length(0)
      expect(fieldOf(page, 'Nama')).to.equal(undefined)
      await accessibleInThemes(page)
      page.remove()
      server.restore()
    }
  })

  it('is saved only after its effects were seen, by a button that names the deed, with how many were foreseen', async () => {
    const touched = { ...NOBODY.touched, total: 12, told: 9, reasons: [{ why: 'serviceOff', count: 12 }] }
    const consequences = [{ kind: 'officerFollows', of: '3', count: 1 }]
    const page = await openStructure('admin-counters', { [EFFECTS]: { touched, consequences } })
    await typeInto(page, 'Loket 3: Nama', 'Loket Tiga')
    expect(footOf(page)).to.equal('1 perubahan belum disimpan: Loket Tiga: Nama')
    const pane = await effectsOf(page)
    expect(saves()).to.deep.equal([])
    expect(wordsOf(pane)).to.include('12Untuk layanan yang tidak dibuka lagi')
    expect(wordsOf(pane)).to.include('Loket Tiga: petugas sedang bertugas di sana')
    expect(wordsOf(pane)).to.include('Loket 3').and.include('Loket Tiga')
    await accessibleInThemes(pane)
    fieldOf(pane, 'Alasan').value = 'Papan nama baru'
    await pressOn(pane, 'Tetapkan perubahan, lepas 12 reservasi')
    await waitUntil(() => footOf(page).startsWith('Tersimpan'))
    expect(saves()[0]!.body).to.deep.equal({
      counters: [{ id: '3', name: 'Loket Tiga' }],
      seen: { counters: [{ id: '3', name: 'Loket 3' }] },
      foreseen: 13,
      reason: 'Papan nama baru',
    })
    // The server of this test let nobody go: that it is not what was foreseen is said.
    expect(footOf(page)).to.include('bukan 12')
  })

  it('is shown anew and asked for once more where far more have booked since its effects were seen [H11]', async () => {
    const by = (total: number) => ({ ...NOBODY.touched, total, reasons: [{ why: 'serviceOff', count: total }] })
    let booked = 0
    const page = await openStructure('admin-counters', {
      [EFFECTS]: () => ({ touched: by(booked), consequences: [] }),
      [SETTINGS]: ({
        body: { foreseen, counters },
      }: {
        body: { foreseen: number; counters: OfficeChange['counters'] }
      }) =>
        foreseen === 0
          ? new AppError('BOOKINGS_TOUCHED', { touched: 12 })
          : { office: changedOffice(office, { counters: counters! }), touched: 12 },
    })
    await typeInto(page, 'Loket 3: Nama', 'Loket Tiga')
    const pane = await effectsOf(page)
    fieldOf(pane, 'Alasan').value = 'Papan nama baru'
    booked = 12
    buttonOf(pane, 'Tetapkan perubahan').click()
    await waitUntil(() => wordsOf(pane).includes('12Untuk layanan yang tidak dibuka lagi'))
    await waitUntil(() => wordsOf(pane).includes('Belum tersimpan: perubahan ini menyangkut 12 orang atau reservasi'))
    expect(fieldOf(pane, 'Alasan').value).to.equal('Papan nama baru')
    await pressOn(pane, 'Tetapkan perubahan, lepas 12 reservasi')
    await waitUntil(() => footOf(page).startsWith('Tersimpan'))
    expect(saves().map(a => (a.body as { foreseen: number }).foreseen)).to.deep.equal([0, 12])
  })

  it('goes back from its effects with all that was typed, to the button that led there', async () => {
    const page = await openStructure('admin-counters')
    await typeInto(page, 'Loket 3: Nama', 'Loket Tiga')
    const pane = await effectsOf(page)
    expect(wordsOf(pane)).to.include('Tidak ada reservasi, nomor, atau petugas yang tersentuh.')
    await pressOn(pane, 'Batal')
    await waitUntil(() => page.shadowRoot!.activeElement === buttonOf(page, 'Lihat akibatnya'))
    expect(fieldOf(page, 'Loket Tiga: Nama').value).to.equal('Loket Tiga')
  })

  it('makes the fields of a member once it is opened: a hall has hundreds of services at its counters', async () => {
    const page = await openStructure('admin-counters', {}, { office: largeHall }, 'unseen')
    const fields = () => page.shadowRoot!.querySelectorAll('.inside input, .inside ui-choice').length
    expect(page.shadowRoot!.querySelectorAll('.member')).to.have.length(largeHall.counters.length)
    expect(fields()).to.equal(0)
    // Blanks that were there before are no change of whoever only looks.
    expect(footOf(page)).to.equal('Tidak ada perubahan')
    page.shadowRoot!.querySelector('summary')!.click()
    await waitUntil(() => fields() > 300)
    await typeInto(page, 'Nama', 'Loket Baru')
    expect(footOf(page)).to.match(/^1 perubahan belum disimpan/)
  })

  it('gives an open member all of the width of a phone, and explains the order only where there is one', async () => {
    await setViewport({ width: 390, height: 844 })
    const page = await openStructure('admin-life-events', {}, { office: full })
    const member = page.shadowRoot!.querySelector('.member')!
    member.querySelector('details')!.open = true
    await waitUntil(() => member.querySelector('.inside'))
    const wide = member.getBoundingClientRect().width
    expect(member.querySelector('.inside')!.getBoundingClientRect().width).to.be.at.least(wide - 1)
    const up = member.querySelector('.move')!.getBoundingClientRect()
    expect(member.querySelector('summary')!.getBoundingClientRect().right).to.be.at.most(up.left)
    expect(wordsOf(page)).to.contain('Urutan: tombol panah')
    page.remove()
    server.restore()
    const empty = { ...full, areas: [], counters: full.counters.map(c => ({ ...c, area: null })) }
    expect(wordsOf(await openStructure('admin-areas', {}, { office: empty }))).to.not.contain('Urutan')
  })

  it('says which areas have no display as long as that is so, with the way to one', async () => {
    const [near, far] = full.areas
    const hall = { ...full, counters: full.counters.map((c, i) => ({ ...c, area: i === 0 ? near!.id : far!.id })) }
    const device = { kind: 'display', area: near!.id }
    const devices = { [`GET /api/offices/${full.id}/devices`]: { origin: '', devices: [device] } }
    const page = await openStructure('admin-areas', devices, { office: hall })
    await waitUntil(() => page.shadowRoot!.querySelector('ui-banner'))
    const banner = page.shadowRoot!.querySelector('ui-banner')!
    expect(banner.textContent).to.contain(`Panggilan di ${far!.name[0]} tidak terdengar`)
    expect(banner.querySelector('a')!.getAttribute('href')).to.equal('#/perangkat')
  })

  it('is ordered by buttons and by keys, and the focus stays on what moves', async () => {
    const page = await openStructure('admin-counters')
    buttonOf(page, 'Turunkan Loket 1').focus()
    await pressOn(page, 'Turunkan Loket 1')
    await waitUntil(() => page.shadowRoot!.activeElement === buttonOf(page, 'Turunkan Loket 1'))
    await sendKeys({ down: 'Alt' })
    await sendKeys({ press: 'ArrowDown' })
    await sendKeys({ up: 'Alt' })
    await effectsOf(page)
    const { body } = server.asked.find(a => a.path.endsWith('/effects'))!
    const order = (body as OfficeChange).order!.counters!
    expect(order.slice(0, 3)).to.deep.equal(['2', '3', '1'])
  })

  it('says at the field what does not fit, before anything is sent and when the server says so', async () => {
    const problems = [{ field: 'counters.3.removed', problem: 'counterAttended', with: '3' }]
    const page = await openStructure('admin-counters', { [EFFECTS]: new AppError('STRUCTURE_UNSOUND', { problems }) })
    await typeInto(page, 'Loket 3: Nama', '  ')
    await pressOn(page, 'Lihat akibatnya')
    expect(server.asked).to.deep.equal([])
    expect(footOf(page)).to.include('Nama belum diisi')
    await waitUntil(() => page.shadowRoot!.activeElement?.ariaInvalid === 'true')
    expect(page.shadowRoot!.activeElement!.getAttribute('aria-describedby')).to.equal('w-counters.3.name')
    await typeInto(page, ': Nama', 'Loket 1a')
    await pressOn(page, 'Batalkan perubahan')
    await pressOn(page, 'Hapus Loket 3')
    await pressOn(page, 'Lihat akibatnya')
    await waitUntil(() => footOf(page).includes('Minta petugas menutup loket'))
  })

  it('shows what somebody else made of the same field beside the own, and saves neither unasked', async () => {
    const theirs = changedOffice(office, { counters: [{ id: '3', name: 'Loket III' }] })
    const page = await openStructure('admin-counters', {
      [EFFECTS]: new AppError('SETTINGS_CHANGED', { fields: {} }),
      'GET /api/offices/samarinda': { office: theirs },
    })
    await typeInto(page, 'Loket 3: Nama', 'Loket Tiga')
    await pressOn(page, 'Lihat akibatnya')
    await waitUntil(() => page.shadowRoot!.querySelector('overtaken-pane'))
    const twofold = page.shadowRoot!.querySelector('overtaken-pane')!
    await waitUntil(() => wordsOf(twofold).includes('Loket III'))
    expect(wordsOf(twofold)).to.include('Loket Tiga')
    await pressOn(page, 'Lihat akibatnya')
    expect(server.asked.filter(a => a.path.endsWith('/effects'))).to.have.length(1)
    twofold.dispatchEvent(new CustomEvent('take', { detail: { field: 'counters.3.name', side: 'theirs' } }))
    await waitUntil(() => footOf(page) === 'Tidak ada perubahan')
  })

  it('keeps what was typed while the server cannot be reached', async () => {
    const page = await openStructure('admin-counters', {
      [EFFECTS]: () => {
        throw new TypeError('no network')
      },
    })
    await typeInto(page, 'Loket 3: Nama', 'Loket Tiga')
    await pressOn(page, 'Lihat akibatnya')
    await waitUntil(() => footOf(page).startsWith('Server tidak terjangkau'), '', { timeout: 3000 })
    expect(fieldOf(page, 'Loket Tiga: Nama').value).to.equal('Loket Tiga')
  })

  it('gives a new counter the next number, and an agency its code in capitals', async () => {
    const page = await openStructure('admin-counters')
    await pressOn(page, 'Tambah loket')
    await effectsOf(page)
    const { body } = server.asked.find(a => a.path.endsWith('/effects'))!
    expect((body as OfficeChange).counters![0]).to.deep.include({ id: '9', name: 'Loket 9' })
    const agencies = await openStructure('admin-agencies')
    await pressOn(agencies, 'Tambah instansi')
    await typeInto(agencies, 'Nama', 'Bank Contoh')
    await typeInto(agencies, 'Kode nomor', 'i')
    await pressOn(agencies, 'Lihat akibatnya')
    expect(agencies.shadowRoot!.textContent).to.include('Satu atau dua huruf A sampai Z')
    await typeInto(agencies, 'Kode nomor', 'bn')
    expect(wordsOf(await effectsOf(agencies))).to.include('BN')
  })

  it('takes away what no longer leads anywhere with what goes', async () => {
    const page = await openStructure('admin-areas', { [SETTINGS]: {} }, { office: full })
    await pressOn(page, `Hapus ${full.areas[0]!.name[0]}`)
    await effectsOf(page)
    const { body } = server.asked.find(a => a.path.endsWith('/effects'))!
    expect((body as OfficeChange).counters).to.deep.equal([{ id: '1', area: null }])
  })

  it('has a name and words for each of its fields', () => {
    const from = { ...office, services: office.services.slice(1) }
    for (const change of [changeBetween(from, full), standingOf(full)])
      for (const [field, value] of fieldsOf(change)) {
        const said = [fieldName(field, full), fieldText(field, value, full)]
        expect(said.join(), field).not.to.match(/undefined|\[object/)
        expect(
          said.every(words => words !== ''),
          field,
        ).to.equal(true)
      }
  })
})
