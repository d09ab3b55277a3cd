/** What is short of a whole number by less than the last digits of quotients is that number. */
const NEARLY = 1e-9

/**
 * Parts of a whole in whole numbers that add up to it (in per cent: 100): what rounding down leaves goes to the largest remainders, of
 * equal ones to the first. Nothing at all is 0 of each.
 * @example wholeShares([1, 1, 1]) // [34, 33, 33]
 */
export function wholeShares(parts: readonly number[], whole = 100): readonly number[] {
  const sum = parts.reduce((all, part) => all + part, 0)
  if (sum <= 0) return parts.map(() => 0)
  const exact = parts.map(part => (part / sum) * whole)
  const shares = exact.map(share => Math.floor(share + NEARLY))
  const left = whole - shares.reduce((all, share) => all + share, 0)
  const rest = (place: number) => exact[place]! - shares[place]!
  const order = shares
    .map((_, place) => place)
    .sort((a, b) => (Math.abs(rest(b) - rest(a)) < NEARLY ? a - b : rest(b) - rest(a)))
  for (const place of order.slice(0, left)) shares[place]! += 1
  return shares
}
