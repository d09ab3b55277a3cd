import { serialize } from 'hono/utils/cookie'
import type { Signer } from '../services/identity/secrets.ts'
import { cookieOf, type Ctx } from './context.ts'

const PHONE = 'tanggap_phone'
const PHONE_SECONDS = 400 * 86_400

/** A phone known by a random number only, so that its live bookings can be counted; nothing about the person. */
export interface PhoneCookies {
  /** The phone's id, or `undefined` where it never booked or the signature is not ours. */
  phoneOf(c: Ctx): string | undefined
  /** The `Set-Cookie` text, sent with the first booking. */
  phoneCookie(id: string): string
  /** The `Set-Cookie` text that ends it. */
  readonly noPhone: string
}

/** Phone cookies; the signer's purpose is `phone`. */
export function createPhoneCookies(deps: { readonly signer: Signer; readonly secure: boolean }): PhoneCookies {
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure: deps.secure, maxAge: PHONE_SECONDS } as const
  return {
    phoneOf(c) {
      const signed = cookieOf(c.req.header('cookie'), PHONE)
      return signed ? deps.signer.open(signed) : undefined
    },
    phoneCookie: id => serialize(PHONE, deps.signer.sign(id), options),
    noPhone: serialize(PHONE, '', { ...options, maxAge: 0 }),
  }
}
