import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { arrivalText } from '../../kiosk/check-in/arrival.ts'
import { REST, step, type Act, type Page, type Taken, type Wish } from '../../kiosk/parts/flow.ts'
import '../../kiosk/check-in/kiosk-check-in.ts'
import '../../kiosk/kiosk-home.ts'
import '../../kiosk/kiosk-requirements.ts'
import '../../kiosk/ticket/kiosk-ticket.ts'
import { seriesOf, cardsOf } from '../../kiosk/parts/services.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { timeText } from '../../shared/text/ui.ts'
import { setLang } from '../../shared/web/lang.ts'
import { NOW, cards, checkedIn, day, estimates, nearlyFull, office, paused, slot } from '../helpers/kiosk-office.ts'
import { atSize, clean, controls, hardToTouch, onAKiosk, readsWellInSizes, settled } from './kiosk-in-sizes.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

type CheckIn = Extract<Page, { name: 'checkIn' }>

const cardOn = (it: QueueDay, wasFull: string[] = []) => cardsOf(office, it, estimates, NOW, true, new Set(wasFull))[0]!
const checkIn = (...acts: readonly Act[]) => acts.reduce(step, step(REST, { do: 'checkIn' })).page as CheckIn
const early: readonly Act[] = [
  { do: 'present', key: 'k', claim: { number: 'AR-12', proof: '123' } },
  { do: 'refused', key: 'k', code: 'CHECK_IN_EARLY', data: { from: slot.start - 20 * MINUTE } },
]
const toProve: readonly Act[] = [
  { do: 'present', key: 'k', claim: { number: 'AR-12' } },
  ...[...'482'].map((digit): Act => ({ do: 'digit', digit })),
]
const wrong: readonly Act[] = [
  { do: 'present', key: 'k' },
  { do: 'refused', key: 'k', code: 'CHECK_IN_PROOF' },
]
const checkInPage = (page: CheckIn) =>
  html`<kiosk-check-in
    .page=${page}
    .letters=${seriesOf(office, day).map(it => it.letter)}
    .now=${NOW}
  ></kiosk-check-in>`
const ticket = (taken: Taken) =>
  html`<kiosk-ticket
    .taken=${taken}
    .arrival=${arrivalText(taken, day, NOW, 'WITA')}
    .card=${cards[0]!}
    address="https://antre.example/t/x"
  ></kiosk-ticket>`
const asking = {
  name: 'requirements',
  sheet: 0,
  serviceId: 'ktp-el',
  case: null,
  have: [],
  short: false,
  priority: false,
  take: { state: 'resting' },
}
const book = 'https://antre.example/b/samarinda/ktp-el'
const requirements = (it: QueueDay) =>
  html`<kiosk-requirements .card=${cardOn(it)} .page=${asking} .book=${book}></kiosk-requirements>`
const uneven = [
  cardOn(paused),
  cardOn(nearlyFull(0)),
  cardOn(nearlyFull(3), ['ktp-el']),
  cardOn(nearlyFull(4)),
  ...cards.slice(4),
]

const pages = {
  home: () => html`<kiosk-home .office=${office} .cards=${cards} booking note="Data contoh · Kiosk 2"></kiosk-home>`,
  'home with closed, full and reopened services': () =>
    html`<kiosk-home .office=${office} .cards=${uneven} booking note="Data contoh"></kiosk-home>`,
  'a full service': () => requirements(nearlyFull(0)),
  'a closed service': () => requirements(paused),
  'check-in': () => checkInPage(checkIn({ do: 'series', letter: 'A' }, { do: 'digit', digit: '1' })),
  'check-in, the proof': () => checkInPage(checkIn(...toProve)),
  'check-in, a wrong proof': () => checkInPage(checkIn(...toProve, ...wrong)),
  'check-in too early': () => checkInPage(checkIn(...early)),
  'checked in': () => ticket(checkedIn()),
  'checked in late': () => ticket(checkedIn(true)),
} as const

const named = (element: Element, name: string) =>
  controls(element.shadowRoot!).find(c => {
    const { host } = c.getRootNode() as ShadowRoot
    return `${c.textContent} ${host.textContent}`.includes(name)
  })!

describe('the pages of a kiosk for bookings', () => {
  onAKiosk()
  afterEach(() => setLang('id'))

  for (const [name, page] of Object.entries(pages)) readsWellInSizes(name, page)

  /** What is touched for each service, in their order. */
  const services = (home: Element) =>
    [...home.shadowRoot!.querySelectorAll('kiosk-service')].flatMap(service => controls(service.shadowRoot!))

  it('keeps a closed service in its place, with why and until when, and lets nobody choose it', async () => {
    const home = await fixture(html`<kiosk-home .office=${office} .cards=${uneven}></kiosk-home>`)
    const wishes = heard<Wish>(home, 'wish')
    const closed = services(home)[0]!
    expect(closed.textContent).to.contain('Tutup sampai 11.30').and.contain('Sistem pusat sedang gangguan')
    closed.click()
    expect(wishes).to.deep.equal([])
  })

  it('says of a full service the next time that is free, and that the front desk books too', async () => {
    const slotAt = (hour: number, free: number) => ({ id: 'x', start: NOW + hour * 3_600_000, end: 0, free })
    const real = window.fetch
    const answer = { slots: [slotAt(2, 0), slotAt(24, 3), slotAt(25, 3)], days: [], quiet: [], now: NOW }
    window.fetch = () => Promise.resolve(Response.json(answer))
    const page = await fixture<HTMLElement & { office: unknown }>(requirements(nearlyFull(0)))
    page.office = office
    const next = () => page.shadowRoot!.querySelector('kiosk-next-free')?.shadowRoot!.textContent?.trim()
    await waitUntil(() => next()?.startsWith('Waktu terdekat: '))
    window.fetch = real
    expect(next()).to.contain(timeText(NOW + 24 * 3_600_000, office.zone, 'id'))
    expect(page.shadowRoot!.textContent).to.contain('pesankan di sini, di meja depan')
    await accessibleInThemes(page)
  })

  it('lets somebody touch a full service, and shows how to book instead of the button', async () => {
    const home = await fixture(html`<kiosk-home .office=${office} .cards=${uneven}></kiosk-home>`)
    const wishes = heard<Wish>(home, 'wish')
    services(home)[1]!.click()
    expect(wishes).to.deep.equal([{ do: 'choose', serviceId: 'ktp-el' }])
    const full = await fixture(requirements(nearlyFull(0)))
    expect(full.shadowRoot!.querySelector('.take')).to.equal(null)
    expect(full.shadowRoot!.textContent).to.contain('Datang lagi besok atau pesan lewat ponsel')
    expect(full.shadowRoot!.querySelector('ui-qr')!.value).to.equal(book)
  })

  it('goes past the papers of a service that asks for none, and says of the fee only what the office wrote', async () => {
    const card = cardOn(day)
    const words: readonly [string, string] = ['', '']
    const service = { ...card.service, requirements: [], cases: [], fee: words, free: false }
    const page = await fixture<HTMLElement>(
      html`<kiosk-requirements .card=${{ ...card, service }} .page=${asking}></kiosk-requirements>`,
    )
    const heads = () => [...page.shadowRoot!.querySelectorAll('h2')].map(h => h.textContent!.trim())
    expect(heads()).to.deep.equal(['Antrean mana?'])
    expect(page.shadowRoot!.textContent).to.not.contain('berkas')
    expect([...page.shadowRoot!.querySelectorAll('.free span')].map(s => s.textContent!.trim())).to.deep.equal([
      `Di loket paling lama ${service.standardMinutes} menit`,
    ])
    for (const size of ['portrait', 'landscape'] as const) {
      await atSize(size)
      await clean(page)
      expect(hardToTouch(page)).to.deep.equal([])
    }
  })

  it('opens by itself when places come back, with what was ticked', async () => {
    const page = await fixture<HTMLElement & { card: unknown }>(requirements(nearlyFull(0)))
    page.card = cardOn(nearlyFull(3), ['ktp-el'])
    await settled()
    expect(page.shadowRoot!.querySelector('.take')).to.not.equal(null)
    expect(page.shadowRoot!.textContent).to.contain('3 tempat dibuka kembali')
  })

  it('types a number by touch as it stands on the ticket', async () => {
    const page = await fixture(checkInPage(checkIn()))
    const wishes = heard<Wish>(page, 'wish')
    named(page, 'AR').click()
    named(page, '7').click()
    named(page, 'Hapus').click()
    expect(wishes).to.deep.equal([{ do: 'series', letter: 'A' }, { do: 'digit', digit: '7' }, { do: 'erase' }])
    expect((named(page, 'Kembali') as HTMLButtonElement).disabled).to.equal(false)
    expect(page.shadowRoot!.querySelector('.go')!.hasAttribute('disabled')).to.equal(true)
  })

  it('asks beside a number what only its holder knows, and says what it is', async () => {
    const page = await fixture(checkInPage(checkIn(...toProve)))
    const words = page.shadowRoot!.textContent!.replace(/\s+/g, ' ')
    expect(words).to.contain('Reservasi AR-12').and.contain('3 angka terakhir nomor ponsel pemesan')
    expect(page.shadowRoot!.querySelector('output')!.textContent).to.contain('482')
    expect(page.shadowRoot!.querySelector('.series')).to.equal(null)
    const go = page.shadowRoot!.querySelector('.go')!
    expect(go.textContent).to.contain('Check-in')
    expect(go.hasAttribute('disabled')).to.equal(false)
    const missing = await fixture(checkInPage(checkIn(...toProve, { do: 'erase' })))
    expect(missing.shadowRoot!.querySelector('.go')!.hasAttribute('disabled')).to.equal(true)
    const refused = await fixture(checkInPage(checkIn(...toProve, ...wrong)))
    expect(refused.shadowRoot!.querySelector('.trouble')!.textContent).to.contain('AR-12 dan angka itu tidak cocok')
  })
})
