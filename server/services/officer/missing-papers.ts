import { addDays, type LocalDate } from '../../../shared/kit/time.ts'
import {
  closedMonths,
  missingPapers,
  missingShares,
  oftenMissing,
  type MissingPaper,
  type MissingShare,
} from '../../../shared/officer/missing-papers.ts'
import { heldThroughout, heldWithin } from '../../../shared/office/former.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { resultsBetween } from '../../store/visits.ts'
import type { Offices } from '../office/offices.ts'
import { periodOf, type AskedPeriod } from './figures.ts'

/** Days that are looked back to tell what is often missing. */
const LOOK_BACK_DAYS = 90

/** Papers that were missing: for the manager by month and service, for those who book what is missing often. */
export interface MissingPapers {
  unit(office: string, asked: AskedPeriod, scope?: Scope): Promise<readonly MissingPaper[]>
  /** How many visits of one service lacked papers in the last month that is over, case by case; by the floors of `unit`. */
  ofService(
    office: string,
    service: string,
    scope?: Scope,
  ): Promise<{ readonly month: string; readonly shares: readonly MissingShare[] }>
  /** By service, as the office's lists name them; counted once a day. */
  often(office: string): Promise<Readonly<Record<string, readonly string[]>>>
}

export function createMissingPapers({ db, offices }: { db: Database; offices: Offices }): MissingPapers {
  const told = new Map<string, { readonly date: LocalDate; readonly papers: ReturnType<MissingPapers['often']> }>()

  /** A month counts for whoever had the service for all of it: cut by days it would tell of single visits. */
  async function own(office: string, { from, to }: { from: LocalDate; to: LocalDate }, scope: Scope) {
    const hall = await offices.byDay(office)
    const results = await resultsBetween(db, office, from, to, 'services')
    return results.filter(({ serviceId: id, month }) =>
      heldThroughout(hall, scope, { kind: 'service', id }, fixedPeriod(month)!),
    )
  }

  return {
    async unit(office, asked, scope = null) {
      const today = offices.today(office)
      const { from, to } = closedMonths(periodOf(asked, today, LOOK_BACK_DAYS), today)
      const hall = await offices.byDay(office)
      return missingPapers(
        await own(office, { from, to }, scope),
        heldWithin(hall.office, hall, scope, { from, to }).services,
      )
    },

    async ofService(office, service, scope = null) {
      const today = offices.today(office)
      const { to } = closedMonths({ from: today, to: today }, today)
      const month = to.slice(0, 7)
      const counts = await own(office, { from: `${month}-01`, to }, scope)
      return { month, shares: missingShares(counts.filter(c => c.serviceId === service)) }
    },

    often(office) {
      const date = offices.today(office)
      const known = told.get(office)
      if (known?.date === date) return known.papers
      const papers = resultsBetween(db, office, addDays(date, -LOOK_BACK_DAYS), addDays(date, -1), 'services').then(
        counts => oftenMissing(counts, offices.get(office).services),
      )
      told.set(office, { date, papers })
      // A hint that could not be counted is asked for again.
      return papers.catch(() => (told.delete(office), {}))
    },
  }
}
