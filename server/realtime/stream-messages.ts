import { createHash } from 'node:crypto'
import type { Instant } from '../../shared/kit/time.ts'
import type { Standing, Told } from '../../shared/ticket/standing.ts'

/** What is told of a ticket, each part as JSON. */
export type Parts = Readonly<Record<string, string>>

export const STREAM_HEADERS = {
  'Content-Type': 'text/event-stream',
  // No proxy may gather it, pack it or keep it.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
}

/** When a phone whose stream broke off comes again, at the earliest and at random later: not all of them at once. */
const AGAIN_MS = { from: 1_000, spread: 4_000 }

export function partsOf(told: Partial<Standing & Told>): Parts {
  return Object.fromEntries(Object.entries(told).map(([part, value]) => [part, JSON.stringify(value)]))
}

/** Names a state of a ticket, the same after a restart: a phone that knows it has missed nothing. */
export function markOf(parts: Parts): string {
  return createHash('md5').update(JSON.stringify(parts)).digest('base64url').slice(0, 8)
}

/** These parts of a ticket, and the mark of the whole that they make. */
export function messageOf(now: Instant, parts: Parts, mark: string): string {
  const said = Object.entries(parts).map(([part, json]) => `,"${part}":${json}`)
  return `id: ${mark}\ndata: {"now":${now}${said.join('')}}\n\n`
}

export function lifeSign(now: Instant): string {
  return `data: {"now":${now}}\n\n`
}

/** Nothing more is to come: a phone that hears it does not ask again. */
export function lastWord(now: Instant): string {
  return `data: {"now":${now},"end":true}\n\n`
}

/** Says when to come again, should the stream break off. */
export function comeAgain(): string {
  return `retry: ${Math.round(AGAIN_MS.from + Math.random() * AGAIN_MS.spread)}\n`
}
