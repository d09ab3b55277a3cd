import { addDays, type LocalDate } from '../kit/time.ts'
import type { Period } from './own-record.ts'

/** The periods that a report offers by name. */
export const PRESETS = ['today', 'days7', 'days30', 'days90', 'month', 'quarter'] as const
export type Preset = (typeof PRESETS)[number]

const DAYS = { today: 1, days7: 7, days30: 30, days90: 90 } as const

/**
 * The days of a named period up to today; month and quarter are those of the calendar.
 * @example presetPeriod('quarter', '2026-06-09') // { from: '2026-04-01', to: '2026-06-09' }
 */
export function presetPeriod(preset: Preset, today: LocalDate): Period {
  if (preset !== 'month' && preset !== 'quarter') return { from: addDays(today, 1 - DAYS[preset]), to: today }
  const month = Number(today.slice(5, 7))
  const first = preset === 'month' ? month : month - ((month - 1) % 3)
  return { from: `${today.slice(0, 5)}${String(first).padStart(2, '0')}-01`, to: today }
}
