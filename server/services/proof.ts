import { createHmac, pbkdf2Sync, randomInt } from 'node:crypto'
import { createChallenge, verifySolution, type Challenge, type DeriveKeyFunction } from 'altcha-lib'
import { z } from 'zod'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { createOnce } from './once.ts'
import { randomId } from './secrets.ts'

const LIFE = 5 * MINUTE
const MOST_REMEMBERED = 50_000
const MOST_CHARACTERS = 2_000
/** Rounds inside one try: enough that a browser's call into its own crypto costs less than the work, see decision 0008. */
const ROUNDS = 500

const handedIn = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      data: z.object({ subject: z.string(), until: z.number(), most: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
})

/** Whether a proof bought its act, or why not. */
export type Spent = 'ok' | 'bad' | 'spent' | 'expired'

/** Work that a computer proves before it acts; nothing is asked of the person. */
export interface Proofs {
  /** Work for one subject, for example `samarinda/ktp-el`, to be handed in within five minutes; nothing of it is stored. */
  challenge(subject: string): Promise<Challenge>
  /** Hands in a solution for one act, named by its command id: the same act may be repeated after a lost answer. */
  spend(payload: string, subject: string, act?: string): Promise<Spent>
  /** Solutions in memory; challenges are in none. */
  readonly remembered: number
}

/** Proofs under the office's own key; a phone needs half of `difficulty` tries on average, and never more than all. */
export function createProofs(deps: {
  readonly key: Buffer
  readonly now: () => Instant
  readonly difficulty: number
  readonly random?: (below: number) => number
}): Proofs {
  const { now, difficulty, random = randomInt } = deps
  const secret = (purpose: string) => createHmac('sha256', deps.key).update(purpose).digest('base64url')
  const secrets = { hmacSignatureSecret: secret('proof'), hmacKeySignatureSecret: secret('proof-key') }
  const once = createOnce(now, LIFE, MOST_REMEMBERED)

  return {
    challenge: subject =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: ROUNDS,
        // The place of the solution is drawn, not left to chance: nobody's phone is unlucky for longer than twice the mean.
        counter: random(difficulty),
        deriveKey,
        // The end stands in the data, because the library would compare its own with the machine's clock.
        data: { subject, until: now() + LIFE, most: difficulty },
        ...secrets,
      }),

    async spend(payload, subject, act = randomId()) {
      const given = read(payload)
      if (!given || given.challenge.parameters.data.subject !== subject) return 'bad'
      const { nonce, data } = given.challenge.parameters
      if (data.until <= now()) return 'expired'
      if (!(await verifySolution({ ...given, deriveKey, ...secrets })).verified) return 'bad'
      return once.use(nonce, data.until - LIFE, act)
    },

    get remembered() {
      return once.size
    },
  }
}

/** A tenth of a millisecond at once is cheaper than a trip through the thread pool. */
const deriveKey: DeriveKeyFunction = async ({ cost, keyLength }, salt, password) => ({
  derivedKey: pbkdf2Sync(password, salt, cost, keyLength, 'sha256'),
})

function read(payload: string) {
  if (payload.length > MOST_CHARACTERS) return undefined
  try {
    return handedIn.safeParse(JSON.parse(Buffer.from(payload, 'base64').toString())).data
  } catch {
    return undefined
  }
}
