import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { CommandHead } from '../../../shared/queue/command.ts'
import type { VoidReason } from '../../../shared/queue/day.ts'
import { appendAuditOnce } from '../../store/audit.ts'
import { liveBookings, type LiveBooking } from '../../store/clusters.ts'
import type { Database } from '../../store/open/database.ts'
import type { Offices } from '../office/offices.ts'
import { ownId } from '../queue/command-ids.ts'
import type { Follower } from '../queue/followers.ts'
import type { QueueDays } from '../queue/queue-days.ts'

type Clusters = Reply<'GET /api/offices/:office/clusters'>['clusters']

/** Live bookings from one phone or network from which on they are worth a look. */
const WORTH = { device: 3, network: 12 }
const MOST_SHOWN = 50

/** Bookings that came together, and one act to void them. */
export interface ClusterService {
  list(office: string): Promise<Clusters>
  /** Voids all live bookings of a cluster; gives how many. */
  void(office: string, head: CommandHead, which: Voiding): Promise<number>
}

interface Voiding {
  readonly cluster: string
  readonly reason: VoidReason
}

export function createClusters(deps: { db: Database; offices: Offices; days: QueueDays }): ClusterService {
  const { db, offices, days } = deps

  async function groups(office: string): Promise<Map<string, LiveBooking[]>> {
    const found = new Map<string, LiveBooking[]>()
    for (const booking of await liveBookings(db, office, offices.today(office))) {
      for (const kind of ['device', 'network'] as const) {
        const mark = booking[kind]
        if (mark === null) continue
        const id = `${kind}.${mark}`
        const group = found.get(id)
        if (group) group.push(booking)
        else found.set(id, [booking])
      }
    }
    return found
  }

  return {
    async list(office) {
      const shown: Clusters = []
      for (const [id, bookings] of await groups(office)) {
        const kind = id.startsWith('device') ? 'device' : 'network'
        if (bookings.length < WORTH[kind]) continue
        const made = bookings.map(b => b.madeAt)
        shown.push({
          id,
          kind,
          bookings: bookings.length,
          withoutContact: bookings.filter(b => !b.hasContact).length,
          from: Math.min(...made),
          to: Math.max(...made),
          numbers: bookings.map(({ date, number, serviceId }) => ({ date, number, serviceId })),
        })
      }
      return shown.sort((a, b) => b.bookings - a.bookings).slice(0, MOST_SHOWN)
    },

    async void(office, head, { cluster, reason }) {
      const bookings = (await groups(office)).get(cluster)
      if (!bookings) throw new AppError('NOT_FOUND')
      const done = await Promise.all(
        bookings.map(({ no, date }) =>
          days
            .execute(
              office,
              { id: ownId('void', head.id, date, no), by: head.by, verb: 'cancel', no, why: 'void', reason },
              date,
            )
            .then(
              () => 1,
              (error: unknown) => {
                // Somebody who came or cancelled meanwhile is no longer there to void.
                if (error instanceof AppError && error.code === 'TICKET_STATE') return 0
                throw error
              },
            ),
        ),
      )
      return done.reduce<number>((sum, n) => sum + n, 0)
    },
  }
}

/** Keeps each voided booking on record, once, whatever happens between the act and its line. */
export function voidLines(db: Database): Follower {
  return {
    name: 'voids',
    async follow(office, date, events) {
      for (const event of events) {
        // An earlier program wrote the line of the whole act itself, and no reason into the journal.
        if (event.type !== 'ticketCancelled' || event.reason === undefined) continue
        const { seq, at, by = 'system', no, reason } = event
        const detail = { id: `${office}/${date}/${seq}`, office, date, no, reason }
        await appendAuditOnce(db, { at, who: by, what: 'booking.void', detail })
      }
      return []
    },
  }
}
