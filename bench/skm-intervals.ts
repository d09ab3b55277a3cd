import { seeded } from '../shared/kit/random.ts'
import { roundHalfUp } from '../shared/kit/stats.ts'
import { ikmInterval } from '../shared/survey/statistics/ikm-interval.ts'
import { letterCertain, letterOf } from '../shared/survey/statistics/letter.ts'
import { drawnOffice, REGIMES, type Regime } from './lib/skm/offices.ts'

const WEIGHTS = Array.from({ length: 9 }, () => 1 / 9)
const BIAYA = 3
const [LEAST, MOST, WRONG] = [0.93, 0.97, 0.005]

/** How often the interval held the truth, and how often a letter was certain and wrong. */
export interface Coverage {
  readonly ikm: number
  readonly nrr: number
  /** Where it is not known how many came on which day. */
  readonly unknownDays: number
  readonly certain: number
  readonly wrong: number
}

/** Offices of one kind, each with its interval beside the truth. */
export function coverageOf(regime: Regime, offices: number, seed: number): Coverage {
  const random = seeded(seed)
  const seen = { ikm: 0, nrr: 0, unsur: 0, unknownDays: 0, certain: 0, wrong: 0 }
  for (let i = 0; i < offices; i += 1) {
    const { respondents, population, ikm, nrr, free } = drawnOffice(regime, random)
    const so = ikmInterval({ respondents, weights: WEIGHTS, population })
    const { visits } = population
    const undated = ikmInterval({ respondents, weights: WEIGHTS, population: { visits } })
    if (holds(so, ikm)) seen.ikm += 1
    if (holds(undated, ikm)) seen.unknownDays += 1
    for (const [u, one] of so.nrr.entries()) {
      if (free && u === BIAYA) continue
      seen.unsur += 1
      if (holds(one, nrr[u]!)) seen.nrr += 1
    }
    if (!letterCertain({ ...so, everybody: so.n === visits })) continue
    seen.certain += 1
    if (letterOf(ikm) !== letterOf(so.ikm)) seen.wrong += 1
  }
  return { ...seen, ikm: seen.ikm / offices, nrr: seen.nrr / seen.unsur, unknownDays: seen.unknownDays / offices }
}

/** Prints how often intervals hold the IKM that all visits would have given, and how often certain letters are wrong. */
export function skmIntervals(offices: number, seed: number): boolean {
  console.log(`${'offices'.padEnd(44)}     IKM     NRR  days unknown  certain  wrong  in 93–97 %`)
  let [certain, wrong, good] = [0, 0, 0]
  for (const [i, regime] of REGIMES.entries()) {
    const so = coverageOf(regime, offices, seed + i)
    const held = so.ikm >= LEAST && so.ikm <= MOST
    certain += so.certain
    wrong += so.wrong
    good += Number(held)
    console.log(
      `${regime.name.padEnd(44)}${share(so.ikm)}${share(so.nrr)}${share(so.unknownDays).padStart(14)}` +
        `${String(so.certain).padStart(9)}${String(so.wrong).padStart(7)}  ${held ? 'yes' : 'no'}`,
    )
  }
  const rate = certain === 0 ? 0 : wrong / certain
  console.log(
    `in 93–97 %: ${good} of ${REGIMES.length}; certain letters wrong: ${wrong} of ${certain} (${roundHalfUp(rate * 100, 2)} %)`,
  )
  return good === REGIMES.length && rate <= WRONG
}

const holds = ({ low, high }: { low: number; high: number }, truth: number) =>
  low - 1e-9 <= truth && truth <= high + 1e-9
const share = (value: number) => value.toFixed(3).padStart(8)
