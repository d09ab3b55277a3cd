import { expect, waitUntil } from '@open-wc/testing'
import type { AdminSettings } from '../../console/admin/admin-settings.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/structure/change.ts'
import { setLang } from '../../shared/web/lang.ts'
import type { UiDialog } from '../../shared/web/ui/ui-dialog.ts'
import { office, type Asked } from '../helpers/console-pages.ts'
import { SETTINGS, bar, button, open, server, type } from '../helpers/settings-form.ts'
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

/** The server's answer to a save: no, until its maker says how many are touched; `also` booked in between. */
const guarded =
  (also = 0) =>
  ({
    body: { seen: _, foreseen, ...change },
  }: Asked & { body: OfficeChange & { seen?: unknown; foreseen?: number } }) =>
    foreseen === undefined
      ? new AppError('BOOKINGS_TOUCHED', { touched: 12 })
      : { office: changedOffice(office, change), touched: foreseen + also }

const dialogOf = (page: AdminSettings) =>
  page.shadowRoot!.querySelector('admin-effects')!.shadowRoot!.querySelector<UiDialog>('ui-dialog')!
const said = (page: AdminSettings) => dialogOf(page).textContent!.replace(/\s+/g, ' ').trim()
const saves = () => server.asked.filter(a => a.method === 'PATCH')

/** A holiday is typed and saved, and the dialog is there. */
async function holiday(answers: Readonly<Record<string, unknown>>) {
  const page = await open({ [SETTINGS]: guarded(), ...answers })
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

  it('is saved only once that is confirmed, and says how many were let go [H11]', async () => {
    const page = await holiday({ [EFFECTS]: { touched: TOUCHED, consequences: [] } })
    await waitUntil(() => dialogOf(page).secondary !== '')
    expect(saves()).to.have.length(1)
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku. 12 reservasi dilepas.')
    expect((saves()[1]!.body as { foreseen: number }).foreseen).to.equal(12)
    expect(dialogOf(page).open).to.equal(false)
  })

  it('says so when somebody booked meanwhile [H11]', async () => {
    const page = await holiday({ [SETTINGS]: guarded(1), [EFFECTS]: { touched: TOUCHED, consequences: [] } })
    await waitUntil(() => dialogOf(page).secondary !== '')
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => bar(page).includes('13 reservasi dilepas, bukan 12'))
  })

  it('is not saved by whoever turns back, and what was typed stays', async () => {
    const page = await holiday({ [EFFECTS]: { touched: TOUCHED, consequences: [] } })
    await waitUntil(() => dialogOf(page).secondary !== '')
    dialogOf(page).dispatchEvent(new CustomEvent('primary'))
    await waitUntil(() => !dialogOf(page).open)
    expect(saves()).to.have.length(1)
    expect(bar(page)).to.equal('Ada perubahan yang belum disimpan')
  })

  it('says that it is counting, with nothing to confirm yet', async () => {
    let answer = () => {}
    const page = await holiday({
      [EFFECTS]: () => new Promise(done => (answer = () => done({ touched: TOUCHED, consequences: [] }))),
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
    const page = await holiday({ [EFFECTS]: { touched: none, consequences } })
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
    const page = await holiday({ [EFFECTS]: { touched: none, consequences: [] } })
    await waitUntil(() => said(page).startsWith('Tidak ada yang terdampak'))
    dialogOf(page).dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => bar(page) === 'Tersimpan dan sudah berlaku.')
  })
})
