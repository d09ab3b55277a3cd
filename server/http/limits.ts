import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../shared/kit/errors.ts'

/** Public requests per network: a hall's phones share one address, so the allowance is wide; it stops floods, not people. */
const PUBLIC = { reads: { points: 3_000, duration: 10 }, writes: { points: 600, duration: 10 } }
/** Wrong passwords per network and name, and per network. */
const WRONG = { perName: { points: 8, duration: 300 }, perNetwork: { points: 60, duration: 300 } }

export interface Limits {
  /** Counts one public request; throws `TOO_MANY_REQUESTS` with `retryAfter` seconds. */
  admit(address: string, write: boolean): Promise<void>
  /** Throws `TOO_MANY_ATTEMPTS` while too many wrong passwords came from there. */
  mayTry(address: string, username: string): Promise<void>
  wrongPassword(address: string, username: string): Promise<void>
  rightPassword(address: string, username: string): Promise<void>
}

export function createLimits(): Limits {
  const reads = new RateLimiterMemory(PUBLIC.reads)
  const writes = new RateLimiterMemory(PUBLIC.writes)
  const perName = new RateLimiterMemory({ ...WRONG.perName, keyPrefix: 'name' })
  const perNetwork = new RateLimiterMemory({ ...WRONG.perNetwork, keyPrefix: 'network' })
  const nameKey = (address: string, username: string) => `${address}/${username.toLowerCase()}`
  return {
    async admit(address, write) {
      try {
        await (write ? writes : reads).consume(address)
      } catch (refusal) {
        throw tooMany('TOO_MANY_REQUESTS', refusal)
      }
    },
    async mayTry(address, username) {
      for (const [limiter, key, points] of [
        [perName, nameKey(address, username), WRONG.perName.points],
        [perNetwork, address, WRONG.perNetwork.points],
      ] as const) {
        const state = await limiter.get(key)
        if (state && state.consumedPoints >= points) throw tooMany('TOO_MANY_ATTEMPTS', state)
      }
    },
    async wrongPassword(address, username) {
      await Promise.allSettled([perName.consume(nameKey(address, username)), perNetwork.consume(address)])
    },
    async rightPassword(address, username) {
      await perName.delete(nameKey(address, username))
    },
  }
}

function tooMany(code: 'TOO_MANY_REQUESTS' | 'TOO_MANY_ATTEMPTS', refusal: unknown): unknown {
  if (!(refusal instanceof RateLimiterRes)) return refusal
  return new AppError(code, { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
}
