import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordView, UnitFigures } from '../../../shared/officer/figures.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import { addDays, DAY, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { heldWithin, holdings } from '../../../shared/office/former.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { Outage, TicketFact, VisitFact } from '../../../shared/officer/facts.ts'
import { hoursOf } from '../../../shared/officer/daily/hours.ts'
import { recordView, type Period } from '../../../shared/officer/own-record.ts'
import { peersBeside, type Reader } from '../../../shared/officer/peers.ts'
import { isServed } from '../../../shared/officer/record.ts'
import { rowsWithin } from '../../../shared/officer/rows-within.ts'
import { teamWork, type Work, type Worked } from '../../../shared/officer/team-work.ts'
import { unitFigures } from '../../../shared/officer/unit-figures.ts'
import { plannedDoors } from '../../store/days/planned-doors.ts'
import type { Database } from '../../store/open/database.ts'
import { outagesBetween } from '../../store/outages.ts'
import { counterEvents } from '../../store/record/counter-events.ts'
import type { OutagesTable } from '../../store/schema/tables.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { ticketsBetween, type StoredTicket } from '../../store/tickets.ts'
import { visitsAround, visitsBetween, type StoredVisit } from '../../store/visits.ts'
import type { Staff } from '../identity/access.ts'
import type { Offices } from '../office/offices.ts'
import { createWorkDays } from './work-days.ts'

const MOST_DAYS = 400
/** Days of a record unless others are asked for. */
export const RECORD_DAYS = 90

/** A period as it was asked for; what is left out has a default. */
export interface AskedPeriod {
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
}

/** Figures of the unit's work, and the record of whoever asks. */
export interface Figures {
  /** Of one agency: its services, and its counters for whatever they served. */
  unit(office: string, asked: AskedPeriod, scope?: Scope): Promise<UnitFigures>
  /** The record of this member of staff, and of nobody else. */
  own(staff: Pick<Staff, 'id' | 'officeId'>, asked: AskedPeriod): Promise<RecordView>
  /** The record of an officer as somebody else reads it: of these days, the earliest first, beside those whom the reader knows anyway. */
  record(
    staff: Pick<Staff, 'id' | 'officeId'>,
    days: readonly Period[],
    isKnown: Reader['isKnown'],
  ): Promise<RecordView>
  /** What each of some officers finished on days of a period, as their own record has it, and how much of it was within the standard. */
  workOf(office: string, period: Period, members: readonly Worked[]): Promise<ReadonlyMap<string, Work>>
}

export function createFigures(deps: { db: Database; offices: Offices; now: () => Instant }): Figures {
  const { db, offices, now } = deps
  const workDays = createWorkDays(deps)

  /** Of several stretches of days, the days between them left out. */
  async function recordOf({ id, officeId }: Pick<Staff, 'id' | 'officeId'>, days: readonly Period[], reader?: Reader) {
    const office = offices.get(officeId)
    const [from, to] = [days[0]!.from, days.at(-1)!.to]
    const [visits, shut, events] = await Promise.all([
      visitsAround(db, officeId, id, from, to),
      outagesBetween(db, officeId, from, to),
      counterEvents(db, officeId, from, to),
    ])
    await nextTurn()
    const isOf = (date: LocalDate) => days.some(d => d.from <= date && date <= d.to)
    const outages = shut.map(outageOf)
    const peers = peersBeside(id, { from, to, office, today: offices.today(officeId) }, reader)
    for await (const day of workDays.between(officeId, { from, to }, outages)) if (isOf(day.date)) peers.add(day)
    const rows = { visits: visits.filter(v => isOf(v.date)).map(visitFact), outages }
    const done = grouped(
      rows.visits.filter(v => v.officerId === id && isServed(v.outcome)),
      v => v.date,
    )
    const counterDays = [...events]
      .filter(([date]) => isOf(date))
      .map(([date, of]) => {
        return { date, events: of, services: new Set((done.get(date) ?? []).map(v => v.serviceId)) }
      })
    const at = { now: now(), zone: office.zone }
    const hours = hoursOf(counterDays, id, rows.outages, at)
    await nextTurn()
    return recordView(id, rows, { from, to, office, now: at.now, hours, peers: peers.told() })
  }

  return {
    async unit(id, asked, scope = null) {
      const hall = await offices.byDay(id)
      const today = offices.today(id)
      const period = periodOf(asked, today)
      const { from, to } = period
      const office = heldWithin(hall.office, hall, scope, period)
      const [tickets, visits, staff, outages, doors] = await Promise.all([
        ticketsBetween(db, id, from, to),
        visitsBetween(db, id, from, to),
        staffOfOffice(db, id),
        outagesBetween(db, id, from, to),
        plannedDoors(db, id, from, to),
      ])
      const rows = { tickets: tickets.map(ticketFact), visits: visits.map(visitFact), outages: outages.map(outageOf) }
      return unitFigures(rowsWithin(rows, holdings(hall, scope, period)), {
        from,
        to,
        now: now(),
        office,
        staff,
        doors,
      })
    },

    async own({ id, officeId }, asked) {
      return recordOf({ id, officeId }, [periodOf(asked, offices.today(officeId), RECORD_DAYS)])
    },

    record: (staff, days, isKnown) => recordOf(staff, days, { days, isKnown }),

    async workOf(officeId, period, members) {
      const outages = (await outagesBetween(db, officeId, period.from, period.to)).map(outageOf)
      const work = teamWork(members, offices.get(officeId))
      for await (const day of workDays.between(officeId, period, outages)) work.add(day)
      return work.sums
    },
  }
}

/** The days asked for: `to` is today unless given, `from` lies `days` − 1 earlier; throws `BAD_REQUEST` when they make no period. */
export function periodOf(asked: AskedPeriod, today: LocalDate, days = 1): Period {
  const to = asked.to ?? today
  const from = asked.from ?? addDays(to, 1 - days)
  const length = (Date.parse(to) - Date.parse(from)) / DAY + 1
  if (length < 1) throw new AppError('BAD_REQUEST', { where: 'query', field: 'from', problem: 'after the last day' })
  if (length > MOST_DAYS)
    throw new AppError('BAD_REQUEST', { where: 'query', field: 'from', problem: `more than ${MOST_DAYS} days` })
  return { from, to }
}

/** A closing's row as the figures know it. */
export function outageOf({ service_id: serviceId, since, until }: OutagesTable): Outage {
  return { serviceId, since, until }
}

/** A ticket's row as the figures know it. */
export function ticketFact(row: StoredTicket): TicketFact {
  return {
    date: row.date,
    no: row.no,
    serviceId: row.service_id,
    state: row.state,
    slotStart: row.slot_start,
    arrivedAt: row.arrived_at,
    queuedAt: row.queued_at,
    calledAt: row.called_at,
    endedAt: row.ended_at,
    invited: Boolean(row.invited),
    leftPart: Boolean(row.left_part),
    why: row.why,
    promised: promisedIn(row),
  }
}

/** What a row says was promised. */
function promisedIn({ promised_from: from, promised_to: to }: Pick<StoredTicket, 'promised_from' | 'promised_to'>) {
  return from === null || to === null ? null : { from, to }
}

/** A visit's row as the figures know it; each field set by itself, since objects that are spread together are slow, and there are thousands. */
export function visitFact(row: StoredVisit): VisitFact {
  const fact: { -readonly [key in keyof VisitFact]: VisitFact[key] } = {
    date: row.date,
    no: row.no,
    officerId: row.officer_id,
    counterId: row.counter_id,
    serviceId: row.service_id,
    queuedAt: row.queued_at,
    calledAt: row.called_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    heldMs: row.held_ms,
    priority: row.priority === 1,
    outcome: row.outcome,
    ticketState: row.ticket_state,
  }
  const promised = promisedIn(row)
  if (row.slot_start !== null) fact.booked = true
  if (row.parts !== null) fact.parts = row.parts
  if (promised !== null) fact.promised = promised
  if (row.ticket_left_part) fact.ticketLeftPart = true
  if (row.clock_wrong) fact.clockWrong = true
  return fact
}
