import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { lateState, mayAgree, mayKeep, type LateActs, type LateState } from '../../../shared/officer/outage/late.ts'
import type { CloseReason } from '../../../shared/queue/day.ts'
import type { LateOutagesTable } from '../../store/schema/record/outage-tables.ts'

/** One that was marked after its day, with who did what and when; by name, `null` where that is not known. */
export interface ToldLate {
  readonly id: string
  readonly serviceId: string
  readonly date: LocalDate
  readonly since: Instant
  readonly until: Instant
  readonly reason: CloseReason
  readonly state: LateState
  readonly acts: readonly {
    readonly what: 'marked' | 'agreed' | 'back' | 'gone' | 'objected' | 'kept'
    readonly by: string | null
    readonly at: Instant
    /** What its officer said against it, and why it stays. */
    readonly words?: string | undefined
  }[]
  /** Whether it touches what whoever asks served, or somebody for whom they stand in: their own case; of one that is gone it is not asked. */
  readonly own: boolean
  /** Whether whoever asks may agree to what waits, take it back, or say that it stays though its officer says that it is mistaken. */
  readonly may: { readonly agree: boolean; readonly takeBack: boolean; readonly keep: boolean }
}

/** Who did what with it. */
export const actsOf = (row: LateOutagesTable): LateActs => ({
  markedBy: row.marked_by,
  agreedBy: row.agreed_by,
  backBy: row.back_by,
  goneBy: row.gone_by,
  objectedBy: row.kept_by === null ? row.objected_by : null,
})

/** An outage as somebody reads it; `own` where it is their own case. */
export function toldOf(
  row: LateOutagesTable,
  { id: who, own }: { readonly id: string; readonly own: boolean },
  names: ReadonlyMap<string, string>,
): ToldLate {
  const acts = actsOf(row)
  const state = lateState(acts)
  const act = (what: ToldLate['acts'][number]['what'], by: string | null, at: Instant | null, words?: string | null) =>
    by === null || at === null ? [] : [{ what, by: names.get(by) ?? null, at, ...(words ? { words } : {}) }]
  const isObjected = acts.objectedBy !== null && acts.backBy === acts.objectedBy
  return {
    ...{
      id: row.id.replace('/', ':'),
      serviceId: row.service_id,
      date: row.date,
      since: row.since,
      until: row.until,
      state,
    },
    reason: row.reason as CloseReason,
    acts: [
      ...act('marked', row.marked_by, row.marked_at),
      ...act('agreed', row.agreed_by, row.agreed_at),
      ...act('objected', row.objected_by, row.objected_at, row.objected_words),
      ...act('kept', row.kept_by, row.kept_at, row.kept_words),
      ...(isObjected ? [] : act('back', row.back_by, row.back_at)),
      ...act('gone', row.gone_by, row.gone_at),
    ],
    own,
    may: {
      agree: !own && mayAgree(acts, who),
      takeBack: !own && (state === 'waits' || state === 'stands'),
      keep: !own && mayKeep(acts, who),
    },
  }
}
