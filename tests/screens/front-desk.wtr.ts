import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import '../../console/front-desk.ts'
import type { FrontDesk } from '../../console/front-desk.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { emptyDay, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const OFFICE = '/api/offices/samarinda'
const TOKEN = 't'.repeat(24)
const slotAt = (clock: string) => ({ start: at(clock), end: at(clock) + 30 * MINUTE })
const slot = (clock: string, free: number) => ({ id: `2026-06-09T${clock}`, ...slotAt(clock), free })
const slots = {
  slots: [slot('10:30', 0), slot('11:00', 2), slot('11:30', 4), slot('13:00', 1)],
  days: [{ date: '2026-06-09', state: 'open', at: null }],
  now: at('10:24'),
}
const given = (number: string, clock = '11:00') => ({
  ticket: { number, serviceId: 'ktp-el', state: 'booked', priority: false, slot: slotAt(clock) },
  token: TOKEN,
  path: `/t/${TOKEN}`,
})
const booking = (number: string, clock: string, name: string | null, change = {}) => ({
  ticketId: `id-${number}`,
  number,
  serviceId: 'ktp-el',
  slot: slotAt(clock),
  state: 'booked',
  priority: false,
  name,
  papers: [],
  files: [],
  ...change,
})
const bookings = {
  date: '2026-06-09',
  bookings: [
    booking('AR-02', '10:00', 'Nur Aini (contoh)'),
    booking('AR-05', '11:00', 'Budi (contoh)', { priority: true }),
    booking('AR-06', '11:30', null),
  ],
}

function ticket(no: number, number: string, change: Partial<Ticket>): Ticket {
  return {
    no,
    id: `id-${number}`,
    number,
    serviceId: 'ktp-el',
    priority: false,
    joined: 'booked',
    state: 'booked',
    takenAt: at('08:00'),
    bookedAt: at('08:00'),
    due: at('10:30'),
    since: at('08:00'),
    calls: 0,
    heldMs: 0,
    ahead: 0,
    ...change,
  }
}

const day: QueueDay = {
  ...emptyDay('samarinda', '2026-06-09'),
  seq: 4,
  tickets: [
    [
      ticket(0, 'AR-02', { slot: slotAt('10:00') }),
      ticket(1, 'AR-05', { slot: slotAt('11:00') }),
      ticket(2, 'AR-06', { slot: slotAt('11:30'), state: 'missed', since: at('10:20'), counterId: '3' }),
    ],
  ],
  taken: 3,
  closures: { legalisir: { since: at('09:10'), reason: 'systemDown', until: at('11:30') } },
}

let server: ReturnType<typeof answering>

async function open(answers: Readonly<Record<string, unknown>> = {}, role: Role = 'frontDesk') {
  server = answering({
    [`GET ${OFFICE}/bookings`]: bookings,
    [`GET ${OFFICE}/services/ktp-el/slots`]: slots,
    ...answers,
  })
  const page = await fixture<FrontDesk>(
    html`<front-desk .office=${office} .staff=${staffOf(role)} .live=${still(day)}></front-desk>`,
  )
  await waitUntil(() => words(page, 'front-list').includes('AR') || list(page).querySelector('tbody'))
  return page
}

const inner = (page: FrontDesk, tag: string) => page.shadowRoot!.querySelector(tag)!
const list = (page: FrontDesk) => inner(page, 'front-list').shadowRoot!
const words = (page: FrontDesk, tag: string) => wordsOf(inner(page, tag))
const book = (page: FrontDesk) => inner(page, 'front-book').shadowRoot!
const posted = (path: string) => server.asked.filter(a => a.method === 'POST' && a.path === path)

/** Presses keys as a hand does, and counts them. */
async function hand(...presses: readonly string[]): Promise<number> {
  let count = 0
  for (const press of presses) {
    if (/^(Enter|Tab|Space|Arrow\w+|F\d)$/.test(press)) {
      await sendKeys({ press })
      count++
    } else {
      await sendKeys({ type: press })
      count += press.length
    }
  }
  return count
}

describe('the front desk', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }))
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('reads well in every theme', async () => {
    await accessibleInThemes(await open())
  })

  describe('a helped booking', () => {
    it('takes a name only: nine keys and far less than twenty seconds', async () => {
      const page = await open({ [`POST ${OFFICE}/bookings`]: given('AR-07') })
      const began = performance.now()
      let keys = await hand('ktp', 'Enter')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value !== undefined)
      keys += await hand('Siti', 'Enter')
      await waitUntil(() => book(page).querySelector('front-given'))
      expect(keys).to.equal(9)
      expect(performance.now() - began).to.be.lessThan(5_000)
      expect(posted(`${OFFICE}/bookings`).map(a => a.body)).to.deep.equal([
        { serviceId: 'ktp-el', slotId: '2026-06-09T11:00', contact: { name: 'Siti' }, priority: false },
      ])
      const shown = wordsOf(book(page).querySelector('front-given')!)
      expect(shown).to.contain('Hari ini, 11.00–11.30').and.contain('untuk Siti').and.contain('Yang dibawa')
      await accessibleInThemes(page)
    })

    it('goes on to the next person with Enter, empty again', async () => {
      const page = await open({ [`POST ${OFFICE}/bookings`]: given('AR-07') })
      await hand('ktp', 'Enter', 'Siti', 'Enter')
      await waitUntil(() => book(page).querySelector('front-given'))
      await waitUntil(() => document.activeElement && page.shadowRoot!.activeElement?.tagName === 'FRONT-BOOK')
      await waitUntil(() => book(page).activeElement?.tagName === 'FRONT-GIVEN')
      await hand('Enter')
      await waitUntil(() => book(page).activeElement?.tagName === 'SERVICE-SEARCH')
      expect(book(page).querySelector<HTMLInputElement>('[name=person]')!.value).to.equal('')
    })

    it('moves to another time by an arrow from the name, and takes phone and priority with it', async () => {
      const page = await open({ [`POST ${OFFICE}/bookings`]: given('AR-07', '11:30') })
      await hand('ktp', 'Enter')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value !== undefined)
      await hand('Siti', 'ArrowDown', 'Tab', '0812 0000 0001', 'Tab', 'Tab', 'Space')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value !== undefined)
      book(page).querySelector<HTMLElement>('.go')!.click()
      await waitUntil(() => posted(`${OFFICE}/bookings`).length === 1)
      expect(posted(`${OFFICE}/bookings`)[0]!.body).to.deep.equal({
        serviceId: 'ktp-el',
        slotId: '2026-06-09T11:30',
        contact: { name: 'Siti', phone: '0812 0000 0001', channel: 'whatsapp' },
        priority: true,
      })
    })

    it('is undone within ten seconds by one key', async () => {
      const page = await open({
        [`POST ${OFFICE}/bookings`]: given('AR-07'),
        [`POST /api/tickets/${TOKEN}/cancel`]: { state: 'cancelled' },
      })
      await hand('ktp', 'Enter')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value !== undefined)
      await hand('Siti', 'Enter')
      await waitUntil(() => book(page).activeElement?.tagName === 'FRONT-GIVEN')
      await hand('z')
      await waitUntil(() => words(page, 'front-book').includes('Reservasi AR-07 sudah diurungkan.'))
      expect(posted(`/api/tickets/${TOKEN}/cancel`)).to.have.length(1)
    })

    it('chooses the next time by itself when the chosen one was just taken', async () => {
      let full = false
      const page = await open({
        [`GET ${OFFICE}/services/ktp-el/slots`]: () =>
          full ? { ...slots, slots: slots.slots.map(s => (s.start === at('11:00') ? { ...s, free: 0 } : s)) } : slots,
        [`POST ${OFFICE}/bookings`]: () => {
          full = true
          return new Error('SLOT_FULL')
        },
      })
      await hand('ktp', 'Enter')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value !== undefined)
      await hand('Siti', 'Enter')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value?.id === '2026-06-09T11:30')
      expect(words(page, 'front-book')).to.contain('Jam berikutnya sudah dipilihkan.')
      expect(book(page).querySelector<HTMLInputElement>('[name=person]')!.value).to.equal('Siti')
    })

    it('asks for what is missing and sends nothing', async () => {
      const page = await open()
      book(page).querySelector<HTMLElement>('.go')!.click()
      await waitUntil(() => words(page, 'front-book').includes('Pilih layanan dan jam dahulu.'))
      await hand('ktp', 'Enter')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value !== undefined)
      await hand('Enter')
      await waitUntil(() => words(page, 'front-book').includes('Isi nama panggilan.'))
      expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
    })
  })

  describe('a check-in', () => {
    const checkIn = (page: FrontDesk) => words(page, 'front-check-in')
    const view = { id: 'id-AR-05', no: 1, number: 'AR-05', serviceId: 'ktp-el', state: 'waiting', due: at('10:30') }
    const done = { ticket: view, token: TOKEN, path: `/t/${TOKEN}`, ahead: 3, late: false }
    const range = { from: at('10:44'), to: at('10:59') }

    it('by the number says the place, the range and why', async () => {
      const page = await open({ [`POST ${OFFICE}/check-in`]: { ...done, range } })
      await hand('F4', 'ar5', 'Enter')
      await waitUntil(() => checkIn(page).includes('AR-05 masuk antrean'))
      expect(posted(`${OFFICE}/check-in`)[0]!.body).to.deep.equal({ number: 'AR-05' })
      expect(checkIn(page)).to.contain('Di depannya 3 orang. Perkiraan dipanggil 10.44–10.59.')
      expect(checkIn(page)).to.contain('Gilirannya 10.30: reservasi, check-in tepat waktu.')
      await accessibleInThemes(page)
    })

    it('by a scanned link sends its token, and says when it came late', async () => {
      const page = await open({ [`POST ${OFFICE}/check-in`]: { ...done, range: null, late: true } })
      await hand('F4')
      await waitUntil(() => page.shadowRoot!.activeElement?.tagName === 'FRONT-CHECK-IN')
      await hand(`http://x.example/t/${TOKEN}`, 'Enter')
      await waitUntil(() => checkIn(page).includes('Terlambat: batas check-in sudah lewat.'))
      expect(posted(`${OFFICE}/check-in`)[0]!.body).to.deep.equal({ token: TOKEN })
    })

    it('that cannot be is told as a sentence, and a missed number is put back', async () => {
      const page = await open({
        [`POST ${OFFICE}/check-in`]: (r: { body: { number: string } }) =>
          new Error(r.body.number === 'AR-06' ? 'TICKET_STATE' : 'TICKET_UNKNOWN'),
        [`POST ${OFFICE}/tickets/id-AR-06/return`]: { ticket: view },
      })
      await hand('F4', 'budi', 'Enter')
      await waitUntil(() => checkIn(page).includes('Ketik nomor seperti AR-12 atau pindai tautannya.'))
      await hand('ar99', 'Enter')
      await waitUntil(() => checkIn(page).includes('Nomor itu tidak ada pada hari ini.'))
      await hand('ar6', 'Enter')
      await waitUntil(() => checkIn(page).includes('AR-06 terlewat pukul 10.20.'))
      inner(page, 'front-check-in').shadowRoot!.querySelector<HTMLElement>('[slot=action]')!.click()
      await waitUntil(() => checkIn(page).includes('AR-06 kembali ke antrean.'))
    })
  })

  describe('a group', () => {
    const group = (page: FrontDesk) => inner(page, 'front-group').shadowRoot!
    async function paste(page: FrontDesk, text: string) {
      await hand('F8', 'ktp', 'Enter')
      await waitUntil(() => group(page).querySelector('slot-choice')?.value !== undefined)
      const area = group(page).querySelector('textarea')!
      area.value = text
      area.dispatchEvent(new Event('input'))
      await (inner(page, 'front-group') as FrontDesk).updateComplete
    }
    const go = (page: FrontDesk) => group(page).querySelector<HTMLElement & { disabled: boolean }>('.go')!

    it('is looked over first: a wrong line is marked and nothing can be sent', async () => {
      const page = await open()
      await paste(page, 'Budi, 0812 0000 0001\nSiti, rumah')
      expect(go(page).disabled).to.equal(true)
      expect(words(page, 'front-group')).to.contain('Perbaiki 1 baris yang ditandai.')
      await accessibleInThemes(page)
    })

    it('gets a list to print, and says who was left without a place', async () => {
      const page = await open({
        [`POST ${OFFICE}/bookings/group`]: { booked: [{ ...given('AR-07'), name: 'Budi' }], left: ['Siti'] },
      })
      await paste(page, 'Budi, 0812 0000 0001\nSiti')
      go(page).click()
      await waitUntil(() => group(page).querySelector('front-group-done'))
      expect(posted(`${OFFICE}/bookings/group`)[0]!.body).to.deep.equal({
        serviceId: 'ktp-el',
        slotId: '2026-06-09T11:00',
        people: [{ name: 'Budi', phone: '0812 0000 0001' }, { name: 'Siti' }],
      })
      const done = group(page).querySelector('front-group-done')!
      expect(wordsOf(done)).to.contain('1 nama belum mendapat tempat: Siti.')
      await accessibleInThemes(page)
      done.shadowRoot!.querySelector<HTMLElement>('[slot=action]')!.click()
      await waitUntil(() => group(page).querySelector('textarea')?.value === 'Siti')
    })
  })

  describe('the bookings of today', () => {
    const rows = (page: FrontDesk) =>
      [...list(page).querySelectorAll('tbody tr')].map(r => r.textContent!.replace(/\s+/g, ' ').trim())

    it('show who is late, and are filtered and searched', async () => {
      const page = await open()
      expect(rows(page)).to.have.length(3)
      expect(rows(page)[0]).to.contain('Nur Aini (contoh)').and.contain('terlambat 24 mnt')
      const late = [...list(page).querySelectorAll('.views ui-button')].find(b => b.textContent!.includes('Terlambat'))
      ;(late as HTMLElement).click()
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      expect(rows(page)).to.have.length(1)
    })

    it('are cancelled only after a second yes', async () => {
      const page = await open({ [`POST ${OFFICE}/tickets/id-AR-05/cancel`]: { ticket: {} } })
      list(page).querySelector<HTMLElement>('[label="Batalkan reservasi AR-05"]')!.click()
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      const dialog = list(page).querySelector('ui-dialog')!
      expect([dialog.open, dialog.heading]).to.deep.equal([true, 'Batalkan AR-05?'])
      expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
      dialog.dispatchEvent(new CustomEvent('secondary'))
      await waitUntil(() => words(page, 'front-list').includes('AR-05 dibatalkan.'))
    })

    it('are only looked at by who may not change them', async () => {
      const page = await open({}, 'manager')
      expect(list(page).querySelectorAll('td ui-button')).to.have.length(0)
    })

    it('say so when they could not be read, and come on request', async () => {
      let broken = true
      server = answering({ [`GET ${OFFICE}/bookings`]: () => (broken ? new Error('UNAVAILABLE') : bookings) })
      const page = await fixture<FrontDesk>(
        html`<front-desk .office=${office} .staff=${staffOf('frontDesk')} .live=${still(day)}></front-desk>`,
      )
      await waitUntil(() => list(page).querySelector('ui-state[kind="error"]'))
      broken = false
      list(page).querySelector('ui-state')!.shadowRoot!.querySelector('button')!.click()
      await waitUntil(() => rows(page).length === 3)
    })
  })

  describe('a closed service', () => {
    const closing = (page: FrontDesk) => inner(page, 'service-closing').shadowRoot!

    it('stands there with since, until and reason, and is opened by one act', async () => {
      const page = await open({
        [`POST ${OFFICE}/services/legalisir/open`]: { closedSince: null, told: 2 },
      })
      const shown = words(page, 'service-closing')
      expect(shown).to.contain('Legalisir · Sistem pusat mati').and.contain('Sejak 09.10, sampai 11.30')
      closing(page).querySelector<HTMLElement>('li ui-button')!.click()
      await waitUntil(() => words(page, 'service-closing').includes('Legalisir dibuka lagi. 2 reservasi diberi tahu.'))
    })

    it('is closed in one act that says before who will be told', async () => {
      const page = await open({
        [`POST ${OFFICE}/services/ktp-el/close`]: { closedSince: at('10:24'), told: 2 },
      })
      closing(page).querySelector<HTMLElement>('header ui-button')!.click()
      await waitUntil(() => closing(page).querySelector('closing-dialog'))
      const dialog = closing(page).querySelector('closing-dialog')!
      await waitUntil(() => dialog.shadowRoot?.activeElement?.tagName === 'SERVICE-SEARCH')
      await hand('ktp', 'Enter')
      await waitUntil(() => wordsOf(dialog).includes('2 reservasi hari ini akan diberi tahu.'))
      await accessibleInThemes(page)
      dialog.shadowRoot!.querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('primary'))
      await waitUntil(() => words(page, 'service-closing').includes('KTP-el ditutup. 2 reservasi diberi tahu.'))
      expect(posted(`${OFFICE}/services/ktp-el/close`)[0]!.body).to.deep.equal({ reason: 'systemDown' })
    })
  })
})
