import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/lists/holiday-import.ts'
import '../../console/admin/lists/staff-import.ts'
import type { HolidayImport } from '../../console/admin/lists/holiday-import.ts'
import type { StaffImport } from '../../console/admin/lists/staff-import.ts'
import { heldBack } from '../../console/leave/leave-guard.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, wordsOf, type Asked } from '../helpers/console-pages.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const LISTS = '/api/offices/samarinda/lists'
const rows = [
  {
    row: 2,
    name: 'Budi Contoh',
    email: 'budi@kantor.example',
    nip: '198703122010011001',
    roles: ['officer'],
    counter: '1',
  },
  { row: 3, name: 'Dewi Contoh', email: 'dewi@kantor', nip: null, roles: ['officer'], counter: null },
  { row: 4, name: 'Gilang Contoh', email: 'budi@kantor.example', nip: null, roles: ['officer'], counter: null },
]
const problems = [
  { row: 3, word: 'emailWrong', values: { email: 'dewi@kantor' } },
  { row: 4, word: 'emailTwice', values: { row: 2 } },
  { row: 4, word: 'counterUnknown', values: { counter: '12', known: 'Loket 1, Loket 2' } },
]
const invited = [
  { id: 'budi', name: 'Budi Contoh', username: 'budi', url: 'http://localhost/console/#/tautan/abc', until: 1 },
]

let server: ReturnType<typeof answering>
type Import = StaffImport | HolidayImport

const look = ({ body }: Asked) => {
  const without = new Set((body as { without: readonly number[] }).without)
  return { rows, problems: problems.filter(p => !without.has(p.row)) }
}
const button = (page: Element, name: string | RegExp) =>
  [...page.shadowRoot!.querySelectorAll('ui-button')].find(b =>
    typeof name === 'string' ? b.textContent!.trim() === name : name.test(b.textContent!),
  )!
/** A list pasted into the page, until it is looked at. */
async function paste(page: Import, text: string): Promise<void> {
  const file = page.shadowRoot!.querySelector('list-file')!
  file.shadowRoot!.querySelector('textarea')!.value = text
  file.shadowRoot!.querySelector('form')!.requestSubmit()
  await waitUntil(() => wordsOf(page).includes('Belum ada yang tersimpan'))
}
const lines = (page: Import) => [...page.shadowRoot!.querySelectorAll('tbody tr')].map(tr => tr.className)

describe('a list of staff', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function open(answers: Readonly<Record<string, unknown>> = {}) {
    server = answering({ [`POST ${LISTS}/staff`]: look, ...answers })
    return fixture<StaffImport>(html`<staff-import .office=${office}></staff-import>`)
  }

  it('reads well in every theme: before, with what is wrong, and with its links', async () => {
    const page = await open({ [`POST ${LISTS}/staff/invite`]: { problems: [], invited } })
    await accessibleInThemes(page)
    await paste(page, 'nama;surel;peran')
    await accessibleInThemes(page)
    button(page, 'Keluarkan 2 baris').click()
    await waitUntil(() => !button(page, 'Undang 1 orang').disabled)
    button(page, 'Undang 1 orang').click()
    await waitUntil(() => page.shadowRoot!.querySelector('invitation-links') !== null)
    await accessibleInThemes(page)
  })

  it('says row by row what is wrong and what helps, and invites nobody meanwhile', async () => {
    const page = await open()
    await paste(page, 'nama;surel;peran')
    expect(server.asked[0]!.body).to.deep.equal({ content: btoa('nama;surel;peran'), without: [], meant: [] })
    expect(wordsOf(page)).to.contain('2 dari 3 baris perlu diperbaiki.').and.contain('Surel sama dengan baris 2.')
    expect(wordsOf(page)).to.contain('Tulis seperti nama@kantor.go.id.').and.contain('19870312…1001')
    expect(lines(page)).to.deep.equal(['', 'err', 'err'])
    expect(button(page, /^Undang/).disabled).to.equal(true)
  })

  it('leaves rows out and takes them back, one by one or all that are wrong', async () => {
    const page = await open()
    await paste(page, 'nama;surel;peran')
    button(page, 'Keluarkan 2 baris').click()
    await waitUntil(() => lines(page).join() === ',out,out')
    expect(server.asked.at(-1)!.body).to.deep.include({ without: [3, 4] })
    expect(button(page, 'Undang 1 orang').disabled).to.equal(false)
    button(page, 'Masukkan lagi').click()
    await waitUntil(() => lines(page).join() === ',err,out')
    expect(button(page, 'Undang 1 orang').disabled).to.equal(true)
  })

  it('asks about who may be there already, until the row is left out or meant', async () => {
    const like = { row: 2, word: 'personLike', values: { name: 'Budi Contoh, S.H.', username: 'budi' } }
    const asks = ({ body }: Asked) => {
      const { without, meant } = body as { readonly without: number[]; readonly meant: number[] }
      return { rows: rows.slice(0, 1), problems: without.includes(2) || meant.includes(2) ? [] : [like] }
    }
    const page = await open({ [`POST ${LISTS}/staff`]: asks })
    await paste(page, 'nama;peran')
    expect(wordsOf(page)).to.contain('Kemungkinan orang yang sama dengan Budi Contoh, S.H. (budi)')
    expect([lines(page), button(page, /^Undang/).disabled]).to.deep.equal([['err'], true])
    button(page, 'Tetap undang').click()
    await waitUntil(() => lines(page).join() === '')
    expect(server.asked.at(-1)!.body).to.deep.include({ without: [], meant: [2] })
    expect(button(page, 'Undang 1 orang').disabled).to.equal(false)
  })

  it('shows each link once the whole list was invited, and asks again under the same key when no answer came', async () => {
    const page = await open({ [`POST ${LISTS}/staff/invite`]: { problems: [], invited } })
    const done = heard<{ invited: number }>(page, 'done')
    await paste(page, 'nama;surel;peran')
    button(page, 'Keluarkan 2 baris').click()
    await waitUntil(() => !button(page, 'Undang 1 orang').disabled)
    button(page, 'Undang 1 orang').click()
    await waitUntil(() => page.shadowRoot!.querySelector('invitation-links') !== null)
    expect(server.asked.at(-1)!.body).to.deep.include({ without: [3, 4] })
    const links = page.shadowRoot!.querySelector('invitation-links')!
    await links.updateComplete
    expect(wordsOf(links)).to.contain('http://localhost/console/#/tautan/abc').and.contain('Hanya ditampilkan sekarang')
    button(links, 'Selesai').click()
    expect(done).to.deep.equal([{ invited: 1 }])
  })

  it('whose links nobody has copied or printed asks before another address is followed, and no longer once they were', async () => {
    const page = await open({
      [`POST ${LISTS}/staff`]: { rows, problems: [] },
      [`POST ${LISTS}/staff/invite`]: { problems: [], invited },
    })
    await paste(page, 'nama;surel;peran')
    button(page, 'Undang 3 orang').click()
    await waitUntil(() => page.shadowRoot!.querySelector('invitation-links') !== null)
    const links = page.shadowRoot!.querySelector('invitation-links')!
    await links.updateComplete
    const follow = () =>
      heldBack(
        new HashChangeEvent('hashchange', { oldURL: location.href, newURL: new URL('#/saya', location.href).href }),
      )
    expect(follow()).to.equal(true)
    await page.updateComplete
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    expect(dialog.open).to.equal(true)
    expect(dialog.heading).to.equal('Sudah diserahkan? 1 tautan hanya ditampilkan sekarang')
    dialog.dispatchEvent(new CustomEvent('primary'))
    window.print = () => undefined
    button(links, 'Cetak').click()
    expect(follow()).to.equal(false)
  })

  it('that became wrong since it was looked at is shown with what is wrong now', async () => {
    const late = [{ row: 2, word: 'emailTaken', values: { email: 'budi@kantor.example' } }]
    const page = await open({
      [`POST ${LISTS}/staff`]: { rows, problems: [] },
      [`POST ${LISTS}/staff/invite`]: { problems: late, invited: [] },
    })
    await paste(page, 'nama;surel;peran')
    button(page, 'Undang 3 orang').click()
    await waitUntil(() => wordsOf(page).includes('sudah punya akun'))
    expect(button(page, /^Undang/).disabled).to.equal(true)
  })

  it('is refused before it is sent where it is too large, and kept where the server says no', async () => {
    const page = await open({ [`POST ${LISTS}/staff`]: new AppError('FORBIDDEN') })
    const file = page.shadowRoot!.querySelector('list-file')!
    file.shadowRoot!.querySelector('textarea')!.value = 'x'.repeat(45_001)
    file.shadowRoot!.querySelector('form')!.requestSubmit()
    await file.updateComplete
    expect(wordsOf(file)).to.contain('lebih besar dari 45 KB')
    expect(server.asked).to.have.length(0)
    const [given] = [new DataTransfer()]
    given.items.add(new File(['nama;surel'], 'petugas.csv'))
    file.shadowRoot!.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: given }))
    await waitUntil(() => wordsOf(page).includes('tidak berhak'))
  })
})

describe('a list of holidays', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  const SETTINGS = '/api/offices/samarinda/settings'
  const found = [
    { row: 2, date: '2028-01-01', name: 'Tahun Baru', weekend: true, sameAs: null, known: false },
    { row: 3, date: '2028-05-01', name: 'Hari Buruh', weekend: false, sameAs: null, known: false },
    { row: 4, date: '2028-05-01', name: 'Hari Buruh', weekend: false, sameAs: 3, known: false },
    { row: 5, date: office.holidays[0]!, name: 'Sudah', weekend: false, sameAs: null, known: true },
  ]
  const holidays = [...new Set([...office.holidays, '2028-01-01', '2028-05-01'])].sort()
  const seen = { holidays: [...office.holidays] }

  async function open(
    total: number,
    answers: Readonly<Record<string, unknown>> = {},
    consequences: readonly object[] = [],
  ) {
    server = answering({
      [`POST ${LISTS}/holidays`]: { rows: found, problems: [] },
      [`POST ${SETTINGS}/effects`]: { touched: { total, entries: 0, told: 0 }, consequences },
      [`PATCH ${SETTINGS}`]: { office: { ...office, holidays }, touched: total },
      ...answers,
    })
    return fixture<HolidayImport>(html`<holiday-import .office=${office}></holiday-import>`)
  }

  it('may be the national one that comes along, looked at as any other', async () => {
    const page = await open(0)
    await accessibleInThemes(page)
    const button = [...page.shadowRoot!.querySelectorAll<HTMLElement>('.built ui-button')].find(b =>
      b.textContent!.includes('2026'),
    )!
    button.click()
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/lists/holidays')))
    const { content } = server.asked.find(a => a.path.endsWith('/lists/holidays'))!.body as { content: string }
    const rows = atob(content).split('\n')
    expect(rows).to.have.length(1 + 17 + 8)
    expect(rows).to.include('2026-08-17,Libur nasional').and.include('2026-12-24,Cuti bersama')
  })

  it('reads well in every theme', async () => {
    const page = await open(3)
    await paste(page, '2028-01-01;Tahun Baru')
    await accessibleInThemes(page)
  })

  it('adds the dates that the office does not have to those that it has', async () => {
    const page = await open(0)
    const done = heard<OfficeInfo>(page, 'done')
    await paste(page, '2028-01-01;Tahun Baru')
    expect(wordsOf(page)).to.contain('sama dengan baris 3').and.contain('sudah ada').and.contain('kantor memang tutup')
    expect(wordsOf(page)).to.contain('Sabtu, 1 Januari 2028')
    button(page, 'Masukkan 2 tanggal').click()
    await waitUntil(() => wordsOf(page).includes('2 tanggal dimasukkan.'))
    expect(server.asked.at(-1)!.body).to.deep.equal({ holidays, seen })
    expect(done.map(o => o.holidays)).to.deep.equal([holidays])
  })

  it('tells of bookings that lose their time before it is saved', async () => {
    const page = await open(3)
    await paste(page, '2028-01-01;Tahun Baru')
    expect(wordsOf(page)).to.contain('3 reservasi kehilangan waktunya').and.contain('0 dikabari lewat pesan')
    button(page, 'Tetap masukkan 2 tanggal').click()
    await waitUntil(() => wordsOf(page).includes('2 tanggal dimasukkan.'))
    expect(server.asked.at(-1)!.body).to.deep.equal({ holidays, seen, foreseen: 3 })
  })

  it('tells of entries of a draw that lose their day or time, and is saved over them alone [A41]', async () => {
    const touched = { total: 0, entries: 4 }
    const page = await open(0, { [`POST ${SETTINGS}/effects`]: { touched, consequences: [] } })
    await paste(page, '2028-01-01;Tahun Baru')
    expect(wordsOf(page)).to.contain('4 pendaftar undian kehilangan jam').and.not.contain('reservasi kehilangan')
    button(page, 'Tetap masukkan 2 tanggal').click()
    await waitUntil(() => wordsOf(page).includes('2 tanggal dimasukkan.'))
    expect(server.asked.at(-1)!.body).to.deep.equal({ holidays, seen, foreseen: 4 })
  })

  it('tells of those who stand in line on a day that becomes a holiday, before it is saved [A41]', async () => {
    const page = await open(0, {}, [
      { kind: 'lineServed', of: '', count: 7 },
      { kind: 'kiosks', of: '', count: 1 },
    ])
    await paste(page, '2028-01-01;Tahun Baru')
    expect(wordsOf(page)).to.contain('Pintu tertutup sekarang juga: 7 orang').and.not.contain('kiosk langsung')
  })

  it('with a row that is wrong is not taken over at all', async () => {
    const bad = [{ row: 3, word: 'dateUnknown', values: { text: '32 Mei' } }]
    const page = await open(0, { [`POST ${LISTS}/holidays`]: { rows: found.slice(0, 1), problems: bad } })
    await paste(page, '2028-01-01;Tahun Baru\n32 Mei;x')
    expect(lines(page)).to.deep.equal(['', 'err'])
    expect(wordsOf(page)).to.contain('1 dari 2 baris perlu diperbaiki.').and.contain('“32 Mei” bukan tanggal')
    expect(wordsOf(page)).to.contain('1 siap · 1 perlu diperbaiki')
    expect(server.asked).to.have.length(1)
    expect(button(page, /^Masukkan/).disabled).to.equal(true)
  })
})
