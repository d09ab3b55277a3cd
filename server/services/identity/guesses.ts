import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../../shared/kit/errors.ts'

const SECONDS = 300
/** Wrong passwords of one name from one network, or in one browser that knows the name; and of all names of a network. */
const PER_NAME = 8
const PER_NETWORK = 60
/** Checks that may wait for their turn: a whole office that begins its day at once, some seconds for the last. */
const MOST_WAITING = 100
const MOST_NAMES = 5_000

/** Who tries a password. */
export interface Guess {
  readonly network: string
  readonly username: string
  /** Id of a browser in which this very name has signed in before. */
  readonly browser: string | undefined
}

/** Bounds the guessing of passwords without shutting anybody out who works here. */
export interface Guesses {
  /**
   * Counts the guess, then does `check` at its turn; throws `TOO_MANY_ATTEMPTS` with `retryAfter` seconds. Only wrong
   * passwords stay counted.
   */
  attempt<T>(guess: Guess, check: () => Promise<T>): Promise<T>
}

/**
 * A guess is counted before its password is looked at, one after another, so that any number at once are no more than in a row.
 * A browser in which the name signed in before has an allowance and a turn of its own: whoever guesses from the same network
 * takes nothing from it. A name that signed in from a network is not counted with the strangers there.
 */
export function createGuesses(): Guesses {
  const perName = new RateLimiterMemory({ points: PER_NAME, duration: SECONDS, keyPrefix: 'name' })
  const perNetwork = new RateLimiterMemory({ points: PER_NETWORK, duration: SECONDS, keyPrefix: 'network' })
  const colleagues = new Set<string>()
  const turns = { guests: createTurns(), known: createTurns() }

  function remember(name: string): void {
    // The one that came first goes first: it is counted with the strangers again, no worse.
    if (colleagues.size >= MOST_NAMES) colleagues.delete(colleagues.values().next().value!)
    colleagues.add(name)
  }

  return {
    async attempt({ network, username, browser }, check) {
      const here = `${network}/${username.toLowerCase()}`
      const name = browser === undefined ? here : `${browser}/${username.toLowerCase()}`
      const counts = browser !== undefined || colleagues.has(here) ? [] : [[perNetwork, network] as const]
      const turn = browser === undefined ? turns.guests : turns.known
      if (turn.waiting >= MOST_WAITING) throw new AppError('TOO_MANY_ATTEMPTS', { retryAfter: 3 })
      const counted: (readonly [RateLimiterMemory, string])[] = []
      turn.waiting++
      try {
        // Counted at its own turn, for one at a time is at it: a right password of a full office waits for nobody's wrong one.
        const done = await turn.take(async () => {
          for (const [limiter, key] of [[perName, name] as const, ...counts]) {
            await limiter.consume(key)
            counted.push([limiter, key])
          }
          return check()
        })
        await perName.delete(name)
        remember(here)
        for (const [limiter, key] of counts) await limiter.reward(key)
        return done
      } catch (error) {
        const wrong = error instanceof AppError && error.code === 'WRONG_PASSWORD'
        if (!wrong) for (const [limiter, key] of counted) await limiter.reward(key)
        throw tooMany(error)
      } finally {
        turn.waiting--
      }
    },
  }
}

/** One at a time, in the order they came: a check of a password takes a core and 19 MiB. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    /** How many are on their way or at it. */
    waiting: 0,
    take<T>(work: () => Promise<T>): Promise<T> {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

function tooMany(refusal: unknown): unknown {
  if (!(refusal instanceof RateLimiterRes)) return refusal
  return new AppError('TOO_MANY_ATTEMPTS', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
}
