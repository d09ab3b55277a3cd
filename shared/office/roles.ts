import { AppError } from '../kit/errors.ts'
import { PERMISSIONS, permissionsOf, ROLES, type OwnRole } from './permissions.ts'

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

/** Who manages people: with which roles, which rights they make, and which roles the office has made for itself. */
export interface Deciding {
  readonly roles: readonly string[]
  readonly holds: ReadonlySet<string>
  readonly own: readonly OwnRole[]
  /** Where they set things up. */
  readonly offices: readonly string[]
}

/** Administrators decide who does what in the office, also what they do not do themselves; everybody else holds what they decide about. */
const decidesAll = ({ roles }: Deciding) => roles.includes('administrator')

/** What somebody lacks of some roles: a right, or the role itself, since an administrator decides more than its rights say. */
function lacking({ holds, own }: Deciding, roles: readonly string[]) {
  const permission = [...permissionsOf(roles, own)].find(right => !holds.has(right))
  if (permission) return { permission }
  return roles.includes('administrator') ? { role: 'administrator' } : undefined
}

/**
 * Whether somebody may do anything to the account of somebody with these roles, who has rights in these other offices besides:
 * there it is for those who set things up there. Throws `RIGHT_NOT_HELD`.
 */
export function mustBeWithin(by: Deciding, roles: readonly string[], beyond: readonly string[] = []): void {
  const missing = decidesAll(by) ? undefined : lacking(by, roles)
  if (missing) throw new AppError('RIGHT_NOT_HELD', missing)
  const office = beyond.find(id => !by.offices.includes(id))
  if (office) throw new AppError('RIGHT_NOT_HELD', { office })
}

/**
 * Whether somebody may be given these roles. An administrator gives those of every office as they are; of all others, and of an
 * own one always, whoever gives it holds every right. What somebody had already stays with them. Throws `RIGHT_NOT_HELD`, and
 * `BAD_REQUEST` for no such role.
 */
export function mustBeGivable(by: Deciding, roles: readonly string[], had: readonly string[] = []): void {
  if (!areThere(roles, by.own))
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'roles', problem: 'no such role' })
  for (const id of roles.filter(role => !had.includes(role))) {
    const missing = missingToGive(by, id)
    if (missing) throw new AppError('RIGHT_NOT_HELD', { ...missing, role: id })
  }
}

/**
 * Whether somebody may come in as they are: nobody does by a role or into an agency that is gone, under whose id there may be
 * another one some day. Throws `PERSON_UNPLACED`.
 */
export function mustBePlaced(
  { roles, agency }: { readonly roles: readonly string[]; readonly agency: string | null },
  office: { readonly own: readonly OwnRole[]; readonly agencies: readonly { readonly id: string }[] },
): void {
  const isThere = agency === null || office.agencies.some(({ id }) => id === agency)
  if (!isThere || !areThere(roles, office.own)) throw new AppError('PERSON_UNPLACED')
}

/** Whether somebody may give a role that there is; see `mustBeGivable`. */
export function mayGive(by: Deciding, role: string): boolean {
  return missingToGive(by, role) === undefined
}

const missingToGive = (by: Deciding, role: string) =>
  isBuilt(role) && decidesAll(by) ? undefined : lacking(by, [role])

const areThere = (roles: readonly string[], own: readonly OwnRole[]) =>
  roles.every(id => isBuilt(id) || own.some(role => role.id === id))

const isBuilt = (id: string) => (ROLES as readonly string[]).includes(id)

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
