import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { letGo } from '../lost-time.ts'
import { wholePlan } from '../whole-plan.ts'

/**
 * Writes the office's plan into its day: at the first use of the day and whenever a setting changes. Whom the plan leaves no
 * time is let go in the same breath, so that nobody is waited for who cannot be served.
 */
export function planDay(day: QueueDay, { plan }: CommandOf<'planDay'>): readonly Happening[] {
  // Whole, so that the settings stand in one order: an earlier version wrote them in another.
  const known = day.plan !== null && JSON.stringify(wholePlan(day.plan)) === JSON.stringify(wholePlan(plan))
  return [...(known ? [] : [{ type: 'dayPlanned' as const, plan, reaches: true as const }]), ...letGo(day, plan)]
}
