import { expect, waitUntil } from '@open-wc/testing'
import type { AdminSettings } from '../../console/admin/admin-settings.ts'
import type { Asking } from '../../shared/office/papers.ts'
import { setLang } from '../../shared/web/lang.ts'
import { office } from '../helpers/console-pages.ts'
import { SETTINGS, bar, button, made, open, section, server } from '../helpers/settings-form.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

describe('papers and cases on the settings page', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  const ktp = (page: AdminSettings) => page.shadowRoot!.querySelector('details')!
  const named = <T extends HTMLElement>(page: AdminSettings, label: string) =>
    [...ktp(page).querySelectorAll<T>('.asking [aria-label], .asking ui-button')].find(
      e =>
        e.getAttribute('aria-label') === label || e.getAttribute('label') === label || e.textContent!.trim() === label,
    )!
  const press = async (page: AdminSettings, label: string) => {
    named(page, label).click()
    await page.updateComplete
  }
  const type = async (page: AdminSettings, label: string, value: string) => {
    const input = named<HTMLInputElement>(page, label)
    input.value = value
    input.dispatchEvent(new Event('input'))
    await page.updateComplete
  }
  const sent = () => (server.asked[0]!.body as { services: { asking: Asking }[] }).services[0]!.asking
  async function opened() {
    const page = await open({ [SETTINGS]: made })
    await section(page, 'Layanan')
    ktp(page).open = true
    return page
  }

  it('read well in every theme', async () => {
    await accessibleInThemes(await opened())
  })

  it('add a paper and a case that asks for it, and are saved as one', async () => {
    const page = await opened()
    await press(page, 'Tambah berkas')
    await type(page, 'Berkas baru: Nama', 'Surat kuasa')
    await type(page, 'Surat kuasa: Nama, bahasa Inggris', 'Letter of authority')
    await press(page, 'Tambah keperluan')
    await type(page, 'Keperluan baru: Nama', 'Mewakili orang lain')
    await type(page, 'Mewakili orang lain: Nama, bahasa Inggris', 'For somebody else')
    const ticks = [...ktp(page).querySelectorAll<HTMLElement>('.ticks')].at(-1)!
    ;[...ticks.querySelectorAll<HTMLElement>('ui-choice')].at(-1)!.click()
    await page.updateComplete
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
    const { requirements, cases } = sent()
    const before = office.services[0]!
    expect(requirements.slice(0, -1)).to.deep.equal(before.requirements)
    expect(requirements.at(-1)!.name[0]).to.equal('Surat kuasa')
    expect(cases.at(-1)!.papers).to.deep.equal([requirements.at(-1)!.id])
    expect(before.requirements.map(r => r.id)).to.not.include(requirements.at(-1)!.id)
  })

  it('rename and move a paper without another id, and take one away with its ticks', async () => {
    const page = await opened()
    await type(page, 'Surat kehilangan: Nama', 'Surat dari polisi')
    await press(page, 'Naikkan Surat dari polisi')
    await press(page, 'Naikkan KTP-el lama')
    await press(page, 'Turunkan KTP-el lama')
    await press(page, 'Hapus Bukti perubahan')
    await waitUntil(() => ktp(page).querySelector('remove-button ui-banner'))
    const asked = ktp(page).querySelector('remove-button ui-banner')!.textContent!.replace(/\s+/g, ' ')
    expect(asked).to.contain('Bukti perubahan dipakai dalam: ')
    expect(asked).to.contain(office.services[0]!.cases.find(c => c.id === 'berubah')!.label[0])
    await press(page, 'Ya, hapus')
    button(page, 'Simpan').click()
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
    expect(sent().requirements.map(r => r.id)).to.deep.equal(['surat-hilang', 'kk', 'ktp-rusak', 'ktp-lama'])
    expect(sent().requirements[0]!.name[0]).to.equal('Surat dari polisi')
    expect(sent().cases.find(c => c.id === 'berubah')!.papers).to.deep.equal(['ktp-lama', 'kk'])
  })

  it('say at the field what is missing, and send nothing', async () => {
    const page = await opened()
    await press(page, 'Tambah berkas')
    button(page, 'Simpan').click()
    await page.updateComplete
    expect(server.asked).to.have.length(0)
    expect(bar(page)).to.equal('Periksa 1 isian yang ditandai.')
    expect(named(page, 'Berkas baru: Nama').getAttribute('aria-invalid')).to.equal('true')
  })
})
