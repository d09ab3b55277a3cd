import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../shared/kit/errors.ts'
import { networkOf } from '../services/gate/network.ts'

/** Public requests per network: a hall's phones share one address, so the allowance is wide; it stops floods, not people. */
const PUBLIC = { reads: { points: 3_000, duration: 10 }, writes: { points: 600, duration: 10 } }

export interface Limits {
  /** Counts one public request; throws `TOO_MANY_REQUESTS` with `retryAfter` seconds. */
  admit(address: string, write: boolean): Promise<void>
}

export function createLimits(): Limits {
  const reads = new RateLimiterMemory(PUBLIC.reads)
  const writes = new RateLimiterMemory(PUBLIC.writes)
  return {
    async admit(address, write) {
      try {
        await (write ? writes : reads).consume(networkOf(address))
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        throw new AppError('TOO_MANY_REQUESTS', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
      }
    },
  }
}
