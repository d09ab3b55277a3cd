import { setTimeout as sleep } from 'node:timers/promises'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { Refused, type Client } from '../../bench/lib/client.ts'

/** The time of the simulated day, and its relation to the server's clock. */
export interface Pace {
  /** The server's clock runs with the day, so what it says of minutes is meant so. */
  readonly inStep: boolean
  now(): Instant
  /** Waits for an instant of the day; throws when the play was stopped. */
  until(at: Instant): Promise<void>
  wait(ms: number): Promise<void>
  /** What an instant of the server is in the day. */
  ofServer(at: Instant): Instant
  /** When the play did something later than the day wanted it, by more than ranges forgive. */
  readonly late: readonly Instant[]
}

/** Ranges are told in steps of five minutes: what is late by nearly half of one is the fault of the play, not of the range. */
const LATE_MS = 2 * MINUTE

/** A day that begins at `from` now and passes `speed` times as fast as the real one. */
export function createPace(
  from: Instant,
  speed: number,
  stop: AbortSignal,
  server: { readonly inStep: boolean; readonly now: Instant },
): Pace {
  const began = Date.now()
  const now = () => from + (Date.now() - began) * speed
  const late: Instant[] = []
  const until = async (at: Instant) => {
    await sleep(Math.max(0, (at - now()) / speed), undefined, { signal: stop })
    const woken = now()
    if (woken - at > LATE_MS) late.push(woken)
  }
  return {
    inStep: server.inStep,
    now,
    until,
    late,
    wait: ms => until(now() + ms),
    ofServer: at => (server.inStep ? at : from + (at - server.now) * speed),
  }
}

/** Asks a trial server to play a past stretch in fast motion; `undefined` when it may not. */
export async function playPast(
  admin: Client,
  play: { from: Instant; to: Instant; speed: number } | null,
): Promise<Instant | undefined> {
  try {
    return (await admin.call('POST /api/demo/clock', { body: { play } })).now
  } catch (error) {
    if (error instanceof Refused && ['DEMO_ONLY', 'NOT_FOUND'].includes(error.code)) return undefined
    throw error
  }
}
