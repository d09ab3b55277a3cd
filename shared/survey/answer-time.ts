import { atClock, HOUR, type Instant, type LocalDate, type Zone } from '../kit/time.ts'
import { settlesOn } from './fixed-periods.ts'

/**
 * Until when a visit may be answered: so many hours after it was asked about, and never beyond the day on which the figures of its own day
 * settle, so that a visit finished after its day waits for nobody.
 * @param mintedAt when the visit ended and was asked about
 * @param date the service day of the visit
 */
export function answersUntil(mintedAt: Instant, date: LocalDate, hours: number, zone: Zone): Instant {
  return Math.min(mintedAt + hours * HOUR, atClock(settlesOn(date), '00:00', zone))
}
