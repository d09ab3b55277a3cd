import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Outage, VisitFact } from '../../shared/officer/facts.ts'
import { officerRecord, type OfficerRecord } from '../../shared/officer/record.ts'
import { staysOf, visitOf } from '../../shared/officer/stays.ts'

/** Counts and times of one officer's visits on some days, without anybody beside them. */
export function workRecord(
  officerId: string,
  visits: readonly VisitFact[],
  outages: readonly Outage[],
  office: Pick<OfficeInfo, 'services'>,
): OfficerRecord {
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  const own = staysOf(visits, outages).filter(s => s.officerId === officerId)
  return officerRecord(own.map(s => visitOf(s, standards.get(s.serviceId))))
}
