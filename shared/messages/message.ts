import { HOUR, MINUTE, type Instant } from '../kit/time.ts'
import type { Random } from '../kit/random.ts'

/** What a message is about. */
export const MESSAGE_KINDS = [
  'booked',
  'reminder',
  'threeLeft',
  'called',
  'putBack',
  'serviceClosed',
  'serviceOpened',
  'timeLost',
  'placeOffered',
  'released',
  'drawn',
  'documentReady',
  'documentReturned',
  'documentDelayed',
  'survey',
  'chatReply',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** The roads to a phone: three carried by the office's gateway, and Web Push. */
export const PHONE_CHANNELS = ['whatsapp', 'sms', 'telegram'] as const
export type PhoneChannel = (typeof PHONE_CHANNELS)[number]
export type Channel = PhoneChannel | 'push'

/** `queued` waits for its next try; `sent` was accepted by the gateway; `failed` was refused for good or too often; `dropped` lost its point. */
export const MESSAGE_STATES = ['queued', 'sent', 'failed', 'dropped'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** What a message says besides its fixed words; never a name, phone or NIK. */
export interface MessageValues {
  readonly number?: string
  readonly service?: string
  readonly time?: string
  readonly counter?: string
  /** Where the office is. */
  readonly place?: string
  /** How many papers to bring. */
  readonly papers?: string
  /** Path of the page that it leads to, `/t/…` or `/s/…`. */
  readonly path?: string
  /** The whole answer of the chat. */
  readonly text?: string
}

/** Tries after which a message is given up. */
export const MOST_TRIES = 8

const FIRST_PAUSE = 5_000
const GROWTH = 3

/**
 * Milliseconds until the next try after `tries` failed ones, or `undefined` when it was the last: 5 s, then three times as
 * long each time, a quarter more or less so that many do not return at once. All eight fit into two hours.
 * @example pauseAfter(2, () => 0.5) // 15000
 */
export function pauseAfter(tries: number, random: Random): number | undefined {
  if (tries >= MOST_TRIES) return undefined
  return Math.round(FIRST_PAUSE * GROWTH ** (tries - 1) * (0.75 + random() / 2))
}

/** How long a message is worth sending, in milliseconds; a late "3 left" would only mislead. */
const WORTH: Readonly<Record<MessageKind, number>> = {
  booked: 2 * HOUR,
  reminder: HOUR,
  threeLeft: 10 * MINUTE,
  called: 5 * MINUTE,
  putBack: 10 * MINUTE,
  serviceClosed: 2 * HOUR,
  serviceOpened: 30 * MINUTE,
  // Whoever is not told comes in vain, so it is worth saying until the day itself.
  timeLost: 24 * HOUR,
  placeOffered: 15 * MINUTE,
  released: 2 * HOUR,
  drawn: 2 * HOUR,
  documentReady: 2 * HOUR,
  documentReturned: 2 * HOUR,
  documentDelayed: 2 * HOUR,
  survey: 3 * HOUR,
  chatReply: 10 * MINUTE,
}

/**
 * How long a message waits before it is sent, in milliseconds: whoever just left the counter answers at its tablet or on the page of
 * the number first, and an end that is taken back is taken back by then.
 */
export const WAITS: Readonly<Partial<Record<MessageKind, number>>> = { survey: 10 * MINUTE }

/**
 * Whether a message has lost its point.
 * @example isStale('threeLeft', 0, 11 * 60_000) // true
 */
export function isStale(kind: MessageKind, createdAt: Instant, now: Instant): boolean {
  return now - createdAt > WORTH[kind]
}
