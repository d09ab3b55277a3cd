import { hasCounter, hasService, type Scope } from '../scope.ts'
import type { OfficeInfo } from '../office.ts'
import { fieldsOf, type OfficeChange } from './change.ts'

/** What whoever administers an agency changes of it; the rest is the hall's: names, letters, who is there, what is whose. */
const OWN = {
  agencies: ['weekdays', 'detail', 'where'],
  services: [
    ...['detail', 'icon', 'asking', 'procedure', 'product', 'fee', 'free', 'complaints', 'standard', 'keywords'],
    ...['typicalMinutes', 'standardMinutes', 'waitPromiseMinutes', 'open', 'booking', 'document'],
  ],
  counters: ['services'],
} as const satisfies Partial<Record<keyof OfficeChange, readonly string[]>>

/** Whether a field of the office, such as `services.ktp-el.fee`, is one that somebody of a scope may change. */
export function mayChange(office: OfficeInfo, scope: Scope, field: string): boolean {
  if (scope === null) return true
  const [list = '', ...rest] = field.split('.')
  const [id, part] = [rest.slice(0, -1).join('.'), rest.at(-1)!]
  if (!Object.hasOwn(OWN, list) || !(OWN[list as keyof typeof OWN] as readonly string[]).includes(part)) return false
  if (list === 'agencies') return id === scope
  return list === 'services' ? hasService(office, scope, id) : hasCounter(office, scope, id)
}

/** The first field of a change that is not for somebody of a scope; a counter of theirs serves their services alone. */
export function beyond(office: OfficeInfo, scope: Scope, change: OfficeChange): string | undefined {
  const strange = [...fieldsOf(change).keys()].find(field => !mayChange(office, scope, field))
  if (strange !== undefined || scope === null) return strange
  const counter = change.counters?.find(({ id, services = [] }) => {
    const before = office.counters.find(c => c.id === id)?.services ?? []
    return services.some(s => !before.includes(s) && !hasService(office, scope, s))
  })
  return counter && `counters.${counter.id}.services`
}
