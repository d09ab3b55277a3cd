import type { Snapshot } from '../../shared/contracts/live.ts'
import type { Room } from '../../shared/contracts/reach.ts'
import { scopedDay } from '../../shared/contracts/scoped/scoped-views.ts'
import { projectDay } from '../../shared/contracts/views.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Scope } from '../../shared/office/scope.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'

/** The snapshot of an audience as bytes, written once for each state, however many join. */
export function createSnapshots() {
  const kept = new Map<string, { day: QueueDay; estimates: Estimates; bytes: Uint8Array<ArrayBuffer> }>()
  return function snapshot(
    day: QueueDay,
    { audience, scope, hall }: { readonly audience: Room; readonly scope: Scope; readonly hall: OfficeInfo },
    estimates: Estimates,
  ): Uint8Array<ArrayBuffer> {
    const key = `${audience}:${day.office}/${scope ?? ''}`
    const last = kept.get(key)
    if (last?.day === day && last.estimates === estimates) return last.bytes
    const seen: Snapshot = {
      day: audience === 'staff' ? scopedDay(day, hall, scope) : projectDay(day, audience),
      estimates,
    }
    const bytes = Buffer.from(JSON.stringify(seen))
    kept.set(key, { day, estimates, bytes })
    return bytes
  }
}
