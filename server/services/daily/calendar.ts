import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import { compareNames } from '../../../shared/kit/by-name.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import {
  ASK_BACK_DAYS,
  LONGEST_ABSENCE,
  mustAsk,
  mustWait,
  mustWithdraw,
  type Absence,
} from '../../../shared/officer/calendar/absence.ts'
import { calendarOf, monthDays, type CalendarDay } from '../../../shared/officer/calendar/month.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { absenceBecomes, absenceById, absenceRow, absencesOf, servedByDay } from '../../store/record/calendar.ts'
import { versionsOf } from '../../store/record/daily.ts'
import { leaveRow, leavesBetween, noLeave } from '../../store/roster/leaves.ts'
import type { AbsencesTable } from '../../store/schema/record/calendar-tables.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf, type Sealer } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { createTurn } from '../office/turn.ts'
import type { Readings } from '../oversight/readings.ts'
import type { Leading } from './leading.ts'

/** An absence with the names and words of its answer. */
export interface NamedAbsence extends Absence {
  readonly officer: string
  readonly askedAt: Instant
  readonly decidedBy: string | null
  readonly decidedAt: Instant | null
  readonly words: string
}

/** A month of one officer. */
export interface Month {
  readonly today: LocalDate
  readonly days: readonly CalendarDay[]
  readonly absences: readonly NamedAbsence[]
}

type Me = Pick<Staff, 'id' | 'officeId'>

/** The calendar of each officer: what is known by itself, and absences that are asked for and agreed to. */
export interface Calendars {
  own(me: Me, month: string): Promise<Month>
  /** Those days alone on which one assesses the officer, on record as read; throws `NOT_FOUND` where there are none. */
  read(me: Me, officer: string, month: string): Promise<Month>
  /** Throws what `mustAsk` does, and `COMMAND_ID_REUSED` for anything but what stands by this key. */
  ask(me: Me, wanted: Pick<Absence, 'kind' | 'from' | 'to' | 'part'>, key: string): Promise<NamedAbsence>
  /** Throws `NOT_FOUND`, `ABSENCE_DECIDED`. */
  withdraw(me: Me, id: string): Promise<void>
  /** What waits for whoever assesses its officer on its first day, by name. */
  waiting(me: Me): Promise<readonly NamedAbsence[]>
  /** Throws `NOT_FOUND` for whoever does not assess, `ABSENCE_DECIDED` for one that has another answer. */
  decide(me: Me, id: string, answer: { readonly agree: boolean; readonly text: string }): Promise<void>
}

export function createCalendars(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly sealer: Sealer
  readonly leading: Leading
  readonly readings: Pick<Readings, 'note'>
  readonly now: () => Instant
  readonly tell: (staffId: string) => void
}): Calendars {
  const { db, offices, sealer, leading, readings, now, tell } = deps
  const inTurn = createTurn()

  async function named(office: string, rows: readonly AbsencesTable[]): Promise<readonly NamedAbsence[]> {
    const staff = await staffOfOffice(db, office)
    const nameOf = (id: string) => staff.find(s => s.id === id)?.name ?? id
    return rows.map(row => ({
      ...absenceOf(row),
      ...{ officer: nameOf(row.staff_id), askedAt: row.asked_at, decidedAt: row.decided_at },
      decidedBy: row.decided_by === null ? null : nameOf(row.decided_by),
      words: row.words === null ? '' : (sealer.open(row.words) ?? ''),
    }))
  }

  async function monthOf(office: string, officer: string, from: LocalDate, to: LocalDate): Promise<Month> {
    const today = offices.today(office)
    const [served, versions, leaves, rows] = await Promise.all([
      servedByDay(db, office, officer, from, to),
      versionsOf(db, [officer], from, to),
      leavesBetween(db, office, from, to),
      absencesOf(db, [officer], from, to),
    ])
    const known = {
      served,
      reported: new Set(versions.map(v => v.date)),
      leaves: leaves.filter(l => l.staffId === officer),
      asked: rows.filter(r => r.state === 'asked').map(absenceOf),
    }
    const days = calendarOf({ from, to }, { office: offices.get(office), today }, known)
    return { today, days, absences: await named(office, rows) }
  }

  async function told(office: string, row: AbsencesTable): Promise<void> {
    tell(row.staff_id)
    for (const id of await leading.toldOf(office, row.staff_id, row.from_date)) tell(id)
  }

  return {
    own: (me, month) => {
      const { from, to } = monthDays(month)
      return monthOf(me.officeId, me.id, from, to)
    },

    async read(me, officer, month) {
      const { from, to } = monthDays(month)
      const led = (await leading.within(me.officeId, me.id, from, to)).filter(l => l.officerId === officer)
      if (led.length === 0) throw new AppError('NOT_FOUND')
      const forId = led.some(l => l.forId === undefined) ? undefined : led[0]!.forId
      const { id: readerId, officeId } = me
      await readings.note({ office: officeId, officerId: officer, readerId, forId, what: 'calendar', period: month })
      const parts = await Promise.all(led.map(l => monthOf(me.officeId, officer, l.from, l.to)))
      return {
        today: parts[0]!.today,
        days: parts.flatMap(p => p.days).sort((a, b) => (a.date < b.date ? -1 : 1)),
        absences: parts.flatMap(p => p.absences),
      }
    },

    ask: (me, wanted, key) =>
      inTurn(async () => {
        const { id: officer, officeId: office } = me
        const id = hashOf(`absence ${officer} ${key}`).slice(0, 22)
        const known = await absenceById(db, id)
        if (known) {
          const { kind, from, to, part } = absenceOf(known)
          if (!isDeepStrictEqual({ kind, from, to, part }, wanted)) throw new AppError('COMMAND_ID_REUSED')
          return (await named(office, [known]))[0]!
        }
        const own = await absencesOf(db, [officer], wanted.from, wanted.to)
        mustAsk(own.map(absenceOf), wanted, offices.today(office))
        const at = now()
        const row: AbsencesTable = {
          ...{ id, office, staff_id: officer, kind: wanted.kind, from_date: wanted.from, to_date: wanted.to },
          ...{ part_from: wanted.part?.from ?? null, part_to: wanted.part?.to ?? null, asked_at: at },
          ...{ state: 'asked', decided_by: null, decided_at: null, words: null },
        }
        // Why somebody is away is nobody's business in the audit log.
        const detail = { office, absence: id, from: wanted.from, to: wanted.to }
        const entry = { at, who: `staff:${officer}`, what: 'absence.ask', detail }
        await onRecord(db, { first: absenceRow(db, row), then: [] }, entry)
        await told(office, row)
        return (await named(office, [row]))[0]!
      }),

    withdraw: (me, id) =>
      inTurn(async () => {
        const row = await absenceById(db, id)
        if (!row || row.staff_id !== me.id) throw new AppError('NOT_FOUND')
        if (row.state === 'withdrawn') return
        mustWithdraw(absenceOf(row), offices.today(row.office))
        const at = now()
        const gone = { state: 'withdrawn' as const, decided_by: me.id, decided_at: at, words: null }
        const first = absenceBecomes(db, { id, was: row.state }, gone)
        const then = row.state === 'agreed' ? [noLeave(db, row.office, id)] : []
        const entry = {
          at,
          who: `staff:${me.id}`,
          what: 'absence.withdraw',
          detail: { office: row.office, absence: id },
        }
        await onRecord(db, { first, then }, entry)
        await told(row.office, row)
      }),

    async waiting(me) {
      const today = offices.today(me.officeId)
      const led = await leading.within(
        ...([me.officeId, me.id] as const),
        addDays(today, -ASK_BACK_DAYS - LONGEST_ABSENCE),
        addDays(today, 400),
      )
      const rows = await Promise.all(
        led.map(async ({ officerId, from, to }) =>
          (await absencesOf(db, [officerId], from, to)).filter(
            r => r.state === 'asked' && from <= r.from_date && r.from_date <= to,
          ),
        ),
      )
      const all = await named(me.officeId, rows.flat())
      return [...all].sort((a, b) => compareNames(a.officer, b.officer) || (a.from < b.from ? -1 : 1))
    },

    decide: (me, id, { agree, text }) =>
      inTurn(async () => {
        const row = await absenceById(db, id)
        const right = row && (await leading.rightOf(me.officeId, me.id, row.staff_id, row.from_date))
        if (!row || !right || row.office !== me.officeId) throw new AppError('NOT_FOUND')
        const state = agree ? ('agreed' as const) : ('refused' as const)
        if (row.state === state && row.decided_by === me.id) return
        mustWait(absenceOf(row))
        const at = now()
        const words = text === '' ? null : sealer.seal(text)
        const { officerId: staffId, kind, from, to, part } = absenceOf(row)
        // From here on the plan of the week knows of it: there is one truth of who is away.
        const then = agree ? [leaveRow(db, row.office, { id, staffId, kind, from, to, part })] : []
        const detail = {
          office: row.office,
          absence: id,
          officer: staffId,
          ...(right.onBehalf ? { onBehalfOf: right.of } : {}),
        }
        const entry = { at, who: `staff:${me.id}`, what: agree ? 'absence.agree' : 'absence.refuse', detail }
        const decided = { state, decided_by: me.id, decided_at: at, words }
        await onRecord(db, { first: absenceBecomes(db, { id, was: 'asked' }, decided), then }, entry)
        await told(row.office, row)
      }),
  }
}

function absenceOf(row: AbsencesTable): Absence {
  const { part_from: from, part_to: to } = row
  return {
    ...{ id: row.id, officerId: row.staff_id, kind: row.kind, from: row.from_date, to: row.to_date, state: row.state },
    part: from !== null && to !== null ? { from, to } : null,
  }
}
