import { isClock } from '../../shared/kit/time.ts'
import type { Setting, SettingTable, ValuesOf } from '../../shared/office/settings/setting.ts'
import { percentOf } from '../../shared/office/settings/values.ts'
import { numberProblem, type Problem, type Problems } from './draft-days.ts'

/** The settings of a table as they are typed: numbers and shares are still text. */
export type Typed<T extends SettingTable> = {
  readonly [K in keyof T]: T[K] extends { readonly kind: 'flag' }
    ? boolean
    : T[K] extends { readonly kind: 'choice'; readonly of: infer Of }
      ? keyof Of & string
      : string
}

/** Typed values of any table. */
export type TypedValues = Readonly<Record<string, string | boolean>>

/** The settings of a table, ready to be typed over. */
export function typedOf<T extends SettingTable>(table: T, values: ValuesOf<T>): Typed<T> {
  return mapped(table, (setting, key) => typedValue(setting, values[key])) as Typed<T>
}

/** What is wrong with the settings of a table, by `booking.` and the key where `at` is `booking.`. */
export function valueProblems<T extends SettingTable>(table: T, typed: Typed<T>, at: string): Problems {
  const found: Record<string, Problem> = {}
  for (const [key, setting] of Object.entries(table)) {
    const problem = problemOf(setting, String(typed[key]))
    if (problem) found[`${at}${key}`] = problem
  }
  return found
}

/** The settings of a table as the server takes them. Only for a draft without problems. */
export function valuesOf<T extends SettingTable>(table: T, typed: Typed<T>): ValuesOf<T> {
  return mapped(table, (setting, key) => valueOf(setting, typed[key])) as ValuesOf<T>
}

/** A share (0 to 1) as a percentage without needless digits. */
export function percentText(share: number): string {
  return String(percentOf(share))
}

/** The share (0 to 1) of a typed percentage; a comma or a point before decimals. */
export function shareOf(typed: string): number {
  return Number((Number(typed.trim().replace(',', '.')) / 100).toFixed(6))
}

/** A percentage typed in its bounds, or why not. */
export function percentProblem(typed: string, min: number, max: number): Problem | undefined {
  const value = shareOf(typed) * 100
  const right = /^\d+([.,]\d+)?$/.test(typed.trim()) && value >= min && value <= max
  return right ? undefined : { word: 'wrong.percent', values: { min, max } }
}

function typedValue({ kind }: Setting, value: unknown): string | boolean {
  if (kind === 'flag') return value === true
  if (kind === 'share') return percentText(Number(value))
  return value === null ? '' : String(value)
}

function valueOf(setting: Setting, typed: unknown): unknown {
  switch (setting.kind) {
    case 'seconds':
    case 'minutes':
    case 'days':
    case 'count':
      return isEmpty(setting, String(typed)) ? null : Number(typed)
    case 'share':
      return shareOf(String(typed))
    case 'text':
      return String(typed).trim()
    case 'clockTime':
    case 'choice':
    case 'flag':
      return typed
  }
}

function problemOf(setting: Setting, typed: string): Problem | undefined {
  switch (setting.kind) {
    case 'seconds':
    case 'minutes':
    case 'days':
    case 'count':
      return isEmpty(setting, typed) ? undefined : numberProblem(typed, setting.min, setting.max)
    case 'share':
      return percentProblem(typed, percentOf(setting.min), percentOf(setting.max))
    case 'clockTime':
      return isClock(typed) ? undefined : { word: 'wrong.time' }
    case 'text': {
      const text = typed.trim()
      if (text.length > setting.most) return { word: 'wrong.line', values: { max: setting.most } }
      return text === '' || !setting.pattern || setting.pattern.test(text) ? undefined : { word: 'wrong.point' }
    }
    case 'choice':
    case 'flag':
      return undefined
  }
}

function isEmpty(setting: Setting, typed: string): boolean {
  return setting.default === null && typed.trim() === ''
}

function mapped(table: SettingTable, value: (setting: Setting, key: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, value(setting, key)]))
}
