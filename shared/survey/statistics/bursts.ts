import { quantile } from '../../kit/stats.ts'
import { negativeBinomialTail } from '../../kit/tails.ts'
import { DAY, MINUTE, type Instant } from '../../kit/time.ts'

/** Windows in which answers of one key are counted. */
export const BURST_WINDOWS = { minutes: 5 * MINUTE, day: DAY } as const
/** Fewest answers in a window that are flagged: a family on one phone is fewer. */
const FEWEST = 8
/** Answers in a window that an honest key has at least on average, and how evenly they come (size of the negative binomial). */
const [LEAST_MEAN, SIZE] = [0.5, 4]
/** Stretches of what stands beside the answers: before them of an office device, around them of a network. */
const [BEFORE, AROUND] = [30 * MINUTE, 15 * MINUTE]
/** Days on which a key had more than nine in ten of its days are left out of its usual share. */
const USUAL = 0.9
/** One month in twenty is flagged by chance. */
const LEVEL = 0.05

/** The answers that came from one phone, one device of the office, or one network that is not the office's, in a month. */
export interface KeyAnswers {
  readonly key: 'phone' | 'device' | 'network'
  readonly at: readonly Instant[]
  /** Rising; invitations minted in the office for a device, answers of other networks for a network, nothing for a phone. */
  readonly beside: readonly Instant[]
  /** Of each day how many answers the key had, and how many invitations or answers of others there were. */
  readonly daily: readonly { readonly own: number; readonly beside: number }[]
  /** How many answers all keys had in the month: so often it was looked. */
  readonly looks: number
}

/** One look, at the moment of an answer: answers in the window, what was beside them, how many are usual, and how likely as many are. */
export interface Look {
  readonly at: Instant
  readonly count: number
  readonly beside: number
  readonly usual: number
  readonly p: number
}

/** A key looked at. */
export interface Burst {
  /** Answers of the key for one that stands beside it, on a usual day; undefined of a phone. */
  readonly share: number | undefined
  readonly looks: readonly Look[]
  /** As unlikely as a look must be to be flagged. */
  readonly limit: number
  /** Places of the flagged looks; the answers in the window before each are marked. */
  readonly flagged: readonly number[]
}

/**
 * Whether answers of one key came so close together that this month would hold such a burst by chance in one of twenty honest months
 * only. Counts of people who come in groups scatter more than by chance alone, hence the negative binomial distribution.
 */
export function burstOf(answers: KeyAnswers, window: number = BURST_WINDOWS.minutes): Burst {
  const share = answers.key === 'phone' ? undefined : usualShare(answers.daily)
  const at = [...answers.at].sort((a, b) => a - b)
  const limit = LEVEL / answers.looks
  const looks = at.map((t): Look => {
    const count = countWithin(at, t - window, t)
    const [from, to] = answers.key === 'network' ? [t - AROUND - 1, t + AROUND - 1] : [t - BEFORE, t]
    const beside = share === undefined ? 0 : countWithin(answers.beside, from, to)
    const usual = Math.max(LEAST_MEAN, ((share ?? 0) * beside * BURST_WINDOWS.minutes) / BEFORE)
    return { at: t, count, beside, usual, p: negativeBinomialTail(count, SIZE, usual) }
  })
  const flagged = [...looks.keys()].filter(i => looks[i]!.count >= FEWEST && looks[i]!.p <= limit)
  return { share, looks, limit, flagged }
}

function usualShare(daily: KeyAnswers['daily']): number {
  const busy = daily.filter(day => day.beside > 0)
  const most = quantile(
    busy.map(day => day.own / day.beside),
    USUAL,
  )
  if (most === undefined) return 0
  const usual = busy.filter(day => day.own / day.beside <= most)
  return usual.reduce((sum, day) => sum + day.own, 0) / usual.reduce((sum, day) => sum + day.beside, 0)
}

/** How many of the rising instants lie after `from`, and at `to` or before. */
function countWithin(rising: readonly Instant[], from: Instant, to: Instant): number {
  return firstAfter(rising, to) - firstAfter(rising, from)
}

function firstAfter(rising: readonly Instant[], instant: Instant): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! <= instant) low = middle + 1
    else high = middle
  }
  return low
}
