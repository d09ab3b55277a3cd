import type { LocalDate } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'
import { isUnsur } from '../asked.ts'
import { UNSUR } from '../instruments.ts'
import { unsurName } from '../unsur-name.ts'

/** How many unsur a plan begins with. */
const PLANNED = 3
/** Answers below which it is not clear which unsur are the weakest. */
export const CLEAR_FROM = 60
/** Letters of a line of a plan. */
export const MOST_PLANNED = 400
export const QUARTERS = [1, 2, 3, 4] as const

/** One line of the plan, as the report's table 4.2 has it, with what became of it. */
export interface PlanRow {
  /** One of the nine, or the key of one of the office. */
  readonly unsur: string
  /** One of the office as it was called then. */
  readonly name?: Words | undefined
  /** Program or activity. */
  readonly program: string
  /** Quarters (TW I to IV) in which it is done, rising. */
  readonly quarters: readonly (typeof QUARTERS)[number][]
  readonly owner: string
  /** Where the proof is: a document, a photo. */
  readonly evidence: string
  /** 0 to 100. */
  readonly percent: number
  /** What stood in its way; absent in plans from before it was asked. */
  readonly hurdle?: string | undefined
  /** What everybody reads of it; nothing while it is empty. */
  readonly told: string
}

/** The plan of a period (rencana tindak lanjut). */
export interface Plan {
  readonly rows: readonly PlanRow[]
  /** When it was talked over with users (Forum Konsultasi Publik), and where the minutes are. */
  readonly forumOn: LocalDate | null
  readonly minutes: string
}

export type PlanState = 'planned' | 'running' | 'done'

/**
 * The unsur that a plan begins with: the three of the lowest mean, the lowest first, ties by the order of the regulation and behind it those
 * of the office; never Biaya
 * where it is fixed, and none of fewer than 60 answers. Source: PermenPANRB 14/2017, and the report's chapter 4.2.
 * @example lowestUnsur({ n: 60, unsur: { waktu: { nrr: 2.9 }, prosedur: { nrr: 3.2 }, biaya: { nrr: 2 } } }, true) // ['waktu', 'prosedur']
 */
export function lowestUnsur(
  of: {
    readonly n: number
    readonly unsur: Readonly<Record<string, { readonly nrr?: number | undefined } | undefined>>
  },
  fixedBiaya: boolean,
): readonly string[] {
  if (of.n < CLEAR_FROM) return []
  const all = [...UNSUR, ...Object.keys(of.unsur).filter(name => !isUnsur(name))]
  const judged = all.filter(name => of.unsur[name]?.nrr !== undefined && !(fixedBiaya && name === 'biaya'))
  return judged.sort((a, b) => of.unsur[a]!.nrr! - of.unsur[b]!.nrr!).slice(0, PLANNED)
}

/** An empty line; of an unsur of the office with its name. */
export function emptyRow(unsur: string, name?: Words): PlanRow {
  return { unsur, ...(name ? { name } : {}), program: '', quarters: [], owner: '', evidence: '', percent: 0, told: '' }
}

/** The unsur of a line by its name. */
export function plannedName({ unsur, name }: Pick<PlanRow, 'unsur' | 'name'>): Words {
  return unsurName({ unsur, asked: name && { name } })
}

export function planState({ percent }: Pick<PlanRow, 'percent'>): PlanState {
  return percent >= 100 ? 'done' : percent > 0 ? 'running' : 'planned'
}

/** What everybody reads of plans, the newest period first: what is done before what is not; nothing without words for it. */
export function toldOf(
  plans: readonly { readonly period: string; readonly plan: Plan }[],
): readonly (Pick<PlanRow, 'unsur' | 'name' | 'told'> & { readonly period: string; readonly state: PlanState })[] {
  const all = plans.flatMap(({ period, plan }) =>
    plan.rows
      .filter(row => row.told !== '')
      .map(row => ({ period, unsur: row.unsur, name: row.name, told: row.told, state: planState(row) })),
  )
  return [...all.filter(one => one.state === 'done'), ...all.filter(one => one.state !== 'done')]
}
