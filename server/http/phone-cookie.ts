import { serialize } from 'hono/utils/cookie'
import type { Signer } from '../services/identity/secrets.ts'
import { cookieOf, type Ctx } from './context.ts'

const PHONE = 'tanggap_phone'
const PHONE_SECONDS = 400 * 86_400
/** Before the id of a phone that has booked nothing yet. */
const NEW = 'new~'

/** A phone known by a random number only, so that its live bookings can be counted; nothing about the person. */
export interface PhoneCookies {
  /** The phone, or `undefined` where it never came so far as a form, or the signature is not ours. */
  phoneOf(c: Ctx): { readonly id: string; readonly booked: boolean } | undefined
  /** The `Set-Cookie` text: sent with the form or a hold, so that the phone is known when its answer is lost, and once it booked. */
  phoneCookie(phone: { readonly id: string; readonly booked: boolean }): string
  /** The `Set-Cookie` text that ends it. */
  readonly noPhone: string
}

/** Phone cookies; the signer's purpose is `phone`. */
export function createPhoneCookies(deps: { readonly signer: Signer; readonly secure: boolean }): PhoneCookies {
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure: deps.secure, maxAge: PHONE_SECONDS } as const
  return {
    phoneOf(c) {
      const signed = cookieOf(c.req.header('cookie'), PHONE)
      const text = signed ? deps.signer.open(signed) : undefined
      if (text === undefined) return undefined
      return text.startsWith(NEW) ? { id: text.slice(NEW.length), booked: false } : { id: text, booked: true }
    },
    phoneCookie: ({ id, booked }) => serialize(PHONE, deps.signer.sign(booked ? id : NEW + id), options),
    noPhone: serialize(PHONE, '', { ...options, maxAge: 0 }),
  }
}
