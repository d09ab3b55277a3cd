import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { DeviceKind, DevicesTable } from './schema/tables.ts'

/** A paired kiosk or display. */
export interface Device {
  readonly id: string
  readonly officeId: string
  readonly kind: DeviceKind
  readonly name: string
  /** The area of the hall that it shows and speaks; `null`: the whole of it. */
  readonly area: string | null
  readonly pairedAt: Instant
  readonly lastSeenAt: Instant | null
  readonly revokedAt: Instant | null
}

/** A device that joins, with the hash of the token that it will show. */
export type NewDevice = Omit<Device, 'lastSeenAt' | 'revokedAt'> & { readonly tokenHash: string }

/** The device that holds this token; look at `revokedAt`. */
export async function deviceByToken({ kysely }: Database, tokenHash: string): Promise<Device | undefined> {
  const row = await kysely.selectFrom('devices').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && deviceOf(row)
}

/** An office's devices that were not revoked, oldest first. */
export async function devicesOf({ kysely }: Database, officeId: string): Promise<readonly Device[]> {
  const rows = await kysely
    .selectFrom('devices')
    .selectAll()
    .where('office', '=', officeId)
    .where('revoked_at', 'is', null)
    .orderBy('paired_at')
    .orderBy('id')
    .execute()
  return rows.map(deviceOf)
}

export async function insertDevice(db: Database, device: NewDevice): Promise<void> {
  await db.atomic([insertDeviceQuery(db, device)])
}

export function insertDeviceQuery({ kysely }: Database, device: NewDevice): CompiledQuery {
  return kysely
    .insertInto('devices')
    .values({
      id: device.id,
      office: device.officeId,
      kind: device.kind,
      name: device.name,
      area: device.area,
      token_hash: device.tokenHash,
      paired_at: device.pairedAt,
    })
    .compile()
}

export async function touchDevice({ kysely }: Database, id: string, at: Instant): Promise<void> {
  await kysely.updateTable('devices').set({ last_seen_at: at }).where('id', '=', id).execute()
}

/** Revokes a device; changes no row when this office has no such one, or it was revoked before. */
export function revokedRow(db: Database, officeId: string, id: string, at: Instant): CompiledQuery {
  return ofStanding(db, officeId, id).set({ revoked_at: at }).compile()
}

/** Lets a device show another area; changes no row when this office has no such one, or it was revoked. */
export function areaRow(db: Database, officeId: string, id: string, area: string | null): CompiledQuery {
  return ofStanding(db, officeId, id).set({ area }).compile()
}

function ofStanding({ kysely }: Database, officeId: string, id: string) {
  return kysely
    .updateTable('devices')
    .where('id', '=', id)
    .where('office', '=', officeId)
    .where('revoked_at', 'is', null)
}

function deviceOf(row: DevicesTable): Device {
  return {
    id: row.id,
    officeId: row.office,
    kind: row.kind,
    name: row.name,
    area: row.area,
    pairedAt: row.paired_at,
    lastSeenAt: row.last_seen_at,
    revokedAt: row.revoked_at,
  }
}
