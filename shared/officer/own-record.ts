import type { RecordView } from './figures.ts'
import { officeDate, type Instant, type LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { UnitRows } from './facts.ts'
import { peersOf } from './peers.ts'
import { officerRecord } from './record.ts'
import { staysOf, visitOf } from './stays.ts'
import { waysOf } from './ways.ts'

/** First and last day, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * An officer's own record: `visits` of the whole unit, of which only the own ones count, beside the service times of
 * colleagues on the same mix of services where those may be told.
 */
export function recordView(
  officerId: string,
  { visits, outages }: Pick<UnitRows, 'visits' | 'outages'>,
  frame: Period & { readonly office: Pick<OfficeInfo, 'services' | 'zone'>; readonly now: Instant },
): RecordView {
  const { office } = frame
  const stays = staysOf(visits, outages)
  const own = stays.filter(s => s.officerId === officerId)
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  return {
    from: frame.from,
    to: frame.to,
    days: new Set(own.map(s => s.date)).size,
    record: officerRecord(own.map(s => visitOf(s, standards.get(s.serviceId)))),
    ways: waysOf(officerId, visits),
    peers: peersOf(officerId, stays, frame, officeDate(frame.now, office.zone)) ?? null,
    computedAt: frame.now,
  }
}
