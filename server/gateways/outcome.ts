import type { Sent } from '../services/messages/messages.ts'
import type { Answered } from './outside.ts'

/** What an answer means for the message: accepted, once more later, or never. */
export function outcomeOf(answered: Answered): Sent {
  if (answered.status === undefined)
    return { ok: false, code: answered.code, again: !['PRIVATE_ADDRESS', 'SCHEME'].includes(answered.code) }
  const { status, retryAfter } = answered
  if (status >= 200 && status < 300) return { ok: true }
  const again = status === 408 || status === 429 || status >= 500
  return {
    ok: false,
    code: `HTTP_${status}`,
    again,
    ...(retryAfter === undefined ? {} : { pauseMs: retryAfter * 1000 }),
  }
}
