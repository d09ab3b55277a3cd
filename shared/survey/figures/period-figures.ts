import type { ToldChannel } from '../collect/channels.ts'
import type { FixedPeriod } from '../fixed-periods.ts'
import type { AuditLine, IkmResult, Mutu, UnsurResult } from '../ikm.ts'
import type { ExtraUnsur } from '../asked.ts'
import type { ProfileKey } from '../profile/profile.ts'
import type { IkmView } from '../quality.ts'
import type { Showing } from '../showing.ts'
import type { NotComparable } from '../statistics/comparable.ts'
import type { Difference } from '../statistics/differences.ts'
import type { Hidden } from '../statistics/hidden.ts'
import type { Change } from '../statistics/periods.ts'
import type { Rates, Reached, Unanswered } from '../statistics/response.ts'
import type { Range } from '../statistics/score-interval.ts'
import type { NineOnly } from './answered-period.ts'
import type { ChannelFigures } from './by-channel.ts'

/** The regulation whose bands make the letters; a trend never goes over from one to another. */
export const REGULATION = 'PermenPANRB 14/2017'

/**
 * All numbers of a closed period of an office, or of an agency in a hall: the one source of pages, report and publication. In full
 * precision; whoever prints them rounds.
 */
export interface PeriodFigures {
  readonly period: FixedPeriod
  /** Which days are shown of the whole, or why none. */
  readonly showing: Showing
  /** As of now, also while the figures are held back. */
  readonly sample: IkmView['sample']
  /** The sample shared out to the services, in the order of the office. */
  readonly services: readonly ServiceFigures[]
  readonly response: ResponseFigures
  /** Where the whole is shown and of enough answers. */
  readonly figures?: ShownFigures | undefined
}

/** What is told of a period that is shown. */
export interface ShownFigures {
  readonly regulation: typeof REGULATION
  /** The official figures: all questionnaires alike. */
  readonly result: IkmResult
  /** How many questionnaires are not in them, because the head decided so with a reason, on record; the services hold them. */
  readonly leftOut?: number
  /** What the same answers give by every method. */
  readonly audit: readonly AuditLine[]
  readonly certainty: Certainty
  /** Further unsur of the office count in it, each with its weight; what other methods give is then of the nine alone. */
  readonly ownWeights?: true
  /** Why further unsur, though they were asked, do not count: then the IKM is of the nine, which all versions share. */
  readonly nineOnly?: NineOnly
  /** The unsur that count, in the order in which they were asked, or of the regulation's body. */
  readonly unsur: readonly UnsurFigures[]
  /** Undefined where fewer than two groups of services can be told apart, and of weeks and months. */
  readonly weighted?: WeightedFigures | undefined
  readonly lowest: LowestFigures
  /** Each road on which answers came, of the nine; of an agency, of weeks and of months none is told by itself. */
  readonly channels: readonly ChannelFigures[]
  /** By how many points tablets lie above phones within the same services, of thirty of each. */
  readonly tablet?: Change | undefined
  /** Had those who did not answer been `gap` points lower. */
  readonly unanswered?: (Unanswered & { readonly gap: number }) | undefined
  /** Of quarters, semesters and years. */
  readonly profile: readonly ProfileTable[]
  /** Beside the period of the same kind before it. */
  readonly compared: ComparedFigures
  /** The closed periods of the same kind that are shown, the oldest first, this one last. */
  readonly trend: readonly TrendPoint[]
}

/** What is known of an IKM's uncertainty, and of its letter. */
export interface Certainty {
  /** Where all visits of the period would have brought the IKM, at 95 %; undefined where it is `hidden`. */
  readonly interval?: Range | undefined
  readonly hidden?: Hidden | undefined
  /** Days on which somebody answered; of fewer than five it must be said that how they differ is not in it. */
  readonly days: number
  readonly tooFewDays: boolean
  /** The letter is certain at 95 %: not where `WeightedFigures.unlike`. */
  readonly certain: boolean
  /** Other letters that may be the true one, the likeliest first, in per cent by steps of 5; none of a certain letter. */
  readonly others: readonly { readonly mutu: Mutu; readonly percent: number }[]
}

/** One unsur. */
export interface UnsurFigures extends UnsurResult {
  /** One of the nine, or the key of one of the office. */
  readonly unsur: string
  /** One of the office in its words. */
  readonly asked?: ExtraUnsur
  /** What it weighs, where the office's method does not say it. */
  readonly weight?: number
  /** How many gave 1, 2, 3 and 4, and how many of the respondents left it out. */
  readonly marks: readonly [number, number, number, number]
  readonly blank: number
  /** Nobody judges it: Biaya where everything is free of charge. Then it has no interval ("4,00 menurut ketentuan"). */
  readonly fixed: boolean
  /** The interval of its NRR at 95 %. */
  readonly interval?: Range | undefined
  /** IKM points that all 4s would add, with the interval; undefined of a fixed one. */
  readonly gain?: (Range & { readonly points: number }) | undefined
}

/** The IKM weighted by the visits of the services, beside the official one. */
export interface WeightedFigures extends Range {
  readonly ikm: number
  readonly mutu: Mutu
  /** The services that are put together, each by its id. */
  readonly groups: readonly (readonly string[])[]
  /** Share (0 to 1) of the visits in services of which nobody answered. */
  readonly unheard: number
  /** Answers and visits of the services are so unlike that the letter is not certain. */
  readonly unlike: boolean
}

/** Which unsur are low. */
export interface LowestFigures {
  /** The three of the lowest NRR, the lowest first, which the plan begins with; none where it is `unclear`. */
  readonly three: readonly string[]
  /** The three of the highest NRR, the highest first; none where chance alone may have put others above them. */
  readonly highest: readonly string[]
  /** Those of which chance alone may have put another lower. */
  readonly mayBe: readonly string[]
  /** No unsur should be named as the weakest. */
  readonly unclear: boolean
  /** The third and the fourth cannot be told apart. */
  readonly thirdUnsure: boolean
}

/** One service: how many answered of how many, against its share of the sample. */
export interface ServiceFigures {
  readonly service: string
  readonly visits: number
  readonly answered: number
  readonly planned: number
  /** What an IKM of the service itself would need. */
  readonly ownTarget: number
  readonly response: Reached & Rates
  readonly showing: Showing
  /** Where the service is shown and of enough answers. */
  readonly shown?: { readonly result: IkmResult; readonly certainty: Certainty } | undefined
}

/** How many visits ended, were invited and answered, also while the figures are held back. */
export interface ResponseFigures extends Reached, Rates {
  /** By the way of answering, as far as it is known. */
  readonly channels: readonly { readonly channel: ToldChannel; readonly answered: number }[]
}

/** The value of those who did not fill an item in. */
export const BLANK = 'blank'

/** One item of the profile, by values that ten people and more have; the others are put together. */
export interface ProfileTable {
  readonly item: ProfileKey
  /** All together: as many as the profiles of the period. */
  readonly n: number
  readonly rows: readonly ProfileRow[]
}

/** A line of a profile table; the percentages of a table add up to 100,0. */
export interface ProfileRow {
  /** A value of the item; `blank` was not filled in, `merged` are the values with too few people together. */
  readonly value: string
  readonly kind: 'value' | 'blank' | 'merged'
  readonly n: number
  /** With one decimal. */
  readonly percent: number
}

/** Two periods beside each other, or why they are not. */
export type ComparedFigures =
  | { readonly before: FixedPeriod; readonly whyNot: NotComparable | 'heldBack' }
  | {
      readonly before: FixedPeriod
      readonly ikm: Change
      /** The share of some service of the answers moved by more than five points: then what is `standardised` counts. */
      readonly mixMoved: boolean
      /** The same under the mix of services of the later period, where the shares moved and enough services can be told apart. */
      readonly standardised?: Change | undefined
      /** A change smaller than so many points could not be seen. */
      readonly smallestSeen: number
      readonly unsur: readonly (Difference & { readonly unsur: string; readonly moreThanChance: boolean })[]
    }

/** One period of a trend. */
export interface TrendPoint {
  readonly period: FixedPeriod
  readonly n: number
  readonly ikm: number
  readonly mutu: Mutu
  readonly interval?: Range | undefined
  /** From the point before, all steps looked at together; undefined of the first and where they cannot be compared. */
  readonly step?: Change | undefined
}
