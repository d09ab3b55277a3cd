import { AppError } from '../../../shared/kit/errors.ts'
import { byName } from '../../../shared/kit/by-name.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { RecordView } from '../../../shared/officer/figures.ts'
import { areManyMarked, type ClockReason } from '../../../shared/officer/clock/clock-marks.ts'
import { recordDays, recordReaders } from '../../../shared/oversight/record-days.ts'
import { teamWithin, type Readable, type Span } from '../../../shared/oversight/team.ts'
import type { Database } from '../../store/open/database.ts'
import { markedVisits } from '../../store/record/clock-marks.ts'
import { finishedBy } from '../../store/record/evidence.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Staff } from '../identity/access.ts'
import type { Offices } from '../office/offices.ts'
import { periodOf, RECORD_DAYS, type AskedPeriod, type Figures } from '../officer/figures.ts'
import type { Readings } from '../oversight/readings.ts'
import type { Team } from '../oversight/team.ts'

type Reader = Pick<Staff, 'id' | 'officeId' | 'agency' | 'permissions'>

/** A visit whose officer says that its clock is wrong. */
export interface Marked {
  readonly date: LocalDate
  readonly number: string
  readonly serviceId: string
  readonly counterId: string
  readonly reason: ClockReason
}

/** Such visits of one officer, the latest first, and whether they are so many that one should ask. */
export interface Marks {
  readonly served: number
  readonly many: boolean
  readonly visits: readonly Marked[]
}

/** In whose right a record is open: who assesses, who decides over that, or who reads the unit where the office lets them. */
export type As = Readable['as'] | 'unit'

/** An officer's record as somebody else reads it: of their own days alone. */
export interface TeamRecord {
  readonly officer: { readonly id: string; readonly name: string }
  readonly as: As
  /** By name for whom the reader stands in. */
  readonly behalf: string | null
  readonly days: readonly Span[]
  readonly record: RecordView
  readonly marks: Marks
}

/** Records of work as others than their officers read them. */
export interface TeamRecords {
  /** On record before it is handed out; throws `NOT_OF_TEAM` for whoever may read no day of it. */
  read(reader: Reader, officer: string, asked: AskedPeriod): Promise<TeamRecord>
  /** The visits with a wrong clock of those whom one assesses, by name; of each officer on record. None of whoever has none. */
  marks(reader: Reader, asked: AskedPeriod): Promise<readonly (Marks & { officerId: string; name: string })[]>
  /** Who may open an officer's record today because of this day, and whether whoever reads the unit may. */
  readersOf(officer: Pick<Staff, 'id' | 'officeId'>): Promise<{
    readonly people: readonly { readonly name: string; readonly as: Readable['as']; readonly behalf: string | null }[]
    readonly unit: boolean
  }>
}

export function createTeamRecords(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly figures: Pick<Figures, 'record'>
  readonly team: Pick<Team, 'chain'>
  readonly readings: Pick<Readings, 'note'>
}): TeamRecords {
  const { db, offices, figures, team, readings } = deps

  async function marksOf(office: string, officer: string, days: readonly Span[]): Promise<Marks> {
    const parts = await Promise.all(
      days.map(async ({ from, to }) => ({
        visits: await markedVisits(db, office, officer, from, to),
        served: await finishedBy(db, office, officer, from, to),
      })),
    )
    const visits = parts.flatMap(p => p.visits).sort((a, b) => (a.date < b.date ? 1 : -1))
    const served = parts.reduce((sum, p) => sum + p.served, 0)
    return { served, many: areManyMarked(visits.length, served), visits }
  }

  return {
    async read(reader, officer, asked) {
      const { officeId: office } = reader
      const today = offices.today(office)
      const period = periodOf(asked, today, RECORD_DAYS)
      const [chain, staff, unit] = await Promise.all([
        team.chain(office),
        staffOfOffice(db, office),
        staffOfOffice(db, office, reader.agency),
      ])
      const known = staff.find(s => s.id === officer)
      const led = recordDays(chain, reader.id, officer, period, today)
      // The role reads its own agency alone; who assesses or decides, whatever agency the officer is in by now.
      const isUnit = reader.permissions.has('unit.read') && unit.some(s => s.id === officer)
      const whole = isUnit && offices.get(office).scoresForManager && reader.id !== officer
      const days: readonly Span[] = whole ? [period] : led
      if (!known || days.length === 0) throw new AppError('NOT_OF_TEAM')
      const right = led.find(d => !d.onBehalf) ?? (whole ? undefined : led[0])
      const forId = right?.onBehalf ? right.of : undefined
      const name = `${days[0]!.from}..${days.at(-1)!.to}`
      await readings.note({ office, officerId: officer, readerId: reader.id, forId, what: 'record', period: name })
      const whose = new Map<string, readonly Span[]>()
      const isKnown = ({ officerId, date }: { readonly officerId: string; readonly date: LocalDate }) => {
        if (whole || officerId === reader.id) return true
        const own = whose.get(officerId) ?? recordDays(chain, reader.id, officerId, period, today)
        whose.set(officerId, own)
        return own.some(d => d.from <= date && date <= d.to)
      }
      const [record, marks] = await Promise.all([
        figures.record({ id: officer, officeId: office }, days, isKnown),
        marksOf(office, officer, days),
      ])
      return {
        officer: { id: officer, name: known.name },
        ...{
          as: right?.as ?? ('unit' as const),
          behalf: forId === undefined ? null : (staff.find(s => s.id === forId)?.name ?? forId),
        },
        days: days.map(({ from, to }) => ({ from, to })),
        ...{ record, marks },
      }
    },

    async marks(reader, asked) {
      const { officeId: office } = reader
      const today = offices.today(office)
      const period = periodOf(asked, today, RECORD_DAYS)
      const [chain, staff] = await Promise.all([team.chain(office), staffOfOffice(db, office)])
      const led = teamWithin(chain, reader.id, period, today)
      const rows = []
      for (const { id: officerId, name } of staff) {
        const days = led.get(officerId)
        if (!days) continue
        const marks = await marksOf(office, officerId, days)
        if (marks.visits.length === 0) continue
        const forId = days.some(d => !d.onBehalf) ? undefined : days[0]!.of
        const of = `${period.from}..${period.to}`
        await readings.note({ office, officerId, readerId: reader.id, forId, what: 'record', period: of })
        rows.push({ officerId, name, ...marks })
      }
      return byName(rows)
    },

    async readersOf({ id, officeId }) {
      const [chain, staff] = await Promise.all([team.chain(officeId), staffOfOffice(db, officeId)])
      const nameOf = (who: string) => staff.find(s => s.id === who)?.name ?? who
      const people = recordReaders(chain, id, offices.today(officeId)).map(({ id: who, as, behalf }) => {
        return { name: nameOf(who), as, behalf: behalf === null ? null : nameOf(behalf) }
      })
      return { people, unit: offices.get(officeId).scoresForManager }
    },
  }
}
