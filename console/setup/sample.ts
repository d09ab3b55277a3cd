import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'

/** A kind of office to begin with, and the services that it brings. */
export type Sample = Reply<'GET /api/offices/:office/templates'>['templates'][number]

/** The sample with which an office began, where it has any services. */
export function sampleOf({ kind }: Pick<OfficeInfo, 'kind'>, samples: readonly Sample[] = []): Sample | undefined {
  return samples.find(s => s.id === kind && s.offers.length > 0)
}

/** Whether an office has all that its sample brought and nothing else: nobody has picked among it yet. */
export function isUnpicked({ services }: Pick<OfficeInfo, 'services'>, { offers }: Sample): boolean {
  return services.length === offers.length && offers.every(o => services.some(s => s.id === o.id && !s.retired))
}

/** How many counters so many of its services begin with. */
export function proposedCounters({ counters }: Sample, services: number): number {
  return Math.max(1, Math.min(counters, services))
}
