import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, atClock, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { dayLog, openVisits, stopsWithin, type DayReport } from '../../../shared/officer/day-report.ts'
import { sheetOf } from '../../../shared/officer/day-sheet.ts'
import { emptyDay } from '../../../shared/queue/day.ts'
import { needsClose } from '../../../shared/queue/commands/settle-day.ts'
import { evolve } from '../../../shared/queue/evolve.ts'
import { kindOf, RESULT_KINDS, type ResultKind } from '../../../shared/queue/result.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../store/open/database.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { invitedOn } from '../../store/surveys.ts'
import { ticketsBetween } from '../../store/tickets.ts'
import { resultsBetween } from '../../store/visits.ts'
import type { Offices } from '../office/offices.ts'
import { ticketFact, type Figures } from './figures.ts'

/** Each day on one page. */
export interface DayReports {
  /** Throws `NOT_FOUND` for a day that is yet to come. Counters have figures only for whoever may read the unit's. */
  of(office: string, date: LocalDate, readsUnit: boolean): Promise<DayReport>
}

export function createDayReports(deps: {
  db: Database
  journal: Journal
  offices: Offices
  figures: Figures
  now: () => Instant
}): DayReports {
  const { db, journal, offices, figures, now } = deps
  return {
    async of(office, date, readsUnit) {
      const today = offices.today(office)
      if (date > today) throw new AppError('NOT_FOUND', { date })
      const [events, tickets, results, staff, unit, survey] = await Promise.all([
        journal.read(office, date),
        ticketsBetween(db, office, date, date),
        resultsBetween(db, office, date, date),
        staffOfOffice(db, office),
        figures.unit(office, { from: date, to: date }),
        invitedOn(db, office, date),
      ])
      const day = events.reduce(evolve, emptyDay(office, date))
      const doors = day.plan?.doors ?? null
      const shutAt = doors?.to ?? atClock(date, '00:00', offices.get(office).zone)
      const nameOf = (id: string | null) => staff.find(s => s.id === id)?.name ?? id
      const { settled, stops, closed: last } = dayLog(events)
      // Hours made longer since have opened the day again.
      const closed = day.settledAt === undefined ? null : last
      const open = day.plan !== null && needsClose(day)
      return {
        ...{
          date,
          stops: stopsWithin(stops, doors?.to ?? atClock(addDays(date, 1), '00:00', offices.get(office).zone), now()),
        },
        doors: doors && { from: doors.from, to: doors.to },
        sheet: sheetOf(tickets.map(ticketFact)),
        // On one day a counter is a person.
        figures: { ...unit, counters: readsUnit ? unit.counters : [], officers: [] },
        results: countsOf(results),
        survey,
        open: openVisits(day, shutAt, now()),
        settled: settled.map(s => ({ ...s, by: nameOf(s.by) })),
        closed: closed && { ...closed, by: nameOf(closed.by) },
        unstated: open && !closed && date < addDays(today, -1),
        closable: open && now() >= shutAt && date >= addDays(today, -1),
      }
    },
  }
}

function countsOf(results: Awaited<ReturnType<typeof resultsBetween>>): DayReport['results'] {
  const counts = Object.fromEntries(RESULT_KINDS.map(kind => [kind, 0])) as Record<ResultKind, number>
  for (const { result, n } of results) counts[kindOf(result)] += n
  return counts
}
