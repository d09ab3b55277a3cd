import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, weekOf, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { permissionsOf } from '../../../shared/office/permissions.ts'
import { cellOf, PATTERN_WEEK, sameCell, withCell, type Leave, type Shift } from '../../../shared/roster/roster.ts'
import type { Database } from '../../store/open/database.ts'
import { deleteLeave, insertLeave, leavesBetween } from '../../store/roster/leaves.ts'
import { servedSince, staffWithRoles } from '../../store/roster/people.ts'
import { insertWeek, newestWeek, type StoredWeek } from '../../store/roster/weeks.ts'
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

/** The plans of the weeks of every office. */
export interface Rosters {
  week(office: string, week: LocalDate): Promise<Answer<'GET /api/offices/:office/roster/:week'>>
  /** Throws `ROSTER_CHANGED` with the cells that somebody else has changed meanwhile: then nothing is saved. */
  save(office: string, week: LocalDate, by: string, cells: readonly CellChange[]): Promise<Planned>
  served(office: string): Promise<Answer<'GET /api/offices/:office/served'>>
  /** The id is that of the act, so that the same act adds it once. */
  addLeave(office: string, by: string, leave: Leave): Promise<Leave>
  removeLeave(office: string, by: string, id: string): Promise<void>
  own(office: string, staffId: string): Promise<Answer<'GET /api/me/roster'>>
}

export function createRosters(deps: {
  db: Database
  offices: Pick<Offices, 'get' | 'today'>
  now: () => Instant
  record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
}): Rosters {
  const { db, offices, now, record } = deps

  async function plannedOf(office: string, week: LocalDate, stored: StoredWeek | undefined): Promise<Planned> {
    const name = async (id: string) => (await staffWithRoles(db, office)).find(p => p.id === id)?.name ?? id
    return {
      week,
      version: stored?.version ?? 0,
      saved: stored ? { at: stored.at, by: await name(stored.byId) } : null,
      shifts: stored?.shifts ?? [],
    }
  }

  /** Refuses people and counters of nowhere, dates of another week, and days that are over. */
  async function check(office: string, week: LocalDate, cells: readonly CellChange[]): Promise<void> {
    const people = new Set((await staffWithRoles(db, office)).map(p => p.id))
    const counters = new Set(offices.get(office).counters.map(c => c.id))
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

  return {
    async week(office, week) {
      const stored = await newestWeek(db, office, week)
      const planned = await plannedOf(office, week, stored)
      const leaves = await leavesBetween(db, office, week, addDays(week, 6))
      const named = new Set(planned.shifts.map(s => s.staffId))
      const people = (await staffWithRoles(db, office)).map(({ id, name, active, roles }) => {
        const may = permissionsOf(roles, offices.get(office).roles)
        return { id, name, active, counter: may.has('queue.call'), front: may.has('booking.help') }
      })
      return {
        ...planned,
        leaves,
        // Whoever has left stays on the plans of the past.
        people: people.filter(p => named.has(p.id) || (p.active && (p.counter || p.front))),
      }
    },

    async save(office, week, by, cells) {
      await check(office, week, cells)
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
        if (changed === 0) return plannedOf(office, week, last)
        const next = { version: (last?.version ?? 0) + 1, at: now(), byId, shifts }
        if (!(await insertWeek(db, { office, week, ...next }))) continue
        await record(by, 'roster.saved', { office, week, version: next.version, cells: changed })
        return plannedOf(office, week, next)
      }
      throw new AppError('UNAVAILABLE')
    },

    async served(office) {
      return { served: await servedSince(db, office, addDays(offices.today(office), -SERVED_DAYS)) }
    },

    async addLeave(office, by, leave) {
      const people = await staffWithRoles(db, office)
      if (!people.some(p => p.id === leave.staffId)) throw new AppError('NOT_FOUND')
      if (await insertLeave(db, office, leave)) {
        // Why somebody is away is nobody's business in the audit log.
        const { id, staffId, from, to } = leave
        await record(by, 'leave.added', { office, id, staffId, from, to })
        return leave
      }
      const known = (await leavesBetween(db, office, leave.from, leave.to)).find(l => l.id === leave.id)
      if (!isDeepStrictEqual(known, leave)) throw new AppError('COMMAND_ID_REUSED')
      return leave
    },

    async removeLeave(office, by, id) {
      if (await deleteLeave(db, office, id)) await record(by, 'leave.removed', { office, id })
    },

    async own(office, staffId) {
      const today = offices.today(office)
      const week = weekOf(today)
      const weeks = await Promise.all([week, addDays(week, 7)].map(monday => newestWeek(db, office, monday)))
      const leaves = await leavesBetween(db, office, week, addDays(week, 13))
      return {
        today,
        shifts: weeks.flatMap(w => w?.shifts ?? []).filter(s => s.staffId === staffId),
        leaves: leaves.filter(l => l.staffId === staffId),
      }
    },
  }
}
