import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import {
  lastMarkDay,
  mustBeInTime,
  mustBeMarkable,
  type ClockReason,
} from '../../../shared/officer/clock/clock-marks.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import {
  clockMarkById,
  clockMarkEnds,
  clockMarkRow,
  standingMarks,
  visitAt,
  visitsOfOfficer,
} from '../../store/record/clock-marks.ts'
import { figureChanged } from '../../store/record/feedback.ts'
import type { ClockMarksTable } from '../../store/schema/record/proof-tables.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'

type Own = Pick<Staff, 'id' | 'officeId'>

/** A mark as its officer sees it. */
export interface ClockMark {
  readonly id: string
  readonly reason: ClockReason
  readonly at: Instant
}

/** An own visit with its times. */
export interface ClockedVisit {
  readonly date: LocalDate
  readonly seq: number
  readonly number: string
  readonly serviceId: string
  readonly counterId: string
  readonly calledAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant
  readonly outcome: string
  readonly mark: ClockMark | null
}

/** Visits whose officer says that their clock is wrong. */
export interface Clocks {
  /** The own visits of a date, in the order they ended. */
  own(staff: Own, date: LocalDate): Promise<{ readonly visits: readonly ClockedVisit[]; readonly until: LocalDate }>
  /** Throws `NOT_FOUND` for a visit of somebody else, what `mustBeMarkable` does, and `MARKED_ALREADY` while another mark stands. */
  mark(staff: Own, visit: { date: LocalDate; seq: number }, reason: ClockReason, key: string): Promise<ClockMark>
  /** Throws `NOT_FOUND`, and `MARK_LATE` after the last day of its visit; taken back, it stays so. */
  takeBack(staff: Own, id: string): Promise<void>
}

export function createClocks(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'today'>
  readonly now: () => Instant
}): Clocks {
  const { db, offices, now } = deps

  /** Said in the thread together with the act. */
  function changed({ id, office, officer_id: officerId, date }: ClockMarksTable, what: 'clock' | 'clockBack') {
    const about = { kind: 'day' as const, ref: date, from: date, to: date }
    const changed = { code: what, date }
    const message = { id: hashOf(`figure ${what} ${id}`).slice(0, 22), office, officerId, about, changed, at: now() }
    return figureChanged(db, message)
  }

  return {
    async own({ id, officeId }, date) {
      const [visits, marks] = await Promise.all([
        visitsOfOfficer(db, officeId, id, date, date),
        standingMarks(db, officeId, date, date),
      ])
      return {
        until: lastMarkDay(date),
        visits: visits.map(v => {
          const mark = marks.find(m => m.seq === v.seq)
          return {
            ...{ date, seq: v.seq, number: v.number, serviceId: v.service_id, counterId: v.counter_id },
            ...{ calledAt: v.called_at, startedAt: v.started_at, endedAt: v.ended_at, outcome: v.outcome },
            mark: mark === undefined ? null : markOf(mark),
          }
        }),
      }
    },

    async mark({ id: officer, officeId: office }, { date, seq }, reason, key) {
      const id = hashOf(`clock ${officer} ${key}`).slice(0, 22)
      const known = await clockMarkById(db, id)
      if (known) {
        if (known.office !== office || known.date !== date || known.seq !== seq || known.reason !== reason)
          throw new AppError('COMMAND_ID_REUSED')
        return markOf(known)
      }
      const visit = await visitAt(db, office, date, seq)
      if (visit?.officer_id !== officer) throw new AppError('NOT_FOUND')
      mustBeMarkable({ date, startedAt: visit.started_at }, offices.today(office))
      const row = { id, office, date, seq, officer_id: officer, reason, marked_at: now(), taken_back_at: null }
      const detail = { office, mark: id, date, seq, reason }
      const entry = { at: now(), who: `staff:${officer}`, what: 'clock.mark', detail }
      const then = [changed(row, 'clock')]
      if (!(await onRecord(db, { first: clockMarkRow(db, row), then }, entry))) throw new AppError('MARKED_ALREADY')
      return markOf(row)
    },

    async takeBack({ id: officer, officeId: office }, id) {
      const known = await clockMarkById(db, id)
      if (known?.officer_id !== officer || known.office !== office) throw new AppError('NOT_FOUND')
      if (known.taken_back_at !== null) return
      mustBeInTime(known.date, offices.today(office))
      const detail = { office, mark: id, date: known.date, seq: known.seq }
      const entry = { at: now(), who: `staff:${officer}`, what: 'clock.takeBack', detail }
      await onRecord(db, { first: clockMarkEnds(db, id, now()), then: [changed(known, 'clockBack')] }, entry)
    },
  }
}

function markOf({ id, reason, marked_at: at }: ClockMarksTable): ClockMark {
  return { id, reason, at }
}
