import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { UnsurFigures } from '../../../shared/survey/figures/period-figures.ts'
import { toldOf, type Plan } from '../../../shared/survey/loop/plan.ts'
import type { Words } from '../../../shared/kit/words.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { staffById } from '../../store/staff.ts'
import { planOf, planRow, plansOf } from '../../store/survey/plans.ts'
import type { FiguresOfPeriods } from '../figures/figures.ts'

/** One of the nine, or one of the office with its name. */
interface PlannedUnsur {
  readonly unsur: string
  readonly name?: Words
}

/** The plan of a period as it stands, and the unsur that it begins with. */
export interface PlanView {
  readonly plan: Plan | null
  /** 0 before the first. */
  readonly version: number
  readonly savedAt: Instant | null
  readonly savedBy: string | null
  readonly lowest: readonly (PlannedUnsur & { readonly nrr: number })[]
  /** Unsur of the office that count in the period beside the nine. */
  readonly own: readonly PlannedUnsur[]
  /** The third and the fourth lowest cannot be told apart. */
  readonly thirdUnsure: boolean
}

/** Who saves a plan: the person, and as the record names them. */
export interface Saver {
  readonly id: string
  readonly by: string
}

/** What is done about the answers of a period (rencana tindak lanjut), in versions. */
export interface Plans {
  /** Throws `NOT_FOUND` for an office or a period that is none. */
  of(office: string, period: string): Promise<PlanView>
  /** Saves the version after the one that was seen; gives its number. Throws `SKM_CHANGED` where somebody else saved it first. */
  save(who: Saver, office: string, period: string, plan: Plan, seen: number): Promise<number>
  /** What everybody reads, of what is done first. */
  told(office: string): Promise<ReturnType<typeof toldOf>>
}

/** What everybody reads of an office's plans, of what is done first. */
export async function toldOfOffice(db: Database, office: string): Promise<ReturnType<typeof toldOf>> {
  const rows = await plansOf(db, office)
  return toldOf(rows.map(row => ({ period: row.period, plan: JSON.parse(row.body) as Plan })))
}

function plannedOf({ unsur, asked }: UnsurFigures): PlannedUnsur {
  return { unsur, ...(asked ? { name: asked.name } : {}) }
}

export function createPlans(deps: {
  readonly db: Database
  readonly figures: FiguresOfPeriods
  readonly now: () => Instant
}): Plans {
  const { db, figures, now } = deps
  const must = (period: string) => {
    if (!fixedPeriod(period)) throw new AppError('NOT_FOUND', { period })
  }

  return {
    async of(office, period) {
      must(period)
      const [row, { figures: shown }] = await Promise.all([planOf(db, office, period), figures.of(office, period)])
      return {
        plan: row ? (JSON.parse(row.body) as Plan) : null,
        ...{ version: row?.version ?? 0, savedAt: row?.at ?? null },
        savedBy: row ? ((await staffById(db, row.by_id))?.name ?? row.by_id) : null,
        lowest: (shown?.lowest.three ?? []).map(key => {
          const one = shown!.unsur.find(({ unsur }) => unsur === key)!
          return { ...plannedOf(one), nrr: one.nrr! }
        }),
        own: (shown?.unsur ?? []).filter(one => one.asked).map(plannedOf),
        thirdUnsure: shown !== undefined && !shown.lowest.unclear && shown.lowest.thirdUnsure,
      }
    },

    async save({ id, by }, office, period, plan, seen) {
      must(period)
      const version = seen + 1
      const body = JSON.stringify(plan)
      const before = await planOf(db, office, period)
      // The same once more, because its answer was lost, is saved.
      if (before?.version === version && before.body === body && before.by_id === id) return version
      if ((before?.version ?? 0) !== seen) throw new AppError('SKM_CHANGED')
      const at = now()
      const first = planRow(db, { office, period, version, body, by_id: id, at })
      const entry = { at, who: by, what: 'plan.save', detail: { office, period, version } }
      if (!(await onRecord(db, { first, then: [] }, entry))) throw new AppError('SKM_CHANGED')
      return version
    },

    told: office => toldOfOffice(db, office),
  }
}
