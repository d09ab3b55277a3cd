import { FLOOR } from '../../survey/answered.ts'

/** How many rated somebody in a quarter: those that count, those that are left out, and of these who never counted. */
export interface RatedInQuarter {
  readonly who: string
  readonly counted: number
  readonly leftOut: number
  readonly never: number
}

/** Of whom figures are told of a half year and of its quarters, beside the ratings of the whole office. */
export interface ToldOfHalf {
  readonly quarters: readonly { readonly people: readonly RatedInQuarter[]; readonly told: ReadonlySet<string> }[]
  readonly half: ReadonlySet<string>
}

/** What the office less all that is told still holds of somebody, and whether nothing else is known of them. */
interface Rest {
  readonly n: number
  readonly isHidden: boolean
}

/**
 * Those of the candidates of whom figures may be told beside the ratings of the whole office: what remains of these is nobody, or
 * ten and more, also without any one person of whom nothing is told. Else the next smallest is kept back, too. `of` is the place of
 * the quarter whose figures they are, or the half year; `told` is what stands there already.
 */
export function unsolved(told: ToldOfHalf, of: number | 'half', candidates: ReadonlySet<string>): ReadonlySet<string> {
  const size = (who: string) =>
    told.quarters.reduce((sum, { people }, i) => sum + (of === 'half' || of === i ? allOf(ratedOf(people, who)) : 0), 0)
  const left = [...candidates].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
  while (left.length > 0 && !isSafe(withTold(told, of, left))) left.pop()
  return new Set(left)
}

function withTold({ quarters, half }: ToldOfHalf, of: number | 'half', more: readonly string[]): ToldOfHalf {
  return {
    quarters: quarters.map((q, i) => (i === of ? { ...q, told: new Set([...q.told, ...more]) } : q)),
    half: of === 'half' ? new Set([...half, ...more]) : half,
  }
}

/** Whether neither a quarter nor the half year less what is told of it is all but fewer than ten of one person. */
function isSafe({ quarters, half }: ToldOfHalf): boolean {
  const counted = (at: number, who: string) => ratedOf(quarters[at]!.people, who).counted
  const others = (at: number) => quarters.map((_, i) => i).filter(i => i !== at)
  // Who is told of the half year and of its other quarter is told of this one, too.
  const isKnown = (at: number, who: string) =>
    quarters[at]!.told.has(who) ||
    (half.has(who) && others(at).every(i => quarters[i]!.told.has(who) || counted(i, who) === 0))
  const ofQuarters = quarters.map(({ people }, at) =>
    people.map((one): Rest => {
      if (isKnown(at, one.who)) return { n: one.never, isHidden: false }
      // Only the half year is told: in its place stands the smaller of what they did in each of its quarters.
      const least = Math.min(one.counted, ...others(at).map(i => counted(i, one.who)))
      return { n: half.has(one.who) ? least + one.never : allOf(one), isHidden: true }
    }),
  )
  const everybody = new Set(quarters.flatMap(({ people }) => people.map(({ who }) => who)))
  const ofHalf = [...everybody].map((who): Rest => {
    const parts = quarters.map(({ people }, at) => {
      const one = ratedOf(people, who)
      return { ...one, isKnown: half.has(who) || isKnown(at, who) || one.counted === 0 }
    })
    const n = parts.reduce((sum, part) => sum + (part.isKnown ? part.never : allOf(part)), 0)
    return { n, isHidden: !parts.every(part => part.isKnown) }
  })
  return [...ofQuarters, ofHalf].every(isShared)
}

/** Whether a rest is nobody, or of ten at least, and without any one of whom nothing is told still of ten. */
function isShared(rest: readonly Rest[]): boolean {
  const all = rest.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return true
  return all >= FLOOR && rest.every(({ n, isHidden }) => !isHidden || all - n >= FLOOR)
}

/** Whether what never counted in a quarter is nobody, or ten and more without any one officer: then sums of all and of parts differ by so many. */
export function isWideApart(people: readonly RatedInQuarter[]): boolean {
  return isShared(people.map(({ never }) => ({ n: never, isHidden: true })))
}

const allOf = ({ counted, leftOut }: Pick<RatedInQuarter, 'counted' | 'leftOut'>) => counted + leftOut

function ratedOf(people: readonly RatedInQuarter[], who: string): RatedInQuarter {
  return people.find(one => one.who === who) ?? { who, counted: 0, leftOut: 0, never: 0 }
}
