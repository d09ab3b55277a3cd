import { grouped } from '../kit/grouped.ts'
import { addDays, type LocalDate } from '../kit/time.ts'
import type { Asking } from '../office/papers.ts'
import { OTHER_PAPER, type VisitResult } from '../queue/result.ts'

/** So many finished visits of a service ended alike in a month. */
export interface ResultCount {
  readonly serviceId: string
  /** What the visits were for; `null` where nobody said. */
  readonly case: string | null
  /** `2026-06`. */
  readonly month: string
  /** `undefined` where they were complete. */
  readonly result: VisitResult | undefined
  readonly n: number
}

/** First and last day, both included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** How often a paper was missing at a service in a month, of all its finished visits for that case. */
export interface MissingPaper {
  readonly month: string
  readonly serviceId: string
  /** The case that the visits were for; `null` of those where nobody said, and of cases with few visits. */
  readonly case: string | null
  /** Its id within the service; its name where no list has it any more. */
  readonly paper: string
  readonly n: number
  readonly of: number
}

/** How many finished visits of a service lacked papers, of all for a case; `null` as for papers. */
export interface MissingShare {
  readonly case: string | null
  readonly n: number
  readonly of: number
}

/** A paper that no list of the office named. */
export function isOther({ paper }: Pick<MissingPaper, 'paper'>): boolean {
  return paper === OTHER_PAPER
}

/** Finished visits of a service in a month, and of one case, from which on its missing papers are shown. */
export const MONTH_FLOOR = 10

/** From when on a paper is told to those who book: of so many visits, so many times, and for so many of them. */
const OFTEN = { visits: 20, times: 5, share: 0.1, papers: 2 }

/** The lists of papers of an office's services. */
type Lists = readonly (Pick<Asking, 'requirements'> & { readonly id: string })[]

/**
 * The whole months that a period touches, as far as no visit of them can end any more. A month that moved with each visit, or was
 * cut by days, would tell by the difference what was missing at one visit.
 * @example closedMonths({ from: '2026-05-20', to: '2026-06-09' }, '2026-06-09') // { from: '2026-05-01', to: '2026-05-31' }
 */
export function closedMonths({ from, to }: Days, today: LocalDate): Days {
  // Visits of a day end until noon of the next one.
  const closed = addDays(startOf(addDays(today, -1)), -1)
  const end = addDays(startOf(addDays(startOf(to), 31)), -1)
  return { from: startOf(from), to: end < closed ? end : closed }
}

function startOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01`
}

/** Missing papers by month, service, case and how often, the newest month first; a month of few visits shows none. */
export function missingPapers(counts: readonly ResultCount[], lists: Lists): readonly MissingPaper[] {
  return [...grouped(counts, c => `${c.month} ${c.serviceId}`).values()]
    .flatMap(of => {
      const { month, serviceId } = of[0]!
      return byCase(of).flatMap(([caseId, those]) => {
        const visits = visitsOf(those)
        if (visits < MONTH_FLOOR) return []
        return tallied(those, lists).map(([paper, n]) => ({ month, serviceId, case: caseId, paper, n, of: visits }))
      })
    })
    .sort((a, b) =>
      a.month === b.month ? a.serviceId.localeCompare(b.serviceId) || b.n - a.n : a.month < b.month ? 1 : -1,
    )
}

/** How many visits of one service in one month lacked papers, case by case; none where the visits are few. */
export function missingShares(counts: readonly ResultCount[]): readonly MissingShare[] {
  return byCase(counts).flatMap(([caseId, those]) => {
    const of = visitsOf(those)
    if (of < MONTH_FLOOR) return []
    return [{ case: caseId, n: visitsOf(those.filter(c => c.result?.kind === 'papersMissing')), of }]
  })
}

/** The visits of each case that had enough of them; those of all others together, with those of which nobody said. */
function byCase(counts: readonly ResultCount[]) {
  const enough = [...grouped(counts, c => c.case ?? '')].flatMap(([id, of]) =>
    id !== '' && visitsOf(of) >= MONTH_FLOOR ? [id] : [],
  )
  const groups = grouped(counts, c => (c.case !== null && enough.includes(c.case) ? c.case : ''))
  return [...groups].map(([id, of]) => [id === '' ? null : id, of] as const)
}

/** By service, the ids of the papers that are missing often enough to be told beforehand, the most frequent first. */
export function oftenMissing(
  counts: readonly ResultCount[],
  lists: Lists,
): Readonly<Record<string, readonly string[]>> {
  const services = [...grouped(counts, c => c.serviceId)].map(([serviceId, of]) => {
    const visits = visitsOf(of)
    const often = tallied(of, lists).filter(
      ([paper, n]) => paper !== OTHER_PAPER && visits >= OFTEN.visits && n >= OFTEN.times && n >= visits * OFTEN.share,
    )
    return [serviceId, often.slice(0, OFTEN.papers).map(([paper]) => paper)] as const
  })
  return Object.fromEntries(services.filter(([, papers]) => papers.length > 0))
}

function visitsOf(counts: readonly ResultCount[]): number {
  return counts.reduce((sum, c) => sum + c.n, 0)
}

/** How often each paper was missing, by its id: a paper that gets another name keeps its count. */
function tallied(counts: readonly ResultCount[], lists: Lists): readonly (readonly [string, number])[] {
  const papers = new Map<string, number>()
  for (const { serviceId, result, n } of counts) {
    if (result?.kind !== 'papersMissing') continue
    const known = lists.find(({ id }) => id === serviceId)?.requirements ?? []
    for (const [i, name] of result.papers.entries()) {
      const paper = result.ids?.[i] ?? known.find(p => p.name[0] === name)?.id ?? name
      papers.set(paper, (papers.get(paper) ?? 0) + n)
    }
  }
  return [...papers].sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
}
