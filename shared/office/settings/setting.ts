import type { ClockTime } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'

/** What every setting tells of itself, whatever its kind. */
interface Told {
  /** The pane of the settings page in which it stands. */
  readonly pane: string
  readonly label: Words
  /** What stands in brackets after the label, where it is not the unit of the kind. */
  readonly unit?: Words
  /** What it means for people; `{min}` and `{max}` are its bounds. */
  readonly hint?: Words
  /** It has a field of its own making on the settings page, and a part of its own in an office’s file. */
  readonly own?: true
  /** Its name in the plan of a day, for what the queue goes by; minutes and seconds are milliseconds there. */
  readonly plan?: string
  /** Only whoever sets the office up reads it; to everybody else it stands at its default. */
  readonly inner?: true
}

/** A whole number within bounds; a `null` default may also be left empty. */
export interface Amount extends Told {
  readonly kind: 'seconds' | 'minutes' | 'days' | 'count'
  readonly min: number
  readonly max: number
  readonly default: number | null
}

/** A part of a whole, 0 to 1, typed as a percentage. */
export interface Share extends Told {
  readonly kind: 'share'
  readonly min: number
  readonly max: number
  readonly default: number
}

/** A time of the day. */
export interface TimeOfDay extends Told {
  readonly kind: 'clockTime'
  readonly default: ClockTime
}

/** One of a few values, each with its words. */
export interface Choice extends Told {
  readonly kind: 'choice'
  readonly of: Readonly<Record<string, Words>>
  readonly default: string
}

/** A line of text that people read; empty where an office says nothing. */
export interface Text extends Told {
  readonly kind: 'text'
  readonly most: number
  /** What it must look like where it is not empty. */
  readonly pattern?: RegExp
  readonly default: string
}

/** On or off. */
export interface Flag extends Told {
  readonly kind: 'flag'
  readonly default: boolean
}

/** One setting, described once: schema, default, plan, form and documentation come from it. */
export type Setting = Amount | Share | TimeOfDay | Choice | Text | Flag

/** The settings of one domain by their keys, in the order in which people see them. */
export type SettingTable<Pane extends string = string> = Readonly<Record<string, Setting & { readonly pane: Pane }>>

/** A pane of the settings page: its heading, and what is said under it. */
export interface SettingPane {
  readonly heading: Words
  readonly note?: Words
}

/** What a setting holds. */
export type ValueOf<S extends Setting> = S extends { readonly kind: 'choice'; readonly of: infer Of }
  ? keyof Of & string
  : S extends { readonly kind: 'flag' }
    ? boolean
    : S extends { readonly kind: 'clockTime' }
      ? ClockTime
      : S extends { readonly kind: 'text' }
        ? string
        : S extends { readonly default: null }
          ? number | null
          : number

/** What the settings of a table hold, by their keys. */
export type ValuesOf<T extends SettingTable> = { readonly [K in keyof T]: ValueOf<T[K]> }

/** What of a table stands in the plan of a day, by its names there. */
export type PlannedOf<T extends SettingTable> = {
  readonly [K in keyof T as T[K] extends { readonly plan: infer Name extends string } ? Name : never]: NonNullable<
    ValueOf<T[K]>
  >
}
