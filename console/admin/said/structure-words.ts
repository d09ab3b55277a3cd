import type { Words } from '../../../shared/kit/words.ts'
import type { LifeEventPart } from '../../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { INNER_COMPONENTS, type ServiceStandard } from '../../../shared/office/standard.ts'
import { LISTS, type List } from '../../../shared/office/structure/change.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { standardText } from '../../../shared/text/standard.ts'
import { listText as lists, partText as parts } from '../../../shared/text/structure.ts'
import { t } from '../../../shared/web/lang.ts'

/** Parts of a service that the settings name with words of their own. */
const ELSEWHERE = ['open', 'advises', 'keywords', 'asking', 'booking', 'document']

/** Whether a field belongs to the structure of an office: its lists, their order, and what names the office. */
export function isOfStructure(field: string): boolean {
  const [group = '', , part = ''] = field.split('.')
  if (group === 'services') return !ELSEWHERE.includes(part)
  return ['order', 'name', 'city', 'zone', 'openedAt', ...LISTS].includes(group)
}

/** What a field of the structure is called. */
export function structureName(field: string, office: OfficeInfo): string {
  const [group = '', id = '', part = ''] = field.split('.')
  if (group === 'order') return `${t(parts.order)}: ${t(lists[id as List])}`
  if (!LISTS.some(list => list === group)) return t(parts[group as keyof typeof parts])
  return `${memberName(office, group as List, id)}: ${t(parts[part as keyof typeof parts] ?? [part, part])}`
}

/** A member of a list by its name, while it has none by what it is; where it is gone, its id. */
export function memberName(office: OfficeInfo | undefined, list: List, id: string): string {
  const member = office?.[list].find(one => one.id === id)
  if (!member) return id
  return (typeof member.name === 'string' ? member.name : t(member.name)) || t(parts.nameless)
}

/** What a field of the structure holds. */
export function structureText(field: string, value: unknown, office?: OfficeInfo): string {
  const [group = '', id = '', part = ''] = field.split('.')
  const all = (list: List) => (value as readonly string[]).map(one => memberName(office, list, one)).join(', ') || '–'
  if (group === 'order') return all(id as List)
  switch (part) {
    case 'services':
      return all('services')
    case 'agency':
      return value === null ? '–' : memberName(office, 'agencies', String(value))
    case 'area':
      return value === null ? '–' : memberName(office, 'areas', String(value))
    case 'next':
      return value === null ? '–' : memberName(office, 'services', String(value))
    case 'weekdays':
      return value === null ? t(parts.everyDay) : (value as readonly number[]).map(dayName).join(', ') || '–'
    case 'parts':
      return (value as readonly LifeEventPart[]).map(one => partSaid(one, office)).join(', ') || '–'
    case 'procedure':
      return (value as readonly Words[]).map(step => t(step)).join('; ') || '–'
    case 'standard':
      return standardSaid(value as ServiceStandard)
  }
  if (typeof value === 'boolean') return t(adminText[value ? 'set.on' : 'set.off'])
  if (Array.isArray(value))
    return value.every(isText) && value.length === 2 && part !== 'keywords' ? both(value) : listed(value)
  return value === null || value === '' ? '–' : String(value)
}

function partSaid({ serviceId, caseId, optional }: LifeEventPart, office?: OfficeInfo): string {
  const service = office?.services.find(s => s.id === serviceId)
  const what = service?.cases.find(c => c.id === caseId)
  const name = memberName(office, 'services', serviceId)
  return `${name}${what ? ` (${t(what.label)})` : ''}${optional ? ` [${t(parts.optional)}]` : ''}`
}

function standardSaid(standard: ServiceStandard): string {
  const filled = INNER_COMPONENTS.filter(name => t(standard[name]) !== '')
  return filled.map(name => `${t(standardText[name])}: ${t(standard[name])}`).join('; ') || '–'
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Both languages, where they differ. */
function both([id = '', en = '']: readonly string[]): string {
  if (id === '' && en === '') return '–'
  return id === en ? id : `${id || '–'} · ${en || '–'}`
}

function listed(all: readonly unknown[]): string {
  return all.filter(isText).join(', ') || '–'
}

function dayName(day: number): string {
  return t(adminText[`day.${day}` as 'day.0'])
}
