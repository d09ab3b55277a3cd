import { mountBookings, type BookingParts } from '../http/api/bookings.ts'
import type { Ctx } from '../http/context.ts'
import type { Door } from '../http/mount.ts'
import { mountBookingPages, type BookingPagesDeps } from '../http/pages/booking/mount.ts'
import { mountClosings } from '../http/pages/booking/closings-door.ts'
import { citizenDesk } from '../http/pages/booking/citizen-desk.ts'
import { mountHome } from '../http/pages/home/mount.ts'
import { toldOfOffice } from '../services/loop/plans.ts'
import { hasPublished } from '../store/survey/publications.ts'
import { mountIn } from '../http/pages/in-page.ts'
import { createPhoneCookies } from '../http/phone-cookie.ts'
import { mountTicket } from '../http/pages/ticket/mount.ts'
import { mountTicketActs } from '../http/pages/ticket/ticket-acts.ts'
import { mountTicketFiles } from '../http/pages/ticket/ticket-files.ts'
import { mountTicketStream } from '../http/pages/ticket/ticket-stream.ts'
import type { Streams } from '../realtime/streams.ts'
import { createClusters } from '../services/booking/clusters.ts'
import { createFronts, type Front } from '../services/booking/fronts.ts'
import { createOpenings } from '../services/booking/openings.ts'
import { createPreparation } from '../services/booking/preparation.ts'
import { createSigner } from '../services/identity/secrets.ts'
import type { Booking } from './booking.ts'
import type { Ground } from './ground.ts'
import type { Hall } from './queue.ts'

/** The routes and pages by which citizens, the front desk and the kiosk reach bookings. */
export function mountBooking(
  door: Door,
  { around, config, db, key, now, realNow, secure, turns, record }: Ground,
  { offices, days, closures }: Hall,
  booking: Booking,
  {
    originOf,
    unfound,
    atWork,
    streams,
    often,
  }: Pick<BookingPagesDeps, 'unfound'> & {
    readonly originOf: (c: Ctx) => string
    readonly atWork: (cookies: string | undefined) => boolean
    readonly streams: Streams
    readonly often: (office: string) => Promise<Front['often']>
  },
): void {
  const { web } = around
  const { people, own, gate, uploads } = booking
  const parts: BookingParts = {
    ...booking,
    closures,
    clusters: createClusters({ db, offices, days }),
    preparation: createPreparation({ db, offices, days, people }),
    openings: createOpenings({ db, offices, days, people, uploads, record, now }),
    phones: createPhoneCookies({ signer: createSigner(key, 'phone'), secure }),
    trustProxy: config.trustProxy,
    atWork: c => atWork(c.req.header('cookie')),
  }
  mountBookings(door, parts)
  const fronts = createFronts({
    ...{ offices, days, now, demo: config.demo, channels: config.gateway?.channels ?? [] },
    often,
  })
  const deskOf = (c: Ctx) => citizenDesk(c, { ...parts, own, people, gate, fronts })
  mountTicket(door, web, own)
  mountTicketStream(door, { tickets: own, streams, trustProxy: config.trustProxy })
  mountTicketActs(door, { web, deskOf, originOf })
  mountTicketFiles(door, { uploads, calm: turns.calm, trustProxy: config.trustProxy })
  mountClosings(door, deskOf)
  mountBookingPages(door, { web, deskOf, unfound, now: realNow })
  mountIn(door, web, now)
  /** A browser of the desk books for others: none of that is its own. */
  const pathsOf = async (c: Ctx, office: string) => {
    const phone = parts.atWork(c) ? undefined : parts.phones.phoneOf(c)
    return phone ? people.ofPhone(office, phone.id, offices.today(office)) : []
  }
  const toldBy = async (office: string) => {
    const [improved, ikm] = await Promise.all([toldOfOffice(db, office), hasPublished(db, office)])
    return { improved: improved.length > 0, ikm }
  }
  mountHome(door, { web, fronts, own, pathsOf, toldBy, now, demo: config.demo })
}
