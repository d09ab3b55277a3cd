import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/admin-devices.ts'
import '../../console/admin/admin-settings.ts'
import type { AdminDevices } from '../../console/admin/admin-devices.ts'
import type { AdminSettings } from '../../console/admin/admin-settings.ts'
import { typedOf } from '../../console/admin/draft-values.ts'
import { tableFields } from '../../console/admin/settings-table.ts'
import type { SettingTable } from '../../shared/office/settings/setting.ts'
import { SETTING_TABLES } from '../../shared/office/settings/tables.ts'
import { defaultsOf } from '../../shared/office/settings/values.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, lostFirst, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const SETTINGS = 'PATCH /api/offices/samarinda/settings'
const DEVICES = '/api/offices/samarinda/devices'
const kiosk = {
  id: 'd1',
  kind: 'kiosk',
  name: 'Kiosk lobi',
  officeId: 'samarinda',
  pairedAt: at('08:00'),
  lastSeenAt: at('10:10'),
}

let server: ReturnType<typeof answering>
/** The answer to a change that is taken. */
const made = ({ body: { seen: _, ...change } }: { body: OfficeChange & { seen?: unknown } }) => ({
  office: changedOffice(office, change),
})

describe("the administrator's pages", () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  describe('settings', () => {
    async function open(answers: Readonly<Record<string, unknown>> = {}) {
      server = answering(answers)
      return fixture<AdminSettings>(
        html`<admin-settings .office=${office} .staff=${staffOf('administrator')} .live=${still()}></admin-settings>`,
      )
    }
    const field = (page: AdminSettings, label: string) =>
      [...page.shadowRoot!.querySelectorAll('label.field')]
        .find(l => l.textContent!.includes(label))!
        .querySelector<HTMLInputElement>('input, textarea')!
    async function type(page: AdminSettings, label: string, value: string) {
      const input = field(page, label)
      input.value = value
      input.dispatchEvent(new Event('input'))
      await page.updateComplete
    }
    const button = (page: AdminSettings, words: string) =>
      [...page.shadowRoot!.querySelectorAll('.bar ui-button')].find(b =>
        b.textContent!.includes(words),
      ) as HTMLElement & {
        disabled: boolean
      }
    const bar = (page: AdminSettings) => page.shadowRoot!.querySelector('.bar span')!.textContent!.trim()

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

    it('ask before unsaved changes are left by a link', async () => {
      const page = await open()
      const link = await fixture<HTMLAnchorElement>(html`<a href="#/perangkat">Perangkat</a>`)
      await type(page, 'Jawaban paling sedikit', '40')
      link.click()
      await page.updateComplete
      const dialog = page.shadowRoot!.querySelector('ui-dialog')!
      expect([dialog.open, location.hash]).to.deep.equal([true, ''])
      dialog.dispatchEvent(new CustomEvent('primary'))
      await page.updateComplete
      expect(dialog.open).to.equal(false)
      button(page, 'Batalkan').click()
      await page.updateComplete
      link.click()
      expect(location.hash).to.equal('#/perangkat')
      history.replaceState(null, '', location.pathname + location.search)
    })

    it('keep what is typed while they are saved, and say that they are being saved', async () => {
      let answer = () => {}
      const page = await open({ [SETTINGS]: (r: never) => new Promise(done => (answer = () => done(made(r)))) })
      await type(page, 'Prioritas maju', '18')
      button(page, 'Simpan').click()
      await waitUntil(() => bar(page) === 'Sedang menyimpan…')
      await type(page, 'Jawaban paling sedikit', '66')
      answer()
      await waitUntil(() => bar(page) === 'Ada perubahan yang belum disimpan')
      expect(field(page, 'Jawaban paling sedikit').value).to.equal('66')
      expect(field(page, 'Prioritas maju').value).to.equal('18')
    })

    it('follow the office while they are open, but for what is being typed', async () => {
      const page = await open()
      await type(page, 'Prioritas maju', '18')
      page.office = { ...office, minRatings: 77, rules: { ...office.rules, priorityCreditMinutes: 22 } }
      await page.updateComplete
      expect(field(page, 'Jawaban paling sedikit').value).to.equal('77')
      expect(field(page, 'Prioritas maju').value).to.equal('18')
      button(page, 'Batalkan').click()
      await page.updateComplete
      expect(field(page, 'Prioritas maju').value).to.equal('22')
    })

    it('show what somebody else made of the same field, and replace it only when saved once more', async () => {
      const theirs = { ...office, rules: { ...office.rules, priorityCreditMinutes: 22 } }
      const page = await open({
        'GET /api/offices': { offices: [theirs], demo: true },
        [SETTINGS]: ({ body }: { body: OfficeChange & { seen: OfficeChange } }) =>
          body.seen.rules!.priorityCreditMinutes === 22
            ? { office: changedOffice(theirs, { rules: body.rules }) }
            : new AppError('SETTINGS_CHANGED', { fields: { 'rules.priorityCreditMinutes': 22 } }),
      })
      await type(page, 'Prioritas maju', '18')
      button(page, 'Simpan').click()
      await waitUntil(() => bar(page).includes('orang lain baru saja mengubah Prioritas maju menjadi 22 menit'))
      expect(field(page, 'Prioritas maju').value).to.equal('18')
      await waitUntil(() => !button(page, 'Simpan').hasAttribute('busy'))
      button(page, 'Simpan').click()
      await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
    })

    it('are asked for anew when a change without an answer is undone', async () => {
      const saved = { ...office, rules: { ...office.rules, priorityCreditMinutes: 18 } }
      const page = await open({
        'GET /api/offices': { offices: [saved], demo: true },
        [SETTINGS]: () => {
          throw new TypeError('no network')
        },
      })
      await type(page, 'Prioritas maju', '18')
      button(page, 'Simpan').click()
      await waitUntil(() => bar(page).startsWith('Server tidak terjangkau'))
      button(page, 'Batalkan').click()
      await waitUntil(() => bar(page) === 'Tidak ada perubahan')
      expect(field(page, 'Prioritas maju').value).to.equal('18')
    })

    const section = async (page: AdminSettings, words: string) => {
      const buttons = [...page.shadowRoot!.querySelectorAll<HTMLElement>('.sections ui-button')]
      buttons.find(b => b.textContent!.includes(words))!.click()
      await page.updateComplete
    }

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

    it('of a service are folded, and show how places are given out', async () => {
      const page = await open({ [SETTINGS]: () => ({ office }) })
      await section(page, 'Layanan')
      const fold = page.shadowRoot!.querySelector('details')!
      fold.open = true
      const select = fold.querySelector('select')!
      select.value = 'waves'
      select.dispatchEvent(new Event('change'))
      await page.updateComplete
      expect(fold.querySelectorAll('.wave')).to.have.length(3)
      await accessibleInThemes(page)
      button(page, 'Simpan').click()
      await waitUntil(() => server.asked.length === 1)
      const [change] = (server.asked[0]!.body as { services: { booking: { release: { kind: string } } }[] }).services
      expect(change!.booking.release.kind).to.equal('waves')
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
      for (const name of ['Reservasi', 'Layanan']) {
        await section(page, name)
        shown.push(wordsOf(page))
      }
      const labels = SETTING_TABLES.flatMap(({ table }) => Object.values(table).map(setting => setting.label[0]))
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
      expect([most!.getAttribute('aria-invalid'), begin!.type, begin!.value]).to.deep.equal(['true', 'time', '13:00'])
      most!.value = '4'
      most!.dispatchEvent(new Event('input'))
      page.querySelector('select')!.value = 'all'
      page.querySelector('select')!.dispatchEvent(new Event('change'))
      page.querySelector<HTMLElement>('ui-choice')!.click()
      expect(told).to.deep.equal([{ most: '4' }, { of: 'all' }, { quiet: false }])
    })

    it('close a service, and open it again without a trace', async () => {
      const page = await open()
      const choice = [...page.shadowRoot!.querySelectorAll('.services ui-choice')][0] as HTMLElement
      choice.click()
      await page.updateComplete
      expect(button(page, 'Simpan').disabled).to.equal(false)
      choice.click()
      await page.updateComplete
      expect(button(page, 'Simpan').disabled).to.equal(true)
    })
  })

  describe('devices', () => {
    async function open(answers: Readonly<Record<string, unknown>> = {}) {
      server = answering({ [`GET ${DEVICES}`]: { devices: [kiosk] }, ...answers })
      const page = await fixture<AdminDevices>(
        html`<admin-devices .office=${office} .staff=${staffOf('administrator')} .live=${still()}></admin-devices>`,
      )
      await waitUntil(() => !page.shadowRoot!.querySelector('ui-state:not([kind="empty"])'))
      return page
    }
    const submit = async (page: AdminDevices, code: string, name: string) => {
      const [first, second] = [...page.shadowRoot!.querySelectorAll('input')]
      for (const [input, value] of [
        [first!, code],
        [second!, name],
      ] as const) {
        input.value = value
        input.dispatchEvent(new Event('input'))
      }
      page.shadowRoot!.querySelector('form')!.requestSubmit()
      await page.updateComplete
    }

    it('read well in every theme', async () => {
      await accessibleInThemes(await open())
    })

    it('tell when each was last seen', async () => {
      const table = (await open()).shadowRoot!.querySelector('ui-table')!
      expect(table.rows[0]!.cells).to.include({ name: 'Kiosk lobi', kind: 'Kiosk', seen: '14 menit lalu' })
    })

    it('are approved by the code they show, written in any case', async () => {
      const page = await open({ [`POST ${DEVICES}`]: { device: kiosk } })
      await submit(page, ' bcdf-2345 ', 'Kiosk lobi')
      await waitUntil(() => wordsOf(page).includes('Kiosk lobi disetujui.'))
      expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({ code: 'BCDF-2345', name: 'Kiosk lobi' })
    })

    it('are approved under one key, though the answer was lost and the form was sent again', async () => {
      const page = await open({ [`POST ${DEVICES}`]: lostFirst({ device: kiosk }) })
      await submit(page, 'BCDF-2345', 'Kiosk lobi')
      await submit(page, 'BCDF-2345', 'Kiosk lobi')
      await waitUntil(() => wordsOf(page).includes('Kiosk lobi disetujui.'))
      const keys = server.asked.filter(a => a.method === 'POST').map(a => a.key)
      expect(keys).to.deep.equal([keys[0], keys[0]])
    })

    it('are not approved without code and name', async () => {
      const page = await open()
      await submit(page, 'BC', '')
      expect(wordsOf(page)).to.contain('Isi kode dan nama perangkat.')
      expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
    })

    it('are taken out only after a second yes', async () => {
      const page = await open({ [`POST ${DEVICES}/d1/revoke`]: { ok: true } })
      const table = page.shadowRoot!.querySelector('ui-table')!
      await table.updateComplete
      table.shadowRoot!.querySelector<HTMLElement>('ui-button')!.click()
      await page.updateComplete
      const dialog = page.shadowRoot!.querySelector('ui-dialog')!
      expect([dialog.open, dialog.heading]).to.deep.equal([true, 'Cabut Kiosk lobi?'])
      expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
      dialog.dispatchEvent(new CustomEvent('secondary'))
      await waitUntil(() => wordsOf(page).includes('Kiosk lobi sudah dicabut.'))
      expect(server.asked.filter(a => a.path.endsWith('/d1/revoke'))).to.have.length(1)
    })
  })
})
