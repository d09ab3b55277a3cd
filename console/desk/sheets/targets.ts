import { takesPeople } from '../../../shared/office/offered.ts'
import type { OfficeInfo, ServiceInfo } from '../../../shared/office/office.ts'
import type { Counter, QueueDay } from '../../../shared/queue/day.ts'
import { isAttended } from '../../../shared/queue/leaving.ts'

/** A line to which a ticket may go, and the other open counters that serve it. */
export interface Target {
  readonly service: ServiceInfo
  readonly waiting: number
  readonly counters: readonly Counter[]
  /** Nobody serves it now, also nobody who rests. */
  readonly nobody: boolean
}

/**
 * Where a ticket of `serviceId` at a counter may go: every open service, its own only where a colleague serves it too; those
 * of its own agency stand first, and those that nobody serves last.
 */
export function targetsOf(office: OfficeInfo, day: QueueDay, serviceId: string, counterId: string): readonly Target[] {
  const manned = Object.values(day.counters).filter(isAttended)
  const by = new Map<string, Counter[]>()
  for (const counter of manned) for (const id of counter.services) by.set(id, [...(by.get(id) ?? []), counter])
  const targets = office.services
    .filter(takesPeople)
    .map((service): Target => {
      const serving = by.get(service.id) ?? []
      return {
        service,
        waiting: day.waiting[service.id]?.length ?? 0,
        counters: serving.filter(c => c.state === 'open' && c.id !== counterId),
        nobody: serving.length === 0,
      }
    })
    .filter(({ service, counters }) => service.id !== serviceId || counters.length > 0)
  const agency = office.services.find(s => s.id === serviceId)?.agency ?? null
  const rank = ({ nobody, service }: Target) => (nobody ? 2 : 0) + (service.agency === agency ? 0 : 1)
  return [...targets].sort((a, b) => rank(a) - rank(b))
}
