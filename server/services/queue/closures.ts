import { foundIn } from '../../../shared/kit/found-in.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { CommandHead, Request } from '../../../shared/queue/command.ts'
import { ticketsOf, type CloseReason } from '../../../shared/queue/day.ts'
import type { Database } from '../../store/open/database.ts'
import { closeOutage, openOutage } from '../../store/outages.ts'
import type { Follower } from './followers.ts'
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
}

export function createClosures(days: QueueDays): Closures {
  /** On the day of the act, also when it is asked again after midnight. */
  async function done(
    office: string,
    head: CommandHead,
    request: Extract<Request, { verb: 'closeService' | 'openService' }>,
  ) {
    const date = await days.dateOf(office, head.id)
    const { events } = await days.execute(office, { ...head, ...request }, date)
    const { serviceId } = request
    const day = await days.day(office, date)
    const told = [...ticketsOf(day)].filter(t => t.serviceId === serviceId && t.state === 'booked').length
    // As the act left it, whatever has become of the service since.
    const [act] = events
    const since = act?.type === 'serviceClosed' ? act.at : act ? undefined : foundIn(day.closures, serviceId)?.since
    return { closedSince: since ?? null, told }
  }
  return {
    close: (office, head, serviceId, { reason, until }) =>
      done(office, head, { verb: 'closeService', serviceId, reason, ...(until === undefined ? {} : { until }) }),
    open: (office, head, serviceId) => done(office, head, { verb: 'openService', serviceId }),
  }
}

/** The follower that marks, for every figure, while a service was closed. */
export function outageMarks(db: Database): Follower {
  return {
    name: 'outages',
    async follow(office, date, events) {
      return events.flatMap(event => {
        const { type, seq, at } = event
        if (type === 'serviceOpened') return closeOutage(db, { office, date, serviceId: event.serviceId, at })
        if (type !== 'serviceClosed') return []
        const { serviceId: service_id, reason } = event
        // The id of the row is the event's own place: marking it twice changes nothing.
        const id = `${office}/${date}/${seq}`
        return openOutage(db, { id, office, date, service_id, reason, since: at, until: null })
      })
    },
  }
}
