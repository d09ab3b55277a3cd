import type { ServiceInfo } from './office.ts'

/** Services that the first page of a hall offers by one touch. */
export const OFTEN = 6

/** The services that people came for most, at most `OFTEN`; without counts by the order of the office. */
export function oftenOf(
  { services }: { readonly services: readonly Pick<ServiceInfo, 'id' | 'open' | 'retired'>[] },
  counts: ReadonlyMap<string, number>,
): readonly string[] {
  return services
    .filter(s => s.open && !s.retired)
    .map(({ id }, i) => ({ id, i, n: counts.get(id) ?? 0 }))
    .sort((a, b) => b.n - a.n || a.i - b.i)
    .slice(0, OFTEN)
    .map(({ id }) => id)
}
