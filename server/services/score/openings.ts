import { addDays, officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import type { ScoredKind } from '../../../shared/officer/score/versions.ts'
import { periodAt, periodsWithin, settlesOn, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { releasesOf, runsOf } from '../../store/record/scores.ts'
import type { ScoreRunsTable, ScoresTable } from '../../store/schema/record/score-tables.ts'
import type { Offices } from '../office/offices.ts'
import { tellsFigures } from './gates.ts'

/** When others than the officer may read what is said of a period. */
export interface Openings {
  /** The first day on which others read a computed period, whoever has released it: some days after it was computed. */
  opensOn(office: string, runs: readonly ScoreRunsTable[], kind: ScoredKind, period: string): LocalDate
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
  function opensOn(office: string, runs: readonly ScoreRunsTable[], kind: ScoredKind, period: string): LocalDate {
    const { zone, scoreOwnDays } = offices.get(office)
    const first = firstOf(runs, kind, period)!
    return addDays(officeDate(first.at, zone), scoreOwnDays)
  }

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
    if (told.length === 0 || offices.today(office) >= opensOn(office, runs, 'officer', period)) return true
    const released = await releasedIn(office, period)
    return told.every(row => released.has(row.who))
  }

  return {
    opensOn,
    areOpen,
    releasedIn,
    async closedUntil(office, { from, to }) {
      const last = periodAt('quarter', to)
      const quarters = periodsWithin('quarter', { from: periodAt('quarter', from).from, to: last.to })
      const runs = await runsOf(db, office)
      const opens = (quarter: FixedPeriod) =>
        firstOf(runs, 'officer', quarter.key)
          ? opensOn(office, runs, 'officer', quarter.key)
          : addDays(settlesOn(quarter.to), offices.get(office).scoreOwnDays)
      // The day alone: whoever is told of nobody, or in words, has nothing to release and reads the own period first all the same.
      const latest = quarters.map(opens).sort().at(-1)!
      return offices.today(office) < latest ? latest : undefined
    },
  }
}

const firstOf = (runs: readonly ScoreRunsTable[], kind: ScoredKind, period: string) =>
  runs.find(run => run.period === period && run.kind === kind && run.version === 1)
