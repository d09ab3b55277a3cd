import type { CounterInfo, OfficeInfo } from '../office.ts'

/** What somebody takes of a sample: some of its services, and how many counters there are for them. */
export interface Picked {
  readonly services: readonly string[]
  /** How many counters there are; those of the sample that serve anything where nothing is said, and in a hall of agencies. */
  readonly counters?: number | undefined
}

/**
 * A sample office with the services that somebody has, and nothing that names another one. Its counters are a proposal: each
 * service is served, and what the sample puts together stays together.
 */
export function pickedOffice(sample: OfficeInfo, { services, counters }: Picked): OfficeInfo {
  const has = new Set(services)
  const kept = sample.services
    .filter(s => has.has(s.id))
    .map(s => (s.next === null || has.has(s.next) ? s : { ...s, next: null }))
  const agencies = sample.agencies.filter(a => kept.some(s => s.agency === a.id))
  const serving = sample.counters
    .map(c => ({ ...c, services: c.services.filter(id => has.has(id)) }))
    .filter(c => c.services.length > 0)
  const asIs = counters === undefined || counters === serving.length || sample.agencies.length > 0
  return {
    ...sample,
    services: kept,
    agencies,
    counters: asIs ? serving : folded(serving, kept, counters),
    // An event without one of the services that it needs is not that event any more.
    lifeEvents: sample.lifeEvents
      .filter(event => event.parts.every(p => p.optional || has.has(p.serviceId)))
      .map(event => ({ ...event, parts: event.parts.filter(p => has.has(p.serviceId)) })),
  }
}

/** The counters of a sample as so many: fewer do the work of several, more repeat it. */
function folded(counters: readonly CounterInfo[], offered: OfficeInfo['services'], n: number): readonly CounterInfo[] {
  return Array.from({ length: n }, (_, i) => {
    const own = counters.filter((__, j) => (n < counters.length ? j % n === i : j === i % counters.length))
    const services = offered.map(s => s.id).filter(id => own.some(c => c.services.includes(id)))
    return { ...own[0]!, id: `${i + 1}`, name: `Loket ${i + 1}`, services }
  })
}
