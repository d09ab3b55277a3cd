import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import {
  contestDays,
  contestEffect,
  contestLate,
  contestState,
  decidableFrom,
  leftOutByObjection,
  mayDecideContest,
  type ContestCause,
  type ContestOutcome,
  type ContestState,
  type Excluded,
} from '../../../shared/officer/contest/contest.ts'
import type { Database } from '../../store/open/database.ts'
import { evidenceOf } from '../../store/record/contests.ts'
import type { ContestsTable } from '../../store/schema/record/contest-tables.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Offices } from '../office/offices.ts'
import type { Reader } from '../oversight/team.ts'
import { assessesIn, periodOf, timesOf, type ContestMay, type ContestRights } from './contest-rights.ts'

/** What an officer objects to, and why. */
export interface Objection {
  readonly period: string
  readonly causes: readonly ContestCause[]
  readonly excluded: Excluded
  readonly words: string
  /** Addresses or names of papers. */
  readonly evidence: readonly string[]
}

/** Evidence that was added after an objection was made. */
export interface Added {
  readonly line: string
  readonly at: Instant
}

/** A decision; `part` says what is left out where not all of it is. */
export interface Decision {
  readonly outcome: ContestOutcome
  readonly reasons: string
  readonly part?: Excluded | undefined
}

/** An objection as those see it who have to do with it; it holds no figure but how many ratings are meant. */
export interface Contest extends Objection {
  readonly id: string
  readonly officer: { readonly id: string; readonly name: string }
  readonly state: ContestState
  readonly lateDays: number
  readonly until: { readonly answer: LocalDate; readonly decide: LocalDate; readonly raise: LocalDate }
  /** The first day on which it may be decided. */
  readonly decidableFrom: LocalDate
  readonly objectedAt: Instant
  readonly withdrawnAt: Instant | null
  /** What was added to the evidence since, the first first. */
  readonly added: readonly Added[]
  readonly effect: { readonly n: number; readonly meant: number; readonly left: number; readonly enough: boolean }
  readonly answer: { readonly words: string; readonly by: string; readonly at: Instant } | null
  readonly decision:
    | (Decision & {
        readonly by: string
        /** For whom; `null` in the own right. */ readonly behalf: string | null
        readonly at: Instant
      })
    | null
  /** Who decides, by name; `null` where nobody at work may. */
  readonly decider: string | null
  readonly may: ContestMay
}

/** Ratings by their circumstances; what is not named is not asked for. */
export interface LeavesOut {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly officerId?: string | undefined
  readonly counters?: readonly string[] | undefined
  readonly hours?: Excluded['hours'] | undefined
}

/** What objections need of the scores; none of it tells a mark. */
export interface ContestedScores {
  /** Whether figures or words of a period are told to its officer. */
  isTold(office: string, officer: string, period: string): Promise<boolean>
  /** When a period was first computed for an office; undefined before. */
  openedAt(office: string, period: string): Promise<Instant | undefined>
  meant(office: string, exclusion: LeavesOut): Promise<number>
  /** Leaves ratings out and computes the periods anew; repeated under its id it changes nothing. */
  recompute(leaving: { id: string; office: string; cause: 'contest'; exclusion: LeavesOut; who: string }): Promise<void>
}

/** Objections as those see them who have to do with them. */
export interface ContestViews {
  /** Of how many ratings how many are meant. */
  counted(row: ContestsTable, excluded?: Excluded): Promise<{ readonly n: number; readonly meant: number }>
  /** As a reader sees it; undefined for whoever has nothing to do with it. */
  told(row: ContestsTable, reader: Reader): Promise<Contest | undefined>
}

export function createContestViews(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly rights: ContestRights
  readonly scores: { meant(office: string, exclusion: LeavesOut): Promise<number> }
}): ContestViews {
  const { db, offices, rights, scores } = deps

  /** As it was when it was decided; until then as it is by now, since an outage may have been marked meanwhile. */
  async function counted(row: ContestsTable, part?: Excluded): Promise<{ readonly n: number; readonly meant: number }> {
    if (row.decided_at !== null || row.withdrawn_at !== null) return { n: row.n, meant: row.meant }
    const { office, officer_id: officerId } = row
    const { from, to } = periodOf(row)
    const excluded = part ?? (JSON.parse(row.excluded) as Excluded)
    return {
      n: await scores.meant(office, { from, to, officerId }),
      meant: await scores.meant(office, leftOutByObjection(officerId, excluded)),
    }
  }

  async function told(row: ContestsTable, reader: Reader): Promise<Contest | undefined> {
    const people = await rights.peopleOf(row, reader.id)
    const isPart = row.officer_id === reader.id || assessesIn(row, people, reader.id) || mayDecideContest(people)
    if (!isPart && row.decided_by !== reader.id) return undefined
    const office = offices.get(row.office)
    const today = offices.today(row.office)
    const times = timesOf(row)
    const { answer, decide, raise } = contestDays(row.objected_at, office.zone)
    const names = new Map((await staffOfOffice(db, row.office)).map(s => [s.id, s.name]))
    const name = (id: string | null | undefined) => (id === null || id === undefined ? null : (names.get(id) ?? id))
    const dated = contestState(times, today, office.zone)
    const state = dated === 'raised' && !people.wentUp ? 'overdue' : dated
    const isOpen = state !== 'decided' && state !== 'withdrawn'
    const { n, meant } = await counted(row)
    const added = await evidenceOf(db, row.id)
    return {
      ...{ id: row.id, period: row.period, words: row.words, objectedAt: row.objected_at, state },
      ...{ withdrawnAt: row.withdrawn_at, added: added.map(({ line, at }) => ({ line, at })) },
      officer: { id: row.officer_id, name: name(row.officer_id)! },
      causes: JSON.parse(row.causes) as ContestCause[],
      excluded: JSON.parse(row.excluded) as Excluded,
      evidence: JSON.parse(row.evidence) as string[],
      lateDays: contestLate(times, today, office.zone),
      until: { answer, decide, raise },
      decidableFrom: decidableFrom(times, office.zone),
      effect: contestEffect(n, meant, office.minRatings),
      answer: row.answered_at === null ? null : { words: row.answer!, by: name(row.answered_by)!, at: row.answered_at },
      decision: decisionOf(row, name),
      decider: isOpen && (await rights.undecidable(row)) ? null : name(people.decider),
      may: rights.mayOf(row, people, reader.id),
    }
  }

  return { counted, told }
}

function decisionOf(row: ContestsTable, name: (id: string | null) => string | null): Contest['decision'] {
  if (row.decided_at === null) return null
  return {
    ...{ outcome: row.outcome!, reasons: row.reasons!, at: row.decided_at, by: name(row.decided_by)! },
    behalf: row.decided_for === row.decided_by ? null : name(row.decided_for),
    ...(row.outcome === 'partly' ? { part: JSON.parse(row.decided_excluded!) as Excluded } : {}),
  }
}
