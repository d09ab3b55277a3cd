import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../console/parts/take-dialog.ts'
import type { DeskTake } from '../../console/parts/take-dialog.ts'
import { isCovered } from '../../shared/web/modal.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, wordsOf } from '../helpers/console-pages.ts'
import { Hall, call, large, open as sit, take } from '../helpers/desk-hall.ts'
import { largeHall } from '../helpers/large-hall.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const TICKETS = '/api/offices/samarinda/tickets'
let server: ReturnType<typeof answering>

describe('a number that is taken at the desk', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function open() {
    const ticket = { ticket: { number: 'A-001' }, path: '/t/x', ahead: 0 }
    server = answering({ [`POST ${TICKETS}`]: ticket })
    const own = ['konsultasi']
    const dialog = await fixture<DeskTake>(html`<desk-take .office=${office} .own=${own}></desk-take>`)
    await aTimeout(30)
    return dialog
  }

  it('reads well in every theme', async () => {
    await accessibleInThemes(await open())
  })

  it('is of the service that people call so: "ktp", Enter, Enter', async () => {
    const dialog = await open()
    await sendKeys({ type: 'ktp' })
    await sendKeys({ press: 'Enter' })
    expect(server.asked).to.have.length(0)
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => wordsOf(dialog).includes('Orang di depan') || server.asked.length > 0)
    expect(server.asked.map(a => a.body)).to.deep.equal([{ serviceId: 'ktp-el', priority: false }])
  })

  it('has the button that goes on under the hand, and P still prints what is slotted', async () => {
    const dialog = await open()
    await sendKeys({ type: 'ktp' })
    await sendKeys({ press: 'Enter' })
    await sendKeys({ press: 'Enter' })
    const box = dialog.shadowRoot!.querySelector('ui-dialog')!
    await waitUntil(() => box.shadowRoot!.activeElement?.classList.contains('primary'))
    const slip = document.createElement('p')
    dialog.append(slip)
    await aTimeout(20)
    expect(isCovered(slip), 'a part of the question').to.equal(false)
    expect(isCovered(document.body.appendChild(document.createElement('p')))).to.equal(true)
    const ended = new Promise(done => dialog.addEventListener('dismiss', done, { once: true }))
    await sendKeys({ press: 'Enter' })
    await ended
  })

  it('is for what of an event of life is there today, and names the days of the rest [D56]', async () => {
    server = answering({ [`POST ${TICKETS}`]: { ticket: { number: 'D-001' }, path: '/t/x', ahead: 0 } })
    const [agency] = largeHall.agencies
    const tuesday = Date.UTC(2026, 5, 9, 2)
    const hall = {
      ...office,
      agencies: [{ ...agency!, id: 'anak', active: true, weekdays: [3] }],
      services: office.services.map(s => (s.id === 'akta-kelahiran' ? { ...s, agency: 'anak' } : s)),
    }
    const dialog = await fixture<DeskTake>(html`<desk-take .office=${hall} .now=${tuesday}></desk-take>`)
    await aTimeout(30)
    await sendKeys({ type: 'anak lahir' })
    await sendKeys({ press: 'Enter' })
    await dialog.updateComplete
    expect(wordsOf(dialog)).to.include('Anak lahir: Kartu Keluarga, Kartu Identitas Anak. Akta Kelahiran hanya')
    expect(wordsOf(dialog)).to.include('dilayani pada hari Rabu')
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => server.asked.length > 0)
    expect(server.asked[0]!.body).to.include({ serviceId: 'kartu-keluarga', lifeEvent: 'anak-lahir' })
  })

  it('is for the case that the words of the search name: "ktp ilang"', async () => {
    await open()
    await sendKeys({ type: 'ktp ilang' })
    await sendKeys({ press: 'Enter' })
    await sendKeys({ press: 'Enter' })
    await waitUntil(() => server.asked.length > 0)
    const [named] = office.services.find(s => s.id === 'ktp-el')!.cases.filter(c => c.label[0].includes('ilang'))
    expect(server.asked[0]!.body).to.deep.equal({ serviceId: 'ktp-el', priority: false, case: named!.id })
  })

  it('says before the form that the office is shut, when it opens, and what can be done', async () => {
    const dialog = await open()
    expect(dialog.shadowRoot!.querySelector('ui-banner')).to.equal(null)
    dialog.office = { ...office, alwaysOpen: false }
    dialog.now = at('10:00')
    await dialog.updateComplete
    expect(dialog.shadowRoot!.querySelector('ui-banner')).to.equal(null)
    dialog.now = at('20:00')
    await dialog.updateComplete
    expect(wordsOf(dialog)).to.match(
      /Kantor tutup sekarang.*Buka lagi Rabu, 10 Juni pukul .*Reservasi tetap dapat dibuat/su,
    )
    await accessibleInThemes(dialog)
  })

  it('is of no service while none is chosen, also when something was typed after a choice', async () => {
    const dialog = await open()
    await sendKeys({ press: 'Enter' })
    await sendKeys({ type: 'ktp' })
    await sendKeys({ press: 'Enter' })
    await sendKeys({ type: 'xx' })
    const inner = dialog.shadowRoot!.querySelector('ui-dialog')!
    inner.dispatchEvent(new CustomEvent('primary'))
    await aTimeout(20)
    expect(server.asked).to.have.length(0)
  })
})

describe('whoever comes back to the desk by the menu', () => {
  it('goes on with Space: the large button has the focus', async () => {
    server = answering({})
    const desk = await new Hall(sit, take(1), call).show()
    await waitUntil(() => desk.shadowRoot!.activeElement?.localName === 'desk-buttons')
    expect(large(desk).matches(':focus-within, :focus')).to.equal(true)
    server.restore()
  })
})
