import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import { insertDeviceQuery, type Device, type NewDevice } from './devices.ts'
import type { DeviceKind } from './schema/tables.ts'

/** A device asks to join: it shows `code`, and keeps the secret by which it will claim its token. */
export interface NewPairing {
  readonly id: string
  readonly kind: DeviceKind
  readonly code: string
  readonly secretHash: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

/** What the administrator who reads the code says of the device. */
export interface Approval {
  readonly officeId: string
  readonly name: string
  readonly deviceId: string
  readonly at: Instant
  /** Until when the device may claim its token. */
  readonly expiresAt: Instant
}

/** Opens a pairing and drops those past their time; `false` when another one shows the same code. */
export async function insertPairing({ kysely, atomic }: Database, pairing: NewPairing): Promise<boolean> {
  const [, opened] = await atomic([
    kysely.deleteFrom('pairings').where('expires_at', '<=', pairing.createdAt).compile(),
    kysely
      .insertInto('pairings')
      .values({
        id: pairing.id,
        kind: pairing.kind,
        code: pairing.code,
        secret_hash: pairing.secretHash,
        created_at: pairing.createdAt,
        expires_at: pairing.expiresAt,
      })
      .onConflict(taken => taken.column('code').doNothing())
      .compile(),
  ])
  return opened === 1
}

/** The device as it will be, or `undefined` when no open pairing shows this code. */
export async function approvePairing(
  { kysely }: Database,
  code: string,
  approval: Approval,
): Promise<Device | undefined> {
  const row = await kysely
    .updateTable('pairings')
    .set({
      office: approval.officeId,
      name: approval.name,
      device_id: approval.deviceId,
      approved_at: approval.at,
      expires_at: approval.expiresAt,
    })
    .where('code', '=', code)
    .where('approved_at', 'is', null)
    .where('expires_at', '>', approval.at)
    .returning('kind')
    .executeTakeFirst()
  const { officeId, name, deviceId: id, at: pairedAt } = approval
  return row && { id, officeId, kind: row.kind, name, pairedAt, lastSeenAt: null, revokedAt: null }
}

/** Makes the approved device, once: a second claim finds nothing. */
export async function claimPairing(
  db: Database,
  id: string,
  secretHash: string,
  tokenHash: string,
  now: Instant,
): Promise<Device | 'pending' | 'unknown'> {
  const row = await db.kysely
    .selectFrom('pairings')
    .selectAll()
    .where('id', '=', id)
    .where('secret_hash', '=', secretHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return 'unknown'
  if (!row.approved_at || !row.office || !row.name || !row.device_id) return 'pending'
  const joined = { id: row.device_id, officeId: row.office, kind: row.kind, name: row.name, pairedAt: row.approved_at }
  const device: NewDevice = { ...joined, tokenHash }
  const claimed = await db.claim(db.kysely.deleteFrom('pairings').where('id', '=', id).compile(), [
    insertDeviceQuery(db, device),
  ])
  return claimed ? { ...joined, lastSeenAt: null, revokedAt: null } : 'unknown'
}
