import { hallSettings } from '../settings/hall-settings.ts'
import type { SettingTable } from '../settings/setting.ts'
import { surveySettings } from '../settings/survey-settings.ts'

type AtHead = 'office' | 'where'
type Own = { readonly own: true }
type Head<T extends SettingTable> = {
  readonly [K in keyof T as T[K] extends Own ? never : T[K]['pane'] extends AtHead ? K : never]: T[K]
}
type Other<T extends SettingTable> = { readonly [K in keyof T as T[K]['pane'] extends AtHead ? never : K]: T[K] }

const entries = Object.entries<SettingTable[string]>({ ...hallSettings, ...surveySettings })
const isAtHead = (pane: string) => pane === 'office' || pane === 'where'

/** What the office is and where people come, which stands at the head of the file. */
export const HEAD_SETTINGS = Object.fromEntries(entries.filter(([, s]) => isAtHead(s.pane) && !s.own)) as Head<
  typeof hallSettings
>

/** Settings of the whole office beside the rules of its queue and its bookings. */
export const OTHER_SETTINGS = Object.fromEntries(entries.filter(([, s]) => !isAtHead(s.pane))) as Other<
  typeof hallSettings & typeof surveySettings
>
