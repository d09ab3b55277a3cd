import { createHmac } from 'node:crypto'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { hasService, type Scope } from '../../../shared/office/scope.ts'
import type { CommandHead } from '../../../shared/queue/command.ts'
import { ticketAt, ticketsOf, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import { mayCome } from '../../../shared/queue/lost-time.ts'
import { aheadOf } from '../../../shared/queue/policy.ts'
import { provesBooking } from '../../../shared/booking/check-in-proof.ts'
import { visitAhead } from '../../../shared/ticket/visits/visit-ahead.ts'
import type { BookingCodes } from './booking-codes.ts'
import type { EstimateBook } from '../queue/estimates.ts'
import type { Offices } from '../office/offices.ts'
import type { OwnTickets } from './own-tickets.ts'
import { rangeOf } from './standing.ts'
import type { Queue } from '../queue/queue.ts'
import { deskTicket } from '../queue/queue.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { TicketLinks } from '../identity/ticket-links.ts'

const CODE_MS = MINUTE
const CODE_DIGITS = 4
/** Wrong codes that one ticket may try within ten minutes: a code of the hall is read, not guessed. */
const WRONG = { points: 5, duration: 600 }
/** Wrong proofs that one booking number may be tried with on its day; then the QR code and the front desk are left. */
const WRONG_OF_NUMBER = { points: 5, duration: 24 * 3600 }
/** Wrong proofs and unknown numbers of one kiosk within ten minutes. */
const WRONG_AT_KIOSK = { points: 20, duration: 600 }

/** Coming: by the code of the hall screen on the own phone, or at the kiosk and the desk. */
export interface CheckIns {
  code(office: string): Reply<'GET /api/offices/:office/check-in-code'>
  own(token: string, key: string, code: string | undefined): Promise<Reply<'POST /api/tickets/:token/check-in'>>
  atOffice(
    office: string,
    head: CommandHead,
    which: {
      readonly token?: string | undefined
      readonly number?: string | undefined
      readonly proof?: string | undefined
    },
    /** Somebody of one agency checks in for its services alone. */
    scope: Scope,
  ): Promise<Reply<'POST /api/offices/:office/check-in'>>
  /** That was somebody else, by the number alone. */
  undo(token: string, key: string): Promise<Reply<'POST /api/tickets/:token/undo-check-in'>>
  letPass(token: string, key: string, people: number): Promise<Reply<'POST /api/tickets/:token/let-pass'>>
  here(token: string, key: string): Promise<Reply<'POST /api/tickets/:token/here'>>
}

export function createCheckIns(deps: {
  key: Buffer
  offices: Offices
  days: QueueDays
  estimates: EstimateBook
  queue: Queue
  own: OwnTickets
  tickets: TicketLinks
  codeOf: BookingCodes
  /** The phone number by which a ticket was booked, if one was given. */
  phoneOf: (ticketId: string) => Promise<string | null>
  now: () => Instant
}): CheckIns {
  const { offices, days, estimates, own, now } = deps
  const secret = createHmac('sha256', deps.key).update('check-in').digest()
  const wrong = new RateLimiterMemory(WRONG)
  const wrongOfNumber = new RateLimiterMemory(WRONG_OF_NUMBER)
  const wrongAtKiosk = new RateLimiterMemory(WRONG_AT_KIOSK)

  function codeAt(office: string, turn: number): string {
    const drawn = createHmac('sha256', secret).update(`${office} ${turn}`).digest().readUInt32BE(0)
    return String(drawn % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
  }

  /** The code of now, or the one that was on the screen a moment ago. */
  async function mustBeInHall(office: string, ticketId: string, code: string | undefined): Promise<void> {
    if (!code) throw new AppError('CHECK_IN_CODE')
    await counted(wrong, ticketId)
    const turn = Math.floor(now() / CODE_MS)
    if (code !== codeAt(office, turn) && code !== codeAt(office, turn - 1)) throw new AppError('CHECK_IN_CODE')
    await wrong.reward(ticketId)
  }

  /** The ticket of a number typed at a kiosk, for whoever knows more of the booking; a wrong proof tells of no number. */
  async function proved(day: QueueDay, kiosk: string, number: string, proof: string): Promise<Ticket> {
    const ticket = numbered(day, number)
    const name = `${day.office} ${day.date} ${ticket?.number ?? 'none'}`
    await counted(wrongAtKiosk, kiosk)
    if (ticket) await counted(wrongOfNumber, name)
    const { id } = ticket ?? {}
    const right = id !== undefined && provesBooking(proof, { code: deps.codeOf(id), phone: await deps.phoneOf(id) })
    if (!ticket || !right) throw new AppError('CHECK_IN_PROOF')
    await wrongAtKiosk.reward(kiosk)
    await wrongOfNumber.reward(name)
    return ticket
  }

  async function checkIn(office: string, head: CommandHead, day: QueueDay, ticket: Ticket, byNumber?: true) {
    const range = estimates.of(day).tickets[ticket.no]
    const request = {
      ...({ verb: 'checkIn', no: ticket.no } as const),
      ...(range ? { promised: range } : {}),
      ...(byNumber ? { byNumber } : {}),
    }
    const outcome = await days.execute(office, { ...head, ...request }, day.date)
    return outcome.ticket!
  }

  /**
   * Today's ticket behind a link that may act, or at least check in; one of a day to come says from when. An act that was
   * answered before is answered again on its own day.
   */
  async function todays(token: string, key: string, may?: 'checkIn') {
    const found = await own.acting(token, key, may)
    if (found.date > offices.today(found.office)) {
      const day = await days.day(found.office, found.date)
      mayCome(day, found.no)
      const slot = ticketAt(day, found.no)?.slot
      const { checkInEarlyMinutes } = offices.get(found.office).booking
      throw new AppError('CHECK_IN_EARLY', slot && { from: slot.start - checkInEarlyMinutes * MINUTE })
    }
    const day = await days.day(found.office, found.date)
    const ticket = ticketAt(day, found.no)
    if (!ticket) throw new AppError('TICKET_UNKNOWN')
    return { ...found, day, ticket }
  }

  return {
    code(office) {
      const { id } = offices.get(office)
      const turn = Math.floor(now() / CODE_MS)
      return { code: codeAt(id, turn), until: (turn + 1) * CODE_MS, now: now() }
    },

    async own(token, key, code) {
      const { id, office, day, ticket, again } = await todays(token, key)
      if (!again) await mustBeInHall(office, id, code)
      const after = await checkIn(office, { id: key, by: 'holder' }, day, ticket)
      return { state: after.state, late: after.joined === 'late' }
    },

    async atOffice(office, head, { token, number, proof }, scope) {
      let day = await days.day(office, await days.dateOf(office, head.id))
      let ticket: Ticket | undefined
      let shown: string | undefined
      const atKiosk = head.by.startsWith('device:')
      if (token !== undefined) {
        const found = await todays(token, head.id, 'checkIn')
        if (found.kind === 'look') throw new AppError('LINK_LOOKS')
        if (found.office !== office) throw new AppError('TICKET_UNKNOWN')
        ;({ day, ticket } = found)
        if (atKiosk && found.kind !== 'checkIn') shown = token
      } else if (number !== undefined) {
        ticket = numbered(day, number)
        // Whose holder said that somebody else came by the number alone is proved at the desk as well.
        if (atKiosk || ticket?.byLinkOnly) {
          if (proof === undefined) throw new AppError('CHECK_IN_PROOF')
          ticket = await proved(day, head.by, number, proof)
        }
      }
      if (!ticket) throw new AppError('TICKET_UNKNOWN')
      if (!hasService(offices.get(office), scope, ticket.serviceId)) throw new AppError('FORBIDDEN')
      // Who is in line already comes back to the kiosk for the estimate or another slip: nothing happens once more.
      const inLine = atKiosk && ticket.slot !== undefined && ticket.state === 'waiting'
      const after = inLine
        ? ticket
        : await checkIn(office, head, day, ticket, atKiosk && token === undefined ? true : undefined)
      day = await days.day(office, day.date)
      // The slip of the kiosk keeps a link that was shown to it. A number or a code is no proof that would give a link with rights,
      // and the desk is shown none.
      const link = shown ?? deps.tickets.sign(after.id!, 'look')
      return {
        ticket: deskTicket(after),
        token: link,
        path: `/t/${link}`,
        ahead: aheadOf(day, after.serviceId, after),
        range: rangeOf(day, after, estimates.of(day)),
        late: after.joined === 'late',
        visit: visitAhead(offices.get(office), day, after),
      }
    },

    async undo(token, key) {
      const { office, date, no } = await todays(token, key)
      const outcome = await days.execute(office, { id: key, by: 'holder', verb: 'undoCheckIn', no }, date)
      return { state: outcome.ticket!.state }
    },

    async letPass(token, key, people) {
      const { office, date, no } = await todays(token, key)
      const outcome = await days.execute(office, { id: key, by: 'holder', verb: 'letPass', no, people }, date)
      const ticket = outcome.ticket!
      return { state: ticket.state, ahead: aheadOf(await days.day(office, date), ticket.serviceId, ticket) }
    },

    async here(token, key) {
      const { office, date, no } = await todays(token, key)
      const outcome = await days.execute(office, { id: key, by: 'holder', verb: 'here', no }, date)
      const ticket = outcome.ticket!
      const ahead = aheadOf(await days.day(office, date), ticket.serviceId, ticket)
      return { state: ticket.state, late: ticket.joined === 'late', ahead }
    },
  }
}

/** The ticket of the day that carries a number, however it is written. */
function numbered(day: QueueDay, number: string): Ticket | undefined {
  return [...ticketsOf(day)].find(t => sameNumber(t.number, number))
}

/** Counted before it is looked at: tries at the same moment are no more than tries one by one. */
async function counted(limiter: RateLimiterMemory, name: string): Promise<void> {
  await limiter.consume(name).catch(({ msBeforeNext }: RateLimiterRes) => {
    throw new AppError('TOO_MANY_ATTEMPTS', { retryAfter: Math.ceil(msBeforeNext / 1000) })
  })
}

/** Whether two spellings mean one number: `ar12`, `AR 12` and `AR-12` do. */
function sameNumber(number: string, typed: string): boolean {
  const plain = (text: string) => {
    const [, letters = '', digits = ''] = /^([A-Z]+)0*(\d+)$/.exec(text.toUpperCase().replace(/[^A-Z\d]/g, '')) ?? []
    return `${letters}${digits}`
  }
  return plain(number) !== '' && plain(number) === plain(typed)
}
