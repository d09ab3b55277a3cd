import type { ServiceInfo } from './office.ts'

/** Whether an office offers a service for booking at all; whether it may be booked on a day is `mayBook`. */
export function offersBooking(service: Pick<ServiceInfo, 'open' | 'booking'>): boolean {
  return service.open && service.booking !== null
}
