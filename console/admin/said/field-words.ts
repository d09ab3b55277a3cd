import type { Words } from '../../../shared/kit/words.ts'
import type { OwnKind } from '../../../shared/messages/own-words.ts'
import type { DayHours, Elsewhere, OfficeInfo, ServiceInfo, SpecialHours } from '../../../shared/office/office.ts'
import type { Asking } from '../../../shared/office/papers.ts'
import type { OwnRole } from '../../../shared/office/permissions.ts'
import { documentSettings, serviceSettings } from '../../../shared/office/settings/service-settings.ts'
import type { Setting, SettingTable } from '../../../shared/office/settings/setting.ts'
import { SETTING_TABLES } from '../../../shared/office/settings/tables.ts'
import { percentOf, unitOf } from '../../../shared/office/settings/values.ts'
import { adminBookingText } from '../../../shared/text/admin-booking.ts'
import { adminPapersText } from '../../../shared/text/admin-papers.ts'
import { kindText, ownMessagesText } from '../../../shared/text/own-messages.ts'
import { railText } from '../../../shared/text/rail.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { rolesText } from '../../../shared/text/roles.ts'
import { t } from '../../../shared/web/lang.ts'
import { isOfStructure, structureName, structureText } from './structure-words.ts'

type Booking = ServiceInfo['booking']
type Document = ServiceInfo['document']

const PARTS = {
  open: adminText['set.services'],
  advises: adminBookingText.advises,
  keywords: adminBookingText.keywords,
  asking: adminPapersText.asking,
  booking: adminBookingText['section.booking'],
  document: adminBookingText['part.document'],
} as const satisfies Record<string, Words>

/** What a field of a change (`hours.1`, `rules.returnPlaces`, `services.ktp-el.booking`) is called on the form. */
export function fieldName(field: string, office: OfficeInfo): string {
  const setting = settingAt(field)
  const [group, id = '', part = ''] = field.split('.')
  if (setting) return t(setting.label)
  if (isOfStructure(field)) return structureName(field, office)
  if (group === 'hours') return t(adminText[`day.${id}` as 'day.0'])
  if (group === 'holidays') return t(adminText['set.holidays'])
  if (group === 'runningText') return t(adminText['set.texts'])
  if (group === 'elsewhere') return t(adminBookingText.elsewhere)
  if (group === 'messages') return `${t(railText['pengaturan/pesan'])}: ${t(kindText[id as OwnKind])}`
  if (group === 'specialHours') return t(adminText['set.special'])
  if (group === 'roles') return t(rolesText.own)
  // A field of an earlier program, or of a later one.
  if (!(part in PARTS)) return field
  const service = office.services.find(s => s.id === id)
  return `${service ? t(service.name) : id}: ${t(PARTS[part as keyof typeof PARTS])}`
}

/** What a field of a change holds, in words; `office` has the names of those that it names. */
export function fieldText(field: string, value: unknown, office?: OfficeInfo): string {
  if (value === undefined) return '–'
  if (isOfStructure(field)) return structureText(field, value, office)
  const setting = settingAt(field)
  const [group = '', , part = ''] = field.split('.')
  if (setting) return settingText(setting, value)
  if (group === 'hours') return hoursText(value as DayHours | null)
  if (group === 'holidays') return listText(value as readonly string[])
  if (group === 'messages' && (value as Words).every(text => text === '')) return t(ownMessagesText.usual)
  if (group === 'runningText' || group === 'messages') return (value as Words).map(text => `“${text}”`).join(' · ')
  if (group === 'elsewhere')
    return listText((value as readonly Elsewhere[]).map(({ name, where }) => `${t(name)} (${t(where)})`))
  if (group === 'specialHours') return listText((value as readonly SpecialHours[]).map(specialText))
  if (group === 'roles') return listText((value as readonly OwnRole[]).map(role => t(role.name)))
  if (part === 'keywords') return listText(value as readonly string[])
  if (part === 'asking') return askingText(value as Asking)
  if (part === 'booking') return bookingText(value as Booking)
  if (part === 'document') return documentText(value as Document)
  return flagText(value === true)
}

function settingAt(field: string): Setting | undefined {
  const at = field.slice(0, field.lastIndexOf('.') + 1)
  const tables = SETTING_TABLES.filter(known => known.at === at)
  return tables.map(({ table }) => table[field.slice(at.length)]).find(known => known !== undefined)
}

function settingText(setting: Setting, value: unknown): string {
  if (setting.kind === 'flag') return flagText(value === true)
  if (setting.kind === 'choice') return t(setting.of[String(value)]!)
  if (value === null || value === '') return '–'
  const unit = unitOf(setting)
  const text = setting.kind === 'share' ? String(percentOf(Number(value))) : String(value)
  return unit ? `${text} ${t(unit)}` : text
}

function bookingText(booking: Booking): string {
  if (!booking) return t(adminBookingText['sum.walkIn'])
  const { release } = booking
  const how = t(adminBookingText[`release.${release.kind}`])
  const days =
    release.kind === 'waves'
      ? `${how} (${release.waves.map(w => `${w.daysAhead}: ${percentOf(w.share)}%`).join(', ')})`
      : release.kind === 'draw'
        ? `${how} (${release.opensDaysAhead}–${release.closesDaysAhead})`
        : how
  return [days, ...tableText(serviceSettings, booking)].join('; ')
}

function documentText(document: Document): string {
  if (!document) return flagText(false)
  return [document.name.join(' / '), ...tableText(documentSettings, document)].join('; ')
}

function tableText(table: SettingTable, values: object): readonly string[] {
  return Object.entries(table).map(
    ([key, setting]) => `${t(setting.label)}: ${settingText(setting, values[key as keyof typeof values])}`,
  )
}

function specialText({ name, from, to, hours }: SpecialHours): string {
  const days = hours.map((day, i) => `${t(adminText[`day.${i}` as 'day.0'])} ${hoursText(day)}`)
  return `${t(name)} ${from}–${to} (${days.join(', ')})`
}

function hoursText(hours: DayHours | null): string {
  if (!hours) return t(adminText['set.closed'])
  const span = (from: string, to: string) => `${from}–${to}`.replaceAll(':', '.')
  const breaks = hours.breaks.map(({ from, to }) => span(from, to))
  const open = span(hours.open, hours.close)
  return breaks.length > 0 ? `${open}, ${t(adminText['set.break'])} ${breaks.join(', ')}` : open
}

/** All papers, then each case with its own. */
function askingText({ requirements, cases }: Asking): string {
  const name = (id: string) => requirements.filter(r => r.id === id).map(r => t(r.name))
  const all = listText(requirements.map(r => t(r.name)))
  return [all, ...cases.map(c => `${t(c.label)}: ${listText(c.papers.flatMap(name))}`)].join('; ')
}

function listText(all: readonly string[]): string {
  return all.join(', ') || '–'
}

function flagText(on: boolean): string {
  return t(adminText[on ? 'set.on' : 'set.off'])
}
