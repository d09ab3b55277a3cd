import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { touchedParts, touchesServed } from '../../../shared/officer/outage/late.ts'
import { actsFor, type Chain } from '../../../shared/oversight/team.ts'
import { appendAudit } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { servedOf, visitTimesOf } from '../../store/record/late-outages.ts'
import type { LateOutagesTable } from '../../store/schema/record/outage-tables.ts'
import type { Offices } from '../office/offices.ts'
import { onItsWay } from '../office/on-its-way.ts'

type Outage = Pick<LateOutagesTable, 'id' | 'office' | 'date' | 'service_id' | 'since' | 'until'>

/** Whose own case an outage is that was marked after its day. */
export interface LateOwn {
  /** Whether it touches what somebody served, or somebody for whom they stand in today. */
  isOwn(outage: Outage, who: string): Promise<boolean>
  /** Whether it touches what one of these people served. */
  touches(outage: Outage, people: readonly string[]): Promise<boolean>
  /** Throws `OUTAGE_OWN`, on record. */
  mustBeOthers(outage: Outage, who: string): Promise<void>
  /** Does something with it; a refusal that is about whoever asks is on record. */
  recorded<T>(outage: Outage, who: string, act: () => Promise<T>): Promise<T>
}

const ON_RECORD = ['OUTAGE_OWN', 'OUTAGE_SECOND']

export function createLateOwn(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly now: () => Instant
  readonly chain: (office: string) => Promise<Chain>
}): LateOwn {
  const { db, offices, now, chain } = deps

  async function touches(outage: Outage, people: readonly string[]): Promise<boolean> {
    const { office, date, service_id: service } = outage
    const served = await servedOf(db, outage, people)
    if (served.visits.length === 0 && served.hours.length === 0) return false
    const { zone } = offices.get(office)
    const parts = touchedParts(await visitTimesOf(db, office, date, service), outage, zone)
    return touchesServed(served, outage, parts, zone)
  }

  async function isOwn(outage: Outage, who: string): Promise<boolean> {
    const { office } = outage
    return touches(outage, actsFor(await chain(office), who, offices.today(office)))
  }

  return {
    isOwn,
    touches,

    async mustBeOthers(outage, who) {
      if (await isOwn(outage, who)) throw new AppError('OUTAGE_OWN')
    },

    recorded: ({ office, id, service_id: service, date }, who, act) =>
      onItsWay(act, async code => {
        if (!ON_RECORD.includes(code)) return
        const detail = { office, id, service, date, code }
        await appendAudit(db, { at: now(), who: `staff:${who}`, what: 'outage.refused', detail })
      }),
  }
}
