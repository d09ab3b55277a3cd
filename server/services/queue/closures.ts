import type { Instant } from '../../../shared/kit/time.ts'
import type { CommandHead } from '../../../shared/queue/command.ts'
import { ticketsOf, type CloseReason } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import type { Database } from '../../store/open/database.ts'
import { closeOutage, openOutage } from '../../store/outages.ts'
import type { QueueDays } from './queue-days.ts'

/** A service closed for a while, by one act. */
export interface Closures {
  close(
    office: string,
    head: CommandHead,
    serviceId: string,
    why: { readonly reason: CloseReason; readonly until?: Instant | undefined },
  ): Promise<{ closedSince: Instant | null; told: number }>
  open(office: string, head: CommandHead, serviceId: string): Promise<{ closedSince: Instant | null; told: number }>
  /** Marks the interval for every figure; given each event of a day once it is on disk. */
  mark(office: string, date: string, event: DayEvent): Promise<void>
}

export function createClosures({ db, days }: { db: Database; days: QueueDays }): Closures {
  async function answer(office: string, serviceId: string) {
    const day = await days.today(office)
    const told = [...ticketsOf(day)].filter(t => t.serviceId === serviceId && t.state === 'booked').length
    return { closedSince: day.closures[serviceId]?.since ?? null, told }
  }
  return {
    async close(office, head, serviceId, { reason, until }) {
      const request = { verb: 'closeService', serviceId, reason } as const
      await days.execute(office, { ...head, ...request, ...(until === undefined ? {} : { until }) })
      return answer(office, serviceId)
    },
    async open(office, head, serviceId) {
      await days.execute(office, { ...head, verb: 'openService', serviceId })
      return answer(office, serviceId)
    },
    async mark(office, date, event) {
      // The id of the row is the event's own place: marking it twice changes nothing.
      const { serviceId } = event as { serviceId?: string }
      if (event.type === 'serviceClosed') {
        await closeOutage(db, { office, date, serviceId: event.serviceId, at: event.at })
        const id = `${office}/${date}/${event.seq}`
        await openOutage(db, {
          id,
          office,
          date,
          service_id: event.serviceId,
          reason: event.reason,
          since: event.at,
          until: null,
        })
      } else if (event.type === 'serviceOpened') {
        await closeOutage(db, { office, date, serviceId: serviceId!, at: event.at })
      }
    },
  }
}
