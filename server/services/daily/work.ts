import type { LocalDate } from '../../../shared/kit/time.ts'
import type { CloseReason } from '../../../shared/queue/day.ts'
import type { Disturbance } from '../../../shared/officer/daily/late.ts'
import { atCounters, dayWork, type DayWork, type ServiceOutage } from '../../../shared/officer/daily/work.ts'
import { staysOf } from '../../../shared/officer/stays.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../store/open/database.ts'
import { outagesBetween } from '../../store/outages.ts'
import { visitsBetween } from '../../store/visits.ts'
import type { Offices } from '../office/offices.ts'
import { visitFact } from '../officer/figures.ts'

/** Why a service stands still although people and things are there: nobody could have written a report then either. */
const DISTURBING: readonly CloseReason[] = ['systemDown', 'emergency', 'other']

/** What the system knows of an officer's days by itself. */
export interface Works {
  of(office: string, officer: string, date: LocalDate): Promise<DayWork>
  /** What was marked as disturbed on any of these days, by date. */
  disturbances(office: string, from: LocalDate, to: LocalDate): Promise<ReadonlyMap<LocalDate, readonly Disturbance[]>>
}

export function createWorks(deps: {
  readonly db: Database
  readonly journal: Journal
  readonly offices: Pick<Offices, 'get'>
  readonly now: () => number
}): Works {
  const { db, journal, offices, now } = deps
  return {
    async of(office, officer, date) {
      const [visits, outages, events] = await Promise.all([
        visitsBetween(db, office, date, date),
        outagesBetween(db, office, date, date),
        journal.read(office, date),
      ])
      const marked = outages.map((o): ServiceOutage => {
        return { serviceId: o.service_id, since: o.since, until: o.until, reason: o.reason as CloseReason }
      })
      const stays = staysOf(visits.map(visitFact), marked).filter(s => s.officerId === officer)
      const standards = new Map(offices.get(office).services.map(s => [s.id, s.standardMinutes]))
      return dayWork(stays, { stretches: atCounters(events, officer), outages: marked, standards, now: now() })
    },

    async disturbances(office, from, to) {
      const days = new Map<LocalDate, Disturbance[]>()
      for (const { date, since, until, reason } of await outagesBetween(db, office, from, to))
        if (DISTURBING.includes(reason as CloseReason)) days.set(date, [...(days.get(date) ?? []), { since, until }])
      return days
    },
  }
}
