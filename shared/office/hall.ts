import type { OfficeInfo, ServiceInfo } from './office.ts'

/**
 * A service as those who choose among hundreds need it: what it is called and what it asks for, not what its standard says
 * at length.
 */
export interface HallService extends Pick<
  ServiceInfo,
  | 'id'
  | 'letter'
  | 'name'
  | 'detail'
  | 'icon'
  | 'requirements'
  | 'cases'
  | 'fee'
  | 'free'
  | 'standardMinutes'
  | 'keywords'
  | 'open'
  | 'advises'
  | 'agency'
  | 'next'
  | 'retired'
> {
  /** `null` where people only walk in. */
  readonly booking: object | null
}

/** An office as its hall needs it. */
export type HallOffice = Omit<OfficeInfo, 'services'> & { readonly services: readonly HallService[] }

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
