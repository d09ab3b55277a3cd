import type { Instant, Zone } from '../../shared/kit/time.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import type { Taken, Wish } from '../parts/flow.ts'
import type { Tile } from '../parts/agencies.ts'
import type { Card, Series } from '../parts/services.ts'

/** One choice of the accessible mode: a key, a label, and what it does; without a wish it cannot be chosen. */
export interface Option {
  readonly key: string
  readonly label: string
  readonly note: readonly string[]
  readonly picture?: string
  /** Leads on to more of the same. */
  readonly onward?: true
  readonly wish?: Wish
  readonly busy?: boolean
}

/** A page of the accessible mode: what is said above, what is touched below. Keys and touches go through the same options. */
export interface LowView {
  readonly heading: string
  readonly lead: string
  /** Shown in the frame and read aloud. */
  readonly caption: string
  readonly options: readonly Option[]
  /** The options are the signs of a keypad, also those that mean something else on other pages. */
  readonly pad?: true
  /** Key 8 leads to the check-in of a booking. */
  readonly checkIn?: true
}

export interface LowContext {
  readonly office: HallOffice
  readonly cards: readonly Card[]
  /** The agencies of a hall; empty where there are none to choose among. */
  readonly tiles: readonly Tile[]
  /** Series of bookings that may be checked in here, with whose they are. */
  readonly series: readonly Series[]
  readonly zone: Zone
  readonly offline: boolean
  readonly now: Instant
  /** What a checked-in citizen must know besides the number. */
  readonly arrival: (taken: Taken) => string
}
