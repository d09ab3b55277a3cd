/** Standard deviations that one honest month in a thousand exceeds, and how many times the expected answers must be there. */
const [LIMIT, TIMES] = [3.0902, 1.5]

/** Answers of the last days of a month beside the invitations that were minted on them. */
export interface MonthEnd {
  readonly share: number
  readonly expectedShare: number
  readonly inflation: number
  readonly z: number
  readonly flagged: boolean
}

/**
 * Whether answers were put in at the end of a month: measured against the invitations of the same days, so that a busy end is none.
 * Both lists by the days of the month; undefined where there is nothing to compare.
 * @example monthEnd([9, 9, 9, 9], [10, 10, 10, 10], 1).flagged // false
 */
export function monthEnd(
  answers: readonly number[],
  invitations: readonly number[],
  last: number,
): MonthEnd | undefined {
  const from = answers.length - last
  const [n, ending] = [sumOf(answers), sumOf(answers.slice(from))]
  const invited = sumOf(invitations)
  const before = sumOf(invitations.slice(0, from))
  const q = 1 - before / invited
  if (n === 0 || !(q > 0 && q < 1)) return undefined
  const days = [...Array(from).keys()].filter(day => invitations[day]! > 0)
  const off = days.map(day => {
    const expected = ((n - ending) * invitations[day]!) / before
    return expected === 0 ? 0 : (answers[day]! - expected) ** 2 / expected
  })
  const inflation = days.length < 2 ? 1 : Math.max(1, sumOf(off) / (days.length - 1))
  const z = (ending - n * q) / Math.sqrt(inflation * n * q * (1 - q))
  const flagged = z > LIMIT && ending >= TIMES * n * q
  return { share: ending / n, expectedShare: q, inflation, z, flagged }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)
