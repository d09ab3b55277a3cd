import { createHmac, randomBytes } from 'node:crypto'
import type { AnswerChannel } from '../../../shared/survey/collect/channels.ts'
import { periodAt } from '../../../shared/survey/fixed-periods.ts'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { deskNetworks } from '../../store/answer-sources.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { minuteOf } from '../../store/survey/integrity.ts'
import { traceInsert, traceKey } from '../../store/survey/traces.ts'

/** How a questionnaire came, as the door knows it. */
export interface Way {
  /** The office's tablet at a counter, or its kiosk; else somebody's phone, by the random number in its cookie. */
  readonly own?: { readonly id: string; readonly kind: 'tablet' | 'kiosk' } | undefined
  readonly phone: string
  /** The network under a keyed hash, the one under which the networks of the desk are known. */
  readonly network: string
  /** What the page says of itself: seconds from its first display to sending, and when that was by the device's clock. */
  readonly seconds?: number | undefined
  readonly at?: Instant | undefined
}

/** The visit that a questionnaire is of. */
interface Visit {
  readonly officeId: string
  readonly date: string
  readonly mintedAt: Instant
}

/** Keeps for a short time how questionnaires came. */
export interface Traces {
  /** What is written with the questionnaire of this random id. */
  of(visit: Visit, id: string, way: Way, channel: AnswerChannel): Promise<Rows[number]>
}

const PSEUDONYM = 22
const KEY_BYTES = 32

export function createTraces({ db, now }: { readonly db: Database; readonly now: () => Instant }): Traces {
  return {
    async of({ officeId: office, date, mintedAt }, id, { own: device, phone, network, seconds, at: told }, channel) {
      const month = periodAt('month', date).key
      const key = await traceKey(db, office, month, randomBytes(KEY_BYTES).toString('base64url'))
      const hidden = (kind: string, text: string) =>
        createHmac('sha256', Buffer.from(key, 'base64url'))
          .update(`${kind} ${text}`)
          .digest('base64url')
          .slice(0, PSEUDONYM)
      const inside = (await deskNetworks(db, office)).has(network)
      // What waited for a connection counts from when it was filled in, never before its visit and never in the future.
      const at = Math.min(now(), Math.max(told ?? now(), mintedAt))
      return traceInsert(db, {
        ...{ id, office, month, minute: minuteOf(at), channel },
        ...(device === undefined
          ? { device_class: 'phone', device: hidden('phone', phone) }
          : { device_class: 'office', device: device.id }),
        ...{ network: hidden('network', network), own_network: inside ? 1 : 0 },
        seconds: seconds ?? null,
        offline: now() - at > MINUTE ? 1 : 0,
      })
    },
  }
}
