/** How somebody's ratings stand to those of the colleagues whose ratings can be compared with them. */
export type ScoreStatus =
  'fewRatings' | 'fewColleagues' | 'notComparable' | 'noVariation' | 'below' | 'above' | 'within'

/** A mean of ratings (1 to 4) with its direct 95 % interval. */
export interface OwnMean {
  readonly n: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** What is usual among the others, without oneself: 95 %, 99.8 %, and the limit beyond which somebody stands out. */
export interface UsualRange {
  readonly low95: number
  readonly high95: number
  readonly low998: number
  readonly high998: number
  readonly lowFlag: number
  readonly highFlag: number
}

/** Somebody among colleagues, with the pool's mix of services, ways, hours and waits. Ratings are 1 to 4. */
export interface AmongColleagues extends OwnMean {
  /** The mean as it would be with the pool's mix; not held within 1 to 4. */
  readonly adjusted: number
  /** As many independent ratings of the pool's mix would be as certain. */
  readonly nEff: number
  /** The best estimate, drawn towards the pool's mean, with its 95 % interval. */
  readonly estimate: number
  readonly estimateLow: number
  readonly estimateHigh: number
  /** Which share of the differences between colleagues is no chance at so many ratings (0 to 1). */
  readonly reliability: number
  readonly usual: UsualRange
}

/** The score of one officer (or counter) of a closed period: only what may be told of it. `pool` is its place among the pools. */
export type PersonScore =
  | { readonly who: string; readonly status: 'fewRatings'; readonly n: number }
  | ({ readonly who: string; readonly status: 'fewColleagues' | 'notComparable' | 'noVariation' } & OwnMean)
  | ({ readonly who: string; readonly status: 'below' | 'above' | 'within'; readonly pool: number } & AmongColleagues)

/** Officers whose ratings are comparable, because services join them. */
export interface Pool {
  readonly who: readonly string[]
  /** Ratings of all of them. */
  readonly n: number
  /** Circumstances that were allowed for, as `service=ktp`, each with its effect on a rating. */
  readonly effects: readonly { readonly column: string; readonly effect: number }[]
  /** Circumstances that cannot be told from the officers who had them. */
  readonly dropped: readonly string[]
  /** The variance of single ratings within officers; 0 where all ratings are equal. */
  readonly variance: number
  /** How many times more the days of an officer scatter than by chance, at least 1. */
  readonly dayEffect: number
  readonly skew: number
  /** Absent where nothing varies. */
  readonly among?: PoolAmong
}

/** How the officers of a pool differ. */
export interface PoolAmong {
  readonly mean: number
  /** The variance between officers, beyond chance. */
  readonly between: number
  /** The same with the experience of other offices, for the drawn limits. */
  readonly betweenDrawn: number
  /** Standard deviations from what is usual at which somebody stands out. */
  readonly limit: number
  /** Ratings from which on differences are rather no chance (reliability 0.70); absent where none are seen. */
  readonly n70?: number
}

/** The scores of an office's closed period. */
export interface Scores {
  /** By `who`, in the order of its characters. */
  readonly people: readonly PersonScore[]
  readonly pools: readonly Pool[]
}
