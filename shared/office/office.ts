import type { ClockTime, LocalDate, Zone } from '../kit/time.ts'
import type { Words } from '../kit/words.ts'

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
  /** How it is booked; `null` where people only walk in. */
  readonly booking: ServiceBooking | null
  /** The document that it yields after the visit; `null` where the visit itself is the service. */
  readonly document: ServiceDocument | null
}

/** How places of a service are given out before the day. */
export interface ServiceBooking {
  readonly release: Release
  /** Numbers a day at most, bookings and walk-ins together; `null` gives as many as come. */
  readonly dailyQuota: number | null
  /** Whether a booker may send scans of the papers beforehand. */
  readonly files: boolean
}

/** A document with its promised date, from the service standard. */
export interface ServiceDocument {
  readonly name: Words
  /** Working days from the visit until it can be collected. */
  readonly workingDays: number
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

/** How an office takes bookings; every one of them is a setting of the office. */
export interface BookingRules {
  /** Length of a slot in minutes. */
  readonly slotMinutes: number
  /** Days ahead for which places are offered. */
  readonly horizonDays: number
  /** Share of the capacity that is never booked, so that nobody needs a phone (0 to 1). */
  readonly walkInReserve: number
  /** Share of the bookable places that only people with priority get (0 to 1). */
  readonly priorityShare: number
  /** Minutes for which a place is held while the form is filled. */
  readonly holdMinutes: number
  /** Minutes before its slot at which a booking stands in line once it has checked in. */
  readonly creditMinutes: number
  /** Minutes before the slot from which on check-in is open. */
  readonly checkInEarlyMinutes: number
  /** Minutes after the beginning of the slot until which check-in is open; then the place is given on. */
  readonly checkInGraceMinutes: number
  /** Clock time at which waves are released and draws are held. */
  readonly releaseTime: ClockTime
  /** A place given back is offered again after a random while of at most so many minutes, so that it cannot be passed on. */
  readonly heldBackMinutes: number
  /** Minutes for which a place is offered to the head of the waitlist. */
  readonly offerMinutes: number
  /** Live bookings that one phone may hold, for a family. */
  readonly perDevice: number
  /** Bookings that one network may make within an hour. */
  readonly perNetworkHour: number
  /** When a computer must prove some work before it books; it asks nothing of the person. */
  readonly proof: 'never' | 'underPressure' | 'always'
}

/** Hours that replace the weekly ones for a while, for example in Ramadan. */
export interface SpecialHours {
  readonly name: Words
  /** First and last date, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** Index 0 is Sunday; `null` is a closed day. */
  readonly hours: readonly (DayHours | null)[]
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
  readonly specialHours: readonly SpecialHours[]
  /** A trial office whose doors stand open around the clock. */
  readonly alwaysOpen: boolean
  readonly rules: QueueRules
  readonly booking: BookingRules
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

/** When the places of a service are given out: at once, in waves, or by a draw among all who ask within a window. */
export type Release =
  | { readonly kind: 'open' }
  | { readonly kind: 'waves'; readonly waves: readonly Wave[] }
  | {
      readonly kind: 'draw'
      /** Days before the service day on which the window opens and closes, both at the office's release time. */
      readonly opensDaysAhead: number
      readonly closesDaysAhead: number
    }

/** A share of the places that is released so many days ahead; the shares of a service total 1. */
export interface Wave {
  readonly daysAhead: number
  readonly share: number
}
