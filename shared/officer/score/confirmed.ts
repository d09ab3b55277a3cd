import type { ScoreStatus } from './score.ts'

/** What is to be made of somebody outside of what is usual: seen once, or come again. */
export interface Guarded {
  readonly direction: 'below' | 'above'
  readonly level: 'signal' | 'confirmed'
}

const COMPUTED: readonly ScoreStatus[] = ['below', 'above', 'within', 'noVariation']
/** So many periods of the last in which it was computed must say the same. */
const [AGAIN, OF_THE_LAST] = [2, 3]

/**
 * What the closed periods of one length say together, the one in question last: only what came again, on the same side, in two of the
 * last three in which it was computed is acted on. Nothing where the last itself does not stand out.
 * @example guardOf(['below', 'within', 'below']) // { direction: 'below', level: 'confirmed' }
 */
export function guardOf(statuses: readonly ScoreStatus[]): Guarded | undefined {
  const last = statuses.at(-1)
  if (last !== 'below' && last !== 'above') return undefined
  const seen = statuses.filter(s => COMPUTED.includes(s)).slice(-OF_THE_LAST)
  return { direction: last, level: seen.filter(s => s === last).length >= AGAIN ? 'confirmed' : 'signal' }
}
