import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { documentSettings, serviceSettings } from '../../shared/office/settings/service-settings.ts'
import type { Draft } from './admin-draft.ts'
import type { DraftService } from './draft-services.ts'

/** What of a typed service stands in one field of a change. */
const PARTS = {
  advises: ['advises'],
  keywords: ['keywords'],
  asking: ['asking'],
  booking: ['booked', 'release', 'waves', 'opens', 'closes', ...keysOf(serviceSettings)],
  document: ['document', 'docId', 'docEn', ...keysOf(documentSettings)],
} as const satisfies Record<string, readonly (keyof DraftService)[]>

/** The draft with one field (`hours.1`, `rules.returnPlaces`, `services.ktp-el.booking`) as another draft has it. */
export function taken(draft: Draft, from: Draft, field: string): Draft {
  const [group = '', key = '', part = ''] = field.split('.')
  if (group === 'hours')
    return { ...draft, days: draft.days.map((day, i) => (String(i) === key ? from.days[i]! : day)) }
  if (group === 'rules') return { ...draft, rules: keyed(draft.rules, from.rules, key) }
  if (group === 'booking') return { ...draft, booking: keyed(draft.booking, from.booking, key) }
  if (group === 'services') return part === 'open' ? openAs(draft, from, key) : servicePart(draft, from, key, part)
  if (group === 'specialHours') return { ...draft, special: from.special }
  if (group === 'runningText') return { ...draft, textId: from.textId, textEn: from.textEn }
  if (group === 'holidays' || group === 'elsewhere') return { ...draft, [group]: from[group] }
  return group in hallSettings
    ? { ...draft, hall: keyed(draft.hall, from.hall, group) }
    : { ...draft, survey: keyed(draft.survey, from.survey, group) }
}

function openAs(draft: Draft, from: Draft, id: string): Draft {
  const others = draft.closed.filter(closed => closed !== id)
  const wanted = new Set(from.closed.includes(id) ? [...others, id] : others)
  // In the order of the services, as a draft that was made anew.
  return { ...draft, closed: draft.services.map(s => s.id).filter(service => wanted.has(service)) }
}

function servicePart(draft: Draft, from: Draft, id: string, part: string): Draft {
  const other = from.services.find(s => s.id === id)
  if (!other) return draft
  return { ...draft, services: draft.services.map(s => (s.id === id ? takenService(s, other, part) : s)) }
}

/** A typed service with one field of a change (`booking`) as another one has it. */
export function takenService(mine: DraftService, other: DraftService, part: string): DraftService {
  const keys: readonly (keyof DraftService)[] = PARTS[part as keyof typeof PARTS] ?? []
  return { ...mine, ...Object.fromEntries(keys.map(key => [key, other[key]])) }
}

function keyed<T extends object>(mine: T, theirs: T, key: string): T {
  return { ...mine, [key]: theirs[key as keyof T] }
}

function keysOf<T extends object>(table: T): readonly (keyof T)[] {
  return Object.keys(table) as (keyof T)[]
}
