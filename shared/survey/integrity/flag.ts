import type { LocalDate } from '../../kit/time.ts'

/** Fewest answers that a flag says a number of. */
export const FEWEST_TOLD = 8

/** A phone of somebody, or a tablet of the office. */
export const DEVICE_CLASSES = ['phone', 'office'] as const
export type DeviceClass = (typeof DEVICE_CLASSES)[number]

/** Reasons that stand on the answers themselves. */
export const MARKS = ['minutes', 'day', 'alike', 'fast', 'end', 'same'] as const
export type Mark = (typeof MARKS)[number]

/**
 * Something about the answers of a closed month that somebody should look at. `answers` are how many it is about, of which none is
 * ever shown by itself:
 * `minutes` and `day`: so many from one phone, tablet or network within five minutes, or within a day;
 * `alike` and `fast`: so many of one counter all alike, or filled in faster than they can be read;
 * `response` and `invitation`: so many of those invited answered, or of those finished were invited, at one counter;
 * `end`: so many of visits of the last days of the month; `same`: so many with the same long suggestion.
 */
export type Flag =
  | {
      readonly kind: 'minutes' | 'day'
      readonly key: 'phone' | 'device' | 'network'
      readonly answers: number
      readonly on: LocalDate
      /** Tablets of the office alone stand at a counter. */
      readonly counterId?: string | undefined
    }
  | {
      readonly kind: 'alike' | 'fast'
      readonly device: DeviceClass
      readonly counterId: string
      readonly answers: number
      readonly of: number
      /** The share of the other counters, 0 to 1. */
      readonly others: number
    }
  | {
      readonly kind: 'response' | 'invitation'
      readonly counterId: string
      readonly answers: number
      readonly of: number
      readonly others: number
    }
  | { readonly kind: 'end'; readonly answers: number; readonly of: number; readonly others: number }
  | { readonly kind: 'same'; readonly answers: number }

/** What a month was closed with. */
export interface MonthFlags {
  readonly flags: readonly Flag[]
  /** By the id of an answer why it is marked. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>
}

/** The counters whose rates are out of what the others have: of them no single answer is marked. */
export function flaggedCounters(flags: readonly Flag[]): readonly string[] {
  const found = flags.flatMap(flag => (flag.kind === 'response' || flag.kind === 'invitation' ? [flag.counterId] : []))
  return [...new Set(found)].sort()
}
