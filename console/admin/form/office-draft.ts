import { changeBetween } from '../../../shared/office/structure/between.ts'
import { editedOffice, onlyFields, standingOf } from '../../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Model } from '../conflicts.ts'

/** The lists of an office are typed over a copy of the office itself: there is nothing in them that is not yet a value. */
export const officeModel: Model<OfficeInfo> = {
  draftOf: office => office,
  changeOf: (draft, seen) => changeBetween(tidied(seen), tidied(draft)),
  followed: (draft, base, next) => editedOffice(next, changeBetween(base, draft)),
  taken: (draft, from, field) =>
    editedOffice(
      draft,
      onlyFields(standingOf(from), known => known === field),
    ),
}

/**
 * Without the blanks before and after what was typed, wherever it stands. What has none stays the same value: hundreds of services
 * are compared at each key.
 */
export function tidied<T>(value: T): T {
  if (typeof value === 'string') return value.trim() as T
  if (typeof value !== 'object' || value === null) return value
  const before = Object.entries(value)
  const after = before.map(([key, inner]) => [key, tidied(inner as unknown)] as const)
  if (after.every(([, inner], i) => inner === before[i]![1])) return value
  return (Array.isArray(value) ? after.map(([, inner]) => inner) : Object.fromEntries(after)) as T
}
