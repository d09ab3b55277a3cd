import type { OfficeInfo } from '../office.ts'
import { fieldsOf, LISTS, onlyFields, same, standingOf, type OfficeChange } from './change.ts'
import { listChanges } from './lists.ts'

/**
 * The change that makes one state of an office of another, by the fields in which they differ: what a version tells and what
 * brings it back. Since when the office serves people is no setting and stays.
 */
export function changeBetween(from: OfficeInfo, to: OfficeInfo): OfficeChange {
  const [now, then] = [standingOf(from), standingOf(to)]
  const [held, wanted] = [fieldsOf(now), fieldsOf(then)]
  const single = onlyFields(then, field => !isOfList(field) && !same(held.get(field), wanted.get(field)))
  const lists = LISTS.map(list => [list, listChanges(now[list] as [], then[list] as [], same)] as const)
  const order = lists.flatMap(([list, of]) => (of.order ? [[list, of.order] as const] : []))
  return {
    ...single,
    ...Object.fromEntries(lists.flatMap(([list, { members }]) => (members.length > 0 ? [[list, members]] : []))),
    ...(order.length > 0 ? { order: Object.fromEntries(order) } : {}),
  }
}

/**
 * The change that brings an older state back. Roles are given by whoever holds their rights, never by an older version: where
 * nothing else differs it is empty.
 */
export function changeBack(now: OfficeInfo, then: OfficeInfo): OfficeChange {
  const { roles: _, ...change } = changeBetween(now, then)
  return change
}

/**
 * A change back to an older state that takes away no service that has been used: it is retired, and of no agency where its own goes
 * with that change.
 */
export function keepingUsed(change: OfficeChange, now: OfficeInfo, used: readonly string[]): OfficeChange {
  const gone = new Set((change.agencies ?? []).filter(a => a.removed).map(a => a.id))
  const { services } = change
  if (!services) return change
  const kept = (id: string) => {
    const agency = now.services.find(s => s.id === id)?.agency ?? null
    return { id, retired: true, ...(agency !== null && gone.has(agency) ? { agency: null } : {}) }
  }
  return { ...change, services: services.map(s => (used.includes(s.id) ? kept(s.id) : s)) }
}

function isOfList(field: string): boolean {
  const [first = ''] = field.split('.')
  return first === 'openedAt' || first === 'order' || LISTS.some(list => list === first)
}
