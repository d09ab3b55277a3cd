import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, atClock, type Instant, type LocalDate, type Zone } from '../../../shared/kit/time.ts'
import { hourBandOf, type HourBand } from '../../../shared/officer/score/cells.ts'
import type { CloseReason } from '../../../shared/queue/day.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { lateOutage, lateOutagesToFollow, outageById, outagesBetween } from '../../store/outages.ts'
import type { OutagesTable } from '../../store/schema/tables.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf } from '../identity/secrets.ts'
import { ofEach } from '../office/of-each.ts'
import type { Offices } from '../office/offices.ts'
import type { Computing } from './computing.ts'

/** How many days back an outage may still be marked. */
const BACK_DAYS = 400

/** When a service stood still on a day that is over; `from` and `to` are clock times of the office, HH:MM. */
export interface Late {
  readonly serviceId: string
  readonly date: LocalDate
  readonly from: string
  readonly to: string
  readonly reason: CloseReason
}

/** Outages that are marked after their day, and what follows from them for the scores. */
export interface LateOutages {
  /** Throws `BAD_REQUEST` for no such time, `SERVICE_UNKNOWN`, `COMMAND_ID_REUSED`. */
  mark(staff: Pick<Staff, 'id'>, office: string, late: Late, key: string): Promise<void>
  /** Leaves out the ratings of every one of which it was not done yet, once each; also what a kill left behind. */
  pass(): Promise<void>
}

export function createLateOutages(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'all' | 'get' | 'today'>
  readonly now: () => Instant
  readonly computing: Pick<Computing, 'recompute'>
}): LateOutages {
  const { db, offices, now, computing } = deps

  function rowOf(office: string, { serviceId, date, from, to, reason }: Late, id: string): OutagesTable {
    const { zone, services } = offices.get(office)
    if (!services.some(s => s.id === serviceId)) throw new AppError('SERVICE_UNKNOWN')
    const today = offices.today(office)
    const wrong = (field: string, problem: string) => new AppError('BAD_REQUEST', { where: 'body', field, problem })
    if (date >= today || date < addDays(today, -BACK_DAYS)) throw wrong('date', 'a day that is over')
    if (from >= to) throw wrong('to', 'later than from')
    const [since, until] = [atClock(date, from, zone), atClock(date, to, zone)]
    return { id, office, date, service_id: serviceId, reason, since, until }
  }

  async function mark(staff: Pick<Staff, 'id'>, office: string, late: Late, key: string): Promise<void> {
    const id = `late/${hashOf(`outage ${office} ${staff.id} ${key}`).slice(0, 22)}`
    const row = rowOf(office, late, id)
    const known = await outageById(db, id)
    if (known && !isDeepStrictEqual(known, row)) throw new AppError('COMMAND_ID_REUSED')
    const others = (await outagesBetween(db, office, row.date, row.date)).filter(o => o.service_id === row.service_id)
    // Twice the same minutes would be taken off a wait twice.
    if (!known && others.some(o => o.since < row.until! && (o.until ?? Infinity) > row.since))
      throw new AppError('BAD_REQUEST', { where: 'body', field: 'from', problem: 'an outage is marked there already' })
    const { date, service_id: service, since, until, reason } = row
    const detail = { office, id, service, date, since, until, reason }
    const entry = { at: now(), who: `staff:${staff.id}`, what: 'outage.late', detail }
    await onRecord(db, { first: lateOutage(db, row), then: [] }, entry)
    await follow(office)
  }

  async function follow(office: string): Promise<void> {
    const { zone } = offices.get(office)
    for (const { id, date, service_id, since, until } of await lateOutagesToFollow(db, office)) {
      const exclusion = { from: date, to: date, services: [service_id], hours: bandsOf(since, until!, zone) }
      await computing.recompute({ id, office, cause: 'outage', exclusion, who: 'system' })
    }
  }

  return {
    mark,
    async pass() {
      await ofEach(offices.all(), ({ id }) => follow(id))
    },
  }
}

const BANDS: readonly HourBand[] = ['pagi', 'siang', 'sore']

/** The parts of the day that an outage touches: a rating keeps no more of its hour. */
function bandsOf(since: Instant, until: Instant, zone: Zone): readonly HourBand[] {
  const [first, last] = [since, until - 1].map(at => BANDS.indexOf(hourBandOf(at, zone)))
  return BANDS.slice(first, last! + 1)
}
