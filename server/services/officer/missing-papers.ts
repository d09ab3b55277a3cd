import { addDays, type LocalDate } from '../../../shared/kit/time.ts'
import { closedMonths, missingPapers, oftenMissing, type MissingPaper } from '../../../shared/officer/missing-papers.ts'
import { servicesIn, within, type Scope } from '../../../shared/office/scope.ts'
import type { Database } from '../../store/open/database.ts'
import { resultsBetween } from '../../store/visits.ts'
import type { Offices } from '../office/offices.ts'
import { periodOf, type AskedPeriod } from './figures.ts'

/** Days that are looked back to tell what is often missing. */
const LOOK_BACK_DAYS = 90

/** Papers that were missing: for the manager by month and service, for those who book what is missing often. */
export interface MissingPapers {
  unit(office: string, asked: AskedPeriod, scope?: Scope): Promise<readonly MissingPaper[]>
  /** By service, as the office's lists name them; counted once a day. */
  often(office: string): Promise<Readonly<Record<string, readonly string[]>>>
}

export function createMissingPapers({ db, offices }: { db: Database; offices: Offices }): MissingPapers {
  const told = new Map<string, { readonly date: LocalDate; readonly papers: ReturnType<MissingPapers['often']> }>()

  return {
    async unit(office, asked, scope = null) {
      const today = offices.today(office)
      const { from, to } = closedMonths(periodOf(asked, today, LOOK_BACK_DAYS), today)
      const { services } = within(offices.get(office), scope)
      const results = await resultsBetween(db, office, from, to)
      const own = servicesIn({ services }, scope)
      return missingPapers(own ? results.filter(r => own.includes(r.serviceId)) : results, services)
    },

    often(office) {
      const date = offices.today(office)
      const known = told.get(office)
      if (known?.date === date) return known.papers
      const papers = resultsBetween(db, office, addDays(date, -LOOK_BACK_DAYS), addDays(date, -1)).then(counts =>
        oftenMissing(counts, offices.get(office).services),
      )
      told.set(office, { date, papers })
      // A hint that could not be counted is asked for again.
      return papers.catch(() => (told.delete(office), {}))
    },
  }
}
