import { AppError } from '../kit/errors.ts'
import { PERMISSIONS, ROLES, type OwnRole } from './permissions.ts'

/** Roles of its own that an office may have. */
export const MOST_ROLES = 20

/** Who changes the roles of an office, and how many have each of them now. */
export interface RoleChange {
  readonly holds: ReadonlySet<string>
  readonly people: Readonly<Record<string, number>>
}

/**
 * Whether an office may have these roles from now on. Nobody gives a right that they do not hold; what a role had already stays
 * with it. Throws `RIGHT_NOT_HELD`, `ROLE_IN_USE` for one that somebody still has, and `BAD_REQUEST` for a double or empty one.
 */
export function mustBeSound(
  before: readonly OwnRole[],
  after: readonly OwnRole[],
  { holds, people }: RoleChange,
): void {
  const ids = new Set<string>(ROLES)
  for (const [i, role] of after.entries()) {
    if (ids.has(role.id)) throw badRequest(i, 'id', 'there is such a role')
    if (role.permissions.length === 0) throw badRequest(i, 'permissions', 'no right')
    ids.add(role.id)
    const had = before.find(({ id }) => id === role.id)?.permissions ?? []
    const given = role.permissions.find(permission => !had.includes(permission) && !holds.has(permission))
    if (given) throw new AppError('RIGHT_NOT_HELD', { permission: given, role: role.id })
  }
  const lost = before.find(({ id }) => !ids.has(id) && (people[id] ?? 0) > 0)
  if (lost) throw new AppError('ROLE_IN_USE', { role: lost.id, name: lost.name, people: people[lost.id]! })
}

/**
 * Whether somebody may be given these roles. Those of every office are given as they are; of an own one whoever gives it must
 * hold every right. What somebody had already stays with them. Throws `RIGHT_NOT_HELD`, and `BAD_REQUEST` for no such role.
 */
export function mustBeGivable(
  roles: readonly string[],
  of: { readonly had: readonly string[]; readonly own: readonly OwnRole[]; readonly holds: ReadonlySet<string> },
): void {
  const built: readonly string[] = ROLES
  for (const id of roles.filter(role => !built.includes(role) && !of.had.includes(role))) {
    const role = of.own.find(r => r.id === id)
    if (!role) throw new AppError('BAD_REQUEST', { where: 'body', field: 'roles', problem: 'no such role' })
    const missing = role.permissions.find(permission => !of.holds.has(permission))
    if (missing) throw new AppError('RIGHT_NOT_HELD', { permission: missing, role: id })
  }
}

/** The roles whose rights another list changes, takes away or makes: whoever has one of them has other rights by then. */
export function changedRoles(before: readonly OwnRole[], after: readonly OwnRole[]): readonly string[] {
  const rights = (roles: readonly OwnRole[], id: string) => {
    const role = roles.find(r => r.id === id)
    return PERMISSIONS.filter(p => role?.permissions.includes(p)).join(' ')
  }
  const ids = new Set([...before, ...after].map(({ id }) => id))
  return [...ids].filter(id => rights(before, id) !== rights(after, id))
}

function badRequest(i: number, field: string, problem: string): AppError {
  return new AppError('BAD_REQUEST', { where: 'body', field: `roles.${i}.${field}`, problem })
}
