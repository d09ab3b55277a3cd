import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { emulateMedia } from '@web/test-runner-commands'
import type { FrontDesk } from '../../console/front/front-desk.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { setLang } from '../../shared/web/lang.ts'
import { at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import {
  OFFICE,
  TOKEN,
  asked,
  book,
  given,
  hand,
  inner,
  open,
  posted,
  restore,
  slots,
  withChannels,
  words,
} from '../helpers/front-desk.ts'
import { PAPERS_BY_CASE } from '../helpers/papers-by-case.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

describe('the front desk', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }))
  beforeEach(() => setLang('id'))
  afterEach(() => restore())

  it('reads well in every theme', async () => {
    await accessibleInThemes(await open())
  })

  it('leads on where no number is left today: the same is booked for another day, under the name that comes next', async () => {
    const page = await open({ [`POST ${OFFICE}/tickets`]: new AppError('QUOTA_FULL') })
    await hand('F9')
    await waitUntil(() => page.shadowRoot!.querySelector('desk-take'))
    await hand('ktp', 'Enter', 'Enter')
    const lead = () =>
      page.shadowRoot!.querySelector('desk-take')!.shadowRoot!.querySelector<HTMLElement>('ui-banner ui-button')
    await waitUntil(() => lead())
    expect(lead()!.textContent).to.equal('Pesankan hari lain')
    lead()!.click()
    await waitUntil(() => !page.shadowRoot!.querySelector('desk-take'))
    await waitUntil(() => book(page).querySelector('slot-choice')?.value !== undefined)
    expect(book(page).querySelector('slot-choice')!.serviceId).to.equal('ktp-el')
    await waitUntil(() => (book(page).activeElement as HTMLInputElement | null)?.name === 'person')
  })

  it('of an office in preparation says so, and shows no form that would be refused', async () => {
    const desk = await fixture<FrontDesk>(
      html`<front-desk
        .office=${{ ...office, openedAt: null }}
        .staff=${staffOf('frontDesk')}
        .live=${still()}
      ></front-desk>`,
    )
    const state = desk.shadowRoot!.querySelector('ui-state')!
    expect(state.getAttribute('heading')).to.equal('Kantor ini sedang disiapkan')
    expect(desk.shadowRoot!.querySelector('.work')).to.equal(null)
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
      expect(shown).to.contain('Hari ini, 11.00–11.30').and.contain('untuk Siti').and.contain('Menurut keperluan')
      await accessibleInThemes(page)
    })

    it('tells of a booking of several services how many steps it has, the desks in order, one sum of time, and the papers of all [D54] [D55]', async () => {
      const step = (serviceId: string, ...counters: string[]) => ({ parts: [{ serviceId }], counters })
      const steps = [step('akta-kelahiran', '5'), step('kartu-identitas-anak', '3')]
      const visit = { eventId: 'anak-lahir', at: null, of: 2, steps }
      const page = await open({ [`POST ${OFFICE}/bookings`]: { ...given('DR-07'), visit } })
      await hand('ktp', 'Enter', 'Siti', 'Enter')
      await waitUntil(() => book(page).querySelector('front-given'))
      const shown = book(page).querySelector('front-given')!
      await waitUntil(() => shown.shadowRoot!.querySelector('ui-visit'))
      expect(wordsOf(shown.shadowRoot!.querySelector('ui-visit')!)).to.match(
        /Anak lahir · 2 langkah 1 ?Loket 5: Akta Kelahiran ?2 ?Loket 3: Kartu Identitas Anak \d+(–\d+)? menit di loket/,
      )
      const slip = { office, serviceId: 'akta-kelahiran', booked: { start: at('11:00'), end: at('11:30') }, visit }
      const printed = document.body.appendChild(Object.assign(document.createElement('booking-slip'), slip))
      await printed.updateComplete
      for (const element of [shown, printed])
        expect(wordsOf(element))
          .to.contain('Bawa 2 berkas, masing-masing sekali')
          .and.contain('Berkas lain menurut keperluan: Akta Kelahiran, Kartu Identitas Anak.')
      printed.remove()
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

    it('keeps the phone and offers no messages where no gateway carries them', async () => {
      const page = await open({
        'GET /api/offices': withChannels(),
        [`POST ${OFFICE}/bookings`]: given('AR-07'),
      })
      expect(book(page).querySelector('.who select')).to.equal(null)
      expect(book(page).querySelector('.who')!.textContent).to.contain('Telepon').and.not.contain('kabar')
      await hand('ktp', 'Enter')
      await waitUntil(() => book(page).querySelector('slot-choice')!.value !== undefined)
      await hand('Siti', 'Tab', '0812 0000 0001', 'Enter')
      await waitUntil(() => posted(`${OFFICE}/bookings`).length === 1)
      const { contact } = posted(`${OFFICE}/bookings`)[0]!.body as { contact: object }
      expect(contact).to.deep.equal({ name: 'Siti', phone: '0812 0000 0001' })
    })

    it('offers the ways that the gateway carries and no other', async () => {
      const page = await open({ 'GET /api/offices': withChannels('sms') })
      await waitUntil(() => book(page).querySelector('.who select'))
      expect(book(page).querySelector('.who select')!.textContent!.trim()).to.equal('SMS')
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
      expect(asked().filter(a => a.method === 'POST')).to.have.length(0)
    })
  })

  describe('a check-in', () => {
    const checkIn = (page: FrontDesk) => words(page, 'front-check-in')

    it('is asked for more than its number where its holder said that somebody else had come', async () => {
      const page = await open({ [`POST ${OFFICE}/check-in`]: new Error('CHECK_IN_PROOF') })
      await hand('F4', 'ar 5', 'Enter')
      await waitUntil(() => checkIn(page).includes('Pemegang AR-05 menyatakan orang lain yang check-in.'))
      await hand('ar 5 4821', 'Enter')
      await waitUntil(() => posted(`${OFFICE}/check-in`).length === 2)
      expect(posted(`${OFFICE}/check-in`)[1]!.body).to.deep.equal({ number: 'AR-05', proof: '4821' })
    })
    const view = { id: 'id-AR-05', no: 1, number: 'AR-05', serviceId: 'ktp-el', state: 'waiting', due: at('10:30') }
    const done = { ticket: view, token: TOKEN, path: `/t/${TOKEN}`, ahead: 3, late: false }
    const range = { from: at('10:44'), to: at('10:59') }

    it('counts and names the papers of the case, for every service [B20]', async () => {
      for (const { service, id, papers } of PAPERS_BY_CASE) {
        const info = office.services.find(s => s.id === service)!
        const ticket = { ...view, serviceId: service, ...(id === undefined ? {} : { case: id }) }
        const page = await open({ [`POST ${OFFICE}/check-in`]: { ...done, ticket, range } })
        await hand('F4', 'ar5', 'Enter')
        await waitUntil(() => checkIn(page).includes('AR-05 masuk antrean'))
        const names = papers.map(paper => info.requirements.find(r => r.id === paper)!.name[0])
        if (names.length > 0) expect(checkIn(page)).to.contain(`Bawa ${names.length} berkas: ${names.join(', ')}.`)
        else expect(checkIn(page)).to.not.contain('berkas')
        page.remove()
        restore()
      }
    }).timeout(20_000)

    it('by the number says the place, the range and why', async () => {
      const page = await open({ [`POST ${OFFICE}/check-in`]: { ...done, range } })
      await hand('F4', 'ar5', 'Enter')
      await waitUntil(() => checkIn(page).includes('AR-05 masuk antrean'))
      expect(posted(`${OFFICE}/check-in`)[0]!.body).to.deep.equal({ number: 'AR-05' })
      expect(checkIn(page)).to.contain('Di depannya 3 orang. Perkiraan dipanggil antara 10.44 dan 10.59.')
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

    it('is put back under one key though the answer was lost twice, when the officer asks again', async () => {
      let lost = 0
      const back = `${OFFICE}/tickets/id-AR-06/return`
      const page = await open({
        [`POST ${OFFICE}/check-in`]: new Error('TICKET_STATE'),
        [`POST ${back}`]: () => {
          if (++lost < 3) throw new TypeError('no network')
          return { ticket: view }
        },
      })
      await hand('F4', 'ar6', 'Enter')
      await waitUntil(() => checkIn(page).includes('AR-06 terlewat pukul 10.20.'))
      const action = () => inner(page, 'front-check-in').shadowRoot!.querySelector<HTMLElement>('[slot=action]')!
      action().click()
      await waitUntil(() => checkIn(page).includes('Server tidak terjangkau.'), undefined, { timeout: 3_000 })
      action().click()
      await waitUntil(() => checkIn(page).includes('AR-06 kembali ke antrean.'))
      expect(new Set(posted(back).map(a => a.key)).size).to.equal(1)
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
})
