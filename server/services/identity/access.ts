import { AppError } from '../../../shared/kit/errors.ts'
import type { Access, DeviceKind } from '../../../shared/contracts/route.ts'
import type { OwnRole, Permission } from '../../../shared/office/permissions.ts'
import type { Deciding } from '../../../shared/office/roles.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { Actor } from '../../../shared/queue/day.ts'

/** A signed-in member of staff. */
export interface Staff {
  readonly id: string
  readonly username: string
  readonly name: string
  /** Where they are at work. */
  readonly officeId: string
  /** Where they may be: their own office first, then those that they set up besides. */
  readonly offices: readonly string[]
  /** The agency of the hall to which they belong; `null`: the whole office. */
  readonly agency: Scope
  readonly roles: readonly string[]
  /** Must have a second factor and has none: until then every other right rests. */
  readonly owesSecond: boolean
  readonly permissions: ReadonlySet<Permission>
}

/** A paired kiosk, display or tablet. */
export interface Device {
  readonly id: string
  readonly kind: DeviceKind
  readonly officeId: string
}

/** Whoever asks, as far as they have proved it. */
export interface Caller {
  readonly staff?: Staff
  readonly devices: readonly Device[]
  readonly session?: string
  /** Somebody of the staff was signed in with this browser a few hours ago, or is now. */
  readonly atWork?: true
}

/**
 * The one place that says who may: returns the actor under whose id the act goes on record. Throws `NOT_SIGNED_IN` when
 * nothing was proved, `FORBIDDEN` when what was proved is not enough or belongs to another office.
 */
export function allow(caller: Caller, access: Access, office: string | undefined): Actor {
  if (access === 'anybody' || access === 'holder') return 'holder'
  const { staff } = caller
  if (access === 'signedIn') {
    if (!staff) throw new AppError('NOT_SIGNED_IN')
    return `staff:${staff.id}`
  }
  if (staff?.owesSecond) throw new AppError('SECOND_FACTOR_NEEDED')
  const device = caller.devices.find(d => d.kind === access.device && (!office || d.officeId === office))
  if (access.staff && staff?.permissions.has(access.staff) && (!office || staff.officeId === office))
    return `staff:${staff.id}`
  if (device) return `device:${device.id}`
  throw new AppError(staff || caller.devices.length > 0 ? 'FORBIDDEN' : 'NOT_SIGNED_IN')
}

/** How far whoever asks sees and acts: somebody of one agency there alone, everybody else in the whole of what their access opens. */
export function scopeOf({ staff }: Caller): Scope {
  return staff?.agency ?? null
}

/** What somebody decides about other people's accounts by. */
export function decidingOf({ roles, permissions, offices }: Staff, own: readonly OwnRole[]): Deciding {
  return { roles, holds: permissions, own, offices }
}

/** A second right that one act of a route may need besides the route's own. */
export function require(caller: Caller, permission: Permission, office?: string): void {
  const { staff } = caller
  if (!staff && office !== undefined) throw new AppError('NOT_SIGNED_IN')
  if (!staff?.permissions.has(permission) || (office !== undefined && staff.officeId !== office))
    throw new AppError('FORBIDDEN', { permission })
}

/** Whether this browser may answer a survey: not one that works at an office, nor a hall screen. */
export function mayAnswer(caller: Caller): boolean {
  return !caller.staff && !caller.atWork && caller.devices.every(d => d.kind !== 'display')
}

/** Throws `SURVEY_NOT_HERE` for a browser that may not answer. */
export function mustAnswerHere(caller: Caller): void {
  if (!mayAnswer(caller)) throw new AppError('SURVEY_NOT_HERE')
}
