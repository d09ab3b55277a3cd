import { RateLimiterMemory } from 'rate-limiter-flexible'
import { tooMany } from '../guesses.ts'

const SECONDS = 300
/** Of one network, in browsers in which nobody of the staff has signed in yet, and in all others. */
const STRANGERS = 120
const STAFF = 1_200

/** Bounds how often the provider is asked on behalf of a network. There is nothing to guess: what is spared is its time and ours. */
export interface Tries {
  /** Counts one, and takes it back once it went well; throws `TOO_MANY_ATTEMPTS` with `retryAfter` seconds. */
  attempt<T>(of: { readonly network: string; readonly known: boolean }, act: () => Promise<T>): Promise<T>
}

export function createTries(): Tries {
  const strangers = new RateLimiterMemory({ points: STRANGERS, duration: SECONDS })
  const staff = new RateLimiterMemory({ points: STAFF, duration: SECONDS })
  return {
    async attempt({ network, known }, act) {
      const limiter = known ? staff : strangers
      await limiter.consume(network).catch(refusal => {
        throw tooMany(refusal)
      })
      const done = await act()
      await limiter.reward(network)
      return done
    },
  }
}
