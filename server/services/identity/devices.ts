import { randomInt } from 'node:crypto'
import { AppError } from '../../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { onRecord, type Deed } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import {
  deviceByToken,
  devicesOf,
  insertDevice,
  areaRow,
  revokedRow,
  touchDevice,
  type Device as StoredDevice,
} from '../../store/devices.ts'
import {
  approvalRow,
  claimPairing,
  insertPairing,
  pairingByCode,
  awaitedOf,
  withdrawnRow,
} from '../../store/pairings.ts'
import type { Device } from './access.ts'
import { hashOf, randomId } from './secrets.ts'

type Kind = Device['kind']

const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ23456789'
const CODE_LENGTH = 8
const CODE_LIFE = 10 * MINUTE
const POLL_MS = 2_000
const SEEN_EVERY = MINUTE

/** A device as administrators see it. */
export interface DeviceView {
  readonly id: string
  readonly kind: Kind
  readonly name: string
  readonly officeId: string
  /** The area of the hall that it shows and speaks; `null`: the whole of it. */
  readonly area: string | null
  readonly pairedAt: Instant
  readonly lastSeenAt: Instant | null
}

/** Who acts on a device, and of which office; each act has its line in the audit log. */
interface Acting {
  readonly who: string
  readonly office: string
}

/** Pairing after RFC 8628: the device shows a short code, an administrator approves it, the device fetches its token. */
export interface Devices {
  pair(kind: Kind): Promise<{ pairingId: string; secret: string; code: string; expiresAt: Instant; pollMs: number }>
  claim(pairingId: string, secret: string): Promise<{ token: string; device: DeviceView }>
  approve(by: Acting, code: string, name: string, area: string | null): Promise<DeviceView>
  /** A device of a trial office that needs nobody's approval. */
  adopt(office: string, kind: Kind, name: string): Promise<{ token: string; device: DeviceView }>
  byToken(token: string): Promise<DeviceView | undefined>
  /** These are connected now: their screens may be quiet, and are there. */
  heard(ids: readonly string[]): Promise<void>
  list(office: string): Promise<DeviceView[]>
  /** Approved, and not come in yet. */
  awaited(office: string): Promise<DeviceView[]>
  /** Which area of the hall a device shows and speaks from now on. */
  place(by: Acting, id: string, area: string | null): Promise<void>
  /** Also of one that is awaited, which comes in no more. */
  revoke(by: Acting, id: string): Promise<void>
  onRevoked(listener: (deviceId: string) => void): void
}

export function createDevices(db: Database, now: () => Instant): Devices {
  const remembered = new Map<string, { device: DeviceView; seenAt: Instant }>()
  const listeners: ((id: string) => void)[] = []

  async function seen(kept: { readonly device: DeviceView; seenAt: Instant }, at: Instant): Promise<void> {
    if (at - kept.seenAt <= SEEN_EVERY) return
    kept.seenAt = at
    // When it was last seen is a comfort: a disk that takes nothing keeps no device out.
    await touchDevice(db, kept.device.id, at).catch(() => undefined)
  }

  return {
    async pair(kind) {
      const [pairingId, secret] = [randomId(), randomId()]
      const createdAt = now()
      const expiresAt = createdAt + CODE_LIFE
      for (let tries = 0; tries < 5; tries++) {
        const code = newCode()
        const pairing = { id: pairingId, kind, code, secretHash: hashOf(secret), createdAt, expiresAt }
        if (await insertPairing(db, pairing)) return { pairingId, secret, code, expiresAt, pollMs: POLL_MS }
      }
      throw new AppError('UNAVAILABLE')
    },

    async claim(pairingId, secret) {
      const token = randomId() + randomId()
      const claimed = await claimPairing(db, pairingId, hashOf(secret), hashOf(token), now())
      if (claimed === 'pending') throw new AppError('PAIRING_PENDING')
      if (claimed === 'unknown') throw new AppError('PAIRING_UNKNOWN')
      return { token, device: viewOf(claimed) }
    },

    async approve({ who, office }, code, name, area) {
      const at = now()
      const shown = await pairingByCode(db, code.toUpperCase().replace(/[^A-Z0-9]/g, ''), at)
      if (!shown) throw new AppError('PAIRING_UNKNOWN')
      const { id, kind } = shown
      const device = { id: randomId(), officeId: office, kind, name, area, pairedAt: at }
      const first = approvalRow(db, id, device, at + CODE_LIFE)
      const entry = { at, who, what: 'device.approve', detail: { office, device: device.id, kind, area } }
      if (!(await onRecord(db, { first, then: [] }, entry))) throw new AppError('PAIRING_UNKNOWN')
      return { ...device, lastSeenAt: null }
    },

    async adopt(office, kind, name) {
      const token = randomId() + randomId()
      const made = { id: randomId(), officeId: office, kind, name, area: null, pairedAt: now() }
      const device = { ...made, tokenHash: hashOf(token) }
      await insertDevice(db, device)
      return { token, device: viewOf({ ...device, lastSeenAt: null, revokedAt: null }) }
    },

    async byToken(token) {
      const key = hashOf(token)
      const at = now()
      let kept = remembered.get(key)
      if (!kept) {
        const stored = await deviceByToken(db, key)
        if (!stored || stored.revokedAt !== null) return undefined
        kept = { device: viewOf(stored), seenAt: 0 }
        remembered.set(key, kept)
      }
      await seen(kept, at)
      return kept.device
    },

    async heard(ids) {
      for (const kept of remembered.values()) if (ids.includes(kept.device.id)) await seen(kept, now())
    },

    list: async office => (await devicesOf(db, office)).map(viewOf),
    awaited: async office => (await awaitedOf(db, office, now())).map(viewOf),

    async place({ who, office }, id, area) {
      const entry = { at: now(), who, what: 'device.place', detail: { office, device: id, area } }
      if (!(await onRecord(db, { first: areaRow(db, office, id, area), then: [] }, entry)))
        throw new AppError('NOT_FOUND')
      for (const [key, kept] of remembered) if (kept.device.id === id) remembered.delete(key)
    },

    async revoke({ who, office }, id) {
      const at = now()
      const entry = { at, who, what: 'device.revoke', detail: { office, device: id } }
      // It may come in meanwhile: what is no more awaited is there by then.
      const done = async (first: Deed['first']) => onRecord(db, { first, then: [] }, entry)
      if (!(await done(withdrawnRow(db, office, id))) && !(await done(revokedRow(db, office, id, at))))
        throw new AppError('NOT_FOUND')
      for (const [key, kept] of remembered) if (kept.device.id === id) remembered.delete(key)
      for (const listener of listeners) listener(id)
    },

    onRevoked: listener => void listeners.push(listener),
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
}

function viewOf(device: StoredDevice): DeviceView {
  const { id, kind, name, officeId, area, pairedAt, lastSeenAt } = device
  return { id, kind, name, officeId, area, pairedAt, lastSeenAt }
}
