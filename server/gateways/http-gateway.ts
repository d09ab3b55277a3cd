import type { Instant } from '../../shared/kit/time.ts'
import type { Gateway } from '../services/messages/messages.ts'
import { SIGNATURE_HEADER, signBody } from '../services/identity/signatures.ts'
import { outcomeOf } from './outcome.ts'
import type { Post } from './outside.ts'

/** The road to WhatsApp, SMS and Telegram: one signed POST to the adapter that the office runs or rents. */
export function createHttpGateway(deps: { url: URL; secret: string; now: () => Instant; post: Post }): Gateway {
  return {
    async send({ id, channel, to, template, values, text }) {
      const body = JSON.stringify({ id, channel, to, template, values, text })
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
        [SIGNATURE_HEADER]: signBody(deps.secret, body, deps.now()),
      }
      return outcomeOf(await deps.post({ url: deps.url, headers, body }))
    },
  }
}
