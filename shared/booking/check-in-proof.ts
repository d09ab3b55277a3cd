/** Last digits of the phone number by which a booking was made. */
export const PHONE_DIGITS = 3
/** Digits of the booking code, which stands on the ticket's page and on the slip. */
export const CODE_DIGITS = 4
/** What is typed beside a booking's number: either of them. */
export const PROOF = /^\d{3,4}$/

/** Whether the digits typed beside a number show that somebody knows the booking: its code, or the end of its phone number. */
export function provesBooking(proof: string, known: { readonly code: string; readonly phone: string | null }): boolean {
  return proof === known.code || (proof.length === PHONE_DIGITS && known.phone?.slice(-PHONE_DIGITS) === proof)
}
