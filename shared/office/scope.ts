import type { OfficeInfo } from './office.ts'

/** How far somebody sees and acts in an office: everywhere, which is `null`, or in one agency of the hall, by its id. */
export type Scope = string | null

/** Whose each thing of a hall is. */
type Hall = {
  readonly services: readonly Pick<OfficeInfo['services'][number], 'id' | 'agency'>[]
  readonly counters: readonly Pick<OfficeInfo['counters'][number], 'id' | 'agency'>[]
}

/**
 * Whether a service lies within somebody's scope. What is of the whole hall, such as its reception, is of no agency.
 * @example hasService({ services: [] }, null, 'ktp-el') // true
 */
export function hasService({ services }: Pick<Hall, 'services'>, scope: Scope, id: string | undefined): boolean {
  return scope === null || services.some(s => s.id === id && s.agency === scope)
}

/** Whether a counter lies within somebody's scope. */
export function hasCounter({ counters }: Pick<Hall, 'counters'>, scope: Scope, id: string | undefined): boolean {
  return scope === null || counters.some(c => c.id === id && c.agency === scope)
}

/** The services of a scope in the order of the office; undefined for everything, also what the office no longer has. */
export function servicesIn({ services }: Pick<Hall, 'services'>, scope: Scope): readonly string[] | undefined {
  return scope === null ? undefined : services.filter(s => s.agency === scope).map(s => s.id)
}

/** The office with nothing but the services and counters of a scope. */
export function within<O extends Hall>(office: O, scope: Scope): O {
  if (scope === null) return office
  return {
    ...office,
    services: office.services.filter(s => s.agency === scope),
    counters: office.counters.filter(c => c.agency === scope),
  }
}
