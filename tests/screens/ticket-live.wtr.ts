import { aTimeout, expect } from '@open-wc/testing'
import { raw } from '../../shared/ticket/markup.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import type { Happening } from '../../shared/queue/events.ts'
import { evolve } from '../../shared/queue/evolve.ts'
import { cancelDialog } from '../../booking/cancel.ts'
import { liveTicket, type World } from '../../booking/live-ticket.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { Unreachable } from '../../shared/web/client.ts'
import { bookedTicket } from '../helpers/booking-desk.ts'
import { DATE, at, ownTicket } from '../helpers/own-ticket.ts'
import { served, withTicketStyle } from './ticket-served.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'

const text = (page: HTMLElement, part: string) =>
  page.querySelector(`[data-part="${part}"]`)!.textContent!.replace(/\s+/g, ' ')

const take = (no: number): Happening => ({
  type: 'ticketTaken',
  no,
  number: `A-00${no + 1}`,
  serviceId: 'ktp',
  priority: false,
  due: at('08:00') + no,
  ahead: no,
})
const call = (no: number): Happening => ({
  type: 'ticketCalled',
  no,
  counterId: '3',
  because: { kind: 'walkIn', due: at('08:00'), among: 1 },
})

const start: QueueDay = [
  {
    type: 'dayPlanned',
    plan: {
      doors: null,
      services: [{ id: 'ktp', letter: 'A', typicalMs: 600_000, open: true }],
      counters: [{ id: '3', services: ['ktp'] }],
      ...DEFAULT_RULES,
      priorityCreditMs: 0,
      returnGraceMs: 0,
      returnPlaces: 3,
    },
  } as Happening,
  { type: 'counterOpened', counterId: '3', services: ['ktp'] } as Happening,
  ...[0, 1, 2, 3, 4, 5].map(take),
].reduce((day, it, i) => evolve(day, { ...it, seq: i + 1, at: at('08:00') }), emptyDay('samarinda', DATE))

const later = (day: QueueDay, ...happened: Happening[]) =>
  happened.reduce((d, it) => evolve(d, { ...it, seq: d.seq + 1, at: at('08:10') }), day)

const RANGE = { from: at('08:20'), to: at('08:40') }
const mine = ownTicket({ ahead: 5, now: at('08:10'), range: null }, { no: 5, number: 'A-006' })

/** A page that follows a day which the test plays. */
async function followed(first: OwnTicket = mine, how: { readonly copyAge?: number; readonly heard?: number } = {}) {
  const page = await served(first)
  let clock = 100_000
  const truth: { answer: OwnTicket | Error; asked: number } = { answer: first, asked: 0 }
  const rung: string[] = []
  const live = {
    day: start as QueueDay | undefined,
    estimates: undefined,
    connected: how.copyAge === undefined,
    heard: how.heard ?? at('08:10'),
    now: () => at('08:10') + clock - 100_000,
    ended: false,
    hostDisconnected: () => void (live.ended = true),
  }
  let on = false
  const world: World = {
    live,
    lang: 'id',
    base: '/t/token-of-a-ticket-0001',
    qr: raw('<svg id="code" role="img" aria-label="QR"></svg>'),
    clock: () => clock,
    copyAge: how.copyAge,
    read: async () => {
      truth.asked++
      if (truth.answer instanceof Error) throw truth.answer
      return truth.answer
    },
    alert: {
      get on() {
        return on
      },
      toggle: () => void (on = !on),
      ring: () => void rung.push(page.className),
    },
  }
  const ticket = liveTicket(page, first, world)
  const wait = async (ms: number) => {
    clock += ms
    ticket.paint()
    await aTimeout(5)
  }
  ticket.paint()
  await aTimeout(5)
  return { page, live, ticket, truth, rung, wait }
}

describe('the live page of a ticket', () => {
  withTicketStyle()

  it('keeps the code for the kiosk when it is drawn again, and reads a booking rarely', async () => {
    const own = bookedTicket({ now: at('08:10') })
    const { page, truth, wait } = await followed(own)
    expect(page.querySelector('.qr svg')!.id).to.equal('code')
    await wait(20_000)
    expect(truth.asked).to.equal(0)
    truth.answer = { ...own, now: at('10:45') }
    await wait(31_000)
    await wait(1_000)
    expect(text(page, 'news')).to.contain('Sudah di kantor?')
    expect(page.querySelector('.qr svg')!.id).to.equal('code')
  })

  it('counts the people ahead down as they are called', async () => {
    const { page, live, wait } = await followed()
    expect(text(page, 'ticket')).to.contain('5 orang')
    live.day = later(start, call(0))
    await wait(1_000)
    expect(text(page, 'ticket')).to.contain('4 orang')
  })

  it('rings once when three are left and once at the call, and turns amber', async () => {
    const { page, live, rung, wait } = await followed()
    live.day = later(start, call(0), call(1))
    await wait(1_000)
    expect(text(page, 'news')).to.contain('3orang lagi, lalu Anda')
    await wait(1_000)
    live.day = later(live.day, call(2))
    await wait(1_000)
    expect(rung).to.deep.equal(['soon'])
    live.day = later(live.day, call(5))
    await wait(1_000)
    expect(rung).to.deep.equal(['soon', 'called'])
    expect(page.className).to.equal('called')
    expect(document.title).to.contain('Silakan ke Loket 3')
    expect(text(page, 'ticket')).to.equal('')
  })

  it('rings again when the counter calls the same number again, not for another one', async () => {
    const { ticket, rung } = await followed()
    ticket.recalled(4)
    ticket.recalled(5)
    expect(rung).to.have.length(1)
  })

  it('does not ring for what was so when the page was opened', async () => {
    const { rung, wait } = await followed(ownTicket({ ahead: 2, now: at('08:10') }, { no: 2, number: 'A-003' }))
    await wait(1_000)
    expect(rung).to.have.length(0)
  })

  it('asks the server when the day no longer shows the ticket, and then leads to the survey', async () => {
    const { page, live, truth, wait } = await followed()
    const survey = { path: '/s/token', state: 'open' } as const
    truth.answer = ownTicket({ survey }, { no: 5, number: 'A-006', state: 'done', since: at('08:30') })
    live.day = { ...start, tickets: [[null, null, null, null, null, null]] }
    await wait(5_000)
    expect(truth.asked).to.equal(1)
    expect(text(page, 'news')).to.contain('Terima kasih, layanan selesai')
    expect(page.querySelector('.dock a')!.getAttribute('href')).to.equal('/s/token?lang=id')
    await wait(1_000)
    expect(live.ended).to.equal(true)
    expect(truth.asked).to.equal(1)
  })

  it('says how old it is: seconds ago while live, the time of the last truth once it is cut off', async () => {
    const { page, live, truth, wait } = await followed()
    expect(text(page, 'fresh')).to.contain('Diperbarui baru saja')
    await wait(4_000)
    expect(text(page, 'fresh')).to.contain('Diperbarui 4 detik lalu')
    live.connected = false
    truth.answer = new Error('gone') as never
    await wait(60_000)
    expect(text(page, 'fresh')).to.contain('Menyambung kembali. Ini keadaan pukul 08.10.')
    expect(text(page, 'ticket')).to.contain('Belum bisa diperkirakan')
  })

  it('opened as a copy that was kept, says from when it is and promises no range', async () => {
    const { page, truth } = await followed({ ...mine, range: RANGE }, { copyAge: 45_000, heard: 0 })
    expect(text(page, 'fresh')).to.contain('Menyambung kembali. Ini keadaan pukul 08.10.')
    expect(text(page, 'ticket')).to.contain('Belum bisa diperkirakan')
    expect(truth.asked).to.equal(0)
  })

  it('opened as a copy of a moment ago, counts its age on from when it was kept', async () => {
    const { page, truth, wait } = await followed(mine, { copyAge: 20_000, heard: 0 })
    truth.answer = new Error('gone')
    expect(text(page, 'fresh')).to.contain('Diperbarui 20 detik lalu')
    await wait(11_000)
    expect(text(page, 'fresh')).to.contain('Menyambung kembali')
  })

  it('reads the ticket by itself while the live connection is missing', async () => {
    const { page, live, truth, wait } = await followed()
    live.connected = false
    truth.answer = { ...mine, ahead: 2, now: at('08:11') }
    await wait(20_000)
    expect(truth.asked).to.equal(1)
    expect(text(page, 'ticket')).to.contain('2 orang')
  })

  it('leaves an opened explanation open when the page is drawn again', async () => {
    const { page, live, wait } = await followed()
    page.querySelector<HTMLDetailsElement>('#why')!.open = true
    live.day = later(start, call(0), call(1))
    await wait(1_000)
    expect(page.querySelector<HTMLDetailsElement>('#why')!.open).to.equal(true)
  })

  it('keeps the focus on the switch that was touched', async () => {
    const { page, ticket } = await followed()
    const row = () => page.querySelector<HTMLElement>('[data-act="alert"]')!
    row().focus()
    ticket.toggleAlert()
    expect(row().getAttribute('aria-pressed')).to.equal('true')
    expect(document.activeElement).to.equal(row())
  })
})

describe('giving a number back', () => {
  async function asking(answer: () => Promise<object>) {
    const page = await served(ownTicket())
    const dialog = page.querySelector('dialog')!
    const keys: string[] = []
    let changed = 0
    const { open } = cancelDialog(
      dialog,
      'id',
      key => {
        keys.push(key)
        return answer()
      },
      () => void changed++,
    )
    open()
    const yes = async () => {
      dialog.querySelector<HTMLButtonElement>('form[method="post"] button')!.click()
      await aTimeout(10)
    }
    return { dialog, keys, yes, changes: () => changed }
  }

  it('asks first, starts on the safe button, and says that it cannot be undone', async () => {
    const { dialog } = await asking(async () => ({}))
    expect(dialog.open).to.equal(true)
    expect(document.activeElement!.textContent).to.equal('Tetap antre')
    expect(dialog.textContent).to.contain('tidak bisa diurungkan')
    await expect(dialog).to.be.accessible()
  })

  it('closes once the number is given back', async () => {
    const { dialog, yes, changes } = await asking(async () => ({}))
    await yes()
    expect([dialog.open, changes()]).to.deep.equal([false, 1])
  })

  it('does not claim that the number stands when no answer came, and asks again as the same act', async () => {
    const { dialog, yes, keys } = await asking(() => Promise.reject(new Unreachable()))
    await yes()
    await yes()
    const told = dialog.querySelector('.failed')!.textContent!
    expect(told).to.contain('mungkin sudah dibatalkan')
    expect(told).to.not.contain('masih berlaku')
    expect(keys).to.have.length(2)
    expect(keys[0]).to.equal(keys[1])
  })

  it('says so when the number was called meanwhile, and shows how it stands', async () => {
    const { dialog, yes, changes } = await asking(() => Promise.reject(new AppError('TICKET_STATE')))
    await yes()
    expect(dialog.querySelector('.failed')!.textContent).to.contain('tidak bisa dibatalkan lagi')
    expect(changes()).to.equal(1)
  })
})
