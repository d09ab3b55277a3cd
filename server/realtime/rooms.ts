import type { Room } from '../../shared/contracts/reach.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { Scope } from '../../shared/office/scope.ts'
import type { Caller } from '../services/identity/access.ts'

/** An agency's room is apart from that of the whole office; no id holds a slash. */
export function room(office: string, audience: Room, scope: Scope = null): string {
  return `${audience}:${office}${scope === null ? '' : `/${scope}`}`
}

/** What the rooms of one kind are named for. */
export function idsIn(rooms: ReadonlyMap<string, unknown>, kind: string): readonly string[] {
  return [...rooms.keys()].flatMap(r => (r.startsWith(kind) ? [r.slice(kind.length)] : []))
}

/** The hall is heard by its devices, the desk by whoever works there; nobody else hears of a day. */
export function mayListen(caller: Caller | undefined, audience: Room, office: string): void {
  const staff = caller?.staff
  const known =
    staff?.officeId === office && (staff.permissions.has('queue.take') || staff.permissions.has('unit.read'))
  if (known || (audience === 'hall' && caller?.devices.some(d => d.officeId === office))) return
  throw new AppError(staff || caller?.devices.length ? 'FORBIDDEN' : 'NOT_SIGNED_IN')
}
