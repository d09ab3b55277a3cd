import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, weekOf, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { hasCounter, type Scope } from '../../../shared/office/scope.ts'
import { held, placesOf, plannedOf, type PlannedAt } from '../../../shared/roster/places.ts'
import {
  cellOf,
  PATTERN_WEEK,
  sameCell,
  withCell,
  type Leave,
  type Person,
  type Shift,
} from '../../../shared/roster/roster.ts'
import type { Database } from '../../store/open/database.ts'
import { onRecord } from '../../store/audit.ts'
import { leaveRow, leavesBetween, noLeave, staffOfLeave } from '../../store/roster/leaves.ts'
import { servedSince, staffWithRoles, type StaffAtWork } from '../../store/roster/people.ts'
import { newestWeek, shiftsFrom, weekRow, type StoredWeek } from '../../store/roster/weeks.ts'
import type { Offices } from '../office/offices.ts'

/** Days of visits from which it is known who serves what. */
const SERVED_DAYS = 30
const MOST_TRIES = 100

type Placed = Omit<Shift, 'staffId' | 'date'>
type Planned = Answer<'POST /api/offices/:office/roster/:week'>

/** One person's day as somebody saw it, and as it shall be. */
export interface CellChange {
  readonly staffId: string
  readonly date: LocalDate
  readonly seen: readonly Placed[]
  readonly shifts: readonly Placed[]
}

/** The office whose plan it is, or the agency of it whose people and counters alone are seen and planned. */
interface Place {
  readonly office: string
  readonly scope: Scope
}

/** The plans of the weeks of every office. */
export interface Rosters {
  week(at: Place, week: LocalDate): Promise<Answer<'GET /api/offices/:office/roster/:week'>>
  /** Throws `ROSTER_CHANGED` with the cells that somebody else has changed meanwhile: then nothing is saved. */
  save(at: Place, week: LocalDate, by: string, cells: readonly CellChange[]): Promise<Planned>
  served(at: Place): Promise<Answer<'GET /api/offices/:office/served'>>
  /** The id is that of the act, so that the same act adds it once. */
  addLeave(at: Place, by: string, leave: Leave): Promise<Leave>
  /** Throws `NOT_FOUND` for somebody of another agency. */
  removeLeave(at: Place, by: string, id: string): Promise<void>
  /** Without shifts that they can have no longer: at a counter that is gone, of another agency by now, or for which the right is gone. */
  own(office: string, staffId: string): Promise<Answer<'GET /api/me/roster'>>
  readonly ahead: Ahead
}

/** Everybody's shifts from today on that they can have as they and the office are now, by person and place. */
export type Ahead = (office: string) => Promise<ReadonlyMap<string, readonly PlannedAt[]>>

export function createRosters(deps: {
  db: Database
  offices: Pick<Offices, 'get' | 'today'>
  now: () => Instant
}): Rosters {
  const { db, offices, now } = deps

  /** An agency sees the shifts of its own people, and who saved them last where that was one of them. */
  async function answerOf({ office, scope }: Place, week: LocalDate, stored: StoredWeek | undefined): Promise<Planned> {
    const people = await staffWithRoles(db, office, scope)
    const nameOf = (id: string) => people.find(p => p.id === id)?.name ?? (scope === null ? id : undefined)
    const by = stored && nameOf(stored.byId)
    const own = new Set(people.map(p => p.id))
    return {
      week,
      version: stored?.version ?? 0,
      saved: stored && by !== undefined ? { at: stored.at, by } : null,
      shifts: (stored?.shifts ?? []).filter(s => scope === null || own.has(s.staffId)),
    }
  }

  /** Refuses people and counters of nowhere, dates of another week, and days that are over. */
  async function check({ office, scope }: Place, week: LocalDate, cells: readonly CellChange[]): Promise<void> {
    const hall = offices.get(office)
    const people = new Set((await staffWithRoles(db, office, scope)).map(p => p.id))
    const counters = new Set(hall.counters.filter(c => hasCounter(hall, scope, c.id)).map(c => c.id))
    const today = offices.today(office)
    for (const { staffId, date, shifts } of cells) {
      const named = [staffId, ...shifts.flatMap(s => s.insteadOf ?? [])]
      if (!named.every(id => people.has(id))) throw new AppError('NOT_FOUND')
      if (weekOf(date) !== week) throw new AppError('BAD_REQUEST', { where: 'body', field: 'date' })
      if (week !== PATTERN_WEEK && date < today) throw new AppError('DATE_PAST')
      const unknown = shifts.find(s => s.counterId !== null && !counters.has(s.counterId))
      if (unknown) throw new AppError('COUNTER_UNKNOWN', { counterId: unknown.counterId })
    }
  }

  const personOf = (office: string, { id, name, active, roles, agency }: StaffAtWork): Person => ({
    ...{ id, name, active, agency },
    ...placesOf(roles, offices.get(office).roles),
  })

  /** Those of some shifts that their people can have as they and the office are now. */
  async function heldOf(office: string, shifts: readonly Shift[]): Promise<readonly Shift[]> {
    const people = (await staffWithRoles(db, office)).map(one => personOf(office, one))
    return held(shifts, offices.get(office), people)
  }

  return {
    async week(at, week) {
      const { office, scope } = at
      const stored = await newestWeek(db, office, week)
      const planned = await answerOf(at, week, stored)
      const named = new Set(planned.shifts.map(s => s.staffId))
      const staff = await staffWithRoles(db, office, scope)
      const own = new Set(staff.map(p => p.id))
      const leaves = (await leavesBetween(db, office, week, addDays(week, 6))).filter(l => own.has(l.staffId))
      const people = staff.map(one => personOf(office, one))
      return {
        ...planned,
        leaves,
        // Whoever has left stays on the plans of the past.
        people: people.filter(p => named.has(p.id) || (p.active && (p.counter || p.front))),
      }
    },

    async save(at, week, by, cells) {
      const { office } = at
      await check(at, week, cells)
      const byId = by.replace(/^staff:/, '')
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const last = await newestWeek(db, office, week)
        let shifts = last?.shifts ?? []
        const lost: { staffId: string; date: LocalDate }[] = []
        let changed = 0
        for (const { staffId, date, ...cell } of cells) {
          const of = (placed: readonly Placed[]) => placed.map(p => ({ staffId, date, ...p }))
          const stands = cellOf(shifts, staffId, date)
          // Saved already: by an answer that never came, or by somebody who wished the same.
          if (sameCell(stands, of(cell.shifts))) continue
          if (!sameCell(stands, of(cell.seen))) lost.push({ staffId, date })
          shifts = withCell(shifts, staffId, date, of(cell.shifts))
          changed++
        }
        if (lost.length > 0) throw new AppError('ROSTER_CHANGED', { cells: lost })
        if (changed === 0) return answerOf(at, week, last)
        const next = { version: (last?.version ?? 0) + 1, at: now(), byId, shifts }
        const first = weekRow(db, { office, week, ...next })
        const detail = { office, week, version: next.version, cells: changed }
        if (!(await onRecord(db, { first, then: [] }, { at: next.at, who: by, what: 'roster.saved', detail }))) continue
        return answerOf(at, week, next)
      }
      throw new AppError('UNAVAILABLE')
    },

    async served({ office, scope }) {
      const own = new Set((await staffWithRoles(db, office, scope)).map(p => p.id))
      const served = await servedSince(db, office, addDays(offices.today(office), -SERVED_DAYS))
      return { served: served.filter(s => own.has(s.staffId)) }
    },

    async addLeave({ office, scope }, by, leave) {
      const people = await staffWithRoles(db, office, scope)
      if (!people.some(p => p.id === leave.staffId)) throw new AppError('NOT_FOUND')
      // Why somebody is away is nobody's business in the audit log.
      const { id, staffId, from, to } = leave
      const entry = { at: now(), who: by, what: 'leave.added', detail: { office, id, staffId, from, to } }
      if (await onRecord(db, { first: leaveRow(db, office, leave), then: [] }, entry)) return leave
      const known = (await leavesBetween(db, office, leave.from, leave.to)).find(l => l.id === leave.id)
      if (!isDeepStrictEqual(known, leave)) throw new AppError('COMMAND_ID_REUSED')
      return leave
    },

    async removeLeave({ office, scope }, by, id) {
      const of = scope === null ? undefined : await staffOfLeave(db, office, id)
      if (of !== undefined && !(await staffWithRoles(db, office, scope)).some(p => p.id === of))
        throw new AppError('NOT_FOUND')
      const entry = { at: now(), who: by, what: 'leave.removed', detail: { office, id } }
      await onRecord(db, { first: noLeave(db, office, id), then: [] }, entry)
    },

    async own(office, staffId) {
      const today = offices.today(office)
      const week = weekOf(today)
      const weeks = await Promise.all([week, addDays(week, 7)].map(monday => newestWeek(db, office, monday)))
      const leaves = await leavesBetween(db, office, week, addDays(week, 13))
      const shifts = weeks.flatMap(w => w?.shifts ?? []).filter(s => s.staffId === staffId)
      return {
        today,
        shifts: [...(await heldOf(office, shifts))],
        leaves: leaves.filter(l => l.staffId === staffId),
      }
    },

    async ahead(office) {
      const shifts = await heldOf(office, await shiftsFrom(db, office, offices.today(office)))
      const people = new Set(shifts.map(s => s.staffId))
      return new Map([...people].map(id => [id, plannedOf(shifts.filter(s => s.staffId === id))]))
    },
  }
}
