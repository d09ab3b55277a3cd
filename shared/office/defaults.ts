import type { BookingRules, ServiceBooking } from './office.ts'

/** What an office starts with until it decides otherwise. */
export const DEFAULT_BOOKING: BookingRules = {
  slotMinutes: 30,
  horizonDays: 14,
  walkInReserve: 0.3,
  priorityShare: 0.1,
  holdMinutes: 5,
  creditMinutes: 30,
  checkInEarlyMinutes: 20,
  checkInGraceMinutes: 10,
  releaseTime: '19:00',
  heldBackMinutes: 30,
  offerMinutes: 10,
  perDevice: 3,
  perNetworkHour: 120,
  proof: 'underPressure',
}

/** How a service is booked until its office decides otherwise. */
export const DEFAULT_SERVICE_BOOKING: ServiceBooking = { release: { kind: 'open' }, dailyQuota: null, files: false }
