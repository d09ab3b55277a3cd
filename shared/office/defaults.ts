import type { ServiceBooking } from './office.ts'
import { bookingSettings } from './settings/booking-settings.ts'
import { serviceSettings } from './settings/service-settings.ts'
import { defaultsOf } from './settings/values.ts'

/** How an office takes bookings until it decides otherwise. */
export const DEFAULT_BOOKING = defaultsOf(bookingSettings)

/** How a service is booked until its office decides otherwise. */
export const DEFAULT_SERVICE_BOOKING: ServiceBooking = { release: { kind: 'open' }, ...defaultsOf(serviceSettings) }
