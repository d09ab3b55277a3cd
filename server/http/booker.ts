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

/**
 * Who books: staff of this office who may help, else the phone that asks. A phone without a cookie is known by the id of its
 * command until it has one, so that it is the same phone when it asks again after a lost answer.
 */
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
  if (known === undefined)
    return { by: 'holder', helped: false, device: hashOf(`phone ${key}`), newDevice: true, network, ...atWork }
  return { by: 'holder', helped: false, device: known, network, ...atWork }
}

/** Does an act that came through, and gives a phone that was not known the cookie by which it is counted. */
export async function counted<T>(phones: PhoneCookies, c: Ctx, booker: Booker, act: Promise<T>): Promise<T> {
  const done = await act
  if (booker.newDevice) c.header('Set-Cookie', phones.phoneCookie(booker.device!), { append: true })
  return done
}
