import type { AmongColleagues } from '../../../shared/officer/score/score.ts'

/** One rating with its circumstances, as it lies in the store. */
export interface Rating {
  readonly who: string
  readonly date: string
  readonly levels: readonly string[]
  readonly rating: number
}

/** The figures of one officer that are held against those of the program. */
export type PlainScore = Omit<AmongColleagues, 'usual'> & { readonly below: number; readonly above: number }

const Z = 1.959963984540054
const FREQUENT = 30
const STEPS = 200

/**
 * The score of officers of one pool without a shared line with the program: every rating is a row, every officer a column of its own,
 * the variance between officers is found by halving, and the limits by adding up the others anew. Only for pools in which nothing is
 * aliased and everybody is among the comparable. Source: the method of the score, sections 3 to 6.
 */
export function plainScores(ratings: readonly Rating[]): ReadonlyMap<string, PlainScore> {
  const people = [...new Set(ratings.map(r => r.who))].sort()
  const columns = columnsOf(ratings)
  const width = people.length + columns.length
  const rows = ratings.map(r => {
    const officer = people.indexOf(r.who)
    return [officer, ...columns.flatMap((has, c) => (has(r) ? [people.length + c] : []))]
  })
  const [gram, right] = [Array.from({ length: width }, () => new Float64Array(width)), new Float64Array(width)]
  for (const [i, row] of rows.entries())
    for (const a of row) {
      right[a]! += ratings[i]!.rating
      for (const b of row) gram[a]![b]! += 1
    }
  const inverse = inverseOf(gram)
  const solution = inverse.map(line => line.reduce((sum, x, j) => sum + x * right[j]!, 0))
  const mix = columns.map(has => ratings.filter(has).length / ratings.length)
  const errors = ratings.map((r, i) => r.rating - rows[i]!.reduce((sum, a) => sum + solution[a]!, 0))
  const variance = sumOf(errors.map(e => e ** 2)) / (ratings.length - width)
  const effect = dayEffect(ratings, errors, variance)
  const skew = Math.max(-3, Math.min(3, sumOf(errors.map(e => e ** 3)) / ratings.length / variance ** 1.5))

  const fitted = people.map((who, i) => {
    const at = new Float64Array(width)
    at[i] = 1
    mix.forEach((share, c) => (at[people.length + c] = share))
    const y = sumOf([...at].map((x, j) => x * solution[j]!))
    const h = sumOf(inverse.map((line, a) => at[a]! * sumOf([...line].map((x, b) => x * at[b]!))))
    return { who, y, h, v: effect * variance * h }
  })
  const between = betweenOf(fitted)
  const k = people.length
  const weights = fitted.map(p => 1 / (p.v + between))
  const total = sumOf(weights)
  const centre = sumOf(fitted.map((p, i) => weights[i]! * p.y)) / total
  const usualV = sumOf(fitted.map((p, i) => weights[i]! * p.v)) / total
  const limit = flagLimit(k)
  return new Map(
    fitted.map(({ who, y, h, v }, i) => {
      const own = ratings.filter(r => r.who === who).map(r => r.rating)
      const nEff = 1 / (effect * h)
      const b = (((k - 3) / (k - 1)) * v) / (v + between)
      const estimate = (1 - b) * y + b * centre
      const rho = (k * weights[i]!) / total
      const spread = v * (1 - ((k - rho) / k) * b)
      const unknown = ((2 / (k - 3)) * b ** 2 * (usualV + between) * (y - centre) ** 2) / (v + between)
      const half = Z * Math.sqrt(spread + unknown)
      const others = fitted.filter(p => p.who !== who)
      const drawn = (6 * 0.04 * variance + (k - 2) * betweenOf(others)) / (6 + k - 2)
      const sum = sumOf(others.map(p => 1 / (p.v + drawn)))
      const target = sumOf(others.map(p => p.y / (p.v + drawn))) / sum
      const sd = Math.sqrt(v + drawn + 1 / sum)
      const bend = Math.max(-0.9, Math.min(0.9, (skew * v ** 2) / (Math.sqrt(variance) * sd ** 3)))
      const at = (z: number) => target + sd * (z + (bend / 6) * (z * z - 1))
      const score = {
        ...{ n: own.length, mean: sumOf(own) / own.length, adjusted: y, nEff, ...directOf(own, y, nEff) },
        ...{ estimate, estimateLow: estimate - half, estimateHigh: estimate + half },
        ...{ reliability: between / (v + between), below: at(-limit), above: at(limit) },
      }
      return [who, score]
    }),
  )
}

/** A column for each level that is frequent enough, but for the most frequent of its factor. */
function columnsOf(ratings: readonly Rating[]): readonly ((r: Rating) => boolean)[] {
  return ratings[0]!.levels.flatMap((_, factor) => {
    const many = new Map<string, number>()
    for (const { levels } of ratings) many.set(levels[factor]!, (many.get(levels[factor]!) ?? 0) + 1)
    const [, ...rest] = [...many].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    return rest
      .filter(([, n]) => n >= FREQUENT)
      .map(
        ([level]) =>
          (r: Rating) =>
            r.levels[factor] === level,
      )
  })
}

/** How many times more days scatter than chance would have it. */
function dayEffect(ratings: readonly Rating[], errors: readonly number[], variance: number): number {
  const days = new Map<string, { who: string; n: number; sum: number }>()
  const people = new Map<string, number>()
  for (const [i, { who, date }] of ratings.entries()) {
    const day = days.get(`${who} ${date}`) ?? { who, n: 0, sum: 0 }
    days.set(`${who} ${date}`, { who, n: day.n + 1, sum: day.sum + errors[i]! })
    people.set(who, (people.get(who) ?? 0) + 1)
  }
  if (days.size - people.size < 30) return 1
  const free = ratings.length - sumOf([...days.values()].map(d => d.n ** 2 / people.get(d.who)!))
  return Math.max(1, sumOf([...days.values()].map(d => d.sum ** 2)) / (variance * free))
}

/** Halves the range in which the variance between officers lies; 0 where chance explains everything. */
function betweenOf(people: readonly { readonly y: number; readonly v: number }[]): number {
  const excess = (t: number) => {
    const weights = people.map(p => 1 / (p.v + t))
    const centre = sumOf(people.map((p, i) => weights[i]! * p.y)) / sumOf(weights)
    return sumOf(people.map((p, i) => weights[i]! * (p.y - centre) ** 2)) - (people.length - 1)
  }
  if (excess(0) <= 0) return 0
  let [low, high] = [0, 9]
  for (let i = 0; i < STEPS; i += 1) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The score interval of the own ratings around the adjusted mean, section 4. */
function directOf(own: readonly number[], y: number, nEff: number): { low: number; high: number } {
  const n = own.length
  const shares = own.map(r => (r - 1) / 3)
  const p0 = sumOf(shares) / n
  const s2 = sumOf(shares.map(s => (s - p0) ** 2)) / (n - 1)
  const q = 3 * s2 > p0 * (1 - p0) ? (p0 * (1 - p0)) / s2 : 3
  const p = Math.max(0, Math.min(1, (y - 1) / 3))
  const t = nEff * q
  const middle = (p + Z ** 2 / (2 * t)) / (1 + Z ** 2 / t)
  const half = Math.sqrt((p * (1 - p) * Z ** 2) / t + (Z ** 2 / (2 * t)) ** 2) / (1 + Z ** 2 / t)
  return { low: 1 + 3 * Math.max(0, middle - half), high: 1 + 3 * Math.min(1, middle + half) }
}

/** The normal quantile of the flag, found by halving over an integral of the density. */
function flagLimit(k: number): number {
  const tail = Math.min(0.001, 0.025 / k)
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  const beyond = (z: number) => {
    const [n, width] = [4_000, 12]
    const inner = Array.from({ length: n - 1 }, (_, i) => (i % 2 === 0 ? 4 : 2) * density(z + ((i + 1) * width) / n))
    return ((density(z) + density(z + width) + sumOf(inner)) * width) / n / 3
  }
  let [low, high] = [2, 6]
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2
    if (beyond(middle) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** By Gauss and Jordan with pivots. */
function inverseOf(matrix: readonly Float64Array[]): readonly Float64Array[] {
  const n = matrix.length
  const work = matrix.map((row, i) =>
    Float64Array.from({ length: 2 * n }, (_, j) => (j < n ? row[j]! : j - n === i ? 1 : 0)),
  )
  for (let c = 0; c < n; c += 1) {
    let pivot = c
    for (let r = c + 1; r < n; r += 1) if (Math.abs(work[r]![c]!) > Math.abs(work[pivot]![c]!)) pivot = r
    ;[work[c], work[pivot]] = [work[pivot]!, work[c]!]
    const scale = work[c]![c]!
    if (Math.abs(scale) < 1e-9) throw new Error('some circumstances cannot be told from who had them')
    work[c] = work[c]!.map(x => x / scale)
    for (let r = 0; r < n; r += 1) {
      const times = work[r]![c]!
      if (r !== c && times !== 0) for (let j = c; j < 2 * n; j += 1) work[r]![j]! -= times * work[c]![j]!
    }
  }
  return work.map(row => row.slice(n))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0)
}
