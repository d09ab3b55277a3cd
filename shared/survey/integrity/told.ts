import { FLOOR } from '../answered.ts'
import { FEWEST_TOLD, type Flag } from './flag.ts'

/** A flag as it is told: without a number of fewer than eight, and without a share of fewer than its counter's minimum. */
export interface ToldFlag {
  readonly kind: Flag['kind']
  readonly key?: 'phone' | 'device' | 'network' | undefined
  readonly device?: 'phone' | 'office' | undefined
  readonly counterId?: string | undefined
  readonly on?: string | undefined
  /** Undefined of fewer than eight. */
  readonly answers?: number | undefined
  /** In whole per cent: its own share, and that of the others. */
  readonly percent?: number | undefined
  readonly others?: number | undefined
}

/**
 * What may be told of a flag. Shares of how a counter was answered are figures of its answers and keep its minimum; how many of those
 * invited answered, and how many were invited, are none.
 * @example told({ kind: 'same', answers: 5 }, 60) // { kind: 'same' }
 */
export function told(flag: Flag, minRatings: number): ToldFlag {
  const { answers } = flag
  const count = answers >= FEWEST_TOLD ? { answers } : {}
  if (!('of' in flag)) return { ...flag, ...count, ...('answers' in count ? {} : { answers: undefined }) }
  const { of, others, ...rest } = flag
  const ofAnswers = flag.kind === 'alike' || flag.kind === 'fast'
  const shares =
    of < (ofAnswers ? Math.max(FLOOR, minRatings) : FLOOR)
      ? {}
      : { percent: Math.round((100 * answers) / of), others: Math.round(100 * others) }
  const { answers: _, ...named } = rest
  return { ...named, ...(ofAnswers && !('percent' in shares) ? {} : count), ...shares }
}
