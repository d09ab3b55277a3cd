import type { Hours, RecordView } from './figures.ts'
import { officeDate, type Instant, type LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { UnitRows } from './facts.ts'
import { peersOf, type Reader } from './peers.ts'
import { officerRecord } from './record.ts'
import { staysOf, visitOf } from './stays.ts'
import { waysOf, waysOfVisits } from './ways.ts'

/** First and last day, both included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * An officer's record: `visits` of the whole unit in the days that may be read, of which only the own ones count, beside the service
 * times of colleagues on the same mix of services where those may be told to the reader, who is the officer unless somebody else is named.
 */
export function recordView(
  officerId: string,
  { visits, outages }: Pick<UnitRows, 'visits' | 'outages'>,
  frame: Period & {
    readonly office: Pick<OfficeInfo, 'services' | 'zone'>
    readonly now: Instant
    readonly hours: Hours
    readonly reader?: Reader
  },
): RecordView {
  const { office } = frame
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  const came = waysOfVisits(visits)
  const stays = staysOf(visits, outages).map((stay, i) => ({ ...stay, way: came[i] }))
  const own = stays.filter(s => s.officerId === officerId)
  const timed = (stay: (typeof stays)[number]) => ({
    ...stay,
    isWithin: visitOf(stay, standards.get(stay.serviceId)).withinStandard,
  })
  return {
    from: frame.from,
    to: frame.to,
    days: new Set(own.map(s => s.date)).size,
    record: officerRecord(own.map(s => visitOf(s, standards.get(s.serviceId)))),
    ways: waysOf(officerId, visits),
    peers: peersOf(officerId, stays.map(timed), frame, officeDate(frame.now, office.zone), frame.reader) ?? null,
    hours: frame.hours,
    computedAt: frame.now,
  }
}
