import type { LocalDate } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'
import { FLOOR, isSound } from '../answered.ts'

/** A survey that hangs on no ticket: about a programme of the office, for so long, among so many people. */
export interface Programme {
  readonly name: Words
  /** What it is about, in a sentence for those who answer; may be empty. */
  readonly about: Words
  readonly instrument: string
  readonly version: number
  readonly from: LocalDate
  readonly to: LocalDate
  /** Whom it is about, such as the households of four villages; `null` where nobody knows how many. */
  readonly population: number | null
  /** Where people live or were served, to choose from; none: it is not asked. */
  readonly places: readonly string[]
}

export type ProgrammeState = 'coming' | 'running' | 'closed'

/** Bounds of a programme. */
export const MOST_PLACES = 30
export const MOST_NAME = 80
export const MOST_ABOUT = 240
export const MOST_POPULATION = 10_000_000
/** Days for which one programme may ask. */
export const MOST_DAYS = 366

/** Where a programme stands on a day. */
export function programmeState({ from, to }: Pick<Programme, 'from' | 'to'>, today: LocalDate): ProgrammeState {
  return today < from ? 'coming' : today > to ? 'closed' : 'running'
}

/**
 * Whether a programme may become another one. Before its first day everything may change; while it runs only its last day, which is no day of the past, and
 * the number of people it is about; then nothing, so that nobody adds a few answers to figures that were seen.
 */
export function mayBecome(before: Programme | undefined, next: Programme, today: LocalDate): boolean {
  if (next.to < next.from || daysOf(next) > MOST_DAYS) return false
  const state = before ? programmeState(before, today) : 'coming'
  if (state === 'coming') return next.from >= today
  if (state === 'closed' || next.to < today) return false
  const rest = ({ to: _, population: __, ...same }: Programme) => JSON.stringify(Object.entries(same).sort())
  return rest(before!) === rest(next)
}

function daysOf({ from, to }: Pick<Programme, 'from' | 'to'>): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

/** How many answered at one place: all of them, and each question. */
export interface PlaceCounts {
  readonly place: string
  readonly counts: readonly number[]
}

/** Whether figures rest on enough people, ten for a whole programme: in all and in each question that anybody answered. */
export function isOpen(counts: readonly number[], floor: number = FLOOR): boolean {
  return counts[0] !== undefined && counts[0] >= floor && isSound(counts, floor)
}

/**
 * The places whose figures may stand beside those of the whole: of so many people as the office asks for of a counter, because a place may be one, and so that what is left of the whole, in all and in
 * each question, is nobody or enough. Of those the smallest are left out first.
 */
export function placesShown(all: readonly PlaceCounts[], minRatings: number): readonly string[] {
  const floor = Math.max(FLOOR, minRatings)
  const bySize = [...all].sort((a, b) => b.counts[0]! - a.counts[0]! || (a.place < b.place ? -1 : 1))
  let shown = bySize.filter(({ counts }) => isOpen(counts, floor))
  const left = () =>
    (all[0]?.counts ?? []).map((_, i) => {
      const of = (some: readonly PlaceCounts[]) => some.reduce((sum, one) => sum + one.counts[i]!, 0)
      return of(all) - of(shown)
    })
  while (shown.length > 0 && !isSound(left(), floor)) shown = shown.slice(0, -1)
  return shown.map(({ place }) => place)
}
