import type { ClockTime, LocalDate, Zone } from '../kit/time.ts'
import type { Words } from '../text/text.ts'

/** One counter window of a hall, e.g. `{ id: '3', name: 'Loket 3' }`, and the services its officer usually serves. */
export interface CounterInfo {
  readonly id: string
  readonly name: string
  readonly services: readonly string[]
}

/**
 * One public service with the components of its standard that must be published
 * (PermenPANRB 15/2014: persyaratan, prosedur, jangka waktu, biaya, produk, penanganan pengaduan).
 */
export interface ServiceInfo {
  readonly id: string
  /** Series letter of its numbers; I and O are skipped because they read as 1 and 0. */
  readonly letter: string
  readonly name: Words
  readonly detail: Words
  /** Pictogram name. */
  readonly icon: string
  readonly requirements: readonly Words[]
  readonly procedure: readonly Words[]
  readonly product: Words
  readonly fee: Words
  /** Costs nothing: Biaya then scores 4 by definition and is not asked (PermenPANRB 14/2017). */
  readonly free: boolean
  readonly complaints: Words
  /** Usual minutes at the counter, used until the office has its own measurements. */
  readonly typicalMinutes: number
  /** Published service standard: minutes at the counter at most. */
  readonly standardMinutes: number
  /** Promise: minutes of waiting at most. */
  readonly waitPromiseMinutes: number
  /** Everyday words by which people look for it. */
  readonly keywords: readonly string[]
  readonly open: boolean
}

/** Opening hours of one weekday; `breaks` are the hours in which no new number is served. */
export interface DayHours {
  readonly open: ClockTime
  readonly close: ClockTime
  readonly breaks: readonly { readonly from: ClockTime; readonly to: ClockTime }[]
}

/** The times by which a queue is bound; every one of them is a setting of the office. */
export interface QueueRules {
  /** Minutes by which a priority ticket stands earlier; bounded, so that nobody starves. */
  readonly priorityCreditMinutes: number
  /** Minutes within which a missed call may still come back near the head. */
  readonly returnGraceMinutes: number
  /** Places behind the head at which somebody who came back stands. */
  readonly returnPlaces: number
}

/** An office as everybody may see it. */
export interface OfficeInfo {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly zone: Zone
  /** Index 0 is Sunday; `null` is a closed day. */
  readonly hours: readonly (DayHours | null)[]
  readonly holidays: readonly LocalDate[]
  /** A trial office whose doors stand open around the clock. */
  readonly alwaysOpen: boolean
  readonly rules: QueueRules
  readonly services: readonly ServiceInfo[]
  readonly counters: readonly CounterInfo[]
  readonly runningText: Words
  /** How a number is read aloud: digit by digit keeps the zeros. */
  readonly reading: 'digits' | 'whole'
  /** Languages of the spoken call. */
  readonly voice: 'id' | 'id+en'
  /** Fewest ratings below which nothing of a person's score is shown (reliability about 0.70 at 60). */
  readonly minRatings: number
  /** Weight of one unsur in the IKM; the law says 1/9, offices also print 0.11 and its kin. */
  readonly ikmMethod: 'exact' | '0.11' | '0.111' | '0.1111'
}
