import type { LocalDate } from '../../kit/time.ts'
import type { ProfileRow, PeriodFigures } from '../figures/period-figures.ts'
import type { FixedPeriod } from '../fixed-periods.ts'
import type { Score } from '../instruments.ts'
import type { Plan } from '../loop/plan.ts'
import type { TextId } from './draft.ts'

/** Respondents up to which each has a row in the paper; of more it has how often each mark was given. */
export const MOST_ROWS = 400

/** The marks of one respondent in the order of the regulation’s body; `null` was left out. */
export type Marks = readonly (Score | null)[]

/** What an office sets once for its reports; empty where it says nothing. */
export interface Letterhead {
  readonly government: string
  readonly parent: string
  readonly unit: string
  readonly address: string
  readonly phone: string
  /** Who signs: the post, the name, the rank and the NIP. */
  readonly post: string
  readonly signatory: string
  readonly rank: string
  readonly nip: string
  readonly place: string
  /** Who carried the survey out, divided by semicolons. */
  readonly team: string
}

/** Everything a report is made of. No figure of it is computed here. */
export interface ReportFacts {
  readonly letterhead: Letterhead
  readonly figures: PeriodFigures
  /** The services by their ids. */
  readonly services: Readonly<Record<string, string>>
  /** Tables of the profile with their names. */
  readonly profile: readonly {
    readonly name: string
    readonly rows: readonly (ProfileRow & { readonly label: string })[]
  }[]
  /** In an order that tells nothing, of the days of the figures; `null` of more than `MOST_ROWS`. */
  readonly rows: readonly Marks[] | null
  /** What earlier reports said where it does not come from numbers. */
  readonly standing: Readonly<Partial<Record<TextId, string>>>
  readonly plan: Plan | null
  readonly before: { readonly period: FixedPeriod; readonly plan: Plan } | null
  /** Working days of the period. */
  readonly workdays: number
  readonly madeOn: LocalDate
  readonly demo: boolean
}
