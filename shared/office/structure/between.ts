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

function isOfList(field: string): boolean {
  const [first = ''] = field.split('.')
  return first === 'openedAt' || first === 'order' || LISTS.some(list => list === first)
}
