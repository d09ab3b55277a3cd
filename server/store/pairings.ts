import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import { insertDeviceQuery, type Device, type NewDevice } from './devices.ts'
import type { DeviceKind, PairingsTable } from './schema/tables.ts'

/** A device asks to join: it shows `code`, and keeps the secret by which it will claim its token. */
export interface NewPairing {
  readonly id: string
  readonly kind: DeviceKind
  readonly code: string
  readonly secretHash: string
  readonly createdAt: Instant
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

/** The pairing that shows this code and waits for somebody to approve it. */
export async function pairingByCode(
  { kysely }: Database,
  code: string,
  at: Instant,
): Promise<{ readonly id: string; readonly kind: DeviceKind } | undefined> {
  return kysely
    .selectFrom('pairings')
    .select(['id', 'kind'])
    .where('code', '=', code)
    .where('approved_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
}

/** Approves a pairing as this device, which may claim its token until then; changes no row where somebody else has. */
export function approvalRow(
  { kysely }: Database,
  id: string,
  device: Omit<NewDevice, 'tokenHash'>,
  until: Instant,
): CompiledQuery {
  return kysely
    .updateTable('pairings')
    .set({
      office: device.officeId,
      name: device.name,
      area: device.area,
      device_id: device.id,
      approved_at: device.pairedAt,
      expires_at: until,
    })
    .where('id', '=', id)
    .where('approved_at', 'is', null)
    .where('expires_at', '>', device.pairedAt)
    .compile()
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
  const device = deviceOf(row, row.office)
  const claimed = await db.claim(db.kysely.deleteFrom('pairings').where('id', '=', id).compile(), [
    insertDeviceQuery(db, { ...device, tokenHash }),
  ])
  return claimed ? device : 'unknown'
}

/** Devices of an office that are approved and may still come in, oldest first. */
export async function awaitedOf({ kysely }: Database, office: string, now: Instant): Promise<readonly Device[]> {
  const rows = await kysely
    .selectFrom('pairings')
    .selectAll()
    .where('office', '=', office)
    .where('expires_at', '>', now)
    .orderBy('approved_at')
    .orderBy('id')
    .execute()
  return rows.map(row => deviceOf(row, office))
}

/** Lets an approved device of an office come in no more; changes no row where it has, or never was. */
export function withdrawnRow({ kysely }: Database, office: string, device: string): CompiledQuery {
  return kysely.deleteFrom('pairings').where('office', '=', office).where('device_id', '=', device).compile()
}

function deviceOf({ device_id, kind, name, area, approved_at }: PairingsTable, officeId: string): Device {
  const joined = { id: device_id ?? '', officeId, kind, name: name ?? '', area, pairedAt: approved_at ?? 0 }
  return { ...joined, lastSeenAt: null, revokedAt: null }
}
