import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/people/people-page.ts'
import type { PeoplePage } from '../../console/admin/people/people-page.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { ROLES } from '../../shared/office/permissions.ts'
import { placesOf } from '../../shared/roster/places.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf, type Asked } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const PATH = '/api/offices/samarinda/people'
const WEEK = '/api/offices/samarinda/roster/2026-06-08'
const budi = {
  ...{ id: 'p2', username: 'budi', name: 'Budi Contoh', email: null, employeeNumber: null, agency: null },
  ...{ roles: ['officer', 'pemandu'], state: 'active', linkUntil: null, lastSignInAt: null },
  ...{ secondFactor: false, owesSecond: false, own: false, atWork: null, planned: [] },
}
const roles = [
  ...ROLES.map(id => ({ id, name: null, givable: id !== 'administrator', ...placesOf([id]) })),
  { id: 'penjaga', name: ['Penjaga perangkat', 'Keeper of devices'], givable: true, counter: false, front: false },
  { id: 'pemandu', name: ['Pemandu', 'Guide'], givable: false, counter: false, front: false },
]

let server: ReturnType<typeof answering>

describe('the people of an office', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  const MINE = { staffId: 'p2', date: '2026-06-09', insteadOf: null }
  const shift = { ...MINE, counterId: '3', from: '08:00', to: '12:00', rest: { from: '10:00', to: '10:15' } }
  const leave = { id: 'l1', staffId: 'p2', kind: 'sick', from: '2026-06-08', to: '2026-06-10', part: null }
  const week = (shifts: readonly object[] = [], leaves: readonly object[] = []) => ({
    ...{ week: '2026-06-08', version: 1, saved: null, people: [] },
    ...{ shifts, leaves },
  })

  async function open(planned: unknown = week(), staff: object = staffOf('administrator'), people: unknown = [budi]) {
    const person = { ...budi, roles: ['officer', 'penjaga'] }
    server = answering({
      [`GET ${PATH}`]: people instanceof Function ? people : { people, roles },
      [`POST ${PATH}/p2/roles`]: { person },
      [`POST ${PATH}/p2/deactivate`]: ({ body }: Asked) =>
        (body as { foreseen?: string }).foreseen === '2'
          ? { person }
          : new AppError('PERSON_AT_COUNTER', { counterId: '2' }),
      [`GET ${WEEK}`]: planned,
    })
    const page = await fixture<PeoplePage>(
      html`<people-page .office=${office} .staff=${staff} .live=${still()}></people-page>`,
    )
    await waitUntil(() => page.shadowRoot!.querySelector('.people button') !== null)
    page.shadowRoot!.querySelector<HTMLElement>('.people button')!.click()
    await page.updateComplete
    return page
  }
  const box = (page: PeoplePage, name: string) =>
    [...page.shadowRoot!.querySelectorAll('label.box')]
      .find(label => label.textContent!.trim() === name)!
      .querySelector('input')!

  const plan = (page: PeoplePage) => wordsOf(page.shadowRoot!.querySelector('person-plan')!)

  const planState = (page: PeoplePage) =>
    page.shadowRoot!.querySelector('person-plan')!.shadowRoot!.querySelector('ui-state')?.kind

  it('have their plan of today, with the counter, from when to when, and the break in turn', async () => {
    const other = { ...shift, staffId: 'p3', counterId: '5' }
    const page = await open(week([shift, { ...shift, from: '13:00', to: '15:00', counterId: null, rest: null }, other]))
    await waitUntil(() => plan(page).includes('Loket 3'))
    expect(plan(page)).to.equal('Loket 3 08.00–12.00, istirahat 10.00 sampai 10.15Meja depan 13.00–15.00')
    await accessibleInThemes(page)
  })

  it('are away without a word of why, on whole days and for hours, and perhaps not planned', async () => {
    const page = await open(week([shift], [leave]))
    await waitUntil(() => plan(page) === 'tidak hadir')
    server.restore()
    const hours = await open(week([shift], [{ ...leave, part: { from: '08:00', to: '09:30' } }]))
    await waitUntil(() => plan(hours).endsWith('tidak hadir 08.00–09.30'))
    expect(plan(hours)).to.contain('Loket 3')
    server.restore()
    const free = await open(week([{ ...shift, date: '2026-06-10' }]))
    await waitUntil(() => plan(free) === 'tidak dijadwalkan')
  })

  it('have a plan that is on its way, could not be had, or is none of the reader’s business', async () => {
    const page = await open(() => new Promise(() => undefined))
    expect(planState(page)).to.equal('loading')
    server.restore()
    const lost = await open(new Error('UNAVAILABLE'))
    await waitUntil(() => planState(lost) === 'error')
    server.restore()
    const { permissions, ...admin } = staffOf('administrator')
    const page2 = await open(week(), { ...admin, permissions: permissions.filter(p => p !== 'roster.plan') })
    expect(page2.shadowRoot!.querySelector('person-plan')).to.equal(null)
    expect(server.asked.map(a => a.path)).not.to.contain(WEEK)
  })

  it('whose new link nobody has copied or printed are not left for somebody else without a question', async () => {
    const dewi = { ...budi, id: 'p3', username: 'dewi', name: 'Dewi Contoh' }
    const page = await open(week(), staffOf('administrator'), [budi, dewi])
    server.restore()
    server = answering({
      [`GET ${PATH}`]: { people: [budi, dewi], roles },
      [`GET ${WEEK}`]: week(),
      [`POST ${PATH}/p2/link`]: { link: { kind: 'reset', url: '/console/#/tautan/abc', until: 1_780_000_000_000 } },
    })
    const root = page.shadowRoot!
    const press = (words: string) =>
      [...root.querySelectorAll<HTMLElement>('.people button, ui-button')]
        .find(b => b.textContent!.includes(words))!
        .click()
    press('Tautan kata sandi')
    await waitUntil(() => root.querySelector('.handed') !== null)
    press('Dewi Contoh')
    await page.updateComplete
    const dialog = root.querySelector('ui-dialog')!
    expect([dialog.open, root.querySelector('.handed') !== null]).to.deep.equal([true, true])
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await page.updateComplete
    expect([dialog.open, root.querySelector('.handed')]).to.deep.equal([false, null])
    expect(root.querySelector('#who')!.textContent).to.equal('Dewi Contoh')
  })

  it('are given the office’s own roles by their names, and none that whoever gives may not give [A26]', async () => {
    const page = await open()
    await accessibleInThemes(page)
    expect(wordsOf(page)).to.contain('Petugas, Pemandu')
    expect(box(page, 'Administrator').disabled).to.equal(true)
    // What somebody has already can be taken away.
    expect([box(page, 'Pemandu').checked, box(page, 'Pemandu').disabled]).to.deep.equal([true, false])
    box(page, 'Pemandu').click()
    box(page, 'Penjaga perangkat').click()
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
    expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({ roles: ['officer', 'penjaga'] })
  })

  it('are shown where they are at work before their account changes, and whoever saves says that it was read [A46]', async () => {
    const free = await open()
    expect(wordsOf(free)).not.to.contain('bertugas')
    free.remove()
    server.restore()
    const page = await open(week(), staffOf('administrator'), [
      { ...budi, atWork: { counterId: '2', number: 'B-001' } },
    ])
    expect(wordsOf(page)).to.contain('Sedang melayani B-001 di Loket 2. Peran baru atau penonaktifan langsung')
    await accessibleInThemes(page)
    page.shadowRoot!.querySelector('form')!.requestSubmit()
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
    expect(server.asked.find(a => a.method === 'POST')!.body).to.include({ foreseen: '2' })
  })

  it('who came to a counter meanwhile: the refusal is in sight, the counter stands below the name, and again means it [A46]', async () => {
    let at: object | null = null
    const page = await open(week(), staffOf('administrator'), () => ({ people: [{ ...budi, atWork: at }], roles }))
    const root = page.shadowRoot!
    const off = () => [...root.querySelectorAll('ui-button')].find(b => b.textContent!.trim() === 'Nonaktifkan')!
    const alert = () => root.querySelector('[role=alert]')!
    // As on a small screen: the button is far below the name.
    page.style.paddingBottom = '200vh'
    root.querySelector('h2')!.style.marginBottom = '110vh'
    at = { counterId: '2', number: null }
    off().scrollIntoView()
    off().click()
    await waitUntil(() => wordsOf(page).includes('Sedang bertugas di Loket 2. Peran baru atau penonaktifan'))
    expect(alert().textContent).to.contain('Orang ini sedang bertugas di Loket 2')
    expect(alert().getBoundingClientRect().top).to.be.within(0, innerHeight)
    off().click()
    await waitUntil(() => server.asked.filter(a => a.method === 'POST').length === 2)
    expect(server.asked.filter(a => a.method === 'POST')[1]!.body).to.include({ foreseen: '2' })
    await waitUntil(() => alert().textContent!.trim() === '')
  })

  it('whose agency is gone can be given another place, also where no agency is left [A25]', async () => {
    const page = await open(week(), staffOf('administrator'), [{ ...budi, state: 'off', agency: 'hilang' }])
    const place = page.shadowRoot!.querySelector<HTMLSelectElement>('select[name=agency]')!
    expect(place.value).to.equal('')
    expect(place.selectedOptions[0]!.textContent).to.equal('Seluruh kantor')
    place.form!.requestSubmit()
    await waitUntil(() => server.asked.some(a => a.path === `${PATH}/p2/agency`))
    expect(server.asked.find(a => a.path === `${PATH}/p2/agency`)!.body).to.deep.equal({ agency: null })
  })

  it('are shown how many of their planned shifts become empty by what is chosen, before it is saved [A46]', async () => {
    const planned = [
      { counterId: '2', count: 3, first: '2026-06-10' },
      { counterId: null, count: 1, first: '2026-06-09' },
    ]
    const page = await open(week(), staffOf('administrator'), [{ ...budi, planned }])
    const notes = async () => {
      await page.updateComplete
      return [...page.shadowRoot!.querySelectorAll('ui-banner')].map(b => b.textContent!.trim())
    }
    const off =
      'Bila dinonaktifkan, 4 giliran dalam rencana pekan menjadi kosong, yang pertama Selasa 9 Juni. Isi lagi di halaman Rencana pekan.'
    expect(await notes()).to.deep.equal([off])
    box(page, 'Petugas').click()
    expect((await notes())[0]).to.contain(
      'Dengan ini 4 giliran dalam rencana pekan menjadi kosong, yang pertama Selasa 9',
    )
    box(page, 'Manajer').click()
    expect((await notes())[0]).to.contain(
      'Dengan ini 3 giliran dalam rencana pekan menjadi kosong, yang pertama Rabu 10',
    )
    await accessibleInThemes(page)
    box(page, 'Petugas').click()
    expect(await notes()).to.deep.equal([off])
  })

  it('whose act was refused: the refusal goes with the next thing that is begun', async () => {
    const page = await open()
    const root = page.shadowRoot!
    const alert = () => root.querySelector('[role=alert]')!.textContent!.trim()
    const refused = async () => {
      const off = [...root.querySelectorAll('ui-button')].find(b => b.textContent!.trim() === 'Nonaktifkan')!
      off.click()
      await waitUntil(() => alert() !== '')
    }
    const begun = [
      () => root.querySelector('person-known')!.shadowRoot!.querySelector('summary')!,
      () => root.querySelector<HTMLElement>('.people button')!,
      () => root.querySelector<HTMLElement>('.head ui-button')!,
    ]
    for (const next of begun) {
      await refused()
      next().click()
      await waitUntil(() => alert() === '')
    }
  })

  it('are invited several at once, by their names alone, and get links to copy and a sheet to print', async () => {
    const LIST = '/api/offices/samarinda/lists/staff/invite'
    const like = { row: 3, word: 'personLike', values: { name: 'Budi Contoh', username: 'budi' } }
    const invited = [
      { id: 'p8', name: 'Siti "Ani"; Contoh', username: 'siti.ani', url: '/console/#/tautan/x', until: 1 },
    ]
    server = answering({
      [`GET ${PATH}`]: { people: [{ ...budi, own: true }], roles },
      [`POST ${LIST}`]: ({ body }: Asked) =>
        (body as { meant: number[] }).meant.length > 0 ? { problems: [], invited } : { problems: [like], invited: [] },
    })
    const page = await fixture<PeoplePage>(
      html`<people-page .office=${office} .staff=${staffOf('administrator')} .live=${still()}></people-page>`,
    )
    // Nobody else is there yet, so this is what the page begins with.
    await waitUntil(() => page.shadowRoot!.querySelector('invite-rows'))
    const rows = page.shadowRoot!.querySelector('invite-rows')!
    await rows.updateComplete
    await accessibleInThemes(page)
    const names = () => [...rows.shadowRoot!.querySelectorAll<HTMLInputElement>('li .field:first-child input')]
    for (const [i, name] of ['Siti "Ani"; Contoh', 'Budi Contoh'].entries()) {
      names()[i]!.value = name
      names()[i]!.dispatchEvent(new Event('input'))
    }
    await rows.updateComplete
    const send = () => rows.shadowRoot!.querySelector('form')!.requestSubmit()
    send()
    await waitUntil(() => wordsOf(rows).includes('Kemungkinan orang yang sama dengan Budi Contoh (budi)'))
    const sent = () =>
      server.asked.filter(a => a.path === LIST).map(a => a.body as { content: string; meant: number[] })
    expect(atob(sent()[0]!.content)).to.equal(
      '"nama";"peran";"surel"\n"Siti ""Ani""; Contoh";"officer";""\n"Budi Contoh";"officer";""\n"";"";""',
    )
    rows.shadowRoot!.querySelector<HTMLElement>('.why ui-button')!.click()
    await rows.updateComplete
    send()
    await waitUntil(() => rows.shadowRoot!.querySelector('invitation-links'))
    expect(sent()[1]!.meant).to.deep.equal([3])
    const links = rows.shadowRoot!.querySelector('invitation-links')!
    await links.updateComplete
    expect(wordsOf(links)).to.contain(`${location.origin}/console/#/tautan/x`).and.contain('siti.ani')
    expect(links.shadowRoot!.querySelector('ui-qr')!.value).to.equal(`${location.origin}/console/#/tautan/x`)
    // Whoever prints the page by whatever key prints the sheet alone, with the office and where to sign in afterwards.
    const sheet = document.querySelector<HTMLElement>('body > .print-alone')!
    const printed = wordsOf(sheet as never)
    expect(printed).to.contain(office.name).and.contain(`${location.origin}/console/`)
    expect(printed).to.contain('siti.ani').and.contain('pilih kata sandi sendiri')
    await accessibleInThemes(page)
    page.remove()
    expect(document.querySelector('.print-alone')).to.equal(null)
  })

  it('are listed as people look for a name: 2 before 10', async () => {
    const named = ['Petugas 10', 'Petugas 2', 'Petugas 1'].map((name, i) => ({ ...budi, id: `n${i}`, name }))
    const page = await open(week(), staffOf('administrator'), named)
    const names = [...page.shadowRoot!.querySelectorAll('.people b')].map(b => b.textContent)
    expect(names).to.deep.equal(['Petugas 1', 'Petugas 2', 'Petugas 10'])
  })

  it('are corrected in name, e-mail and number, and the same press again means another of that name', async () => {
    const like = Object.assign(new Error('PERSON_LIKE'), {
      data: { person: 'p3', name: 'Ani Contoh', username: 'ani' },
    })
    let asked = 0
    const page = await open()
    server.restore()
    server = answering({
      [`GET ${PATH}`]: {
        people: [{ ...budi, name: 'Ani Contoh', username: 'ani@kantor.example', email: 'ani@kantor.example' }],
        roles,
      },
      [`GET ${WEEK}`]: week(),
      [`POST ${PATH}/p2/correct`]: () => (asked++ === 0 ? like : { person: budi }),
    })
    const known = page.shadowRoot!.querySelector('person-known')!
    known.shadowRoot!.querySelector('details')!.open = true
    const name = known.shadowRoot!.querySelector<HTMLInputElement>('[name=name]')!
    expect(name.value).to.equal('Budi Contoh')
    name.value = 'Ani Contoh'
    known.shadowRoot!.querySelector<HTMLInputElement>('[name=email]')!.value = 'ani@kantor.example'
    const form = known.shadowRoot!.querySelector('form')!
    form.requestSubmit()
    await waitUntil(() => wordsOf(known).includes('Tekan sekali lagi'))
    await accessibleInThemes(page)
    form.requestSubmit()
    await waitUntil(() => wordsOf(page).includes('Ani Contoh'))
    // From now on the e-mail is what they sign in by, which is said before it is corrected once more.
    await waitUntil(() => wordsOf(known).includes('Nama penggunanya dibuat dari surel'))
    const bodies = server.asked.filter(a => a.path.endsWith('/correct')).map(a => a.body)
    const to = { name: 'Ani Contoh', email: 'ani@kantor.example', employeeNumber: null }
    expect(bodies).to.deep.equal([
      { ...to, meant: false },
      { ...to, meant: true },
    ])
  })
})
