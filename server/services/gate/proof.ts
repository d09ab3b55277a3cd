import { createHmac, pbkdf2Sync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Challenge } from 'altcha-lib'
import { z } from 'zod'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { createOnce } from './once.ts'
import { randomId } from '../identity/secrets.ts'

const LIFE = 5 * MINUTE
const MOST_REMEMBERED = 50_000
const MOST_CHARACTERS = 2_000
/** Rounds inside one try: enough that a browser's call into its own crypto costs less than the work, see decision 0008. */
const ROUNDS = 500
const KEY_BYTES = 32
const PREFIX_BYTES = 16

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/)
/** In the order of the alphabet: that is the text which ALTCHA signs. */
const parameters = z.strictObject({
  algorithm: z.literal('PBKDF2/SHA-256'),
  cost: z.literal(ROUNDS),
  data: z.strictObject({ most: z.number(), subject: z.string(), until: z.number() }),
  keyLength: z.literal(KEY_BYTES),
  keyPrefix: hex,
  keySignature: hex,
  nonce: hex,
  salt: hex,
})
const handedIn = z.object({
  challenge: z.object({ parameters, signature: hex }),
  solution: z.object({ derivedKey: hex }),
})

/** Whether a proof bought its act, or why not. */
export type Spent = 'ok' | 'bad' | 'spent' | 'expired'

/** Work that a computer proves before it acts; nothing is asked of the person. */
export interface Proofs {
  /** Work for one subject, for example `samarinda/ktp-el`, to be handed in within five minutes; nothing of it is stored. */
  challenge(subject: string): Challenge
  /** Hands in a solution for one act, named by its command id: the same act may be repeated after a lost answer. */
  spend(payload: string, subject: string, act?: string): Spent
  /** Solutions in memory; challenges are in none. */
  readonly remembered: number
}

/**
 * ALTCHA's deterministic challenges under the office's own key; a phone needs half of `difficulty` tries on average, and never
 * more than all. Made and checked with Node's own HMAC, which costs a third of the library's trips through Web Crypto.
 */
export function createProofs(deps: {
  readonly key: Buffer
  readonly now: () => Instant
  readonly difficulty: number
  readonly random?: (below: number) => number
}): Proofs {
  const { now, difficulty, random = randomInt } = deps
  const signed = macUnder(deps.key, 'proof')
  const signedKey = macUnder(deps.key, 'proof-key')
  const once = createOnce(now, LIFE, MOST_REMEMBERED)

  return {
    challenge(subject) {
      const [nonce, salt] = [randomBytes(16), randomBytes(16)]
      // The place of the solution is drawn, not left to chance: nobody's phone is unlucky for longer than twice the mean.
      const solution = derived(nonce, random(difficulty), salt)
      const made: z.infer<typeof parameters> = {
        algorithm: 'PBKDF2/SHA-256',
        cost: ROUNDS,
        // The end stands in the data, because the library would compare its own with the machine's clock.
        data: { most: difficulty, subject, until: now() + LIFE },
        keyLength: KEY_BYTES,
        keyPrefix: solution.toString('hex', 0, PREFIX_BYTES),
        keySignature: signedKey(solution).toString('hex'),
        nonce: nonce.toString('hex'),
        salt: salt.toString('hex'),
      }
      return { parameters: made, signature: signed(JSON.stringify(made)).toString('hex') }
    },

    spend(payload, subject, act = randomId()) {
      const given = read(payload)
      if (!given || given.challenge.parameters.data.subject !== subject) return 'bad'
      const { nonce, data, keySignature } = given.challenge.parameters
      if (!same(given.challenge.signature, signed(JSON.stringify(given.challenge.parameters)))) return 'bad'
      if (data.until <= now()) return 'expired'
      if (!same(keySignature, signedKey(Buffer.from(given.solution.derivedKey, 'hex')))) return 'bad'
      return once.use(nonce, data.until - LIFE, act)
    },

    get remembered() {
      return once.size
    },
  }
}

/** One try, as every solver makes it: the counter stands behind the nonce in four bytes. */
function derived(nonce: Buffer, counter: number, salt: Buffer): Buffer {
  const password = Buffer.alloc(nonce.length + 4)
  nonce.copy(password)
  password.writeUInt32BE(counter, nonce.length)
  return pbkdf2Sync(password, salt, ROUNDS, KEY_BYTES, 'sha256')
}

function macUnder(key: Buffer, purpose: string): (text: string | Buffer) => Buffer {
  const own = createHmac('sha256', key).update(purpose).digest()
  return text => createHmac('sha256', own).update(text).digest()
}

function same(given: string, right: Buffer): boolean {
  const bytes = Buffer.from(given, 'hex')
  return bytes.length === right.length && timingSafeEqual(bytes, right)
}

function read(payload: string) {
  if (payload.length > MOST_CHARACTERS) return undefined
  try {
    return handedIn.safeParse(JSON.parse(Buffer.from(payload, 'base64').toString())).data
  } catch {
    return undefined
  }
}
