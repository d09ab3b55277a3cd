import { AppError } from '../kit/errors.ts'
import { addDays, type LocalDate } from '../kit/time.ts'

/** Some days: from one date to another, both included; `null` while they go on. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate | null
}

/** Somebody stands over somebody else for some days. */
export interface Over extends Days {
  readonly id: string
  readonly above: string
  readonly below: string
}

/** Whether two terms have a day in common. */
export function meets(a: Days, b: Days): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)
}

/**
 * What one more of a kind would end: the one over the same person that goes on and began earlier, on the day before. `others` are
 * links of another kind that may close a circle as well. Throws `SUPERVISION_SELF`; `SUPERVISION_CIRCLE` where on some day somebody
 * would stand over themselves, over however many others; `SUPERVISION_OVERLAP` where somebody else stands over this person on
 * one of its days, and `SUPERVISION_OPEN` where it ends one that whoever asks has not `ends`.
 */
export function mustFitOver(
  kind: readonly Over[],
  others: readonly Over[],
  wanted: Over,
  ends: string | undefined,
): { readonly id: string; readonly to: LocalDate } | undefined {
  if (wanted.below === wanted.above) throw new AppError('SUPERVISION_SELF')
  if (wanted.to !== null && wanted.to < wanted.from)
    throw new AppError('BAD_REQUEST', { where: 'body', field: 'to', problem: 'before the first day' })
  const taken = kind.filter(s => s.below === wanted.below && meets(s, wanted))
  const open = taken.find(s => s.to === null && s.from < wanted.from)
  const other = taken.find(s => s !== open)
  if (other) throw new AppError('SUPERVISION_OVERLAP', { supervision: other.id, from: other.from, to: other.to })
  const back = wayUp([...kind, ...others], wanted.above, wanted.below, wanted)
  if (back) throw new AppError('SUPERVISION_CIRCLE', { supervision: back.id })
  if (!open) return undefined
  const until = addDays(wanted.from, -1)
  if (ends !== open.id) throw new AppError('SUPERVISION_OPEN', { supervision: open.id, assessorId: open.above, until })
  return { id: open.id, to: until }
}

/** Whether somebody stands over somebody else, over however many others, on one of these days. */
export function standsOver(links: readonly Over[], above: string, below: string, days: Days): boolean {
  return wayUp(links, below, above, days) !== undefined
}

/** The last link of a way up from one person to another that holds on one of these days as a whole. */
function wayUp(links: readonly Over[], from: string, to: string, days: Days): Over | undefined {
  for (const link of links) {
    if (link.below !== from || !meets(link, days)) continue
    const found = link.above === to ? link : wayUp(links, link.above, to, common(link, days))
    if (found) return found
  }
  return undefined
}

function common(a: Days, b: Days): Days {
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to
  return { from: a.from > b.from ? a.from : b.from, to }
}
