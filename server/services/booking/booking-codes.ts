import { createHmac } from 'node:crypto'
import { CODE_DIGITS } from '../../../shared/booking/check-in-proof.ts'

/** The booking code of a ticket: computed from its id by this installation alone, and stored nowhere. */
export type BookingCodes = (ticketId: string) => string

export function createBookingCodes(key: Buffer): BookingCodes {
  const own = createHmac('sha256', key).update('booking code').digest()
  return ticketId => {
    const drawn = createHmac('sha256', own).update(ticketId).digest().readUInt32BE(0)
    return String(drawn % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0')
  }
}
