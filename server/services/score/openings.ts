import { addDays, officeDate, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { ScoredKind } from '../../../shared/officer/score/versions.ts'
import { periodAt, periodsWithin, settlesOn, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { releasesOf, runsOf } from '../../store/record/scores.ts'
import type { ScoreRunsTable, ScoresTable } from '../../store/schema/record/score-tables.ts'
import type { Offices } from '../office/offices.ts'
import { tellsFigures } from './kept-parts.ts'

/** When others than the officer may read what is said of a period. */
export interface Openings {
  /** Whether that day has come, or everybody of whom figures are told has released them. */
  areOpen(
    office: string,
    runs: readonly ScoreRunsTable[],
    period: string,
    officers: readonly ScoresTable[],
  ): Promise<boolean>
  /** The day on which others read officers' figures of the quarters that a period touches, whoever released them; `undefined` from it on. */
  closedUntil(office: string, period: FixedPeriod): Promise<LocalDate | undefined>
  releasedIn(office: string, period: string): Promise<ReadonlySet<string>>
}

export function createOpenings({
  db,
  offices,
}: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
}): Openings {
  async function releasedIn(office: string, period: string): Promise<ReadonlySet<string>> {
    return new Set((await releasesOf(db, office, { period })).map(r => r.officer_id))
  }

  async function areOpen(
    office: string,
    runs: readonly ScoreRunsTable[],
    period: string,
    officers: readonly ScoresTable[],
  ): Promise<boolean> {
    const told = officers.filter(row => row.period === period && tellsFigures(row))
    if (told.length === 0 || offices.today(office) >= opensOn(runs, 'officer', period)!) return true
    const released = await releasedIn(office, period)
    return told.every(row => released.has(row.who))
  }

  return {
    areOpen,
    releasedIn,
    async closedUntil(office, { from, to }) {
      const last = periodAt('quarter', to)
      const quarters = periodsWithin('quarter', { from: periodAt('quarter', from).from, to: last.to })
      const runs = await runsOf(db, office)
      const opens = (quarter: FixedPeriod) =>
        opensOn(runs, 'officer', quarter.key) ?? addDays(settlesOn(quarter.to), offices.get(office).scoreOwnDays)
      // The day alone: whoever is told of nobody, or in words, has nothing to release and reads the own period first all the same.
      const latest = quarters.map(opens).sort().at(-1)!
      return offices.today(office) < latest ? latest : undefined
    },
  }
}

/** The first day on which others read a period that is computed at a moment, whoever releases it: some days later. */
export function opening({ zone, scoreOwnDays }: Pick<OfficeInfo, 'zone' | 'scoreOwnDays'>, at: Instant): LocalDate {
  return addDays(officeDate(at, zone), scoreOwnDays)
}

/** That day as it was set when the period was computed, whatever is set since; undefined while it was not. */
export function opensOn(runs: readonly ScoreRunsTable[], kind: ScoredKind, period: string): LocalDate | undefined {
  return runs.find(run => run.period === period && run.kind === kind)?.opens_on
}
