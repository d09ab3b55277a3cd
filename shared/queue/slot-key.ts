import type { Instant } from '../kit/time.ts'
import type { SlotUse } from './day.ts'

/** The key of a service's slot in `QueueDay.slots`. */
export function slotKey(serviceId: string, start: Instant): string {
  return `${serviceId}@${start}`
}

/** What `slotKey` was made of. */
export function slotOf(key: string): { readonly serviceId: string; readonly start: Instant } {
  const at = key.lastIndexOf('@')
  return { serviceId: key.slice(0, at), start: Number(key.slice(at + 1)) }
}

/** A slot of which nothing is used. */
export const UNUSED: SlotUse = { taken: 0, priority: 0, holds: [], back: [] }
