import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/roster/roster-page.ts'
import type { RosterPage } from '../../console/roster/roster-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const WEEK = '/api/offices/samarinda/roster/2026-06-08'
const TUESDAY = '2026-06-09'
const people = ['Andi', 'Budi', 'Citra'].map((name, i) => ({
  ...{ id: `p${i + 1}`, name: `${name} (contoh)`, active: true, counter: true, front: i === 2, agency: null },
}))
const shift = (staffId: string, counterId: string, date = TUESDAY) => ({
  ...{ staffId, date, counterId, from: '08:00', to: '15:00', rest: null, insteadOf: null },
})
const week = (change: object = {}) => ({
  ...{ week: '2026-06-08', version: 1, saved: { at: 0, by: 'Kepala Bidang (contoh)' } },
  ...{ shifts: [shift('p1', '1'), shift('p2', '2')], leaves: [], people },
  ...change,
})

let server: ReturnType<typeof answering>
async function open(answers: Record<string, unknown> = {}): Promise<RosterPage> {
  server = answering({
    [`GET ${WEEK}`]: week(),
    'GET /api/offices/samarinda/served': { served: [{ staffId: 'p3', services: ['ktp-el'] }] },
    ...answers,
  })
  const page = await fixture<RosterPage>(
    html`<roster-page .office=${office} .staff=${staffOf('manager')} .live=${still()}></roster-page>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('roster-grid, ui-state[kind="error"]'))
  return page
}
const gridOf = (page: RosterPage) => page.shadowRoot!.querySelector('roster-grid')!
/** The cell of a person on a day, Monday first. */
const cellAt = (page: RosterPage, row: number, day: number) =>
  gridOf(page).shadowRoot!.querySelectorAll('tbody tr')[row]!.querySelectorAll('td')[day]!
const button = (page: RosterPage, words: string) =>
  [...page.shadowRoot!.querySelectorAll('ui-button')].find(b => b.textContent!.includes(words))!
async function settled(page: RosterPage) {
  await page.updateComplete
  await gridOf(page).updateComplete
}
function keys(page: RosterPage, key: string, ctrl = false) {
  const on = gridOf(page).shadowRoot!.activeElement!
  on.dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey: ctrl, bubbles: true, composed: true, cancelable: true }),
  )
}

describe('the plan of the week', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('is read in every theme, with what does not fit beside it and as a sentence with its remedy [X9]', async () => {
    const leaves = [{ id: 'l', staffId: 'p1', kind: 'annual', from: TUESDAY, to: TUESDAY, part: null }]
    const page = await open({ [`GET ${WEEK}`]: week({ leaves }) })
    await settled(page)
    expect(cellAt(page, 0, 1).textContent!.replace(/\s+/g, ' '))
      .to.contain('Cuti')
      .and.contain('sedang tidak hadir')
    expect(cellAt(page, 1, 1).getAttribute('aria-label')).to.contain(
      'Budi (contoh), Selasa 9 Juni, Loket 2 08.00–15.00',
    )
    expect(wordsOf(page)).to.contain('Selasa 9 Juni, Andi (contoh): tidak hadir 08.00–15.00')
    expect(wordsOf(page)).to.contain('Pilih pengganti atau hapus.')
    await accessibleInThemes(page)
  })

  it('is worked by the keyboard alone: move, copy, paste, empty, take back, save [X9]', async () => {
    const saved = week({ version: 2 })
    const page = await open({ [`POST ${WEEK}`]: saved })
    await settled(page)
    cellAt(page, 0, 1).focus()
    keys(page, 'c', true)
    keys(page, 'ArrowRight')
    await settled(page)
    await gridOf(page).updateComplete
    keys(page, 'v', true)
    await settled(page)
    expect(cellAt(page, 0, 2).textContent).to.contain('Loket 1')
    expect(wordsOf(page)).to.contain('1 perubahan belum disimpan.')
    keys(page, 'Delete')
    await settled(page)
    expect(cellAt(page, 0, 2).textContent).not.to.contain('Loket 1')
    keys(page, 'z', true)
    await settled(page)
    button(page, 'Simpan').click()
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
    const cells = [{ staffId: 'p1', date: '2026-06-10', seen: [], shifts: [placed('1')] }]
    expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({ cells })
    await waitUntil(() => wordsOf(page).includes('Tersimpan.'))
  })

  it('changes no day that is over, and fills a cell in a small form [X9]', async () => {
    const page = await open()
    await settled(page)
    cellAt(page, 2, 0).focus()
    await settled(page)
    keys(page, 'Delete')
    keys(page, 'Enter')
    await page.updateComplete
    const form = () => page.shadowRoot!.querySelector('roster-cell')!
    expect(form().readonly).to.equal(true)
    form().dispatchEvent(new CustomEvent('dismiss'))
    await settled(page)
    cellAt(page, 2, 1).click()
    await page.updateComplete
    await form().updateComplete
    const select = form().shadowRoot!.querySelector('select')!
    select.value = '@front'
    select.dispatchEvent(new Event('change'))
    await form().updateComplete
    await accessibleInThemes(form())
    form().shadowRoot!.querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('primary'))
    await settled(page)
    expect(cellAt(page, 2, 1).textContent).to.contain('Meja depan')
  })

  it('asks before unsaved changes are left for another week, and keeps them on no [X9]', async () => {
    const page = await open()
    await settled(page)
    cellAt(page, 0, 1).focus()
    keys(page, 'Delete')
    await settled(page)
    button(page, 'Pekan berikutnya').click()
    await page.updateComplete
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    expect(dialog.open).to.equal(true)
    dialog.dispatchEvent(new CustomEvent('primary'))
    await settled(page)
    expect(wordsOf(page)).to.contain('1 perubahan belum disimpan.')
  })

  it('lays what another one saved beside the own change: either is taken [X7 X9]', async () => {
    const theirs = week({ version: 2, shifts: [shift('p1', '3'), shift('p2', '2')] })
    let refused = false
    const page = await open({
      [`GET ${WEEK}`]: () => (refused ? theirs : week()),
      [`POST ${WEEK}`]: () => {
        refused = true
        return Object.assign(new Error('ROSTER_CHANGED'), { data: { cells: [] } })
      },
    })
    await settled(page)
    cellAt(page, 0, 1).focus()
    keys(page, 'Delete')
    await settled(page)
    button(page, 'Simpan').click()
    await waitUntil(() => wordsOf(page).includes('orang lain baru menyimpan'))
    expect(wordsOf(page)).to.contain('“Loket 3 08.00–15.00”. Punya Anda: “tidak dijadwalkan”.')
    expect(button(page, 'Simpan').disabled).to.equal(true)
    button(page, 'Pakai yang tersimpan').click()
    await settled(page)
    expect(cellAt(page, 0, 1).textContent).to.contain('Loket 3')
  })

  it('says what was copied from last week and what was left out [X4 X9]', async () => {
    const last = [shift('p1', '1', '2026-06-02'), shift('p9', '2', '2026-06-03'), shift('p2', '2', '2026-06-05')]
    const before = { ...week(), week: '2026-06-01', shifts: last }
    const page = await open({ 'GET /api/offices/samarinda/roster/2026-06-01': before })
    await settled(page)
    button(page, 'Salin pekan lalu').click()
    await waitUntil(() => wordsOf(page).includes('disalin'))
    expect(wordsOf(page)).to.contain(
      '2 giliran disalin. 1 dilewati: orang atau loket tidak ada lagi atau tidak sesuai.',
    )
    await settled(page)
    // Friday ends at eleven.
    expect(cellAt(page, 1, 4).textContent).to.contain('08.00–11.00')
  })

  it('says that it could not be read, with a way to try again [X9]', async () => {
    const page = await open({ [`GET ${WEEK}`]: new Error('UNAVAILABLE') })
    await waitUntil(() => page.shadowRoot!.querySelector('ui-state[kind="error"]'))
    await accessibleInThemes(page)
  })
})

const placed = (counterId: string) => ({ counterId, from: '08:00', to: '15:00', rest: null, insteadOf: null })
