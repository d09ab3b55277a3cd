import { MINUTE, SECOND } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'
import type { PlannedOf, Setting, SettingTable, ValuesOf } from './setting.ts'

/** What the settings of a table hold until an office decides otherwise. */
export function defaultsOf<T extends SettingTable>(table: T): ValuesOf<T> {
  return Object.fromEntries(Object.entries(table).map(([key, setting]) => [key, setting.default])) as ValuesOf<T>
}

/** The settings of a table out of something that may hold more. */
export function onlyOf<T extends SettingTable>(table: T, values: ValuesOf<T>): ValuesOf<T> {
  return Object.fromEntries(Object.keys(table).map(key => [key, values[key]])) as ValuesOf<T>
}

/** What goes from the settings of a table into the plan of a day; what is left empty is absent. */
export function plannedOf<T extends SettingTable>(table: T, values: ValuesOf<T>): PlannedOf<T> {
  const named = Object.entries(table).flatMap(([key, setting]) => {
    const value = values[key]
    return setting.plan === undefined || value === null ? [] : [[setting.plan, inPlan(setting, value)] as const]
  })
  return Object.fromEntries(named) as PlannedOf<T>
}

/** The values that a choice offers, in their order. */
export function valuesOfChoice<Of extends object>({ of }: { readonly of: Of }): readonly (keyof Of & string)[] {
  return Object.keys(of) as (keyof Of & string)[]
}

const UNITS: Readonly<Partial<Record<Setting['kind'], Words>>> = {
  seconds: ['detik', 's'],
  minutes: ['menit', 'min'],
  days: ['hari', 'days'],
  share: ['%', '%'],
}

/** The unit of a setting, as it stands after the label. */
export function unitOf(setting: Setting): Words | undefined {
  return setting.unit ?? UNITS[setting.kind]
}

/** The bounds of a setting as people read and type them, a share in percent; none where it has no bounds. */
export function boundsOf(setting: Setting): Readonly<Record<string, number>> {
  if (!('min' in setting)) return {}
  const { kind, min, max } = setting
  return kind === 'share' ? { min: percentOf(min), max: percentOf(max) } : { min, max }
}

/**
 * A share (0 to 1) in percent.
 * @example percentOf(0.125) // 12.5
 */
export function percentOf(share: number): number {
  return Number((share * 100).toFixed(4))
}

const MILLISECONDS: Readonly<Partial<Record<Setting['kind'], number>>> = { seconds: SECOND, minutes: MINUTE }

function inPlan({ kind }: Setting, value: unknown): unknown {
  const each = MILLISECONDS[kind]
  return each === undefined ? value : Number(value) * each
}
