import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { BookingRules } from '../../../shared/office/office.ts'
import { createNetworks } from './network.ts'
import { createPatience, type WaitTicket } from './patience.ts'
import { createPressure } from './pressure.ts'
import { createProofs, type Spent } from './proof.ts'

/** A carrier may stand with one address for hundreds of people, so a network's allowance stops floods only. */
const ATTEMPTS = { network: { points: 300, duration: 10 }, device: { points: 30, duration: 10 } }
const HOUR_SECONDS = 3_600
/** Places that a network's strangers take within ten minutes: a program without a cookie is a stranger each time. */
const STRANGERS = { points: 12, duration: 600 }

/** Somebody unknown who wants to book. */
export interface Asking {
  /** An office that exists. */
  readonly office: string
  readonly rules: Pick<BookingRules, 'proof' | 'perNetworkHour'>
  /** The address as it reached us. */
  readonly network: string
  /** The id of the phone's cookie, where it brought one. */
  readonly device: string | undefined
  /** Neither cookie nor phone number nor NIK: nothing tells one of them from another. */
  readonly stranger: boolean
  /** A place to be held, of which no booking comes yet. */
  readonly hold: boolean
  /** What is booked, e.g. `samarinda/ktp-el`. */
  readonly subject: string
  /** The command with all that it asks: a repeated request shows the same proof again and is let in again, no other. */
  readonly act: string
  readonly proof?: string | undefined
  readonly patience?: string | undefined
}

/** A place in the network's hour, taken beforehand so that requests at the same moment cannot pass the limit together. */
export interface Admission {
  /** Says whether a new booking was made; a refusal or a repeated answer gives the place back. */
  settle(made: boolean): Promise<void>
}

/** The guard of the public's way to a booking: against floods, hoarding and computers that ask for nothing. */
export interface Gate {
  /**
   * Throws `TOO_MANY_REQUESTS`, `TOO_MANY_BOOKINGS` (both with `retryAfter`), `CONTACT_NEEDED` for one stranger too many, or
   * `PROOF_REQUIRED` with a `challenge` and `why`.
   */
  admit(asking: Asking): Promise<Admission>
  /** Patience in place of work, for a browser without scripts. */
  waitTicket(asking: Pick<Asking, 'subject' | 'network'>): WaitTicket
}

export function createGate(deps: {
  readonly key: Buffer
  /** The real clock, not the one that a trial office sets back. */
  readonly now: () => Instant
  readonly difficulty: number
}): Gate {
  const proofs = createProofs(deps)
  const patience = createPatience(deps.key, deps.now)
  const pressure = createPressure(deps.now)
  const hashed = createNetworks(deps.key)
  const perNetwork = new RateLimiterMemory({ ...ATTEMPTS.network, keyPrefix: 'network' })
  const perDevice = new RateLimiterMemory({ ...ATTEMPTS.device, keyPrefix: 'device' })
  const strangers = new RateLimiterMemory({ ...STRANGERS, keyPrefix: 'strangers' })
  const booked = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: HOUR_SECONDS, keyPrefix: 'booked' })

  async function count(asking: Asking, network: string): Promise<void> {
    try {
      await perNetwork.consume(network)
      if (asking.device) await perDevice.consume(asking.device)
    } catch (refusal) {
      throw refusal instanceof RateLimiterRes ? tooMany('TOO_MANY_REQUESTS', refusal) : refusal
    }
    pressure.attempt(asking.office)
  }

  async function mayBeStranger(asking: Asking, network: string): Promise<void> {
    const state = await strangers.get(network)
    if (state && state.consumedPoints >= STRANGERS.points) throw oneTooMany(asking, state)
  }

  function prove(asking: Asking, network: string): void {
    const { rules, office, subject, act, proof } = asking
    if (rules.proof === 'never' || (rules.proof === 'underPressure' && !pressure.pressed(office))) return
    let why: Spent | 'early' | 'missing' = 'missing'
    if (proof !== undefined) why = proofs.spend(proof, subject, act)
    else if (asking.patience !== undefined) why = patience.spend(asking.patience, subject, network, act)
    if (why !== 'ok') throw new AppError('PROOF_REQUIRED', { challenge: proofs.challenge(subject), why })
  }

  return {
    async admit(asking) {
      const network = hashed(asking.network)
      const hour = `${asking.office}/${network}`
      const most = asking.rules.perNetworkHour
      await count(asking, network)
      // Before the proof: nobody should work for a place that is not given.
      const before = await booked.get(hour)
      if (before && before.consumedPoints >= most) throw tooMany('TOO_MANY_BOOKINGS', before)
      if (asking.stranger) await mayBeStranger(asking, network)
      prove(asking, network)
      const taken: (() => Promise<unknown>)[] = []
      const giveBack = async () => void (await Promise.all(taken.map(back => back())))
      const take = async (limiter: RateLimiterMemory, key: string) => {
        taken.push(() => limiter.reward(key))
        return limiter.penalty(key)
      }
      const ofHour = asking.hold ? undefined : await take(booked, hour)
      const ofStrangers = asking.stranger ? await take(strangers, network) : undefined
      const over = (state: RateLimiterRes | undefined, points: number) => state && state.consumedPoints > points
      if (over(ofHour, most) || over(ofStrangers, STRANGERS.points)) {
        await giveBack()
        throw over(ofHour, most) ? tooMany('TOO_MANY_BOOKINGS', ofHour!) : oneTooMany(asking, ofStrangers!)
      }
      return { settle: async made => (made ? undefined : giveBack()) }
    },

    waitTicket: ({ subject, network }) => patience.ticket(subject, hashed(network)),
  }
}

/** Whoever books may say who they are; whoever only holds a place may book without it. */
function oneTooMany(asking: Asking, state: RateLimiterRes): AppError {
  return asking.hold ? tooMany('TOO_MANY_BOOKINGS', state) : new AppError('CONTACT_NEEDED')
}

function tooMany(code: 'TOO_MANY_REQUESTS' | 'TOO_MANY_BOOKINGS', state: RateLimiterRes): AppError {
  return new AppError(code, { retryAfter: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) })
}
