import { TOTP } from 'otpauth'
import type { TestApp, Visitor } from './test-app.ts'

/** A phone with an authenticator, whose clock may be wrong. */
export function authenticator(key: string, now: () => number) {
  const totp = new TOTP({ secret: key.replaceAll(' ', ''), algorithm: 'SHA1', digits: 6, period: 30 })
  return { code: (wrongMs = 0) => totp.generate({ timestamp: now() + wrongMs }) }
}

/** Sets up a second factor; the phone, and the recovery codes that were shown. */
export async function enrolled(app: TestApp, who: Visitor, present = 'tanggap-demo') {
  const { key, enrolment } = (await who.post('/api/me/second-factor', { present })).body
  const phone = authenticator(key, () => app.clock.now)
  const answer = await who.post('/api/me/second-factor/confirm', { enrolment, code: phone.code() })
  if (answer.status !== 200) throw new Error(`enrolment: ${answer.text}`)
  return { phone, key: key.replaceAll(' ', '') as string, codes: answer.body.codes as string[] }
}

/** The first step of a sign-in, in this browser. */
export function password(who: Visitor, username: string, typed = 'tanggap-demo') {
  return who.post('/api/login', { username, password: typed })
}
