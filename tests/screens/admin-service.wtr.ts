import { expect, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/admin/services/service-page.ts'
import type { OfficeChange } from '../../shared/office/structure/change.ts'
import { documentSettings, serviceSettings } from '../../shared/office/settings/service-settings.ts'
import { setLang } from '../../shared/web/lang.ts'
import { office, staffOf, wordsOf } from '../helpers/console-pages.ts'
import {
  buttonOf,
  closeStructure,
  effectsOf,
  fieldOf,
  footOf,
  openStructure,
  pressOn,
  saves,
  server,
  settled,
  typeInto,
} from '../helpers/structure-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const STANDING = 'GET /api/offices/samarinda/services/ktp-el/standing'
const ktp = office.services.find(s => s.id === 'ktp-el')!
const [lost, broken] = ktp.cases
const standing = {
  ...{ waiting: 12, month: '2026-05' },
  missing: [
    { case: lost!.id, n: 24, of: 100 },
    { case: broken!.id, n: 3, of: 96 },
  ],
}

describe('the page of a service', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    closeStructure()
    await setViewport({ width: 1280, height: 800 })
  })

  const opened = (path = 'ktp-el', answers = {}, props = {}) =>
    openStructure('service-page', { [STANDING]: standing, ...answers }, { path, ...props })
  const sent = () => (saves()[0]!.body as OfficeChange).services![0]!
  async function saved(page: Element) {
    const pane = await effectsOf(page)
    const confirm = [...pane.shadowRoot!.querySelectorAll<HTMLElement>('ui-button')].at(-1)!
    confirm.click()
    await waitUntil(() => footOf(page) === 'Tersimpan dan sudah berlaku.')
  }

  it('says how many wait and, beside each case, how often its papers were missing, in every theme and on a phone', async () => {
    const page = await opened()
    await waitUntil(() => wordsOf(page).includes('12 menunggu sekarang'))
    const rows = [...page.shadowRoot!.querySelectorAll('.cases tbody tr')]
    const row = (of: typeof lost) => rows.find(r => r.textContent!.includes(of!.label[0]))!
    expect(wordsOf(page)).to.include('Kurang, Mei')
    expect(row(lost).querySelector('.n .bad')!.textContent).to.equal('24%')
    expect(row(broken).querySelector('.n')!.textContent!.replace(/\s+/g, ' ').trim()).to.equal('3% dari 96')
    for (const paper of lost!.papers)
      expect(row(lost).textContent).to.include(ktp.requirements.find(r => r.id === paper)!.name[0])
    await accessibleInThemes(page)
    for (const pane of ['Keperluan dan berkas', 'Reservasi dan dokumen', 'Nama dan langkah'])
      await pressOn(page, `Ubah ${pane}`)
    await accessibleInThemes(page)
    await setViewport({ width: 390, height: 844 })
    page.style.padding = '0 1.25rem'
    expect(document.documentElement.scrollWidth).to.be.at.most(390)
  })

  it('stands also where it could not be read how many wait, and reads again', async () => {
    let down = true
    const page = await opened('ktp-el', {
      [STANDING]: () => (down ? Promise.reject(new TypeError('no network')) : standing),
    })
    await waitUntil(() => buttonOf(page, 'Baca lagi'))
    expect(page.shadowRoot!.querySelectorAll('.cases tbody tr')).to.have.length(ktp.cases.length)
    down = false
    await pressOn(page, 'Baca lagi')
    await waitUntil(() => wordsOf(page).includes('12 menunggu sekarang'))
  })

  it('leads from a gap of its standard to the field that fills it, and counts it at once', async () => {
    const services = office.services.map(s => ({ ...s, standard: { ...s.standard, oversight: ['', ''] as const } }))
    const page = await opened('ktp-el', {}, { office: { ...office, services } })
    const said = () => page.shadowRoot!.querySelector('ui-tag')!.textContent!.trim()
    const before = Number(said().split(' ')[0])
    const gap = page.shadowRoot!.querySelector<HTMLElement>('[aria-label="Isi Pengawasan internal"]')!
    gap.click()
    await waitUntil(() => page.shadowRoot!.activeElement === fieldOf(page, 'Pengawasan internal'))
    await typeInto(page, 'Pengawasan internal', 'Inspektorat')
    expect(said()).to.equal(`${before + 1} dari 14 terisi`)
  })

  it('pauses and retires by a button that first shows what it does', async () => {
    const page = await opened('konsultasi')
    await pressOn(page, 'Pensiunkan')
    await waitUntil(() => page.shadowRoot!.querySelector('effects-pane'))
    const pane = page.shadowRoot!.querySelector('effects-pane')!
    await settled(pane)
    expect(buttonOf(pane, 'Pensiunkan Konsultasi')).to.not.equal(undefined)
    const { body } = server.asked.find(a => a.path.endsWith('/effects'))!
    expect((body as OfficeChange).services).to.deep.equal([{ id: 'konsultasi', retired: true }])
  })

  it('is taken away where nobody ever came for it, after its effects were seen, or kept', async () => {
    const page = await opened('konsultasi')
    await pressOn(page, 'Ubah Nama dan langkah')
    await pressOn(page, 'Hapus layanan')
    await waitUntil(() => page.shadowRoot!.querySelector('effects-pane'))
    const pane = page.shadowRoot!.querySelector('effects-pane')!
    await settled(pane)
    expect(buttonOf(pane, 'Hapus Konsultasi')).to.not.equal(undefined)
    const { body } = server.asked.find(a => a.path.endsWith('/effects'))!
    expect((body as OfficeChange).services).to.deep.equal([{ id: 'konsultasi', removed: true }])
    await pressOn(pane, 'Batal')
    await waitUntil(() => buttonOf(page, 'Jangan hapus'))
    await pressOn(page, 'Jangan hapus')
    expect(footOf(page)).to.equal('Tidak ada perubahan')
  })

  it('is paused, and resumed before that was saved without a trace', async () => {
    const page = await opened('konsultasi')
    await pressOn(page, 'Jeda')
    await waitUntil(() => page.shadowRoot!.querySelector('effects-pane'))
    const pane = page.shadowRoot!.querySelector('effects-pane')!
    await settled(pane)
    await pressOn(pane, 'Batal')
    await waitUntil(() => footOf(page).includes('1 perubahan belum disimpan'))
    expect(wordsOf(page)).to.include('jeda')
    await pressOn(page, 'Batalkan perubahan')
    expect(footOf(page)).to.equal('Tidak ada perubahan')
  })

  it('adds a paper and a case that asks for it, and saves them as one after their effects were seen', async () => {
    const page = await opened()
    await pressOn(page, 'Ubah Keperluan dan berkas')
    await pressOn(page, 'Tambah berkas')
    await typeInto(page, 'Berkas baru: Nama', 'Surat kuasa')
    await typeInto(page, 'Surat kuasa: Nama, bahasa Inggris', 'Letter of authority')
    await pressOn(page, 'Tambah keperluan')
    await typeInto(page, 'Keperluan baru: Nama', 'Mewakili orang lain')
    await typeInto(page, 'Mewakili orang lain: Nama, bahasa Inggris', 'For somebody else')
    const ticks = [...page.shadowRoot!.querySelectorAll<HTMLElement>('.ticks')].at(-1)!
    ;[...ticks.querySelectorAll<HTMLElement>('ui-choice')].at(-1)!.click()
    await settled(page)
    expect(footOf(page)).to.include('1 perubahan belum disimpan')
    await saved(page)
    const { requirements, cases } = sent().asking!
    expect(requirements.slice(0, -1)).to.deep.equal(ktp.requirements)
    expect(requirements.at(-1)!.name[0]).to.equal('Surat kuasa')
    expect(cases.at(-1)!.papers).to.deep.equal([requirements.at(-1)!.id])
    expect(ktp.requirements.map(r => r.id)).to.not.include(requirements.at(-1)!.id)
  })

  it('renames and moves a paper without another id, and takes one away with its ticks', async () => {
    const page = await opened()
    await pressOn(page, 'Ubah Keperluan dan berkas')
    await typeInto(page, 'Surat kehilangan: Nama', 'Surat dari polisi')
    await pressOn(page, 'Naikkan Surat dari polisi')
    await pressOn(page, 'Naikkan KTP-el lama')
    await pressOn(page, 'Turunkan KTP-el lama')
    await pressOn(page, 'Hapus Bukti perubahan')
    await waitUntil(() => page.shadowRoot!.querySelector('remove-button ui-banner'))
    const asked = page.shadowRoot!.querySelector('remove-button ui-banner')!.textContent!.replace(/\s+/g, ' ')
    expect(asked)
      .to.contain('Bukti perubahan dipakai dalam: ')
      .and.contain(ktp.cases.find(c => c.id === 'berubah')!.label[0])
    await pressOn(page, 'Ya, hapus')
    await saved(page)
    const { requirements, cases } = sent().asking!
    expect(requirements.map(r => r.id)).to.deep.equal(['surat-hilang', 'kk', 'ktp-rusak', 'ktp-lama'])
    expect(requirements[0]!.name[0]).to.equal('Surat dari polisi')
    expect(cases.find(c => c.id === 'berubah')!.papers).to.deep.equal(['ktp-lama', 'kk'])
  })

  it('opens where something is wrong, says it at the field and sends nothing', async () => {
    const page = await opened()
    await pressOn(page, 'Ubah Keperluan dan berkas')
    await pressOn(page, 'Tambah berkas')
    await pressOn(page, 'Ubah Waktu, prosedur, biaya, produk')
    await typeInto(page, 'Menit biasanya di loket', '0')
    await pressOn(page, 'Tutup Waktu, prosedur, biaya, produk')
    await pressOn(page, 'Lihat akibatnya')
    expect(footOf(page)).to.equal('Periksa 2 isian yang ditandai.')
    expect(fieldOf(page, 'Berkas baru: Nama').getAttribute('aria-invalid')).to.equal('true')
    expect(fieldOf(page, 'Menit biasanya di loket').getAttribute('aria-invalid')).to.equal('true')
    expect(server.asked.filter(a => a.method !== 'GET')).to.have.length(0)
  })

  it('is booked as its places are given out, and shows every setting of a service', async () => {
    const page = await opened()
    await pressOn(page, 'Ubah Reservasi dan dokumen')
    await typeInto(page, 'Pembagian tempat', 'waves')
    expect(page.shadowRoot!.querySelectorAll('.wave')).to.have.length(3)
    const labels = [serviceSettings, documentSettings].flatMap(table => Object.values(table).map(s => s.label[0]))
    const choices = [...page.shadowRoot!.querySelectorAll<HTMLElement>('ui-choice')]
    const documents = choices.find(c => c.textContent!.includes('Menghasilkan dokumen'))!
    if (!documents.hasAttribute('checked')) documents.click()
    await settled(page)
    expect(labels.filter(label => !wordsOf(page).includes(label))).to.deep.equal([])
  })

  it('begins as a new one, and has its own page once it is saved', async () => {
    const before = location.hash
    const page = await opened('baru')
    expect(page.shadowRoot!.activeElement?.matches('.fields input')).to.equal(true)
    expect(footOf(page)).to.equal('Tidak ada perubahan')
    await typeInto(page, 'Huruf', 'ZZ')
    expect(footOf(page), 'no id of the program').to.contain('Tanpa nama: Huruf')
    await typeInto(page, 'Nama', 'Surat pindah')
    const pane = await effectsOf(page)
    ;[...pane.shadowRoot!.querySelectorAll<HTMLElement>('ui-button')].at(-1)!.click()
    await waitUntil(() => location.hash.startsWith('#/pengaturan/layanan/'))
    expect(location.hash).to.equal(`#/pengaturan/layanan/${sent().id}`)
    history.replaceState(null, '', before || ' ')
  })

  it('says so where there is no such service, and where it is of another agency', async () => {
    const gone = (page: Element) => page.shadowRoot!.querySelector('ui-state[heading="Layanan ini tidak ada"]')
    expect(gone(await opened('entah'))).to.not.equal(null)
    const staff = { ...staffOf('administrator'), agency: 'lain' }
    expect(gone(await opened('ktp-el', {}, { staff }))).to.not.equal(null)
  })
})
