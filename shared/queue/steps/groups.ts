import type { Part } from './part.ts'
import { runAt, servicesOf } from './planning.ts'

interface Serving {
  readonly services: readonly string[]
}

/**
 * The parts of a visit as the steps that it most likely has: at each the counter that does most of them in a row, among the first
 * of these groups of counters in which somebody serves it.
 * @example stepsOf([{ serviceId: 'akta' }, { serviceId: 'kk' }], [[{ services: ['akta', 'kk'] }]]).length // 1
 */
export function stepsOf(parts: readonly Part[], groups: readonly (readonly Serving[])[]): readonly (readonly Part[])[] {
  const [first, ...later] = parts
  if (!first) return []
  const able =
    groups.map(group => group.filter(c => c.services.includes(first.serviceId))).find(g => g.length > 0) ?? []
  const n = 1 + Math.max(0, ...able.map(c => runAt(c.services, servicesOf(later))))
  return [parts.slice(0, n), ...stepsOf(parts.slice(n), groups)]
}
