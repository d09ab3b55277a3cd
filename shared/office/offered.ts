import type { ServiceInfo } from './office.ts'

/** Whether an office takes people for a service at all; a pause is for a while, a retirement for good. */
export function takesPeople(service: Pick<ServiceInfo, 'open' | 'retired'>): boolean {
  return service.open && !service.retired
}

/** Whether an office offers a service for booking at all; whether it may be booked on a day is `mayBook`. */
export function offersBooking(service: Pick<ServiceInfo, 'open' | 'retired' | 'booking'>): boolean {
  return takesPeople(service) && service.booking !== null
}
