import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { typedOf } from '../../console/admin/draft-values.ts'
import { tableFields } from '../../console/admin/settings-table.ts'
import type { SettingTable } from '../../shared/office/settings/setting.ts'
import { SETTING_TABLES } from '../../shared/office/settings/tables.ts'
import { defaultsOf } from '../../shared/office/settings/values.ts'
import { setLang } from '../../shared/web/lang.ts'
import { office, wordsOf } from '../helpers/console-pages.ts'
import { SETTINGS, bar, button, field, made, open, section, server, type } from '../helpers/settings-form.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

describe("the administrator's pages", () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  describe('settings', () => {
    it('read well in every theme', async () => {
      await accessibleInThemes(await open())
    })

    it('save only what was changed, and tell the shell', async () => {
      const page = await open({ [SETTINGS]: made })
      expect(button(page, 'Simpan').disabled).to.equal(true)
      const changed = heard<typeof office>(page, 'officechanged')
      await type(page, 'Jawaban paling sedikit', '40')
      expect(bar(page)).to.equal('Ada perubahan yang belum disimpan')
      button(page, 'Simpan').click()
      await waitUntil(() => changed.length === 1)
      expect(server.asked[0]!.body).to.deep.equal({ minRatings: 40, seen: { minRatings: office.minRatings } })
      await page.updateComplete
      expect(bar(page)).to.equal('Tersimpan dan sudah berlaku.')
    })

    it('change the name, the city and the time zone of the office', async () => {
      const page = await open({ [SETTINGS]: made })
      await type(page, 'Nama kantor', 'Kantor Contoh')
      await type(page, 'Kota atau kabupaten', 'Kota Contoh')
      const zones = [...page.shadowRoot!.querySelectorAll('select')].find(s => s.textContent!.includes('Papua'))!
      zones.value = 'WIT'
      zones.dispatchEvent(new Event('change'))
      await page.updateComplete
      button(page, 'Simpan').click()
      await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
      const { name, city, zone } = office
      expect(server.asked[0]!.body).to.deep.equal({
        ...{ name: 'Kantor Contoh', city: 'Kota Contoh', zone: 'WIT' },
        seen: { name, city, zone },
      })
    })

    it('send nothing that cannot be, and mark the field', async () => {
      const page = await open()
      await type(page, 'Hari libur', '2026-08-17\n2026-02-30')
      await type(page, 'Prioritas maju', '121')
      button(page, 'Simpan').click()
      await page.updateComplete
      expect(server.asked).to.have.length(0)
      expect(bar(page)).to.equal('Periksa 2 isian yang ditandai.')
      expect(field(page, 'Hari libur').getAttribute('aria-invalid')).to.equal('true')
      expect(wordsOf(page)).to.contain('Bukan tanggal: 2026-02-30').and.contain('Isi bilangan 0 sampai 120.')
    })

    it('keep what was typed when it could not be saved, and say why', async () => {
      const page = await open({ [SETTINGS]: new Error('UNAVAILABLE') })
      await type(page, 'Jawaban paling sedikit', '40')
      button(page, 'Simpan').click()
      await waitUntil(() => bar(page).startsWith('Belum tersimpan'))
      expect(field(page, 'Jawaban paling sedikit').value).to.equal('40')
    })

    it('of bookings read well in every theme, with Ramadan as the worked example', async () => {
      const page = await open()
      await section(page, 'Reservasi')
      const ramadan = [...page.shadowRoot!.querySelectorAll<HTMLElement>('.acts ui-button')]
      ramadan.find(b => b.textContent!.includes('Ramadan'))!.click()
      await page.updateComplete
      await accessibleInThemes(page)
    })

    it('of bookings are saved field by field, shares out of percentages', async () => {
      const page = await open({ [SETTINGS]: made })
      await section(page, 'Reservasi')
      await type(page, 'Cadangan datang langsung', '40')
      button(page, 'Simpan').click()
      await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
      expect(server.asked[0]!.body).to.deep.equal({
        booking: { walkInReserve: 0.4 },
        seen: { booking: { walkInReserve: office.booking.walkInReserve } },
      })
    })

    it('bring the reader to the section of a wrong field', async () => {
      const page = await open()
      await section(page, 'Reservasi')
      await type(page, 'Toleransi terlambat', '999')
      await section(page, 'Kantor')
      button(page, 'Simpan').click()
      await waitUntil(() => wordsOf(page).includes('Isi bilangan 0 sampai 240.'))
      expect(server.asked).to.have.length(0)
      expect(field(page, 'Toleransi terlambat').getAttribute('aria-invalid')).to.equal('true')
    })

    it('show every row of their tables, by its label and unit', async () => {
      const page = await open()
      const shown = [wordsOf(page)]
      for (const name of ['Reservasi', 'Pencarian']) {
        await section(page, name)
        shown.push(wordsOf(page))
      }
      // Those of a service stand on its page, a logo is a picture.
      const labels = SETTING_TABLES.filter(({ at }) => !at.startsWith('services.')).flatMap(({ table }) =>
        Object.values(table)
          .filter(setting => !setting.own)
          .map(setting => setting.label[0]),
      )
      expect(labels.filter(label => !shown.join(' ').includes(label))).to.deep.equal([])
      expect(shown[1]).to.contain('Check-in dibuka (menit sebelum jam)').and.contain('Cadangan datang langsung (%)')
    })

    it('give a field of each kind that a table can name, and tell what is typed', async () => {
      const told: object[] = []
      const table = {
        most: { kind: 'count', min: 1, max: 9, default: null, pane: 'rest', label: ['Batas', 'Most'] },
        begin: { kind: 'clockTime', default: '13:00', pane: 'rest', label: ['Mulai', 'From'] },
        quiet: { kind: 'flag', default: true, pane: 'rest', label: ['Tenang', 'Quiet'] },
        of: {
          kind: 'choice',
          of: { all: ['semua', 'all'], few: ['sebagian', 'a few'] },
          default: 'few',
          pane: 'rest',
          label: ['Untuk', 'For'],
        },
        other: { kind: 'days', min: 1, max: 9, default: 1, pane: 'elsewhere', label: ['Lain', 'Other'] },
      } as const satisfies SettingTable
      const problems = { 'rest.most': { word: 'wrong.number', values: { min: 1, max: 9 } } } as const
      const form = { table, typed: typedOf(table, defaultsOf(table)), problems, at: 'rest.' }
      const page = await fixture<HTMLElement>(
        html`<div>${tableFields({ ...form, change: part => told.push(part) }, 'rest')}</div>`,
      )
      expect(page.textContent).to.contain('Isi bilangan 1 sampai 9.').and.not.to.contain('Lain')
      const [most, begin] = [...page.querySelectorAll('input')]
      expect([most!.getAttribute('aria-invalid'), begin!.type, begin!.value]).to.deep.equal(['true', 'text', '13.00'])
      most!.value = '4'
      most!.dispatchEvent(new Event('input'))
      page.querySelector('select')!.value = 'all'
      page.querySelector('select')!.dispatchEvent(new Event('change'))
      page.querySelector<HTMLElement>('ui-choice')!.click()
      expect(told).to.deep.equal([{ most: '4' }, { of: 'all' }, { quiet: false }])
    })
  })
})
