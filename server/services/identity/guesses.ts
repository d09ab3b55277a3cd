import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError, type ErrorCode } from '../../../shared/kit/errors.ts'

const SECONDS = 300
/** Wrong passwords of one name from one network, or in one browser that knows the name; and of all names of a network. */
const PER_NAME = 8
const PER_NETWORK = 60
/** Wrong passwords of one name from all places together where it has not signed in before: one in some seconds. */
const OF_NAME = { points: 24, duration: 180 }
/** Wrong codes likewise: whoever gives one knows the password already, and a code has six digits. */
export const CODES_OF_NAME = { points: 12, duration: 3600 }
/** Checks that may wait for their turn: a whole office that begins its day at once, some seconds for the last. */
const MOST_WAITING = 100
const MOST_NAMES = 5_000
/** What was wrong when it was looked at. */
const WRONG: readonly ErrorCode[] = ['WRONG_PASSWORD', 'PRESENT_PASSWORD_WRONG', 'WRONG_CODE']

/** Who tries a password. */
export interface Guess {
  readonly network: string
  /** The wider network from which somebody may come by many. */
  readonly crowd: string
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
 * takes nothing from it. A name that signed in from a network is not counted with the strangers there, nor with those who guess it
 * elsewhere.
 */
export function createGuesses(random: () => number = Math.random, all = OF_NAME): Guesses {
  const perName = new RateLimiterMemory({ points: PER_NAME, duration: SECONDS, keyPrefix: 'name' })
  const perNetwork = new RateLimiterMemory({ points: PER_NETWORK, duration: SECONDS, keyPrefix: 'network' })
  const ofName = new RateLimiterMemory({ ...all, keyPrefix: 'all' })
  const colleagues = new Set<string>()
  const turns = { guests: createTurns(random), known: createTurns(random) }

  function remember(name: string): void {
    // The one that came first goes first: it is counted with the strangers again, no worse.
    if (colleagues.size >= MOST_NAMES) colleagues.delete(colleagues.values().next().value!)
    colleagues.add(name)
  }

  return {
    async attempt({ network, crowd, username, browser }, check) {
      const wanted = username.toLowerCase()
      const here = `${network}/${wanted}`
      const name = browser === undefined ? here : `${browser}/${wanted}`
      const stranger = browser === undefined && !colleagues.has(here)
      const counts = stranger
        ? ([
            [perNetwork, network],
            [ofName, wanted],
          ] as const)
        : []
      const turn = browser === undefined ? turns.guests : turns.known
      const counted: (readonly [RateLimiterMemory, string])[] = []
      try {
        // Counted at its own turn, for one at a time is at it: a right password of a full office waits for nobody's wrong one.
        const done = await turn.take({ crowd, name: wanted }, async () => {
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
        const wrong = error instanceof AppError && WRONG.includes(error.code)
        if (!wrong) for (const [limiter, key] of counted) await limiter.reward(key)
        throw tooMany(error)
      }
    },
  }
}

interface Waiting {
  readonly crowd: string
  readonly name: string
  run(): Promise<void>
  refuse(): void
}

/** One at a time, in the order they came: a check of a password takes a core and 19 MiB. */
function createTurns(random: () => number) {
  const waiting: Waiting[] = []
  let busy = false

  async function work(): Promise<void> {
    busy = true
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.run()
    busy = false
  }

  return {
    take<T>(who: { crowd: string; name: string }, check: () => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const refuse = () => reject(new AppError('TOO_MANY_ATTEMPTS', { retryAfter: 3 }))
        waiting.push({ ...who, run: () => check().then(resolve, reject), refuse })
        if (waiting.length > MOST_WAITING) {
          const out = oneTooMany(waiting, random)
          waiting.splice(waiting.indexOf(out), 1)
          out.refuse()
        }
        if (!busy) void work()
      })
    },
  }
}

/**
 * Who goes when there is no room: the last of the largest crowd, else of those who are after one name; where everybody came alone
 * anybody by lot, so that no crowd shuts out everybody else.
 */
function oneTooMany(waiting: readonly Waiting[], random: () => number): Waiting {
  for (const by of ['crowd', 'name'] as const) {
    const sizes = new Map<string, number>()
    for (const one of waiting) sizes.set(one[by], (sizes.get(one[by]) ?? 0) + 1)
    const largest = Math.max(...sizes.values())
    if (largest > 1) return [...waiting].reverse().find(one => sizes.get(one[by]) === largest)!
  }
  return waiting[Math.floor(random() * waiting.length)]!
}

/** A refusal of a limiter as what it means to whoever tries. */
export function tooMany(refusal: unknown): unknown {
  if (!(refusal instanceof RateLimiterRes)) return refusal
  return new AppError('TOO_MANY_ATTEMPTS', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
}
