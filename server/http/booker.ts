import type { RouteKey } from '../../shared/contracts/api.ts'
import type { Booker } from '../services/booking/booking-people.ts'
import { hashOf } from '../services/identity/secrets.ts'
import { addressOf, type Ctx } from './context.ts'
import type { Asked } from './mount.ts'
import type { PhoneCookies } from './phone-cookie.ts'

/** By what it is known who books. */
export interface BookerParts {
  readonly phones: PhoneCookies
  readonly trustProxy: boolean
  /** The browser is one of the desk, also when its user books like everybody. */
  readonly atWork: (c: Ctx) => boolean
}

/** The phone of a browser without a cookie: of whichever sends this form. */
const phoneOfForm = (key: string): string => hashOf(`phone ${key}`)

/** Who books: staff of this office who may help, else the phone that asks. */
export function bookerOf(
  parts: BookerParts,
  c: Ctx,
  staff: Asked<RouteKey>['caller']['staff'],
  office: string,
  key: string,
): Booker {
  const network = addressOf(c, parts.trustProxy)
  if (staff && staff.officeId === office && staff.permissions.has('booking.help'))
    return { by: `staff:${staff.id}`, helped: true, device: undefined, network }
  const known = parts.phones.phoneOf(c)
  const atWork = parts.atWork(c) ? ({ atWork: true } as const) : {}
  const base = { by: 'holder', helped: false, network, ...atWork } as const
  if (known === undefined) return { ...base, device: phoneOfForm(key), newDevice: true, bare: true }
  return { ...base, device: known.id, ...(known.booked ? {} : { newDevice: true }) }
}

/** Does an act that came through, and gives a phone that had booked nothing the cookie of one that has, or at first any. */
export async function counted<T>(
  phones: PhoneCookies,
  c: Ctx,
  booker: Booker,
  act: Promise<T>,
  booked = true,
): Promise<T> {
  const done = await act
  if (booked ? booker.newDevice : booker.bare)
    c.header('Set-Cookie', phones.phoneCookie({ id: booker.device!, booked }), { append: true })
  return done
}

/** Gives a browser without a cookie the one of the phone that its form is about: it is known when the answer is lost. */
export function greet(phones: PhoneCookies, c: Ctx, key: string): void {
  if (phones.phoneOf(c) !== undefined) return
  c.header('Set-Cookie', phones.phoneCookie({ id: phoneOfForm(key), booked: false }), { append: true })
}
