import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { ScoredKind } from '../../../shared/officer/score/versions.ts'
import type { Database } from '../open/database.ts'
import type {
  ScoreExclusionsTable,
  ScoreReleasesTable,
  ScoreRunsTable,
  ScoresTable,
} from '../schema/record/score-tables.ts'

/** Writes a computation, once; one of that name changes nothing. */
export function runRow({ kysely }: Database, run: ScoreRunsTable): CompiledQuery {
  return kysely
    .insertInto('score_runs')
    .values(run)
    .onConflict(known => known.doNothing())
    .compile()
}

export function scoreRow({ kysely }: Database, row: ScoresTable): CompiledQuery {
  return kysely.insertInto('scores').values(row).compile()
}

/** The computations of an office, or of one period of it, the first version first. */
export async function runsOf(
  { kysely }: Database,
  office: string,
  period?: string,
): Promise<readonly ScoreRunsTable[]> {
  return kysely
    .selectFrom('score_runs')
    .selectAll()
    .where('office', '=', office)
    .$if(period !== undefined, q => q.where('period', '=', period!))
    .orderBy('period')
    .orderBy('kind')
    .orderBy('version')
    .execute()
}

/** Everything that was computed of one officer or counter of an office, the earliest period and version first. */
export async function scoresOfOne(
  { kysely }: Database,
  office: string,
  kind: ScoredKind,
  who: string,
): Promise<readonly ScoresTable[]> {
  return kysely
    .selectFrom('scores')
    .selectAll()
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('who', '=', who)
    .orderBy('until')
    .orderBy('version')
    .execute()
}

/** Everything that was computed of a kind in an office for periods that ended up to a day; the earliest period and version first. */
export async function scoresUntil(
  { kysely }: Database,
  office: string,
  kind: ScoredKind,
  until: LocalDate,
): Promise<readonly ScoresTable[]> {
  return kysely
    .selectFrom('scores')
    .selectAll()
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('until', '<=', until)
    .orderBy('until')
    .orderBy('version')
    .execute()
}

/** The periods in which anybody of a kind was rated. */
export async function scoredPeriods(
  { kysely }: Database,
  office: string,
  kind: ScoredKind,
): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('scores')
    .select('period')
    .distinct()
    .where('office', '=', office)
    .where('kind', '=', kind)
    .execute()
  return rows.map(row => row.period)
}

/** Opens a period early, once. */
export function releaseRow({ kysely }: Database, release: ScoreReleasesTable): CompiledQuery {
  return kysely
    .insertInto('score_releases')
    .values(release)
    .onConflict(known => known.doNothing())
    .compile()
}

/** What officers of an office opened early, of all periods or one. */
export async function releasesOf(
  { kysely }: Database,
  office: string,
  of: { readonly period?: string; readonly officer?: string },
): Promise<readonly ScoreReleasesTable[]> {
  return kysely
    .selectFrom('score_releases')
    .selectAll()
    .where('office', '=', office)
    .$if(of.period !== undefined, q => q.where('period', '=', of.period!))
    .$if(of.officer !== undefined, q => q.where('officer_id', '=', of.officer!))
    .execute()
}

/** Says that ratings were left out, once. */
export function exclusionRow({ kysely }: Database, row: ScoreExclusionsTable): CompiledQuery {
  return kysely
    .insertInto('score_exclusions')
    .values(row)
    .onConflict(known => known.doNothing())
    .compile()
}

export async function exclusionsOf({ kysely }: Database, office: string): Promise<readonly ScoreExclusionsTable[]> {
  return kysely
    .selectFrom('score_exclusions')
    .selectAll()
    .where('office', '=', office)
    .orderBy('at')
    .orderBy('id')
    .execute()
}
