import {
  callsFrom,
  circumstancesOf,
  firstCall,
  UNKNOWN,
  type Circumstances,
} from '../../../shared/officer/score/circumstances.ts'
import type { Zone } from '../../../shared/kit/time.ts'
import type { Database } from '../../store/open/database.ts'
import { outagesBetween } from '../../store/outages.ts'
import { callsBetween, staysOfTicket } from '../../store/record/circumstances.ts'
import type { Invitation } from '../../store/surveys.ts'

/** Under which circumstances somebody rates who is invited: read once, when the rating is written, for nothing leads to the visit later. */
export async function circumstances(db: Database, invited: Invitation, zone: Zone): Promise<Circumstances> {
  const { ticketId, officeId: office, date, serviceId, officerId } = invited
  const ticket = await staysOfTicket(db, ticketId)
  if (!ticket) return UNKNOWN
  const visit = { serviceId, officerId, ...ticket }
  const call = firstCall(visit)
  const [calls, outages] = await Promise.all([
    call ? callsBetween(db, { office, date, service: serviceId }, callsFrom(call), call.calledAt) : [],
    outagesBetween(db, office, date, date),
  ])
  const known = outages.map(({ service_id, since, until }) => ({ serviceId: service_id, since, until }))
  return circumstancesOf(visit, { calls, outages: known, zone })
}
