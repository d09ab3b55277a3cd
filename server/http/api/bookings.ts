import type { RouteKey } from '../../../shared/contracts/api.ts'
import { openingReason } from '../../../shared/contracts/front-routes.ts'
import type { Opener, OpeningReason } from '../../../shared/queue/opening.ts'
import { require as requireRight, scopeOf, type Caller } from '../../services/identity/access.ts'
import type { Booker } from '../../services/booking/booking-people.ts'
import type { Bookings } from '../../services/booking/bookings.ts'
import type { CheckIns } from '../../services/booking/check-ins.ts'
import type { Closures } from '../../services/queue/closures.ts'
import type { ClusterService } from '../../services/booking/clusters.ts'
import type { Draws } from '../../services/booking/draws.ts'
import type { Rebooking } from '../../services/booking/rebooking.ts'
import type { Openings } from '../../services/booking/openings.ts'
import type { Slots } from '../../services/booking/slots.ts'
import type { createPreparation } from '../../services/booking/preparation.ts'
import type { Uploads } from '../../services/booking/uploads.ts'
import { bookerOf, counted, type BookerParts } from '../booker.ts'
import type { Ctx } from '../context.ts'
import { textOf } from '../body.ts'
import { mount, parse, type Asked, type Door } from '../mount.ts'

/** What the booking routes are made of. */
export interface BookingParts extends BookerParts {
  readonly slots: Slots
  readonly bookings: Bookings
  readonly rebooking: Rebooking
  readonly draws: Draws
  readonly checkIns: CheckIns
  readonly closures: Closures
  readonly clusters: ClusterService
  readonly preparation: ReturnType<typeof createPreparation>
  readonly openings: Openings
  readonly uploads: Uploads
}

/** Booking, coming, and what the desk does for those who booked. */
export function mountBookings(door: Door, parts: BookingParts): void {
  const { slots, bookings, draws, checkIns, closures, clusters } = parts
  /** For whoever books: the act with the booker that it is done for. */
  const by = <T>(
    a: { c: Ctx; caller: Asked<RouteKey>['caller']; params: { office: string }; key: string },
    act: (booker: Booker) => Promise<T>,
    booked = true,
  ) => {
    const booker = bookerOf(parts, a.c, a.caller.staff, a.params.office, a.key)
    return counted(parts.phones, a.c, booker, act(booker), booked)
  }

  mount(door, 'GET /api/offices/:office/services/:service/slots', a =>
    slots.list(a.params.office, a.params.service, a.query, a.caller.staff?.permissions.has('booking.help') ?? false),
  )
  mount(door, 'POST /api/offices/:office/holds', a =>
    by(a, booker => bookings.hold(a.params.office, a.key, a.body, booker), false),
  )
  mount(door, 'POST /api/offices/:office/bookings', a =>
    by(a, booker => bookings.book(a.params.office, a.key, a.body, booker)),
  )
  mount(door, 'POST /api/offices/:office/bookings/group', a =>
    by(a, booker => bookings.group(a.params.office, a.key, a.body, booker)),
  )
  mount(door, 'POST /api/offices/:office/services/:service/waitlist', a =>
    by(a, booker => bookings.waitlist(a.params.office, a.params.service, a.key, a.body, booker)),
  )
  const drawKey = (p: { office: string; service: string; date: string }) => ({
    office: p.office,
    serviceId: p.service,
    date: p.date,
  })
  mount(door, 'POST /api/offices/:office/services/:service/draws/:date/entries', a =>
    by(a, booker => draws.enter(drawKey(a.params), a.key, a.body, booker)),
  )
  mount(door, 'GET /api/offices/:office/services/:service/draws/:date', a => draws.view(drawKey(a.params)))

  mount(door, 'POST /api/tickets/:token/check-in', a => checkIns.own(a.params.token, a.key, a.body.code))
  mount(door, 'POST /api/tickets/:token/undo-check-in', a => checkIns.undo(a.params.token, a.key))
  mount(door, 'POST /api/tickets/:token/reschedule', a =>
    parts.rebooking.reschedule(a.params.token, a.key, a.body.slotId),
  )
  mount(door, 'POST /api/tickets/:token/case', a => parts.rebooking.chooseCase(a.params.token, a.key, a.body.case))
  mount(door, 'POST /api/tickets/:token/let-pass', a => checkIns.letPass(a.params.token, a.key, a.body.people))
  mount(door, 'POST /api/tickets/:token/here', a => checkIns.here(a.params.token, a.key))
  mount(door, 'POST /api/tickets/:token/offer', a => parts.rebooking.takeOffer(a.params.token, a.key))
  mount(door, 'POST /api/tickets/:token/files/remove', async a => {
    await parts.uploads.remove(a.params.token, a.body.file)
    return { ok: true as const }
  })

  mount(door, 'POST /api/offices/:office/check-in', a =>
    checkIns.atOffice(a.params.office, { id: a.key, by: a.by }, a.body, a.scope),
  )
  mount(door, 'GET /api/offices/:office/check-in-code', a => checkIns.code(a.params.office))
  mount(door, 'POST /api/offices/:office/services/:service/close', a =>
    closures.close(a.params.office, { id: a.key, by: a.by }, a.params.service, a.body),
  )
  mount(door, 'POST /api/offices/:office/services/:service/open', a =>
    closures.open(a.params.office, { id: a.key, by: a.by }, a.params.service),
  )
  mount(door, 'GET /api/offices/:office/bookings', a => parts.preparation(a.params.office, a.query.date, a.scope))
  mount(door, 'POST /api/offices/:office/bookings/:ticket/open', a =>
    parts.openings.name(a.params.office, a.params.ticket, openerOf(a.caller), a.body.reason),
  )
  mount(door, 'GET /api/offices/:office/clusters', async a => ({ clusters: await clusters.list(a.params.office) }))
  mount(door, 'POST /api/offices/:office/clusters/void', async a => ({
    voided: await clusters.void(a.params.office, { id: a.key, by: a.by }, a.body),
  }))

  // The bytes of a scan, for whoever needs it now; a form, because an opening goes on record. Never as something that would run.
  door.app.post('/api/offices/:office/files/:file', async c => {
    c.set('route', 'POST /api/offices/:office/files/:file')
    const caller = await door.callerOf(c)
    const office = c.req.param('office')
    requireRight(caller, 'queue.take', office)
    await door.walls.file(scopeOf(caller), office, c.req.param('file'))
    const reason = parse(
      openingReason,
      new URLSearchParams(await textOf(c, 'known')).get('reason'),
      'body',
    ) as OpeningReason
    const { type, bytes, stream } = await parts.openings.file(office, c.req.param('file'), openerOf(caller), reason)
    const { Readable } = await import('node:stream')
    return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
      'Content-Type': type,
      'Content-Length': String(bytes),
      'Content-Disposition': 'inline; filename="berkas"',
      'Content-Security-Policy': "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    })
  })
}

/** Who of the staff opens something, and in which coat. */
function openerOf({ staff }: Caller): Opener {
  return { staffId: staff!.id, frontDesk: staff!.permissions.has('booking.open') }
}
