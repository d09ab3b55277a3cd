import { MOST_PARTS, type Part } from './part.ts'

/** A service as far as steps ask. */
interface Stepping {
  readonly id: string
  readonly open: boolean
  readonly next?: string
}

/**
 * All parts of a visit in their order: what it is for, then what follows from it by the plan of the day, each service once. A
 * service that is not offered follows from nothing.
 * @example plannedParts([{ id: 'foto', open: true, next: 'ambil' }, { id: 'ambil', open: true }], [{ serviceId: 'foto' }]).length // 2
 */
export function plannedParts(services: readonly Stepping[], wished: readonly Part[]): readonly Part[] {
  const parts = wished.filter((p, i) => wished.findIndex(w => w.serviceId === p.serviceId) === i)
  for (let i = 0; i < parts.length && parts.length < MOST_PARTS; i++) {
    const next = services.find(s => s.id === parts[i]!.serviceId)?.next
    const known = parts.some(p => p.serviceId === next)
    if (next !== undefined && !known && services.some(s => s.id === next && s.open)) parts.push({ serviceId: next })
  }
  return parts
}

/**
 * How many of the services to come a counter does directly after the present one, so that nobody walks in between.
 * @example runAt(['akta', 'kk'], ['kk', 'kia']) // 1
 */
export function runAt(serves: readonly string[], later: readonly string[] = []): number {
  const first = later.findIndex(serviceId => !serves.includes(serviceId))
  return first < 0 ? later.length : first
}

/** The services of parts, in their order. */
export function servicesOf(parts: readonly Part[] = []): readonly string[] {
  return parts.map(p => p.serviceId)
}
