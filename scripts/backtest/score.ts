import { mean } from '../../shared/kit/stats.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Told } from './replay.ts'

/** Ends of the classes of told wait in minutes; `null` for all that are longer. */
export const CLASSES: readonly (number | null)[] = [5, 20, 45, null]

/** How the ranges of one kind of day did: those of the lines into which people came, and those of later steps, if there are any. */
export interface KindScore extends Held {
  readonly name: string
  readonly later?: Held
}

/** How often ranges held. */
export interface Held {
  /** People who were told a range and called. */
  readonly n: number
  /** Share of those called within it. */
  readonly held: number
  /** Mean width in minutes. */
  readonly width: number
  readonly classes: readonly { readonly upToMinutes: number | null; readonly n: number; readonly held: number }[]
}

/** The promises of days of one kind, held against the calls. */
export function scoreOf(name: string, promises: readonly Told[]): KindScore {
  const later = promises.filter(p => p.kind === 'step')
  return {
    name,
    ...heldOf(promises.filter(p => p.kind !== 'step')),
    ...(later.length > 0 ? { later: heldOf(later) } : {}),
  }
}

function heldOf(promises: readonly Told[]): Held {
  const met = promises.flatMap(({ at, range, called }) =>
    range && called !== undefined
      ? [
          {
            told: (range.from + range.to) / 2 - at,
            width: range.to - range.from,
            held: called >= range.from && called <= range.to,
          },
        ]
      : [],
  )
  const share = (of: typeof met) => round(of.filter(p => p.held).length / Math.max(1, of.length), 4)
  return {
    n: met.length,
    held: share(met),
    width: round((mean(met.map(p => p.width)) ?? 0) / MINUTE, 2),
    classes: CLASSES.map((upToMinutes, i) => {
      const least = i === 0 ? -Infinity : CLASSES[i - 1]! * MINUTE
      const of = met.filter(p => p.told >= least && (upToMinutes === null || p.told < upToMinutes * MINUTE))
      return { upToMinutes, n: of.length, held: share(of) }
    }),
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
