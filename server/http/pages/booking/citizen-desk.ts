import { AppError } from '../../../../shared/kit/errors.ts'
import type { Booker, People } from '../../../services/booking/booking-people.ts'
import type { Bookings } from '../../../services/booking/bookings.ts'
import type { CheckIns } from '../../../services/booking/check-ins.ts'
import type { Draws } from '../../../services/booking/draws.ts'
import type { Fronts } from '../../../services/booking/fronts.ts'
import type { OwnTickets } from '../../../services/booking/own-tickets.ts'
import type { Rebooking } from '../../../services/booking/rebooking.ts'
import type { Slots } from '../../../services/booking/slots.ts'
import type { Uploads } from '../../../services/booking/uploads.ts'
import type { Gate } from '../../../services/gate/gate.ts'
import { bookerOf, counted, greet, type BookerParts } from '../../booker.ts'
import type { Ctx } from '../../context.ts'
import type { Asking, BookingDesk, HolderDesk, Wait } from './desk.ts'

/** What the citizen's pages are made of. */
export interface CitizenDeskParts extends BookerParts {
  readonly slots: Slots
  readonly bookings: Bookings
  readonly rebooking: Rebooking
  readonly draws: Draws
  readonly checkIns: CheckIns
  readonly uploads: Uploads
  readonly own: OwnTickets
  readonly people: Pick<People, 'part'>
  readonly gate: Gate
  readonly fronts: Fronts
}

/** What the citizen's pages ask, over the very same services as the API; one for each request. */
export function citizenDesk(c: Ctx, parts: CitizenDeskParts): BookingDesk & HolderDesk {
  const { slots, bookings, draws, checkIns, own, people, gate, fronts } = parts
  // Pages are the public's, also in a browser in which somebody of the staff is signed in.
  const booker = (office: string, key: string): Booker => ({
    ...bookerOf(parts, c, undefined, office, key),
    form: true,
  })
  /** What a phone asks for, under the key of its form. */
  const mine = <T>(office: string, key: string, act: (booker: Booker) => Promise<T>, booked = true) => {
    const who = booker(office, key)
    return counted(parts.phones, c, who, act(who), booked)
  }

  /** Without scripts nothing can be proved: a while of patience is offered in its place. */
  async function patient<T>(
    office: string,
    service: string,
    asking: Asking,
    act: (booker: Booker) => Promise<T>,
  ): Promise<T | Wait> {
    try {
      return await mine(office, asking.key, act)
    } catch (error) {
      const unproved = error instanceof AppError && error.code === 'PROOF_REQUIRED'
      if (!unproved || asking.scripts || error.data?.['why'] === 'early') throw error
      const { network } = booker(office, asking.key)
      const { token, from } = gate.waitTicket({ subject: `${office}/${service}`, network })
      return { wait: { token, from } }
    }
  }
  const patience = (asking: Asking) => ({ patience: asking.patience })

  return {
    offices: fronts.offices,
    front: fronts.of,
    closings: fronts.today,
    slots: (office, service, { from, days, priority }) =>
      slots.list(office, service, { from, days, priority: String(priority) }),
    hold: (office, body, key) => mine(office, key, who => bookings.hold(office, key, body, who), false),
    known: (office, service, slotId, key) => bookings.known(office, service, slotId, booker(office, key)),
    greet: key => greet(parts.phones, c, key),
    book: (office, body, asking) =>
      patient(office, body.serviceId, asking, who =>
        bookings.book(office, asking.key, { ...body, ...patience(asking) }, who),
      ),
    waitlist: (office, service, body, asking) =>
      patient(office, service, asking, who =>
        bookings.waitlist(office, service, asking.key, { ...body, ...patience(asking) }, who),
      ),
    enterDraw: (office, serviceId, date, body, asking) =>
      patient(office, serviceId, asking, who =>
        draws.enter({ office, serviceId, date }, asking.key, { ...body, ...patience(asking) }, who),
      ),
    drawRecord: (office, serviceId, date) => draws.view({ office, serviceId, date }),

    byToken: own.byToken,
    firstOf: own.firstOf,
    cancel: own.cancel,
    checkIn: checkIns.own,
    reschedule: parts.rebooking.reschedule,
    undoCheckIn: checkIns.undo,
    chooseCase: parts.rebooking.chooseCase,
    letPass: checkIns.letPass,
    here: checkIns.here,
    takeOffer: parts.rebooking.takeOffer,
    removeFile: (token, _key, file) => parts.uploads.remove(token, file),
    async forget(token) {
      const { id, office } = await own.held(token)
      if (await people.part(id, booker(office, id))) c.header('Set-Cookie', parts.phones.noPhone, { append: true })
    },
  }
}
