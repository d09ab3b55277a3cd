import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, atClock, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { agencyOn, type HallByDay } from '../../../shared/office/former.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { dayLog, openVisits, stopsWithin, type DayReport } from '../../../shared/officer/day-report.ts'
import { sheetOf } from '../../../shared/officer/day-sheet.ts'
import { cameForOf } from '../../../shared/officer/rows-within.ts'
import { emptyDay } from '../../../shared/queue/day.ts'
import { needsClose } from '../../../shared/queue/commands/settle-day.ts'
import { evolve } from '../../../shared/queue/evolve.ts'
import { kindOf, RESULT_KINDS, type ResultKind, type VisitResult } from '../../../shared/queue/result.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../store/open/database.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { invitedOn } from '../../store/surveys.ts'
import { ticketsBetween } from '../../store/tickets.ts'
import { visitsBetween, type StoredVisit } from '../../store/visits.ts'
import type { Offices } from '../office/offices.ts'
import { ticketFact, visitFact, type Figures } from './figures.ts'

/** Each day on one page. */
export interface DayReports {
  /** Throws `NOT_FOUND` for a day that is yet to come. Counters have figures only for whoever may read the unit's. */
  of(office: string, date: LocalDate, readsUnit: boolean, scope?: Scope): Promise<DayReport>
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
    async of(office, date, readsUnit, scope = null) {
      const today = offices.today(office)
      if (date > today) throw new AppError('NOT_FOUND', { date })
      const hall = await offices.byDay(office)
      const own = ofScope(hall, scope, date)
      const [events, all, visits, staff, unit] = await Promise.all([
        journal.read(office, date),
        ticketsBetween(db, office, date, date),
        visitsBetween(db, office, date, date),
        staffOfOffice(db, office),
        figures.unit(office, { from: date, to: date }, scope),
      ])
      // Whoever was sent on to another agency came for the first, as in the figures.
      const cameFor = cameForOf(visits.map(visitFact))
      const tickets = all.filter(t => own('service', cameFor(ticketFact(t))))
      const numbers = new Set(tickets.map(t => t.number))
      const theirs = new Set(tickets.map(t => t.no))
      const survey = await invitedOn(db, office, date, scope === null ? undefined : tickets.map(t => t.id))
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
          stops: stopsWithin(
            stops.filter(s => own(s.what === 'service' ? 'service' : 'counter', s.id)),
            doors?.to ?? atClock(addDays(date, 1), '00:00', offices.get(office).zone),
            now(),
          ),
        },
        doors: doors && { from: doors.from, to: doors.to },
        sheet: sheetOf(tickets.map(ticketFact)),
        // On one day a counter is a person.
        figures: { ...unit, counters: readsUnit ? unit.counters : [], officers: [] },
        results: countsOf(visits.filter(v => v.outcome === 'done' && theirs.has(v.no))),
        survey,
        open: openVisits(day, shutAt, now()).filter(v => numbers.has(v.number)),
        settled: settled.filter(s => numbers.has(s.number)).map(s => ({ ...s, by: nameOf(s.by) })),
        closed: closed && { ...closed, by: nameOf(closed.by) },
        unstated: open && !closed && date < addDays(today, -1),
        // The day is the whole hall's to close.
        closable: scope === null && open && now() >= shutAt && date >= addDays(today, -1),
      }
    },
  }
}

/** Whether something of the hall was of a scope on a day. */
function ofScope(hall: HallByDay, scope: Scope, date: LocalDate) {
  return (kind: 'service' | 'counter', id: string) => scope === null || agencyOn(hall, kind, id, date) === scope
}

function countsOf(finished: readonly StoredVisit[]): DayReport['results'] {
  const counts = Object.fromEntries(RESULT_KINDS.map(kind => [kind, 0])) as Record<ResultKind, number>
  for (const { result } of finished)
    counts[kindOf(result === null ? undefined : (JSON.parse(result) as VisitResult))] += 1
  return counts
}
