import type { Input, Reply } from '../../../../shared/contracts/api.ts'
import type { OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../../shared/office/office.ts'
import type { Known } from '../../../services/booking/bookings.ts'
import type { Front, Today } from '../../../services/booking/fronts.ts'

export type SlotsReply = Reply<'GET /api/offices/:office/services/:service/slots'>
export type DrawRecord = Reply<'GET /api/offices/:office/services/:service/draws/:date'>
type HoldBody = Input<'POST /api/offices/:office/holds'>['body']
type BookBody = Input<'POST /api/offices/:office/bookings'>['body']
type WaitlistBody = Input<'POST /api/offices/:office/services/:service/waitlist'>['body']
type DrawBody = Input<'POST /api/offices/:office/services/:service/draws/:date/entries'>['body']

/** What a browser brings along when it asks for a place. */
export interface Asking {
  /** Id of the act: the same one again gives the same answer. */
  readonly key: string
  /** Patience that was waited for, in place of a proof. */
  readonly patience?: string | undefined
  /** Without scripts there is no proof: a wait is answered in place of `PROOF_REQUIRED`. */
  readonly scripts: boolean
}

/** A while to wait before the same request is let in. */
export interface Wait {
  readonly wait: { readonly token: string; readonly from: Instant }
}

/**
 * All that the booking pages ask of the office, for one request: whoever makes it binds the network, the phone's cookie
 * and the caller. Refusals are `AppError`s with the codes of the contract. `data` of `ALREADY_BOOKED` may carry `number`
 * and `path` of the booking when it is this phone's.
 */
export interface BookingDesk {
  offices(): readonly Pick<OfficeInfo, 'id' | 'name' | 'city'>[]
  /** Throws `NOT_FOUND`. */
  front(office: string): Promise<Front>
  /** What is closed now, for pages that stand open. Throws `NOT_FOUND`. */
  closings(office: string): Promise<Today>
  slots(
    office: string,
    service: string,
    query: { readonly from?: LocalDate; readonly days: number; readonly priority: boolean },
  ): Promise<SlotsReply>
  hold(office: string, body: HoldBody, key: string): Promise<Reply<'POST /api/offices/:office/holds'>>
  /** What this phone has of a service already: until when it holds the time, and the path of a booking. */
  known(office: string, service: string, slotId: string | undefined, key: string): Promise<Known>
  /** Gives the browser the phone's cookie with the form whose act has this key, unless it has one. */
  greet(key: string): void
  book(office: string, body: BookBody, asking: Asking): Promise<Reply<'POST /api/offices/:office/bookings'> | Wait>
  waitlist(
    office: string,
    service: string,
    body: WaitlistBody,
    asking: Asking,
  ): Promise<Reply<'POST /api/offices/:office/services/:service/waitlist'> | Wait>
  enterDraw(
    office: string,
    service: string,
    date: LocalDate,
    body: DrawBody,
    asking: Asking,
  ): Promise<Reply<'POST /api/offices/:office/services/:service/draws/:date/entries'> | Wait>
  drawRecord(office: string, service: string, date: LocalDate): Promise<DrawRecord>
}

/** What a holder's page asks; the token is the right. Every act throws `TICKET_UNKNOWN` for a link that only looks. */
export interface HolderDesk extends Pick<BookingDesk, 'front' | 'slots'> {
  byToken(token: string): Promise<OwnTicket>
  cancel(token: string, key: string): Promise<unknown>
  checkIn(token: string, key: string, code: string | undefined): Promise<unknown>
  reschedule(token: string, key: string, slotId: string): Promise<Reply<'POST /api/tickets/:token/reschedule'>>
  undoCheckIn(token: string, key: string): Promise<unknown>
  chooseCase(token: string, key: string, id: string): Promise<unknown>
  letPass(token: string, key: string, people: number): Promise<unknown>
  here(token: string, key: string): Promise<unknown>
  /** Names the booking that this one began as, before it was moved. */
  firstOf(token: string): Promise<string>
  takeOffer(token: string, key: string): Promise<Reply<'POST /api/tickets/:token/offer'>>
  removeFile(token: string, key: string, file: string): Promise<unknown>
  /** The browser is not the holder's: it loses what links it with the ticket. */
  forget(token: string): Promise<void>
}
