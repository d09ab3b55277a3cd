import { expect } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import { DAY } from '../../shared/kit/time.ts'
import { bookedTicket } from '../helpers/booking-desk.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'
import { served, withTicketStyle } from './ticket-served.ts'

const MOVE_TO = {
  slotId: '2026-06-10T11:00',
  slot: { start: at('11:00') + DAY, end: at('11:30') + DAY },
  date: '2026-06-10',
}

describe('the page of a ticket', () => {
  withTicketStyle()
  before(() => setViewport({ width: 360, height: 740 }))

  for (const [name, own] of [
    ['waits', ownTicket()],
    ['waits for a closed service', ownTicket({ closed: { since: at('10:00'), reason: 'other', until: null } })],
    ['is near', ownTicket({ ahead: 3 })],
    ['is near, and its holder there', ownTicket({ ahead: 3 }, { hereAt: at('10:20') })],
    ['is called', ownTicket({ ahead: 0 }, { state: 'called', counterId: '3', calledAt: at('10:20') })],
    [
      'is called to a counter with a long name',
      ownTicket(
        { ahead: 0, counters: [{ id: '3', name: 'Ruang Perekaman 12' }] },
        { state: 'called', counterId: '3', calledAt: at('10:20'), number: 'MWR-888' },
      ),
    ],
    [
      'is called to counter 10',
      ownTicket(
        { ahead: 0, counters: [{ id: '3', name: 'Loket 10' }] },
        { state: 'called', counterId: '3', calledAt: at('10:20') },
      ),
    ],
    ['is served', ownTicket({ ahead: 0 }, { state: 'serving', counterId: '3' })],
    ['was missed', ownTicket({}, { state: 'missed' })],
    ['is on hold', ownTicket({}, { state: 'parked' })],
    ['is done', ownTicket({ survey: { path: '/s/x', state: 'open' } }, { state: 'done' })],
    ['is cancelled', ownTicket({}, { state: 'cancelled' })],
    ['is over', ownTicket({ over: true })],
    ['is booked', bookedTicket({ papers: ['kk'], code: '4821' })],
    [
      'can check in',
      bookedTicket({ now: at('10:45'), mayUpload: true, files: [{ id: 'f', name: 'kk.pdf', bytes: 9 }] }),
    ],
    ['is booked for a closed service', bookedTicket({ closed: { since: at('10:00'), reason: 'other', until: null } })],
    ['is on the waitlist', bookedTicket({ waitlistPlace: 2, checkIn: null }, { state: 'waitlisted' })],
    [
      'is in a draw',
      bookedTicket(
        { draw: { code: 'WM8QHKN9', at: at('19:00'), path: '/', held: false } },
        { state: 'waitlisted', number: 'WM8QHKN9' },
      ),
    ],
    ['has the longest number', bookedTicket({}, { number: 'MWR-888' })],
    ['is offered a place', bookedTicket({}, { state: 'offered', offeredUntil: at('10:34') })],
    ['was released', bookedTicket({ now: at('11:20') }, { state: 'released' })],
    ['came late', ownTicket({}, { joined: 'late' })],
    ['was checked in by its number', ownTicket({}, { joined: 'booked', byNumber: true })],
    ['was voided', bookedTicket({}, { state: 'cancelled', why: 'void' })],
    ['lost its time to a change of the hours', bookedTicket({ moveTo: MOVE_TO }, { state: 'cancelled', why: 'hours' })],
    ['is looked at by the family', bookedTicket({ sharePath: null })],
  ] as const) {
    for (const theme of ['light', 'dark'])
      it(`reads well in ${theme} while it ${name}`, async () => {
        document.documentElement.dataset['theme'] = theme
        const page = await served(own)
        document.body.className = page.className
        await expect(page).to.be.accessible()
        expect(page.scrollWidth).to.be.at.most(page.clientWidth)
        document.body.className = ''
        document.documentElement.dataset['theme'] = 'light'
      })
  }

  it('is framed on all sides once it is over', async () => {
    for (const state of ['done', 'cancelled', 'unserved'] as const) {
      const page = await served(ownTicket({}, { state }))
      const main = page.querySelector('main')!
      const side = parseFloat(getComputedStyle(main).paddingLeft)
      const ticket = page.querySelector('.ticket')!.getBoundingClientRect()
      const room = main.getBoundingClientRect()
      expect([state, Math.round(ticket.left - room.left), Math.round(room.right - ticket.right)]).to.deep.equal([
        state,
        Math.round(side),
        Math.round(side),
      ])
      expect(getComputedStyle(page.querySelector('.ticket')!).borderLeftWidth).to.equal('1px')
    }
  })

  it('reads well when it asks before cancelling', async () => {
    await expect(await served(ownTicket(), 'id', { confirm: 'cancel' })).to.be.accessible()
  })

  it('reads well in English', async () => {
    await expect(await served(ownTicket({ ahead: 2 }), 'en')).to.be.accessible()
  })
})
