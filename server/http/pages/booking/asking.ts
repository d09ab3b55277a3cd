import type { Contact } from '../../../../shared/contracts/booking-routes.ts'
import type { Wanted } from './contact-page.ts'
import type { Asking, BookingDesk, Wait } from './desk.ts'
import { eventOf, type Way } from './way.ts'

/** What one sending of the form asks of the office. */
export interface Request {
  readonly office: string
  readonly service: string
  readonly way: Way
  readonly wanted: Wanted
  readonly contact: Contact
  readonly proof: string | undefined
}

/** The answer: the address of the ticket's page, or a while to wait. */
export type Answer = { readonly path: string } | Wait

/** Asks for a place, a turn on the waitlist or a chance in a draw, whichever the form wants. */
export async function askDesk(desk: BookingDesk, request: Request, asking: Asking): Promise<Answer> {
  const { office, service, way, wanted, contact, proof } = request
  const asked = { contact, ...(proof === undefined ? {} : { proof }), priority: way.priority, case: way.case }
  const papers = [...way.papers]
  switch (wanted.kind) {
    case 'waitlist':
      return desk.waitlist(office, service, { date: wanted.date, ...asked }, asking)
    case 'draw': {
      const body = { wishes: [...wanted.wishes], anySlot: wanted.any, papers, ...asked }
      return desk.enterDraw(office, service, wanted.date, body, asking)
    }
    case 'slot': {
      // What this phone holds the office knows by itself; whose hold has ended gets the place all the same while it is free.
      return desk.book(office, { serviceId: service, slotId: wanted.slot, papers, ...asked, ...eventOf(way) }, asking)
    }
  }
}
