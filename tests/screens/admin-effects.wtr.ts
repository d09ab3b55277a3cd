import { expect, waitUntil } from '@open-wc/testing'
import type { AdminSettings } from '../../console/admin/admin-settings.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/structure/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import type { UiDialog } from '../../shared/web/ui/ui-dialog.ts'
import { office, type Asked } from '../helpers/console-pages.ts'
import { SETTINGS, bar, button, made, open, server, type } from '../helpers/settings-form.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const EFFECTS = 'POST /api/offices/samarinda/settings/effects'
const TOUCHED = {
  total: 12,
  told: 9,
  priority: 2,
  wishes: 1,
  entries: 3,
  days: [{ date: '2026-06-22', count: 12 }],
  services: [
    { serviceId: 'ktp-el', count: 8 },
    { serviceId: 'kartu-keluarga', count: 4 },
  ],
  reasons: [{ why: 'dayClosed', count: 12 }],
}

const none = { total: 0, told: 0, priority: 0, wishes: 0, entries: 0, days: [], services: [], reasons: [] }

/** The server's answer to a save: no, until its maker says how many it reaches; `lost` lose their booking by it. */
const guarded =
  (lost: number) =>
  ({
    body: { seen: _, foreseen, ...change },
  }: Asked & { body: OfficeChange & { seen?: unknown; foreseen?: number } }) =>
    foreseen === undefined
      ? new AppError('BOOKINGS_TOUCHED', { touched: 12 })
      : { office: changedOffice(office, change), touched: lost }

const dialogOf = (page: AdminSettings) =>
  page.shadowRoot!.querySelector('admin-effects')!.shadowRoot!.querySelector<UiDialog>('ui-dialog')!
const said = (page: AdminSettings) => dialogOf(page).textContent!.replace(/\s+/g, ' ').trim()
const saves = () => server.asked.filter(a => a.method === 'PATCH')

/** A holiday is typed and saved, and the dialog is there. */
async function holiday(answers: Readonly<Record<string, unknown>>) {
  const page = await open({ [SETTINGS]: guarded(12), ...answers })
  await type(page, 'Hari libur', '2026-06-22')
  button(page, 'Simpan').click()
  await waitUntil(() => dialogOf(page).open)
  return page
}

describe('a change of the settings that touches bookings', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('shows whom it touches, why, and what happens, readably in every theme [H11]', async () => {
    const page = await holiday({ [EFFECTS]: { touched: TOUCHED, consequences: [] } })
    await waitUntil(() => dialogOf(page).heading === '15 reservasi terdampak')
    expect(said(page)).to.contain('12 pada hari yang menjadi tutup').and.contain('Senin, 22 Juni: 12')
    expect(said(page)).to.contain('KTP-el: 8 · Kartu Keluarga: 4 · prioritas: 2 · baru menunggu tempat: 1')
    expect(said(page)).to.contain('9 dikabari lewat pesan.').and.contain('3 tidak dikabari lewat pesan')
    expect(said(page)).to.contain('3 pendaftar undian kehilangan jam pilihannya')
    expect(dialogOf(page).secondary).to.equal('Lepas 12 reservasi')
    await accessibleInThemes(page)
  })

  it('shows what it does to those in line before it is saved, though no booking loses its time [A41]', async () => {
    const page = await holiday({
      [SETTINGS]: made,
      [EFFECTS]: { touched: none, consequences: [{ kind: 'lineServed', of: '', count: 4 }] },
    })
    await waitUntil(() => dialogOf(page).secondary !== '')
    expect(said(page)).to.contain('4 orang dalam antrean tetap dilayani')
    expect(saves()).to.have.length(0)
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => saves().length === 1)
  })

  it('is saved at once where it reaches nobody but the screens', async () => {
    const page = await open({
      [SETTINGS]: made,
      [EFFECTS]: { touched: none, consequences: [{ kind: 'displays', of: '', count: 1 }] },
    })
    await type(page, 'Hari libur', '2026-06-22')
    button(page, 'Simpan').click()
    await waitUntil(() => saves().length === 1)
    expect(dialogOf(page).open).to.equal(false)
  })

  it('is saved only once that is confirmed, and says how many were let go [H11]', async () => {
    const page = await holiday({ [EFFECTS]: { touched: TOUCHED, consequences: [] } })
    await waitUntil(() => dialogOf(page).secondary !== '')
    expect(saves()).to.have.length(0)
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku. 12 reservasi dilepas.')
    expect((saves()[0]!.body as { foreseen: number }).foreseen).to.equal(15)
    expect(dialogOf(page).open).to.equal(false)
  })

  it('says so when somebody booked meanwhile [H11]', async () => {
    const page = await holiday({ [SETTINGS]: guarded(13), [EFFECTS]: { touched: TOUCHED, consequences: [] } })
    await waitUntil(() => dialogOf(page).secondary !== '')
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => bar(page).includes('13 reservasi dilepas, bukan 12'))
  })

  it('is not saved by whoever turns back, and what was typed stays', async () => {
    const page = await holiday({ [EFFECTS]: { touched: TOUCHED, consequences: [] } })
    await waitUntil(() => dialogOf(page).secondary !== '')
    dialogOf(page).dispatchEvent(new CustomEvent('primary'))
    await waitUntil(() => !dialogOf(page).open)
    expect(saves()).to.have.length(0)
    expect(bar(page)).to.equal('Ada perubahan yang belum disimpan')
  })

  it('says that it is counting, with nothing to confirm yet', async () => {
    let answer = () => {}
    let asked = 0
    const all = { touched: TOUCHED, consequences: [] }
    const page = await holiday({
      [EFFECTS]: () => (asked++ === 0 ? all : new Promise(done => (answer = () => done(all)))),
    })
    expect(said(page)).to.equal('Menghitung siapa yang terdampak…')
    expect(dialogOf(page).secondary).to.equal('')
    await accessibleInThemes(page)
    answer()
    await waitUntil(() => dialogOf(page).heading === '15 reservasi terdampak')
  })

  it('says why it could not be counted, and counts again', async () => {
    let well = false
    const page = await holiday({
      [EFFECTS]: () => (well ? { touched: TOUCHED, consequences: [] } : new AppError('UNAVAILABLE')),
    })
    await waitUntil(() => said(page).startsWith('Belum tersimpan'))
    expect(dialogOf(page).secondary).to.equal('Hitung lagi')
    await accessibleInThemes(page)
    well = true
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => dialogOf(page).heading === '15 reservasi terdampak')
  })

  it('says who waits without a counter and whose counter changes, where nobody has booked [A41]', async () => {
    const consequences = [
      { kind: 'waitingStranded', of: 'ktp-el', count: 4 },
      { kind: 'officerFollows', of: '1', count: 1 },
      { kind: 'displays', of: '', count: 2 },
    ]
    const page = await holiday({ [SETTINGS]: guarded(0), [EFFECTS]: { touched: none, consequences } })
    await waitUntil(() => said(page).includes('4 orang menunggu dan tidak ada loket lagi yang melayani.'))
    expect(dialogOf(page).heading).to.equal('Akibat perubahan')
    expect(said(page)).to.contain('Loket 1: petugas sedang bertugas di sana').and.contain('2 layar ruang tunggu')
    expect(said(page)).not.to.contain('reservasi')
    expect([dialogOf(page).secondary, dialogOf(page).secondaryVariant]).to.deep.equal(['Simpan perubahan', 'danger'])
    await accessibleInThemes(page)
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
  })

  it('tells of those beside the bookings [A41]', async () => {
    const consequences = [{ kind: 'waitingServed', of: 'ktp-el', count: 3 }]
    const page = await holiday({ [EFFECTS]: { touched: TOUCHED, consequences } })
    await waitUntil(() => said(page).includes('KTP-el: 3 orang masih dalam antrean dan tetap dilayani.'))
    expect(dialogOf(page).heading).to.equal('15 reservasi terdampak')
  })

  it('can be saved when nobody is touched any more', async () => {
    const page = await holiday({ [SETTINGS]: guarded(0), [EFFECTS]: { touched: none, consequences: [] } })
    await waitUntil(() => said(page).startsWith('Tidak ada yang terdampak'))
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
  })
})
