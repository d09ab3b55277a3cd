import type { Excluded } from '../../../shared/officer/contest/contest.ts'
import { lateState, mistakenUntil } from '../../../shared/officer/outage/late.ts'
import type { LeftOutBy } from '../../../shared/officer/score/told.ts'
import type { CloseReason } from '../../../shared/queue/day.ts'
import { whoDid } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { lateOutageById } from '../../store/record/late-outages.ts'
import { contestById } from '../../store/record/contests.ts'
import { staffById } from '../../store/staff.ts'
import type { Offices } from '../office/offices.ts'
import { actsOf } from './late-told.ts'
import type { LateOutagesTable } from '../../store/schema/record/outage-tables.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'

/** By which outage or objection a version was computed anew, for its officer (`own`) or others; `undefined` where that is not known. */
export type LeftOutByOf = (id: string, own: boolean) => Promise<LeftOutBy | undefined>

/** Says what of a version was left out and who said so; whose objection it was is never told. */
export function createLeftOutBy({
  db,
  offices,
}: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
}): LeftOutByOf {
  // Who marked an outage never changes, and only the log of acts knows it.
  const markers = new Map<string, string | null>()

  async function marker(id: string): Promise<string | null> {
    const known = markers.get(id)
    if (known !== undefined) return known
    const who = (await whoDid(db, 'outage.late', id)) ?? null
    markers.set(id, who)
    return who
  }

  /** The last day on which its officer may say that it is mistaken; `null` once that was said or can be no more. */
  function mayObjectUntil(outage: LateOutagesTable): LocalDate | null {
    const { office, applied_at: at, objected_by: objected } = outage
    if (at === null || objected !== null || lateState(actsOf(outage)) !== 'stands') return null
    const until = mistakenUntil(at, offices.get(office).zone)
    return offices.today(office) <= until ? until : null
  }

  const nameOf = async (id: string | null) => (id === null ? null : ((await staffById(db, id))?.name ?? null))

  return async (id, own) => {
    const outage = await lateOutageById(db, id.replace(/\/back$/, ''))
    if (outage) {
      const { service_id: service, date, since, until, reason } = outage
      const isBack = id.endsWith('/back')
      const who = isBack ? outage.back_by : outage.marked_by || ((await marker(id))?.replace(/^staff:/, '') ?? null)
      return {
        kind: 'outage',
        id: outage.id,
        mistaken: {
          until: isBack || !own ? null : mayObjectUntil(outage),
          words: outage.objected_words,
          kept: outage.kept_words,
        },
        service,
        date,
        since,
        until,
        reason: reason as CloseReason,
        by: await nameOf(who),
        agreedBy: await nameOf((isBack ? outage.gone_by : outage.agreed_by) || null),
      }
    }
    const contest = await contestById(db, id)
    if (!contest?.decided_excluded) return undefined
    const excluded = JSON.parse(contest.decided_excluded) as Excluded
    return { kind: 'contest', excluded, by: await nameOf(contest.decided_by) }
  }
}
