import { grouped } from '../../../shared/kit/grouped.ts'
import type { PersonScore } from '../../../shared/officer/score/score.ts'
import type { LeftOutCells, ScoredKind } from '../../../shared/officer/score/versions.ts'
import { periodsWithin, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { leftOutThere, sharedBy, type Shared } from '../../store/record/score-inputs.ts'
import type { ScoresTable } from '../../store/schema/record/score-tables.ts'
import { hashOf } from '../identity/secrets.ts'

/** What a version left out of each part of it, by quarter and counter (or officer): all of it, and what of that an objection did. */
interface KeptParts {
  readonly shared?: Readonly<Record<string, LeftOutCells | number>>
  readonly contested?: Readonly<Record<string, LeftOutCells>>
}

/** A result with which ratings were left out of what its officer and each counter share; of old ones how many. */
export type KeptResult = PersonScore & KeptParts

/** What an officer and a counter share, what of it was left out after it was written, and what of that by an objection. */
export interface SharedPart extends Shared {
  readonly gone: LeftOutCells
  readonly contested: LeftOutCells
}

/** What officers and counters share in a quarter. */
export interface SharedQuarter {
  readonly key: string
  readonly shared: readonly SharedPart[]
}

/** What officers and counters share in each quarter of a period. */
export async function quartersOf(db: Database, office: string, period: FixedPeriod): Promise<readonly SharedQuarter[]> {
  return Promise.all(
    periodsWithin('quarter', period).map(async q => {
      const [shared, gone] = await Promise.all([sharedBy(db, office, q, []), leftOutThere(db, office, q)])
      const by = grouped(gone, one => `${one.officer} ${one.counter}`)
      const cellsOf = ({ officer, counter }: Shared, isMeant: (one: (typeof gone)[number]) => boolean): LeftOutCells =>
        Object.fromEntries(
          (by.get(`${officer} ${counter}`) ?? [])
            .filter(isMeant)
            .map(one => [hashOf(`${officer} ${counter} ${one.circumstances}`).slice(0, 10), one.n]),
        )
      return {
        key: q.key,
        shared: shared.map(one => ({
          ...one,
          gone: cellsOf(one, () => true),
          contested: cellsOf(one, ({ isContested }) => isContested),
        })),
      }
    }),
  )
}

/** How many ratings are left out, by officer or counter. */
export function leftOutOf(shared: readonly Shared[], kind: ScoredKind): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const one of shared) {
    const n = kind === 'officer' ? one.leftOut : one.leftOut + one.counted - one.atCounter
    if (n > 0) sums.set(one[kind], (sums.get(one[kind]) ?? 0) + n)
  }
  return sums
}

/** Whether a version told figures. */
export function tellsFigures({ gate, status }: Pick<ScoresTable, 'gate' | 'status'>): boolean {
  return gate === 'shown' && status !== 'fewRatings'
}

/** What a version kept of what was left out; of an old one it is not known which ratings these were, or whether an objection did it. */
export function leftOutIn({ result }: Pick<ScoresTable, 'result'>) {
  const { shared = {}, contested = {} } = JSON.parse(result) as KeptParts
  const kept = Object.entries(shared)
  const cells = kept.filter((one): one is [string, LeftOutCells] => typeof one[1] !== 'number')
  return { shared: Object.fromEntries(cells), contested, isKnown: cells.length === kept.length }
}

/** What counters leave out, too. */
export function less(cells: LeftOutCells, contested: LeftOutCells): LeftOutCells {
  return Object.fromEntries(Object.entries(cells).filter(([cell]) => !(cell in contested)))
}
