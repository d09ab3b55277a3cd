import { Refused, type Client } from '../../bench/lib/client.ts'
import { slotId } from '../../shared/booking/slots.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { SimulatedDay, SimulatedVisitor } from './simulated-day.ts'
import type { Log } from './log.ts'

/** Refusals after which somebody comes without a booking, as people do. */
const NO_PLACE = ['SLOT_FULL', 'SLOT_PAST', 'NOT_BOOKABLE', 'SERVICE_CLOSED', 'NOT_RELEASED', 'NOT_FOUND']
const AT_ONCE = 8

/** Books for everybody who means to, without a name; the links of those who got a place. */
export async function bookAhead(
  plan: SimulatedDay,
  office: Pick<OfficeInfo, 'id' | 'zone'>,
  desk: Client,
  log: Log,
): Promise<ReadonlyMap<SimulatedVisitor, string>> {
  const links = new Map<SimulatedVisitor, string>()
  const left = plan.visitors.filter(v => v.booked)
  async function bookOneByOne(): Promise<void> {
    for (let visitor = left.shift(); visitor; visitor = left.shift()) {
      const { serviceId, priority, booked } = visitor
      try {
        const body = { serviceId, slotId: slotId(booked!.start, office.zone), priority }
        const reply = await desk.call('POST /api/offices/:office/bookings', { params: { office: office.id }, body })
        links.set(visitor, reply.token)
        log.booked.push(reply.ticket.number)
      } catch (error) {
        if (error instanceof Refused && NO_PLACE.includes(error.code)) log.noPlace++
        else log.errors.push(String(error))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, bookOneByOne))
  return links
}
