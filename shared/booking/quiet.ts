import type { Instant, LocalDate } from '../kit/time.ts'

/** A slot with its free places, and how full the hall is then: the share of all places that is taken or foreseen. */
export interface SlotLoad {
  readonly id: string
  readonly start: Instant
  readonly date: LocalDate
  readonly free: number
  readonly load: number
}

/** How full the hall is, in words: nobody, few, about half, many. */
export type Crowd = 'none' | 'few' | 'half' | 'many'

/** A time worth naming before all others. */
export interface QuietTime {
  readonly id: string
  readonly why: 'quiet' | 'soonest'
  readonly crowd: Crowd
}

/** Far dates are always empty; the quiet times are looked for on so many of the nearest dates with a place. */
export const QUIET_DATES = 5

/**
 * The two quietest times, on two dates where there are, and last the soonest one. Of two equally quiet ones the earlier.
 * @example quietTimes([{ id: 'a', start: 1, date: '2026-06-09', free: 1, load: 0 }]) // [{ id: 'a', why: 'soonest', crowd: 'none' }]
 */
export function quietTimes(slots: readonly SlotLoad[]): readonly QuietTime[] {
  const free = slots.filter(slot => slot.free > 0).sort((a, b) => a.start - b.start)
  const dates = [...new Set(free.map(slot => slot.date))].slice(0, QUIET_DATES)
  const [soonest, ...others] = free.filter(slot => dates.includes(slot.date))
  if (!soonest) return []
  const byQuiet = others.sort((a, b) => a.load - b.load || a.start - b.start)
  const [first, ...rest] = byQuiet
  const second = rest.find(slot => slot.date !== first!.date) ?? rest[0]
  const quiet = [first, second].flatMap(slot => slot ?? [])
  return [
    ...quiet.map(slot => ({ id: slot.id, why: 'quiet' as const, crowd: crowdOf(slot.load) })),
    { id: soonest.id, why: 'soonest', crowd: crowdOf(soonest.load) },
  ]
}

function crowdOf(load: number): Crowd {
  if (load === 0) return 'none'
  return load < 1 / 3 ? 'few' : load < 2 / 3 ? 'half' : 'many'
}
