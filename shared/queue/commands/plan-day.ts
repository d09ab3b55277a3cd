import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'

/** Writes the office's plan into its day: at the first use of the day and whenever a setting changes. */
export function planDay(day: QueueDay, { plan }: CommandOf<'planDay'>): readonly Happening[] {
  return JSON.stringify(day.plan) === JSON.stringify(plan) ? [] : [{ type: 'dayPlanned', plan }]
}
