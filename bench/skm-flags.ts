import { seeded } from '../shared/kit/random.ts'
import { flagsOf, type Flags } from './lib/skm/flags.ts'
import { FRAUDS, honestMonth, type Fraud } from './lib/skm/months.ts'

/** The most marks that honest months have on average. */
const MOST_FALSE = 1
/** Points by which a share of found frauds may be off. */
const NEAR = 0.05

/** What somebody does, how much of it, which mark finds it, and in what share of the months it should. */
const POWER: readonly (readonly [Fraud, number, keyof Flags, number])[] = [
  ['phone', 8, 'phone', 0.99],
  ['phone', 10, 'phone', 1],
  ['phone', 30, 'phone', 1],
  ['tablet', 8, 'tablet', 0.99],
  ['tablet', 10, 'tablet', 1],
  ['tablet', 15, 'tablet', 1],
  ['tablet', 20, 'tablet', 1],
  ['tablet', 30, 'tablet', 1],
  ['network', 8, 'network', 0.99],
  ['network', 10, 'network', 1],
  ['network', 30, 'network', 1],
  ['alike', 0.2, 'alike', 0.24],
  ['alike', 0.4, 'alike', 0.73],
  ['alike', 0.6, 'alike', 0.93],
  ['fast', 0.2, 'fast', 0.96],
  ['monthEnd', 0.1, 'monthEnd', 0.64],
  ['monthEnd', 0.2, 'monthEnd', 0.97],
  ['monthEnd', 0.4, 'monthEnd', 1],
  ['response', 0.15, 'response', 0.76],
  ['response', 0.3, 'response', 1],
  ['withheld', 0.15, 'invitation', 0.69],
  ['withheld', 0.3, 'invitation', 0.96],
]

/** Prints how many marks honest months have, and how often each fraud is found. */
export function skmFlags(months: number, seed: number): boolean {
  const random = seeded(seed)
  const sums = new Map<string, number>()
  let [none, most] = [0, 0]
  const sizes: number[] = []
  for (let i = 0; i < months; i += 1) {
    const month = honestMonth(random)
    sizes.push(month.answers.length)
    const flags = Object.entries(flagsOf(month)) as [string, number][]
    for (const [kind, count] of flags) sums.set(kind, (sums.get(kind) ?? 0) + count / months)
    const all = flags.reduce((sum, [, count]) => sum + count, 0)
    if (all === 0) none += 1
    most = Math.max(most, all)
  }
  const total = [...sums.values()].reduce((a, b) => a + b, 0)
  console.log(`${months} honest months of ${Math.min(...sizes)} to ${Math.max(...sizes)} answers, marks a month:`)
  for (const [kind, mean] of sums) console.log(`  ${kind.padEnd(12)}${mean.toFixed(3)}`)
  console.log(`  together    ${total.toFixed(3)}, none in ${((none / months) * 100).toFixed(0)} %, at most ${most}`)
  let good = total <= MOST_FALSE
  console.log('found of                      share  expected')
  for (const [fraud, much, mark, expected] of POWER) {
    let found = 0
    for (let i = 0; i < months; i += 1) {
      const month = honestMonth(random)
      FRAUDS[fraud](month, much, random)
      if (flagsOf(month)[mark] > 0) found += 1
    }
    const share = found / months
    const near = Math.abs(share - expected) <= NEAR
    good &&= near
    console.log(
      `  ${`${fraud} ${much}`.padEnd(26)}${share.toFixed(2).padStart(7)}${expected.toFixed(2).padStart(10)}  ${near ? 'within 5 points' : 'no'}`,
    )
  }
  return good
}
