import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import type { Draft } from './admin-draft.ts'

/** The draft with one field (`hours.1`, `rules.returnPlaces`) as another draft has it. */
export function taken(draft: Draft, from: Draft, field: string): Draft {
  const [group = '', key = ''] = field.split('.')
  if (group === 'hours')
    return { ...draft, days: draft.days.map((day, i) => (String(i) === key ? from.days[i]! : day)) }
  if (group === 'rules') return { ...draft, rules: keyed(draft.rules, from.rules, key) }
  if (group === 'booking') return { ...draft, booking: keyed(draft.booking, from.booking, key) }
  if (group === 'specialHours') return { ...draft, special: from.special }
  if (group === 'runningText') return { ...draft, textId: from.textId, textEn: from.textEn }
  if (group === 'holidays' || group === 'elsewhere') return { ...draft, [group]: from[group] }
  if (group === 'name' || group === 'city' || group === 'zone') return { ...draft, [group]: from[group] }
  return group in hallSettings
    ? { ...draft, hall: keyed(draft.hall, from.hall, group) }
    : { ...draft, survey: keyed(draft.survey, from.survey, group) }
}

function keyed<T extends object>(mine: T, theirs: T, key: string): T {
  return { ...mine, [key]: theirs[key as keyof T] }
}
