import type { ClockTime, Instant, LocalDate, Zone } from '../kit/time.ts'
import type { Words } from '../kit/words.ts'
import type { OwnMessages } from '../messages/own-words.ts'
import type { Agency, Area } from './agencies.ts'
import type { LifeEvent } from './life-events.ts'
import type { Asking } from './papers.ts'
import type { bookingSettings } from './settings/booking-settings.ts'
import type { hallSettings } from './settings/hall-settings.ts'
import type { queueSettings } from './settings/queue-settings.ts'
import type { documentSettings, serviceSettings } from './settings/service-settings.ts'
import type { ValuesOf } from './settings/setting.ts'
import type { surveySettings } from './settings/survey-settings.ts'
import type { OwnRole } from './permissions.ts'
import type { ServiceStandard } from './standard.ts'

/** One counter window of a hall, e.g. `{ id: '3', name: 'Loket 3' }`, and the services its officer usually serves. */
export interface CounterInfo {
  readonly id: string
  readonly name: string
  readonly services: readonly string[]
  /** Whose it is in a hall of several agencies. */
  readonly agency: string | null
  /** The waiting area before it; `null` in a hall of one. */
  readonly area: string | null
}

/**
 * One public service with the components of its standard that must be published
 * (PermenPANRB 15/2014: persyaratan, prosedur, jangka waktu, biaya, produk, penanganan pengaduan).
 */
export interface ServiceInfo extends Asking {
  readonly id: string
  /** Series of its numbers: a letter, or two; never I or O alone, which read as 1 and 0. Services of an agency may share its code. */
  readonly letter: string
  readonly name: Words
  readonly detail: Words
  /** Pictogram name. */
  readonly icon: string
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
  /** Everyday words by which people look for it, beside its name. */
  readonly keywords: readonly string[]
  readonly open: boolean
  /** It takes whoever does not know which service is theirs; a search without an answer leads to it. */
  readonly advises: boolean
  /** How it is booked; `null` where people only walk in. */
  readonly booking: ServiceBooking | null
  /** The document that it yields after the visit; `null` where the visit itself is the service. */
  readonly document: ServiceDocument | null
  /** Whose it is in a hall of several agencies. */
  readonly agency: string | null
  /** The service that is the next step of the same visit. */
  readonly next: string | null
  /** It takes nobody new for good; who waits is served. Its id stays, for what was counted of it. */
  readonly retired: boolean
  /** What its standard says beside what is published. */
  readonly standard: ServiceStandard
}

/** A service as it is chosen and worked with, without what its standard says at length. */
export interface HallService extends Omit<
  ServiceInfo,
  'procedure' | 'product' | 'complaints' | 'standard' | 'booking' | 'document'
> {
  /** `null` where people only walk in. */
  readonly booking: object | null
  readonly document: Pick<ServiceDocument, 'name'> | null
}

/** What people ask this office for and another one does, and where that is. */
export interface Elsewhere {
  readonly name: Words
  readonly where: Words
  readonly keywords: readonly string[]
}

/** How places of a service are given out before the day. */
export interface ServiceBooking extends ValuesOf<typeof serviceSettings> {
  readonly release: Release
}

/** A document with its promised date, from the service standard. */
export interface ServiceDocument extends ValuesOf<typeof documentSettings> {
  readonly name: Words
}

/** Opening hours of one weekday; `breaks` are the hours in which no new number is served. */
export interface DayHours {
  readonly open: ClockTime
  readonly close: ClockTime
  readonly breaks: readonly { readonly from: ClockTime; readonly to: ClockTime }[]
}

/** The times by which a queue is bound. */
export type QueueRules = ValuesOf<typeof queueSettings>

/** How an office takes bookings. */
export type BookingRules = ValuesOf<typeof bookingSettings>

/** Hours that replace the weekly ones for a while, for example in Ramadan. */
export interface SpecialHours {
  readonly name: Words
  /** First and last date, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** Index 0 is Sunday; `null` is a closed day. */
  readonly hours: readonly (DayHours | null)[]
}

/** An office as everybody may see it; its single values are described in the tables of `settings/`. */
export interface OfficeInfo extends ValuesOf<typeof hallSettings>, ValuesOf<typeof surveySettings> {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly zone: Zone
  /** Index 0 is Sunday; `null` is a closed day. */
  readonly hours: readonly (DayHours | null)[]
  readonly holidays: readonly LocalDate[]
  readonly specialHours: readonly SpecialHours[]
  readonly rules: QueueRules
  readonly booking: BookingRules
  readonly services: readonly ServiceInfo[]
  readonly counters: readonly CounterInfo[]
  /** Since when it serves people; `null` while it is being prepared, 0 since ever. */
  readonly openedAt: Instant | null
  readonly agencies: readonly Agency[]
  readonly areas: readonly Area[]
  readonly lifeEvents: readonly LifeEvent[]
  /** Roles that it has made for itself, beside those of every office; nobody outside is told of them. */
  readonly roles?: readonly OwnRole[]
  /** What other offices do that people look for here. */
  readonly elsewhere: readonly Elsewhere[]
  readonly runningText: Words
  /** What it says in its own words to phones; nobody outside needs it before it is sent. */
  readonly messages: OwnMessages
}

/** An office as its hall and its desks know it; every whole one is such a one, too. */
export interface HallOffice extends Omit<OfficeInfo, 'services' | 'messages'> {
  readonly services: readonly HallService[]
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
