import { MOST_PARTS, type Part, type StepDone } from './part.ts'

/** A service as far as steps ask. */
interface Stepping {
  readonly id: string
  readonly open: boolean
  readonly next?: string
}

/** A service as an office keeps it. */
interface Standing {
  readonly id: string
  readonly open: boolean
  readonly retired: boolean
  readonly next: string | null
}

interface Visit extends Part {
  readonly been?: readonly StepDone[]
  readonly later?: readonly Part[]
  readonly dropped?: readonly Part[]
}

/**
 * All parts of a visit in their order: what it is for, then what follows from it by the plan of the day, each service once.
 * After its first part nothing stands that is not offered.
 * @example plannedParts([{ id: 'foto', open: true, next: 'ambil' }, { id: 'ambil', open: true }], [{ serviceId: 'foto' }]).length // 2
 */
export function plannedParts(services: readonly Stepping[], wished: readonly Part[]): readonly Part[] {
  const parts = wished
    .filter((p, i) => wished.findIndex(w => w.serviceId === p.serviceId) === i)
    .filter((p, i) => i === 0 || offers(services, p.serviceId))
  for (let i = 0; i < parts.length && parts.length < MOST_PARTS; i++) {
    const next = services.find(s => s.id === parts[i]!.serviceId)?.next
    const known = parts.some(p => p.serviceId === next)
    if (next !== undefined && !known && offers(services, next)) parts.push({ serviceId: next })
  }
  return parts
}

/**
 * The services of all parts of a visit as an office plans it: those that are wished for and what follows from them, as far as
 * it offers them.
 */
export function plannedServices<S extends Standing>(services: readonly S[], wished: readonly Part[]): readonly S[] {
  const known = services.map(({ id, open, retired, next }) => ({
    ...{ id, open: open && !retired },
    ...(next === null ? {} : { next }),
  }))
  return plannedParts(known, wished).flatMap(part => services.find(s => s.id === part.serviceId) ?? [])
}

function offers(services: readonly Stepping[], serviceId: string): boolean {
  return services.some(s => s.id === serviceId && s.open)
}

/**
 * How many of the services to come a counter does directly after the present one, so that nobody walks in between.
 * @example runAt(['akta', 'kk'], ['kk', 'kia']) // 1
 */
export function runAt(serves: readonly string[], later: readonly string[] = []): number {
  const first = later.findIndex(serviceId => !serves.includes(serviceId))
  return first < 0 ? later.length : first
}

/**
 * The services of a visit that a counter does in one go: the present one, and those after it as long as it serves them.
 * @example inOneGo(['akta', 'kk'], { serviceId: 'akta', later: [{ serviceId: 'kk' }, { serviceId: 'kia' }] }) // ['akta', 'kk']
 */
export function inOneGo(
  serves: readonly string[] = [],
  { serviceId, later }: Part & { readonly later?: readonly Part[] },
): readonly string[] {
  const next = servicesOf(later)
  return [serviceId, ...next.slice(0, runAt(serves, next))]
}

/** The services of parts, in their order. */
export function servicesOf(parts: readonly Part[] = []): readonly string[] {
  return parts.map(p => p.serviceId)
}

/** Every service of a visit: what was done, what is at hand, what is still to come and what fell away, but may come yet. */
export function allServicesOf({ been = [], later = [], dropped = [], ...atHand }: Visit): readonly string[] {
  return servicesOf([...been.flatMap(step => step.parts), atHand, ...later, ...dropped])
}
