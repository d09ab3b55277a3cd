import { AppError } from '../../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { createOnce } from './once.ts'
import type { Spent } from './proof.ts'
import { createSigner, randomId } from '../identity/secrets.ts'

const SECOND = 1_000
const WAIT = 20 * SECOND
const LIFE = 10 * MINUTE
const PER_NETWORK = 3
const MOST_REMEMBERED = 10_000

/** A place in the waiting room of a browser without scripts. */
export interface WaitTicket {
  readonly token: string
  /** From then on it may be handed in. */
  readonly from: Instant
  readonly until: Instant
}

/** Patience in place of work: time cannot be computed faster, and one network can wait only a few times at once. */
export interface Patience {
  /** Throws `TOO_MANY_REQUESTS` with `retryAfter` while the network has its three tickets. */
  ticket(subject: string, network: string): WaitTicket
  /** `early` leaves the ticket as it is. */
  spend(token: string, subject: string, network: string, act: string): Spent | 'early'
  /** Tickets and networks in memory. */
  readonly remembered: number
}

/** Wait tickets under the office's own key; networks come hashed. */
export function createPatience(key: Buffer, now: () => Instant): Patience {
  const once = createOnce(now, LIFE, MOST_REMEMBERED)
  const waiting = new Map<string, readonly string[]>()
  // Subject and network are part of the purpose: the token shows neither and opens for no other.
  const signer = (subject: string, network: string) => createSigner(key, `patience ${network} ${subject}`)

  function outstanding(network: string): readonly string[] {
    return (waiting.get(network) ?? []).filter(id => issuedAt(id) + LIFE > now())
  }

  function makeRoom(): void {
    if (waiting.size < MOST_REMEMBERED) return
    for (const network of waiting.keys()) if (outstanding(network).length === 0) waiting.delete(network)
    if (waiting.size >= MOST_REMEMBERED) throw new AppError('TOO_MANY_REQUESTS', { retryAfter: WAIT / SECOND })
  }

  return {
    ticket(subject, network) {
      const at = now()
      const own = outstanding(network)
      if (own.length >= PER_NETWORK) {
        const free = issuedAt(own[0]!) + LIFE - at
        throw new AppError('TOO_MANY_REQUESTS', { retryAfter: Math.max(1, Math.ceil(free / SECOND)) })
      }
      makeRoom()
      const id = `${at}~${randomId()}`
      waiting.set(network, [...own, id])
      return { token: signer(subject, network).sign(id), from: at + WAIT, until: at + LIFE }
    },

    spend(token, subject, network, act) {
      const id = signer(subject, network).open(token)
      if (id === undefined) return 'bad'
      const issued = issuedAt(id)
      if (issued + LIFE <= now()) return 'expired'
      if (issued + WAIT > now()) return 'early'
      const spent = once.use(id, issued, act)
      const left = outstanding(network).filter(other => other !== id)
      if (left.length > 0) waiting.set(network, left)
      else waiting.delete(network)
      return spent
    },

    get remembered() {
      return once.size + waiting.size
    },
  }
}

function issuedAt(id: string): Instant {
  return Number(id.split('~')[0])
}
