import { serialize } from 'hono/utils/cookie'
import { randomId } from '../services/identity/secrets.ts'
import { cookieOf, type Ctx } from './context.ts'

const ANSWERS = 'tanggap_answers'
/** As long as the answers of a month are looked at for many from one phone. */
const SECONDS = 40 * 86_400
const KNOWN = /^[\w-]{22}$/

/**
 * A random number by which several questionnaires of one phone are told from those of several; nothing about the person, and kept by
 * the server only as a pseudonym that changes each month. Without one the phone is given a new one.
 */
export function answeringPhone(c: Ctx, secure: boolean): string {
  const known = cookieOf(c.req.header('cookie'), ANSWERS)
  if (known !== undefined && KNOWN.test(known)) return known
  const fresh = randomId()
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: SECONDS } as const
  c.header('Set-Cookie', serialize(ANSWERS, fresh, options), { append: true })
  return fresh
}
