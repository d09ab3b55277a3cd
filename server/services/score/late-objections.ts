import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { lateState, mayKeep, mistakenUntil } from '../../../shared/officer/outage/late.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { figureChanged } from '../../store/record/feedback.ts'
import { lateKept, lateObjected } from '../../store/record/late-outages.ts'
import type { LateOutagesTable } from '../../store/schema/record/outage-tables.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { LateOwn } from './late-own.ts'
import { actsOf } from './late-told.ts'

/** What an officer says against an outage that was marked after its day, and that it stays all the same. */
export function createLateObjections(
  deps: {
    readonly db: Database
    readonly offices: Pick<Offices, 'get' | 'today'>
    readonly now: () => Instant
    readonly tell: (office: string) => Promise<void>
    readonly tellOne: (staffId: string) => void
  } & LateOwn,
) {
  const { db, offices, now, tell, tellOne, touches, mustBeOthers, recorded } = deps

  const entryOf = (row: LateOutagesTable, who: string, what: 'objected' | 'kept') => {
    const { office, id, service_id: service, date } = row
    return { at: now(), who: `staff:${who}`, what: `outage.late.${what}`, detail: { office, id, service, date } }
  }

  return {
    async object({ id: by }: Pick<Staff, 'id'>, row: LateOutagesTable, words: string): Promise<void> {
      if (row.objected_by === by && row.objected_words === words) return
      if (!(await touches(row, [by]))) throw new AppError('NOT_FOUND')
      if (lateState(actsOf(row)) !== 'stands' || row.applied_at === null || row.objected_by !== null)
        throw new AppError('OUTAGE_ENDED')
      const until = mistakenUntil(row.applied_at, offices.get(row.office).zone)
      if (offices.today(row.office) > until) throw new AppError('CONTEST_LATE', { until })
      const first = lateObjected(db, row, { by, words, at: now() })
      if (!(await onRecord(db, { first, then: [] }, entryOf(row, by, 'objected')))) throw new AppError('OUTAGE_ENDED')
      await tell(row.office)
    },

    async keep({ id: by }: Pick<Staff, 'id'>, row: LateOutagesTable, words: string): Promise<void> {
      if (row.kept_by === by && row.kept_words === words) return
      await recorded(row, by, async () => {
        await mustBeOthers(row, by)
        const acts = actsOf(row)
        if (acts.objectedBy === null || lateState(acts) !== 'leaving') throw new AppError('OUTAGE_ENDED')
        if (!mayKeep(acts, by)) throw new AppError('OUTAGE_SECOND')
      })
      const { office, date, objected_by: officerId } = row
      const about = { kind: 'day' as const, ref: date, from: date, to: date }
      const id = hashOf(`outage kept ${row.id}`).slice(0, 22)
      const changed = { code: 'outageKept' as const, date }
      const told = figureChanged(db, { id, office, officerId: officerId!, about, changed, at: now() })
      const first = lateKept(db, row.id, { by, words, at: now() })
      if (!(await onRecord(db, { first, then: [told] }, entryOf(row, by, 'kept')))) throw new AppError('OUTAGE_ENDED')
      tellOne(officerId!)
      await tell(office)
    },
  }
}
