import { setImmediate as nextTurn } from 'node:timers/promises'
import { grouped } from '../../../shared/kit/grouped.ts'
import { addDays, type LocalDate } from '../../../shared/kit/time.ts'
import { DAY_WORK_RULE, dayWork, outagesOf } from '../../../shared/officer/day-work.ts'
import type { Outage, VisitFact } from '../../../shared/officer/facts.ts'
import type { DayWork } from '../../../shared/officer/work-parts.ts'
import type { Database } from '../../store/open/database.ts'
import { standingMarks } from '../../store/record/clock-marks.ts'
import { keepWork, keptWork, lastSeq, workOn, type WorkRow } from '../../store/record/day-work.ts'
import type { Offices } from '../office/offices.ts'

/** What was finished in a unit, day by day. */
export interface WorkDays {
  /**
   * The days from one date to another, both included, on which anything happened, in order; `outages` are those of the whole period. A day that is over is counted
   * once and kept with what it was counted from, and counted anew where that has changed. Others go first between two days.
   */
  between(office: string, period: Period, outages: readonly Outage[]): AsyncGenerator<DayWork, void, undefined>
}

interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Days whose kept work is read at once. */
const AT_ONCE = 5

export function createWorkDays(deps: { readonly db: Database; readonly offices: Pick<Offices, 'today'> }): WorkDays {
  const { db, offices } = deps

  async function* part(office: string, { from, to }: Period, outages: readonly Outage[]) {
    const today = offices.today(office)
    const kept = await keptWork(db, office, from, to)
    const marks = grouped(await standingMarks(db, office, from, to), m => m.date)
    const anew = []
    for (let date = from; date <= to; date = addDays(date, 1)) {
      // Before the visits are read: what is written meanwhile makes another basis, and the day is counted again.
      const seq = await lastSeq(db, office, date)
      if (seq === 0) continue
      const unclocked = (marks.get(date) ?? []).map(m => m.seq)
      const shut = outagesOf(date, outages)
      const basis = JSON.stringify([DAY_WORK_RULE, seq, unclocked, shut.map(o => [o.serviceId, o.since, o.until])])
      const known = kept.get(date)
      if (known?.basis === basis) {
        yield { date, parts: JSON.parse(known.parts) as DayWork['parts'] }
        continue
      }
      await nextTurn()
      const visits = await workOn(db, office, date)
      const isMarked = new Set(unclocked)
      const work = dayWork(
        date,
        visits.map(row => factOf(date, row, isMarked.has(row.seq))),
        shut,
      )
      if (date < today) anew.push(keepWork(db, { office, date, basis, parts: JSON.stringify(work.parts) }))
      yield work
    }
    // Lost, it is counted once more: no flush of its own.
    if (anew.length > 0) await db.atomic(anew, 'withNext')
  }

  return {
    async *between(office, { from, to }, outages) {
      for (let first = from; first <= to; first = addDays(first, AT_ONCE)) {
        await nextTurn()
        const last = addDays(first, AT_ONCE - 1)
        yield* part(office, { from: first, to: last < to ? last : to }, outages)
      }
    },
  }
}

/** A visit's row as its work is counted; what only its line and its ticket say is left at nothing. */
function factOf(date: LocalDate, row: WorkRow, clockWrong: boolean): VisitFact {
  return {
    date,
    no: row.no,
    officerId: row.officer_id,
    counterId: row.counter_id,
    serviceId: row.service_id,
    queuedAt: null,
    calledAt: row.called_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    heldMs: row.held_ms,
    priority: false,
    booked: row.slot_start !== null,
    outcome: row.outcome,
    parts: row.parts ?? 1,
    ticketState: 'done',
    clockWrong,
  }
}
