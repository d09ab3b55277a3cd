import { foundIn } from '../kit/found-in.ts'
import type { Words } from '../kit/words.ts'

/** Every right that an act can ask for. */
export const PERMISSIONS = [
  'queue.take',
  'queue.call',
  'queue.pick',
  'queue.close',
  'queue.free',
  'booking.help',
  'booking.open',
  'booking.void',
  'device.approve',
  'office.configure',
  'staff.manage',
  'survey.read',
  'survey.decide',
  'survey.enter',
  'unit.read',
  'officer.read.own',
  'roster.plan',
  'office.observe',
  'team.lead',
] as const

export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = ['officer', 'frontDesk', 'supervisor', 'manager', 'administrator', 'observer'] as const

export type Role = (typeof ROLES)[number]

/** What each role may do. An administrator sets things up and reads no ratings; a manager reads the unit, not a person's score.
 * Whoever only stands in for the front desk helps by number and code, and opens no name. `team.lead` opens nothing of itself: whom somebody
 * leads, and on which days, is said by who assesses whom. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  officer: ['queue.take', 'queue.call', 'officer.read.own', 'team.lead'],
  frontDesk: [
    'queue.take',
    'queue.call',
    'queue.close',
    'queue.free',
    'booking.help',
    'booking.open',
    'survey.enter',
    'officer.read.own',
    'team.lead',
  ],
  supervisor: [
    'queue.take',
    'queue.call',
    'queue.pick',
    'queue.free',
    'booking.help',
    'officer.read.own',
    'survey.read',
    'unit.read',
    'roster.plan',
    'team.lead',
  ],
  manager: [
    'queue.take',
    'queue.close',
    'queue.free',
    'booking.help',
    'booking.void',
    'survey.read',
    'survey.decide',
    'survey.enter',
    'unit.read',
    'roster.plan',
    'team.lead',
  ],
  administrator: ['booking.void', 'device.approve', 'office.configure', 'roster.plan', 'staff.manage'],
  // Of each office that agreed, and of nothing else.
  observer: ['office.observe'],
}

/** A role that an office has made for itself, out of the rights there are. */
export interface OwnRole {
  readonly id: string
  readonly name: Words
  readonly permissions: readonly Permission[]
}

/** The rights of somebody with these roles; a role that is no more gives none. */
export function permissionsOf(roles: readonly string[], own: readonly OwnRole[] = []): ReadonlySet<Permission> {
  const built: Readonly<Record<string, readonly Permission[]>> = ROLE_PERMISSIONS
  return new Set(roles.flatMap(id => foundIn(built, id) ?? own.find(role => role.id === id)?.permissions ?? []))
}
