import type { Reply } from '../../../shared/contracts/api.ts'
import {
  isStale,
  pauseAfter,
  WAITS,
  type Channel,
  MESSAGE_STATES,
  type MessageKind,
  type MessageState,
  type MessageValues,
  type PhoneChannel,
} from '../../../shared/messages/message.ts'
import type { Random } from '../../../shared/kit/random.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import type { OwnMessages } from '../../../shared/messages/own-words.ts'
import { writeMessage, type WrittenMessage } from '../../../shared/text/messages.ts'
import type { Database } from '../../store/open/database.ts'
import {
  claimMessage,
  dueMessages,
  endMessage,
  insertMessage,
  messageCounts,
  messagesByState,
  postponeMessage,
  type StoredMessage,
} from '../../store/messages.ts'
import {
  deleteEndpoint,
  deleteSubscription,
  forgetAddresses,
  saveSubscription,
  subscriptionsOf,
} from '../../store/subscriptions.ts'
import type { StillTrue } from './still-true.ts'
import { createHasher, createSealer, randomId } from '../identity/secrets.ts'

/** What a gateway is given: our id is the key by which it knows a repeat. */
export interface Outgoing extends WrittenMessage {
  readonly id: string
  readonly kind: MessageKind
  readonly channel: Channel
  readonly to: string
  /** Path of the page that the message leads to. */
  readonly path: string | undefined
}

/** What became of one try. `gone`: nobody is at that address any more. */
export type Sent =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly code: string
      readonly again: boolean
      readonly gone?: true
      readonly pauseMs?: number
    }

/** A road to people's phones. It never throws; it says what happened. */
export interface Gateway {
  send(message: Outgoing): Promise<Sent>
}

export interface BrowserSubscription {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
  /** The page that this browser follows, to which a message leads back; absent in what was kept before. */
  readonly path?: string
}

interface MessageOfTicket {
  readonly office: string
  readonly ticketId: string
  readonly kind: MessageKind
  /** Which of several messages of this kind; the same one is written once. */
  readonly occasion: string
  readonly lang: Lang
  readonly values: MessageValues
}

/** A message to one phone, or to every browser that asked to be told about the ticket. */
export type Queued = MessageOfTicket &
  ({ readonly channel: PhoneChannel; readonly address: string } | { readonly channel: 'push' })

export interface Pass {
  readonly sent: number
  readonly postponed: number
  readonly failed: number
  readonly dropped: number
}

/** The outbox: each message is written once, and tried until the gateway has it or the message has lost its point. */
export interface Messages {
  /** How many messages were written: 0 when the occasion was told before, or no browser asked. */
  queue(message: Queued): Promise<number>
  subscribe(ticketId: string, subscription: BrowserSubscription, lang: Lang): Promise<void>
  unsubscribe(ticketId: string, endpoint: string): Promise<void>
  /** One pass over what is due, a bounded number of messages. */
  deliverDue(now: Instant): Promise<Pass>
  /** For retention: addresses go, counts stay. */
  forget(ticketIds: readonly string[]): Promise<void>
  figures(office: string): Promise<Reply<'GET /api/offices/:office/messages'>>
  byState(): Promise<Readonly<Record<MessageState, number>>>
}

const BATCH = 200
const AT_ONCE = 8
/** A process that dies in the middle of a try leaves its message to the next pass after this time. */
const LEASE = 30_000
const LONGEST_PAUSE = 3_600_000

export function createMessages(deps: {
  db: Database
  key: Buffer
  gateways: Readonly<Partial<Record<Channel, Gateway>>>
  /** Address under which citizens reach the office; without it phones get no link. */
  origin: string | undefined
  now: () => Instant
  random: Random
  stillTrue: StillTrue
  /** Notes that a message has gone out; after a death in between it comes again. */
  wentOut?: (message: Pick<StoredMessage, 'ticketId' | 'kind'>) => Promise<void>
  /** What an office says in its own words; `undefined` for one that is not there. */
  wordsOf: (office: string) => OwnMessages | undefined
}): Messages {
  const { db, gateways } = deps
  const sealer = createSealer(deps.key, 'message')
  const endpointHash = createHasher(deps.key, 'push endpoint')
  // Kept with the message for good: it must not tell which tickets were followed from one browser.
  const browserOf = createHasher(deps.key, 'push occasion')

  async function write(message: Queued, occasion: string, lang: Lang, sealedAddress: string): Promise<number> {
    const at = deps.now()
    const { office, ticketId, kind, channel, values } = message
    const written = await insertMessage(db, {
      ...{ id: randomId(), office, ticketId, kind, channel, values, occasion, lang, sealedAddress },
      ...{ nextAt: at + (WAITS[kind] ?? 0), createdAt: at },
    })
    return written ? 1 : 0
  }

  async function tryOnce(message: StoredMessage, now: Instant): Promise<keyof Pass | undefined> {
    const end = async (state: 'sent' | 'failed' | 'dropped', code: string | null) => {
      await endMessage(db, message.id, { state, at: now, code })
      return state
    }
    if (!(await claimMessage(db, message, now + LEASE))) return undefined
    if (!(await deps.stillTrue(message))) return end('dropped', 'NOT_TRUE')
    if (isStale(message.kind, message.createdAt, now)) return end('dropped', 'TOO_LATE')
    // Decided here, by whoever sends: the command line writes messages, too, and knows no roads.
    const gateway = gateways[message.channel]
    if (!gateway) return end('dropped', 'NO_GATEWAY')
    const to = message.sealedAddress === null ? undefined : sealer.open(message.sealedAddress)
    if (to === undefined) return end('failed', 'SEAL')
    const { id, kind, channel, values, lang } = message
    const written = writeMessage(kind, values, lang, deps.origin, deps.wordsOf(message.office))
    const path = (channel === 'push' ? subscriptionIn(to).path : undefined) ?? values.path
    const sent = await gateway.send({ ...written, id, kind, channel, to, path })
    if (sent.ok) {
      await deps.wentOut?.(message)
      return end('sent', null)
    }
    if (sent.gone) await deleteEndpoint(db, endpointHash(subscriptionIn(to).endpoint))
    const pause = pauseAfter(message.tries + 1, deps.random)
    if (!sent.again || pause === undefined) return end('failed', sent.code)
    await postponeMessage(db, id, now + Math.min(Math.max(pause, sent.pauseMs ?? 0), LONGEST_PAUSE), sent.code)
    return 'postponed'
  }

  return {
    async queue(message) {
      const { ticketId, occasion, lang } = message
      if (message.channel !== 'push') return write(message, occasion, lang, sealer.seal(message.address))
      let written = 0
      for (const s of await subscriptionsOf(db, ticketId)) {
        const browser = browserOf(`${ticketId} ${s.endpointHash}`)
        written += await write(message, `${occasion}@${browser}`, s.lang, s.sealed)
      }
      return written
    },

    async subscribe(ticketId, { endpoint, keys, path }, lang) {
      const sealed = sealer.seal(JSON.stringify({ endpoint, keys, path }))
      await saveSubscription(db, { ticketId, endpointHash: endpointHash(endpoint), sealed, lang }, deps.now())
    },

    unsubscribe: (ticketId, endpoint) => deleteSubscription(db, ticketId, endpointHash(endpoint)),

    async deliverDue(now) {
      const pass = { sent: 0, postponed: 0, failed: 0, dropped: 0 }
      const due = [...(await dueMessages(db, now, BATCH))]
      const work = async () => {
        for (let message = due.shift(); message; message = due.shift()) {
          const outcome = await tryOnce(message, now)
          if (outcome) pass[outcome]++
        }
      }
      // All end before one that broke is told of: nobody closes the database under the others.
      const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
      for (const one of ended) if (one.status === 'rejected') throw one.reason
      return pass
    },

    forget: ticketIds => forgetAddresses(db, ticketIds),

    async figures(office) {
      const rows = await messageCounts(db, office)
      const counts = new Map<string, { kind: MessageKind; state: (typeof rows)[number]['state']; n: number }>()
      const errors: Record<string, number> = {}
      for (const { kind, state, code, n } of rows) {
        const key = `${kind} ${state}`
        counts.set(key, { kind, state, n: n + (counts.get(key)?.n ?? 0) })
        if (code !== null) errors[code] = (errors[code] ?? 0) + n
      }
      const waiting = rows.filter(r => r.state === 'queued')
      return {
        now: deps.now(),
        counts: [...counts.values()],
        errors,
        retries: rows.reduce((sum, r) => sum + r.retries, 0),
        oldestWaiting: waiting.length > 0 ? Math.min(...waiting.map(r => r.oldest)) : null,
      }
    },

    async byState() {
      const found = await messagesByState(db)
      return Object.fromEntries(MESSAGE_STATES.map(s => [s, found[s] ?? 0])) as Record<MessageState, number>
    },
  }
}

function subscriptionIn(sealed: string): BrowserSubscription {
  return JSON.parse(sealed) as BrowserSubscription
}
