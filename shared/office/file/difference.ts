import type { OfficeInfo } from '../office.ts'
import { plainOf, type Written } from './written.ts'

/** One thing in which two states of an office differ, by its key in the file; what is not written has its default. */
export interface Difference {
  readonly path: string
  readonly before?: Written | undefined
  readonly after?: Written | undefined
}

/** How two states of an office differ, in the order of the file; a member that is new or gone is one difference. */
export function differencesOf(before: OfficeInfo | undefined, after: OfficeInfo): readonly Difference[] {
  return differ('', before ? plainOf(before) : {}, plainOf(after))
}

type Values = Readonly<Record<string, Written>>

function differ(path: string, before: Written | undefined, after: Written | undefined): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isMembers(before ?? after) && isMembers(after ?? before)) return members(path, listOf(before), listOf(after))
  if (!isMap(before) || !isMap(after)) return [{ path, before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap(key => differ(path === '' ? key : `${path}.${key}`, before[key], after[key]))
}

/** Members are known by their ids, wherever they stand; another order is said once. */
function members(path: string, before: readonly Values[], after: readonly Values[]): readonly Difference[] {
  const ids = [...new Set([...before, ...after].map(idOf))]
  const of = (list: readonly Values[], id: Written) => list.find(one => idOf(one) === id)
  const changes = ids.flatMap(id => {
    const [was, is] = [of(before, id), of(after, id)]
    const at = `${path}[${String(id)}]`
    return was && is ? differ(at, was, is) : [{ path: at, before: was && nameOf(was), after: is && nameOf(is) }]
  })
  const kept = (list: readonly Values[], other: readonly Values[]) => list.map(idOf).filter(id => of(other, id))
  const [was, is] = [kept(before, after), kept(after, before)]
  return was.join('\n') === is.join('\n') ? changes : [...changes, { path: `${path}[]`, before: was, after: is }]
}

const idOf = (one: Values): Written => one['id'] ?? null
/** What a member is called. */
const nameOf = (one: Values): Written => one['name'] ?? one['label'] ?? idOf(one)

const isMap = (value: Written | undefined): value is Values =>
  // Words in two languages are one thing.
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('en' in value)

const isMembers = (value: Written | undefined): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(one => isMap(one as Written) && 'id' in (one as Values))

const listOf = (value: Written | undefined) => (value ?? []) as readonly Values[]
