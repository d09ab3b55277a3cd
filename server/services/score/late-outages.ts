import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, atClock, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import {
  agreedLate,
  lateState,
  mayAgree,
  takenBackLate,
  touchedParts,
  type TouchedPart,
} from '../../../shared/officer/outage/late.ts'
import type { CloseReason } from '../../../shared/queue/day.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { outagesBetween } from '../../store/outages.ts'
import {
  lateApplied,
  lateGoes,
  lateOutageBy,
  lateOutageById,
  lateOutageRow,
  lateOutagesOf,
  lateStands,
  visitTimesOf,
} from '../../store/record/late-outages.ts'
import { runsOf } from '../../store/record/scores.ts'
import type { LateOutagesTable } from '../../store/schema/record/outage-tables.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Chain } from '../../../shared/oversight/team.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf } from '../identity/secrets.ts'
import { ofEach } from '../office/of-each.ts'
import type { Offices } from '../office/offices.ts'
import { createTurn } from '../office/turn.ts'
import type { Computing, Exclusion } from './computing.ts'
import { createLateObjections } from './late-objections.ts'
import { createLateOwn } from './late-own.ts'
import { actsOf, toldOf, type ToldLate } from './late-told.ts'

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

/** What follows from an outage: the parts of the day it touches, and of how many ratings of its service that day how many are left out. */
export interface LateMeant {
  readonly parts: readonly TouchedPart[]
  /** `null` while no period that holds the day was computed. */
  readonly ratings: { readonly meant: number; readonly of: number } | null
}

/** Outages that are marked after their day: one marks, another agrees, and only then anything follows from them. */
export interface LateOutages {
  /** Throws `BAD_REQUEST` for no such time, `SERVICE_UNKNOWN`, `COMMAND_ID_REUSED`, and `OUTAGE_OWN`, on record, for an own case. */
  mark(staff: Pick<Staff, 'id'>, office: string, late: Late, key: string): Promise<void>
  /** What would follow from one. Throws `BAD_REQUEST` and `SERVICE_UNKNOWN` as `mark` does. */
  meant(office: string, late: Late): Promise<LateMeant>
  /** The latest day first. */
  of(staff: Pick<Staff, 'id'>, office: string): Promise<readonly ToldLate[]>
  /** How many wait for somebody to agree; none for whoever does not read the whole unit. */
  waiting(staff: Pick<Staff, 'id' | 'officeId' | 'agency' | 'permissions'>): Promise<number>
  /** A second person agrees to what waits. Throws `NOT_FOUND`, `OUTAGE_SECOND` and `OUTAGE_OWN` (both on record) and `OUTAGE_ENDED`. */
  agree(staff: Pick<Staff, 'id'>, office: string, id: string): Promise<void>
  /** Throws `NOT_FOUND`, `OUTAGE_OWN` (on record) and `OUTAGE_ENDED`. */
  takeBack(staff: Pick<Staff, 'id'>, office: string, id: string): Promise<void>
  /**
   * An officer whose visits it touches says that one that stands is mistaken; that asks for its taking back. Throws `NOT_FOUND`,
   * `OUTAGE_ENDED` where it does not stand or somebody said so before, and `CONTEST_LATE` after fourteen days.
   */
  object(officer: Pick<Staff, 'id'>, office: string, id: string, words: string): Promise<void>
  /** It stays, though its officer says it is mistaken. Throws `NOT_FOUND`, `OUTAGE_SECOND` and `OUTAGE_OWN` (both on record) and `OUTAGE_ENDED`. */
  keep(staff: Pick<Staff, 'id'>, office: string, id: string, words: string): Promise<void>
  /** Tells the scores of every one that stands or is gone, once each; also what a kill left behind. */
  pass(): Promise<void>
}

export function createLateOutages(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'all' | 'get' | 'today'>
  readonly now: () => Instant
  readonly computing: Pick<Computing, 'recompute' | 'putBack' | 'meant'>
  /** Who stands in for whom. */
  readonly chain: (office: string) => Promise<Chain>
  /** Tells the screens of whoever reads the whole unit of an office that there is news. */
  readonly tell: (office: string) => Promise<void>
  /** Tells the screens of somebody. */
  readonly tellOne: (staffId: string) => void
}): LateOutages {
  const { db, offices, now, computing, tell } = deps
  const own = createLateOwn(deps)
  const { isOwn, mustBeOthers, recorded } = own
  const objections = createLateObjections({ ...deps, ...own })
  // One after another, so that each finds what those before it left; the scores follow outside of it.
  const inTurn = createTurn()

  function rowOf(office: string, { serviceId, date, from, to, reason }: Late, id: string, who: string) {
    const { zone, services } = offices.get(office)
    if (!services.some(s => s.id === serviceId)) throw new AppError('SERVICE_UNKNOWN')
    const today = offices.today(office)
    const wrong = (field: string, problem: string) => new AppError('BAD_REQUEST', { where: 'body', field, problem })
    if (date >= today || date < addDays(today, -BACK_DAYS)) throw wrong('date', 'a day that is over')
    if (from >= to) throw wrong('to', 'later than from')
    const row: LateOutagesTable = {
      ...{ id, office, date, service_id: serviceId, reason },
      ...{ since: atClock(date, from, zone), until: atClock(date, to, zone), marked_by: who, marked_at: now() },
      ...{ agreed_by: null, agreed_at: null, back_by: null, back_at: null, gone_by: null, gone_at: null },
      ...{ applied_at: null, gone_applied_at: null, objected_by: null, objected_at: null, objected_words: null },
      ...{ kept_by: null, kept_at: null, kept_words: null },
    }
    return row
  }

  async function found(office: string, id: string): Promise<LateOutagesTable> {
    // Ids of before hold a stroke, which an address does not.
    const row = await lateOutageById(db, id.replace(/^late:/, 'late/'))
    if (row?.office !== office) throw new AppError('NOT_FOUND')
    return row
  }

  /** Which ratings it leaves out; `undefined` where it overlaps most visits of no part of the day. */
  async function leaving(row: LateOutagesTable): Promise<Exclusion | undefined> {
    const { office, date, service_id: service } = row
    const parts = touchedParts(await visitTimesOf(db, office, date, service), row, offices.get(office).zone)
    const hours = parts.filter(({ out }) => out).map(({ part }) => part)
    return hours.length > 0 ? { from: date, to: date, services: [service], hours } : undefined
  }

  async function followOne(row: LateOutagesTable): Promise<void> {
    const { id, office, date } = row
    if (row.gone_by !== null && row.applied_at !== null && row.gone_applied_at === null) {
      const again: { by: string; exclusion: Exclusion }[] = []
      for (const other of await lateOutagesOf(db, office)) {
        const stays = other.date === date && other.gone_by === null && other.applied_at !== null
        const exclusion = stays ? await leaving(other) : undefined
        if (exclusion) again.push({ by: other.id, exclusion })
      }
      await computing.putBack({ id, office, from: date, to: date, again, who: 'system' })
      await lateApplied(db, id, 'gone_applied_at', now())
    } else if (lateState(actsOf(row)) !== 'waits' && row.gone_by === null && row.applied_at === null) {
      const exclusion = await leaving(row)
      if (exclusion) await computing.recompute({ id, office, cause: 'outage', exclusion, who: 'system' })
      await lateApplied(db, id, 'applied_at', now())
    }
  }

  async function follow(office: string): Promise<void> {
    for (const row of await lateOutagesOf(db, office)) await followOne(row)
  }

  /** Writes an act with its line; what somebody else did in between is none of it. */
  async function done(row: LateOutagesTable, who: string, what: 'agreed' | 'back' | 'gone', then: Rows): Promise<void> {
    const { office, id, service_id: service, date } = row
    const entry = { at: now(), who: `staff:${who}`, what: `outage.late.${what}`, detail: { office, id, service, date } }
    const written = await onRecord(db, { first: lateOutageBy(db, row, what, who, now()), then: [...then] }, entry)
    if (!written) throw new AppError('OUTAGE_ENDED')
    await tell(office)
  }

  async function mark({ id: who }: Pick<Staff, 'id'>, office: string, late: Late, key: string): Promise<void> {
    const id = `late-${hashOf(`outage ${office} ${who} ${key}`).slice(0, 22)}`
    const row = rowOf(office, late, id, who)
    const known = await lateOutageById(db, id)
    if (known) {
      if (!isDeepStrictEqual(timesOf(known), timesOf(row))) throw new AppError('COMMAND_ID_REUSED')
      return
    }
    await recorded(row, who, () => mustBeOthers(row, who))
    const standing = await outagesBetween(db, office, row.date, row.date)
    const waiting = (await lateOutagesOf(db, office)).filter(o => o.gone_by === null && o.date === row.date)
    // Twice the same minutes would be taken off a wait twice.
    const others = [...standing, ...waiting].filter(o => o.service_id === row.service_id)
    if (others.some(o => o.since < row.until && (o.until ?? Infinity) > row.since))
      throw new AppError('BAD_REQUEST', {
        where: 'body',
        field: 'from',
        problem: 'an outage is marked there already',
      })
    const { date, service_id: service, since, until, reason } = row
    const detail = { office, id, service, date, since, until, reason }
    const entry = { at: now(), who: `staff:${who}`, what: 'outage.late', detail }
    if (await onRecord(db, { first: lateOutageRow(db, row), then: [] }, entry)) await tell(office)
  }

  return {
    mark: (staff, office, late, key) => inTurn(() => mark(staff, office, late, key)),

    async meant(office, late) {
      const row = rowOf(office, late, '', '')
      const { date, service_id: service } = row
      const parts = touchedParts(await visitTimesOf(db, office, date, service), row, offices.get(office).zone)
      const computed = (await runsOf(db, office)).map(run => fixedPeriod(run.period)!)
      if (!computed.some(({ from, to }) => from <= date && date <= to)) return { parts, ratings: null }
      const exclusion = await leaving(row)
      const of = await computing.meant(office, { from: date, to: date, services: [service] })
      return { parts, ratings: { meant: exclusion ? await computing.meant(office, exclusion) : 0, of } }
    },

    async of({ id: who }, office) {
      const rows = await lateOutagesOf(db, office)
      const names = new Map((await staffOfOffice(db, office)).map(s => [s.id, s.name]))
      const read = async (row: LateOutagesTable) =>
        toldOf(row, { id: who, own: row.gone_by === null && (await isOwn(row, who)) }, names)
      return Promise.all(rows.map(read))
    },

    async waiting({ id, officeId, agency, permissions }) {
      if (agency !== null || !permissions.has('unit.read')) return 0
      let n = 0
      for (const row of await lateOutagesOf(db, officeId))
        if (mayAgree(actsOf(row), id) && !(await isOwn(row, id))) n += 1
      return n
    },

    async agree({ id: who }, office, id) {
      await inTurn(async () => {
        const row = await found(office, id)
        if ((row.agreed_by === who && row.back_by === null) || (row.gone_by === who && row.back_by !== null)) return
        const becomes = await recorded(row, who, async () => {
          await mustBeOthers(row, who)
          return agreedLate(actsOf(row), who)
        })
        if (becomes === 'stands') await done(row, who, 'agreed', [lateStands(db, row)])
        else await done(row, who, 'gone', [lateGoes(db, row.id)])
      })
      await follow(office)
    },

    async takeBack({ id: who }, office, id) {
      await inTurn(async () => {
        const row = await found(office, id)
        if (row.back_by === who || row.gone_by === who) return
        await recorded(row, who, () => mustBeOthers(row, who))
        await done(row, who, takenBackLate(actsOf(row)) === 'gone' ? 'gone' : 'back', [])
      })
      await follow(office)
    },

    object: (officer, office, id, words) =>
      inTurn(async () => objections.object(officer, await found(office, id), words)),
    keep: (staff, office, id, words) => inTurn(async () => objections.keep(staff, await found(office, id), words)),

    async pass() {
      await ofEach(offices.all(), ({ id }) => follow(id))
    },
  }
}

const timesOf = ({ date, service_id, since, until, reason }: LateOutagesTable) => [
  date,
  service_id,
  since,
  until,
  reason,
]
