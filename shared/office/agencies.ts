import type { Words } from '../kit/words.ts'

/** One of the agencies (instansi) that share a hall, with its own letters, people and days. */
export interface Agency {
  readonly id: string
  /** The one or two letters of its numbers, never I or O alone, which read as 1 and 0. */
  readonly code: string
  readonly name: Words
  /** What people come to it for, in a few words. */
  readonly detail: Words
  /** Where it sits: floor, side, counters. */
  readonly where: Words
  /** Weekdays on which it is there, 0 is Sunday; `null`: whenever the office is open. */
  readonly weekdays: readonly number[] | null
  readonly active: boolean
}

/** One waiting area of the hall; a display belongs to one or to all. */
export interface Area {
  readonly id: string
  readonly name: Words
}
