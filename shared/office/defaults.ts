import { HOUSE_WORDS } from '../messages/own-words.ts'
import type { CounterInfo, OfficeInfo, ServiceBooking, ServiceInfo } from './office.ts'
import { bookingSettings } from './settings/booking-settings.ts'
import { serviceSettings } from './settings/service-settings.ts'
import { defaultsOf } from './settings/values.ts'
import { EMPTY_STANDARD } from './standard.ts'

/** How an office takes bookings until it decides otherwise. */
export const DEFAULT_BOOKING = defaultsOf(bookingSettings)

/** How a service is booked until its office decides otherwise. */
export const DEFAULT_SERVICE_BOOKING: ServiceBooking = { release: { kind: 'open' }, ...defaultsOf(serviceSettings) }

/** An office of one agency that has served people since ever, as those written before there were others. */
export const PLAIN_OFFICE: Pick<OfficeInfo, 'openedAt' | 'agencies' | 'areas' | 'lifeEvents' | 'messages'> = {
  openedAt: 0,
  agencies: [],
  areas: [],
  lifeEvents: [],
  messages: HOUSE_WORDS,
}

/** A service of one step in an office of one agency. */
export const PLAIN_SERVICE: Pick<ServiceInfo, 'agency' | 'next' | 'retired' | 'standard'> = {
  agency: null,
  next: null,
  retired: false,
  standard: EMPTY_STANDARD,
}

/** A counter in a hall of one agency and one waiting area. */
export const PLAIN_COUNTER: Pick<CounterInfo, 'agency' | 'area'> = { agency: null, area: null }
