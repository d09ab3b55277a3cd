import { grouped } from '../kit/grouped.ts'
import { OTHER_PAPER, type VisitResult } from '../queue/result.ts'

/** So many finished visits of a service ended alike in a month. */
export interface ResultCount {
  readonly serviceId: string
  /** `2026-06`. */
  readonly month: string
  /** `undefined` where they were complete. */
  readonly result: VisitResult | undefined
  readonly n: number
}

/** How often a paper was missing at a service in a month, of all its finished visits. */
export interface MissingPaper {
  readonly month: string
  readonly serviceId: string
  readonly paper: string
  readonly n: number
  readonly of: number
}

/** Finished visits of a service in a month from which on its missing papers are shown. */
export const MONTH_FLOOR = 10

/** From when on a paper is told to those who book: of so many visits, so many times, and for so many of them. */
const OFTEN = { visits: 20, times: 5, share: 0.1, papers: 2 }

/** Missing papers by month, service and how often, the newest month first; a month of few visits shows none. */
export function missingPapers(counts: readonly ResultCount[]): readonly MissingPaper[] {
  return [...grouped(counts, c => `${c.month} ${c.serviceId}`).values()]
    .flatMap(of => {
      const { month, serviceId } = of[0]!
      const { visits, papers } = tallied(of)
      return visits < MONTH_FLOOR ? [] : papers.map(([paper, n]) => ({ month, serviceId, paper, n, of: visits }))
    })
    .sort((a, b) =>
      a.month === b.month ? a.serviceId.localeCompare(b.serviceId) || b.n - a.n : a.month < b.month ? 1 : -1,
    )
}

/** By service, the papers that are missing often enough to be told beforehand, the most frequent first. */
export function oftenMissing(counts: readonly ResultCount[]): Readonly<Record<string, readonly string[]>> {
  const services = [...grouped(counts, c => c.serviceId)].map(([serviceId, of]) => {
    const { visits, papers } = tallied(of)
    const often = papers.filter(
      ([paper, n]) => paper !== OTHER_PAPER && visits >= OFTEN.visits && n >= OFTEN.times && n >= visits * OFTEN.share,
    )
    return [serviceId, often.slice(0, OFTEN.papers).map(([paper]) => paper)] as const
  })
  return Object.fromEntries(services.filter(([, papers]) => papers.length > 0))
}

function tallied(counts: readonly ResultCount[]) {
  const papers = new Map<string, number>()
  for (const { result, n } of counts)
    if (result?.kind === 'papersMissing')
      for (const paper of result.papers) papers.set(paper, (papers.get(paper) ?? 0) + n)
  return {
    visits: counts.reduce((sum, c) => sum + c.n, 0),
    papers: [...papers].sort(([a, n], [b, m]) => m - n || a.localeCompare(b)),
  }
}
