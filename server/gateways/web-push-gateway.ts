import type { PushSubscription, RequestOptions, VapidKeys } from 'web-push'
import type { MessageKind } from '../../shared/messages/message.ts'
import type { Gateway } from '../services/messages/messages.ts'
import { outcomeOf } from './outcome.ts'
import type { Post } from './outside.ts'

/** Wakes a sleeping phone at once; everything else may wait for its next moment awake. */
const URGENT: ReadonlySet<MessageKind> = new Set([
  'threeLeft',
  'called',
  'putBack',
  'placeOffered',
  'serviceClosed',
  'serviceOpened',
])
const URGENT_SECONDS = 300
const CALM_SECONDS = 7_200

/** The road to browsers: encrypted for that browser alone, carried by its maker's push service (RFC 8030, 8291, 8292). */
export function createWebPushGateway(deps: { keys: VapidKeys; subject: string; post: Post }): Gateway {
  return {
    async send({ id, kind, to, title, text, path }) {
      const urgent = URGENT.has(kind)
      // The page behind the notification is of the same origin, so a path is enough; the id lets a repeat replace the first.
      const payload = JSON.stringify({ id, title, body: text, url: path ?? '/' })
      const options = {
        vapidDetails: { subject: deps.subject, ...deps.keys },
        TTL: urgent ? URGENT_SECONDS : CALM_SECONDS,
        urgency: urgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
      } as const satisfies RequestOptions
      let request
      // Fetched with the first message: most starts of a server send none.
      const { default: webPush } = await import('web-push')
      try {
        request = webPush.generateRequestDetails(JSON.parse(to) as PushSubscription, payload, options)
      } catch {
        return { ok: false, code: 'SUBSCRIPTION', again: false }
      }
      const answered = await deps.post({
        url: new URL(request.endpoint),
        headers: request.headers as Record<string, string>,
        body: request.body ?? '',
      })
      const gone = answered.status === 404 || answered.status === 410
      const outcome = outcomeOf(answered)
      return gone && !outcome.ok ? { ...outcome, gone } : outcome
    },
  }
}
