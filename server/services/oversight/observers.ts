import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { permissionsOf, type OwnRole } from '../../../shared/office/permissions.ts'
import {
  holdsOn,
  observablePeriods,
  observedOffices,
  observedPeriod,
  observedWork,
  type Observed,
  type Read,
} from '../../../shared/oversight/observed.ts'
import type { FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { observedTable } from '../../../shared/tables/observed-table.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { observationById, observationEnds, observationRow, observationsOf } from '../../store/people/oversight.ts'
import type { ObservationsTable } from '../../store/schema/people-tables.ts'
import { findByUsername, staffById, type StaffMember } from '../../store/staff.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { createTurn } from '../office/turn.ts'
import type { Figures } from '../officer/figures.ts'
import type { Quality } from '../survey/quality.ts'
import { csvOf } from '../tables/csv.ts'

/** Somebody who observes an office. */
export interface Observer {
  readonly id: string
  readonly name: string
  readonly username: string
  /** The office where they work. */
  readonly home: string
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly now: boolean
}

/** What an observer sees. */
export interface Sight {
  readonly period: FixedPeriod
  readonly periods: readonly string[]
  readonly offices: readonly Observed[]
}

/** Who agrees, in which office. */
interface By {
  readonly who: string
  readonly office: string
}

/** Observers: each office agrees for itself, and is then read beside the others that have agreed. */
export interface Observers {
  of(office: string): Promise<readonly Observer[]>
  /** Throws `OBSERVER_UNKNOWN`, `OBSERVED_ALREADY`, `DATE_PAST`, and `COMMAND_ID_REUSED` for anything but what stands by this key. */
  agree(by: By, wanted: { username: string; from: LocalDate; to: LocalDate | null }, key: string): Promise<Observer>
  /** Throws `NOT_FOUND`. */
  end(by: By, id: string): Promise<void>
  /** Throws `FORBIDDEN` for somebody of an agency, `BAD_REQUEST` for no such period. */
  see(staff: Staff, period: string | undefined): Promise<Sight>
  file(staff: Staff, period: string | undefined, lang: Lang): Promise<{ name: string; type: string; content: string }>
}

export function createObservers(deps: {
  readonly db: Database
  readonly offices: Offices
  readonly figures: Pick<Figures, 'unit'>
  readonly quality: Pick<Quality, 'ikm' | 'days'>
  readonly now: () => Instant
}): Observers {
  const { db, offices, figures, quality, now } = deps
  // One after another, so that nobody is agreed to twice for one day.
  const inTurn = createTurn()
  const ownRoles = (office: string): readonly OwnRole[] => offices.all().find(({ id }) => id === office)?.roles ?? []

  async function observerOf(row: ObservationsTable, of?: StaffMember): Promise<Observer> {
    const staff = of ?? (await staffById(db, row.staff_id))
    const home = offices.all().find(o => o.id === staff?.officeId)?.name ?? ''
    const term = { from: row.from_date, to: row.to_date }
    const named = { name: staff?.name ?? '', username: staff?.username ?? '', home }
    return { id: row.id, ...named, ...term, now: holdsOn(term, offices.today(row.office)) }
  }

  async function read(id: string, period: FixedPeriod): Promise<Read> {
    const { name, city, zone } = offices.get(id)
    const date = offices.today(id)
    const until = period.to < date ? period.to : date
    const [today, work, ikm, rated] = await Promise.all([
      figures.unit(id, { from: date, to: date }),
      period.from > date ? undefined : figures.unit(id, { from: period.from, to: until }),
      quality.ikm(id, { period: period.key }),
      quality.days(id, period.key),
    ])
    return {
      office: { id, name, city, zone },
      date,
      today: observedWork(today),
      period: work ? observedWork(work) : { served: null, wait: null },
      ikm,
      ratings: rated.view,
      days: rated.days,
    }
  }

  async function see(staff: Staff, key: string | undefined): Promise<Sight> {
    // Whoever belongs to an agency sees nothing of any whole.
    if (staff.agency !== null) throw new AppError('FORBIDDEN')
    const today = offices.today(staff.officeId)
    const period = observedPeriod(key, today)
    if (!period) throw new AppError('BAD_REQUEST', { where: 'query', field: 'period', problem: 'no such period' })
    const rows = await observationsOf(db, { staffId: staff.id })
    const known = new Set(offices.all().map(o => o.id))
    const ids = rows
      .filter(r => known.has(r.office) && holdsOn({ from: r.from_date, to: r.to_date }, offices.today(r.office)))
      .map(r => r.office)
    const all: Read[] = []
    // One office after another: each of them reads much.
    for (const id of new Set(ids)) all.push(await read(id, period))
    return { period, periods: observablePeriods(today).map(p => p.key), offices: observedOffices(all) }
  }

  return {
    of: async office => Promise.all((await observationsOf(db, { office })).map(row => observerOf(row))),

    agree: ({ who, office }, { username, from, to }, key) =>
      inTurn(async () => {
        const id = hashOf(`observation ${who} ${key}`).slice(0, 22)
        const staff = await findByUsername(db, username)
        const known = await observationById(db, id)
        if (known) {
          const stands = [known.office, known.staff_id, known.from_date, known.to_date]
          if (!isDeepStrictEqual(stands, [office, staff?.id, from, to])) throw new AppError('COMMAND_ID_REUSED')
          return observerOf(known, staff)
        }
        const rows = await observationsOf(db, { office })
        const may =
          staff?.active === true &&
          staff.agency === null &&
          permissionsOf(staff.roles, ownRoles(staff.officeId)).has('office.observe')
        if (!may) throw new AppError('OBSERVER_UNKNOWN')
        if (from < offices.today(office)) throw new AppError('DATE_PAST')
        if (to !== null && to < from)
          throw new AppError('BAD_REQUEST', { where: 'body', field: 'to', problem: 'before the first day' })
        const twice = rows.some(
          r =>
            r.staff_id === staff.id &&
            (r.to_date === null || r.to_date >= from) &&
            (to === null || r.from_date <= to) &&
            (r.to_date === null || r.from_date <= r.to_date),
        )
        if (twice) throw new AppError('OBSERVED_ALREADY')
        const row = {
          ...{ id, staff_id: staff.id, office, from_date: from, to_date: to },
          ...{ decided_by: who.slice('staff:'.length), decided_at: now() },
        }
        const detail = { office, observation: id, staff: staff.id, from, to }
        const entry = { at: now(), who, what: 'observer.agree', detail }
        await onRecord(db, { first: observationRow(db, row), then: [] }, entry)
        return observerOf(row, staff)
      }),

    end: ({ who, office }, id) =>
      inTurn(async () => {
        const row = (await observationsOf(db, { office })).find(r => r.id === id)
        if (!row) throw new AppError('NOT_FOUND')
        const to = addDays(offices.today(office), -1)
        if (row.to_date !== null && row.to_date <= to) return
        const entry = {
          at: now(),
          who,
          what: 'observer.end',
          detail: { office, observation: id, staff: row.staff_id, to },
        }
        await onRecord(db, { first: observationEnds(db, id, to), then: [] }, entry)
      }),

    see,
    async file(staff, key, lang) {
      const sight = await see(staff, key)
      const bytes = csvOf(observedTable(sight, lang))
      return {
        name: `pemantauan_${sight.period.key}.csv`,
        type: 'text/csv; charset=utf-8',
        content: Buffer.from(bytes).toString('base64'),
      }
    },
  }
}
