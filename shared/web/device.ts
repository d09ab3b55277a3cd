import type { Input, Reply } from '../contracts/api.ts'
import type { Instant } from '../kit/time.ts'
import { call, codeOf } from './client.ts'

export type DeviceKind = Input<'POST /api/devices/demo'>['body']['kind']
export type Device = Reply<'POST /api/devices/demo'>['device']

/** What an unpaired screen has to show. `expiresAt` is by this device's own clock, so that a wrong clock counts right. */
export type PairingStep =
  | { readonly kind: 'asking' }
  | { readonly kind: 'code'; readonly code: string; readonly expiresAt: Instant }
  | { readonly kind: 'unreachable' }
  /** No device is let in for as long as a rehearsal runs. */
  | { readonly kind: 'rehearsal' }

const RETRY_MS = 3_000

export interface PairingOptions {
  /** Hears every step, for `<ui-pairing .step>`. */
  readonly show: (step: PairingStep) => void
  /** Ends the asking; the promise then rejects. */
  readonly signal?: AbortSignal
  /** Milliseconds to wait; a test makes them short. */
  readonly sleep?: (ms: number) => Promise<void>
}

/**
 * The device behind this browser: paired already, paired by itself in demo mode on the same machine, or paired once an
 * administrator has approved the code shown. Asks until there is an answer; never gives up on a server that is away.
 */
export async function ensureDevice(kind: DeviceKind, options: PairingOptions): Promise<Device> {
  const sleep = options.sleep ?? (ms => new Promise<void>(done => setTimeout(done, ms)))
  options.show({ kind: 'asking' })
  for (;;) {
    options.signal?.throwIfAborted()
    try {
      return (await known(kind)) ?? (await demo(kind)) ?? (await approved(kind, options, sleep))
    } catch (error) {
      options.signal?.throwIfAborted()
      const code = codeOf(error)
      if (code !== 'PAIRING_UNKNOWN') options.show({ kind: code === 'REHEARSAL' ? 'rehearsal' : 'unreachable' })
      await sleep(code === 'PAIRING_UNKNOWN' ? 0 : RETRY_MS)
    }
  }
}

async function known(kind: DeviceKind): Promise<Device | null> {
  return (await call('GET /api/devices/me', { query: { kind } })).device
}

async function demo(kind: DeviceKind): Promise<Device | null> {
  try {
    return (await call('POST /api/devices/demo', { body: { kind } })).device
  } catch (error) {
    if (codeOf(error) === 'DEMO_ONLY') return null
    throw error
  }
}

/** Shows a code and asks until it is approved; an expired code ends in `PAIRING_UNKNOWN` and the caller starts anew. */
async function approved(
  kind: DeviceKind,
  { show, signal }: PairingOptions,
  sleep: (ms: number) => Promise<void>,
): Promise<Device> {
  const { now } = await call('GET /api/health', {})
  const ahead = now - Date.now()
  const { pairingId, secret, code, expiresAt, pollMs } = await call('POST /api/devices/pairings', { body: { kind } })
  const until = expiresAt - ahead
  for (;;) {
    show({ kind: 'code', code, expiresAt: until })
    await sleep(pollMs)
    signal?.throwIfAborted()
    try {
      return (await call('POST /api/devices/pairings/claim', { body: { pairingId, secret } })).device
    } catch (error) {
      const code = codeOf(error)
      if (code === 'UNREACHABLE') show({ kind: 'unreachable' })
      else if (code !== 'PAIRING_PENDING') throw error
    }
  }
}
