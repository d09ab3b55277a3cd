import { aTimeout, expect } from '@open-wc/testing'
import { raw } from '../../shared/ticket/markup.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { pick } from '../../shared/kit/pick.ts'
import { STANDING, type StreamMessage } from '../../shared/ticket/standing.ts'
import { cancelDialog } from '../../booking/cancel.ts'
import { liveTicket, type World } from '../../booking/live-ticket.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { Unreachable } from '../../shared/web/client.ts'
import { bookedTicket } from '../helpers/booking-desk.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'
import { served, withTicketStyle } from './ticket-served.ts'

const text = (page: HTMLElement, part: string) =>
  page.querySelector(`[data-part="${part}"]`)!.textContent!.replace(/\s+/g, ' ')

const RANGE = { from: at('08:20'), to: at('08:40') }
const mine = ownTicket({ ahead: 5, now: at('08:10'), range: null }, { no: 5, number: 'A-006' })

/** A page with a stream that the test speaks through. */
async function followed(first: OwnTicket = mine, how: { readonly copyAge?: number } = {}) {
  const page = await served(first)
  let clock = 100_000
  const truth: { answer: OwnTicket | Error; asked: number } = { answer: first, asked: 0 }
  const rung: string[] = []
  const serverNow = () => at('08:10') + clock - 100_000
  let hear: (message: StreamMessage) => void = () => {}
  const stream = {
    connected: false,
    heard: 0,
    now: serverNow,
    looks: 0,
    look: () => void stream.looks++,
    stop: () => {},
  }
  let on = false
  const world: World = {
    follow: heard => {
      hear = heard
      return stream
    },
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
  /** The server says something now. */
  const say = async (message: Partial<StreamMessage>) => {
    stream.connected = true
    stream.heard = serverNow()
    hear({ now: serverNow(), ...message })
    await aTimeout(5)
  }
  ticket.paint()
  if (how.copyAge === undefined) await say({})
  return { page, stream, ticket, truth, rung, wait, say }
}

const standing = (own: OwnTicket) => pick(own, STANDING)
const called: OwnTicket['ticket'] = { ...mine.ticket, state: 'called', counterId: '3', calledAt: at('08:10') }

describe('the live page of a ticket', () => {
  withTicketStyle()

  it('keeps the code for the kiosk when it is drawn again, and reads a booking only without its stream', async () => {
    const own = bookedTicket({ now: at('08:10') })
    const { page, stream, truth, wait } = await followed(own)
    expect(page.querySelector('.qr svg')!.id).to.equal('code')
    await wait(60_000)
    expect(truth.asked).to.equal(0)
    truth.answer = { ...own, now: at('10:45') }
    stream.connected = false
    stream.now = () => at('10:45')
    await wait(31_000)
    await wait(1_000)
    expect(truth.asked).to.equal(1)
    expect(text(page, 'news')).to.contain('Sudah di kantor?')
    expect(page.querySelector('.qr svg')!.id).to.equal('code')
  })

  it('counts the people ahead down as it is told, and asks for nothing more', async () => {
    const { page, truth, say } = await followed()
    expect(text(page, 'ticket')).to.contain('5 orang')
    await say({ ahead: 4, range: RANGE, counters: [{ id: '3', name: 'Loket 3' }] })
    expect(text(page, 'ticket')).to.contain('4 orang')
    expect(truth.asked).to.equal(0)
  })

  it('rings once when three are left and once at the call, and turns amber', async () => {
    const { page, truth, rung, say, wait } = await followed()
    await say({ ahead: 3 })
    expect(text(page, 'news')).to.contain('3orang lagi, lalu Anda')
    await say({ ahead: 2 })
    expect(rung).to.deep.equal(['soon'])
    truth.answer = { ...mine, ahead: 0, ticket: called }
    await say({ ahead: 0, ticket: called, calls: 1 })
    await wait(1_000)
    expect(rung).to.deep.equal(['soon', 'called'])
    expect(page.className).to.equal('called')
    expect(document.title).to.contain('Silakan ke Loket 3')
    expect(text(page, 'ticket')).to.equal('')
    expect(truth.asked).to.equal(1)
  })

  it('rings again when the counter calls the same number again', async () => {
    const own = { ...mine, ahead: 0, ticket: called }
    const { rung, say } = await followed(own)
    await say({ ...standing(own), calls: 1 })
    await say({ calls: 2 })
    expect(rung).to.have.length(1)
  })

  it('does not ring for what was so when the page was opened', async () => {
    const { rung, wait } = await followed(ownTicket({ ahead: 2, now: at('08:10') }, { no: 2, number: 'A-003' }))
    await wait(1_000)
    expect(rung).to.have.length(0)
  })

  it('reads what the stream cannot say once the visit is over, and then leads to the survey', async () => {
    const { page, truth, say } = await followed()
    const survey = { path: '/s/token', state: 'open' } as const
    const done = { ...mine.ticket, state: 'done', since: at('08:30') } as const
    truth.answer = { ...mine, survey, ahead: 0, ticket: done }
    await say({ ticket: done, ahead: 0 })
    expect(truth.asked).to.equal(1)
    expect(text(page, 'news')).to.contain('Terima kasih, layanan selesai')
    expect(page.querySelector('.dock a')!.getAttribute('href')).to.equal('/s/token?lang=id')
  })

  it('reads again when the answer was lost, and keeps what it heard meanwhile over an older answer', async () => {
    const { page, truth, say, wait } = await followed()
    truth.answer = new Error('gone')
    const closed = { since: at('08:10'), reason: 'systemDown', until: null } as const
    await say({ closed })
    expect(truth.asked).to.equal(1)
    truth.answer = { ...mine, closed, now: at('08:10') }
    await say({ ahead: 2 })
    await wait(5_000)
    expect(truth.asked).to.be.greaterThan(1)
    expect(text(page, 'ticket')).to.contain('2 orang')
    // Two are left, and still nobody's turn is near: the service is closed.
    expect(page.className).to.equal('waiting')
    expect(text(page, 'news')).to.contain('sedang ditutup')
  })

  it('says how old it is: seconds ago while live, the time of the last truth once it is cut off', async () => {
    const { page, stream, truth, wait } = await followed()
    expect(text(page, 'fresh')).to.contain('Diperbarui baru saja')
    await wait(4_000)
    expect(text(page, 'fresh')).to.contain('Diperbarui 4 detik lalu')
    stream.connected = false
    truth.answer = new Error('gone')
    await wait(60_000)
    expect(text(page, 'fresh')).to.contain('Menyambung kembali. Ini keadaan pukul 08.10.')
    expect(text(page, 'ticket')).to.contain('Belum bisa diperkirakan')
  })

  it('opened as a copy that was kept, says from when it is and promises no range', async () => {
    const { page, truth } = await followed({ ...mine, range: RANGE }, { copyAge: 45_000 })
    expect(text(page, 'fresh')).to.contain('Menyambung kembali. Ini keadaan pukul 08.10.')
    expect(text(page, 'ticket')).to.contain('Belum bisa diperkirakan')
    expect(truth.asked).to.equal(0)
  })

  for (const [copyAge, old] of [
    [57_000, 'kurang dari 1 menit lalu'],
    [5 * 60_000, '5 menit lalu'],
    [2 * 3_600_000, '2 jam lalu'],
  ] as const)
    it(`opened as a copy, says its true age at once: ${old}`, async () => {
      const { page } = await followed(mine, { copyAge })
      expect(text(page, 'fresh')).to.contain(`Ini keadaan pukul 08.10. Diperbarui ${old}.`)
    })

  it('opened as a copy of a moment ago, counts its age on from when it was kept', async () => {
    const { page, truth, wait } = await followed(mine, { copyAge: 20_000 })
    truth.answer = new Error('gone')
    expect(text(page, 'fresh')).to.contain('Diperbarui 20 detik lalu')
    await wait(11_000)
    expect(text(page, 'fresh')).to.contain('Menyambung kembali')
  })

  it('reads the ticket by itself while there is no stream', async () => {
    const { page, stream, truth, wait } = await followed()
    stream.connected = false
    truth.answer = { ...mine, ahead: 2, now: at('08:11') }
    await wait(20_000)
    expect(truth.asked).to.equal(1)
    expect(text(page, 'ticket')).to.contain('2 orang')
  })

  it('reads the steps of its visit when the stream tells of others, and not when it tells the same', async () => {
    const step = { services: [mine.service.name], state: 'now', counter: null } as const
    const visit = { eventId: null, event: null, steps: [step], dropped: [], documents: [] }
    const { truth, say } = await followed({ ...mine, visit })
    await say({ steps: [step] })
    expect(truth.asked).to.equal(0)
    await say({ steps: [step, { ...step, state: 'later' }] })
    expect(truth.asked).to.equal(1)
  })

  it('leaves an opened explanation open when the page is drawn again', async () => {
    const { page, say } = await followed()
    page.querySelector<HTMLDetailsElement>('#why')!.open = true
    await say({ ahead: 4 })
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
