import type { Instant } from '../../../shared/kit/time.ts'

/** The parts of an instant in UTC, as the template takes them. */
export function clockOf(at: Instant): readonly number[] {
  const made = new Date(at)
  return [
    ...[made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()],
    ...[made.getUTCHours(), made.getUTCMinutes(), made.getUTCSeconds()],
  ]
}
