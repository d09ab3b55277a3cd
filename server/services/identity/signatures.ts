import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../../shared/kit/time.ts'

/** Header in which both sides prove that a body is theirs. */
export const SIGNATURE_HEADER = 'X-Tanggap-Signature'

/** How far the sender's clock may be from ours, and how long an id may not come again. */
export const SIGNATURE_WINDOW = 5 * 60_000

/** `t=<unix seconds>,v1=<hex of HMAC-SHA256 over "t.body">`. */
export function signBody(secret: string, body: string, now: Instant): string {
  const t = Math.floor(now / 1000)
  return `t=${t},v1=${macOf(secret, t, body).toString('hex')}`
}

/** Whether the body is the other side's own and was signed within the last five minutes. */
export function isSigned(secret: string, header: string | undefined, body: string, now: Instant): boolean {
  const [, t, given] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
  if (t === undefined || given === undefined) return false
  const right = timingSafeEqual(macOf(secret, Number(t), body), Buffer.from(given, 'hex'))
  return right && Math.abs(now - Number(t) * 1000) <= SIGNATURE_WINDOW
}

function macOf(secret: string, t: number, body: string): Buffer {
  return createHmac('sha256', secret).update(`${t}.${body}`).digest()
}
