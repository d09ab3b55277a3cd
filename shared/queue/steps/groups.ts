import type { Part } from './part.ts'
import { runAt, servicesOf } from './planning.ts'

/**
 * The parts of a visit as the steps that it most likely has: at each the counter that does most of them in a row.
 * @example stepsOf([{ serviceId: 'akta' }, { serviceId: 'kk' }], [{ services: ['akta', 'kk'] }]).length // 1
 */
export function stepsOf(
  parts: readonly Part[],
  counters: readonly { readonly services: readonly string[] }[],
): readonly (readonly Part[])[] {
  if (parts.length === 0) return []
  const [first, ...later] = parts
  const runs = counters
    .filter(c => c.services.includes(first!.serviceId))
    .map(c => runAt(c.services, servicesOf(later)))
  const n = 1 + Math.max(0, ...runs)
  return [parts.slice(0, n), ...stepsOf(parts.slice(n), counters)]
}
