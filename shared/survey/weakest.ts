import type { IkmResult } from './ikm.ts'
import { UNSUR, type Unsur } from './instruments.ts'

/** How many unsur are named as weakest, each to be followed up. */
const WEAKEST = 3

/**
 * The `count` unsur with the lowest mean, in the order of the regulation; none when all are alike, since then none is weak.
 * Ties at the edge go by that order.
 * @example weakest({ unsur: { prosedur: { nrr: 3.2 }, waktu: { nrr: 2.9 }, biaya: { nrr: 4 } } }, 1) // ['waktu']
 */
export function weakest(
  { unsur }: { readonly unsur: Readonly<Partial<Record<Unsur, Pick<NonNullable<IkmResult['unsur'][Unsur]>, 'nrr'>>>> },
  count: number = WEAKEST,
): readonly Unsur[] {
  const judged = UNSUR.filter(name => unsur[name]?.nrr !== undefined)
  const nrr = (name: Unsur) => unsur[name]!.nrr!
  const best = Math.max(...judged.map(nrr))
  const low = [...judged].sort((a, b) => nrr(a) - nrr(b)).slice(0, count)
  return judged.filter(name => low.includes(name) && nrr(name) < best)
}

/**
 * Fewest answers from which an IKM is shown: the office's minimum, or the whole sample where fewer people came than that.
 * @example fewestAnswers(60, 10) // 10
 */
export function fewestAnswers(minimum: number, target: number): number {
  return Math.max(1, Math.min(minimum, target))
}
