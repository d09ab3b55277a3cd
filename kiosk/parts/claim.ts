import { CODE_DIGITS, PROOF } from '../../shared/booking/check-in-proof.ts'
import { tokenIn } from '../../shared/kit/ticket-link.ts'
import { bookingNumber } from '../../shared/queue/numbers/numbering.ts'

/** What a booking is checked in by: the link of its ticket, or its number with what only its holder knows. */
export type Claim = { readonly token: string } | { readonly number: string; readonly proof?: string }

/** Digits of a booking number at most. */
export const MOST_DIGITS = 4
/** And of what is typed beside it. */
export const MOST_PROOF = CODE_DIGITS

/**
 * What a scanner or a keyboard has read: a ticket's link, its bare token, or a booking number however it is written;
 * `null` for anything else, such as the QR code of another office's paper.
 */
export function claimIn(text: string): Claim | null {
  const read = text.trim()
  const number = /^([A-Z]{1,2})R[\s-]?(\d{1,4})$/i.exec(read)
  if (number) return numberClaim(number[1]!, number[2]!)
  const token = tokenIn(read)
  return token === undefined ? null : { token }
}

/** The claim of a series letter and the digits behind it; `null` while one of them is missing. */
export function numberClaim(letter: string, digits: string): { readonly number: string } | null {
  if (letter === '' || Number(digits) < 1) return null
  return { number: bookingNumber(letter.toUpperCase(), Number(digits)) }
}

/** The claim of a number with what was typed beside it; `null` while that is too short. */
export function provedClaim(number: string, proof: string): Claim | null {
  return PROOF.test(proof) ? { number, proof } : null
}
