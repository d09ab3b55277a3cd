import { AppError } from '../../shared/kit/errors.ts'
import type { Words } from '../../shared/kit/words.ts'
import type { DayHours, OfficeInfo } from '../../shared/office/office.ts'
import type { Setting } from '../../shared/office/settings/setting.ts'
import { SETTING_TABLES } from '../../shared/office/settings/tables.ts'
import { percentOf, unitOf } from '../../shared/office/settings/values.ts'
import { adminBookingText } from '../../shared/text/admin-booking.ts'
import { adminText } from '../../shared/text/admin.ts'
import { t } from '../../shared/web/lang.ts'

/** What others made of the fields that somebody wanted to save, as one sentence. */
export function overtakenText(error: unknown, office: OfficeInfo): string {
  const fields = (error instanceof AppError && error.data?.['fields']) || {}
  const told = Object.entries(fields).map(([field, value]) => changeText(field, value, office))
  return t(adminText['set.overtaken'], { fields: told.join('; ') })
}

function changeText(field: string, value: unknown, office: OfficeInfo): string {
  const setting = settingAt(field)
  const [group, id = ''] = field.split('.')
  if (setting) return became(setting.label, settingText(setting, value))
  if (group === 'hours') return became(adminText[`day.${id}` as 'day.0'], hoursText(value as DayHours | null))
  if (field === 'holidays') return became(adminText['set.holidays'], (value as readonly string[]).join(', ') || '–')
  if (field === 'runningText') return became(adminText['set.texts'], `“${t(value as Words)}”`)
  if (field === 'elsewhere') return t(adminBookingText.elsewhere)
  return t(office.services.find(s => s.id === id)?.name ?? adminText['set.special'])
}

function became(field: Words, value: string): string {
  return t(adminText['set.overtaken.to'], { field: t(field), value })
}

function settingAt(field: string): Setting | undefined {
  const at = field.slice(0, field.lastIndexOf('.') + 1)
  const tables = SETTING_TABLES.filter(known => known.at === at)
  return tables.map(({ table }) => table[field.slice(at.length)]).find(known => known !== undefined)
}

function settingText(setting: Setting, value: unknown): string {
  if (setting.kind === 'flag') return t(adminText[value ? 'set.on' : 'set.off'])
  if (setting.kind === 'choice') return t(setting.of[String(value)]!)
  if (value === null) return '–'
  const unit = unitOf(setting)
  const text = setting.kind === 'share' ? String(percentOf(Number(value))) : String(value)
  return unit ? `${text} ${t(unit)}` : text
}

function hoursText(hours: DayHours | null): string {
  if (!hours) return t(adminText['set.closed'])
  return [hours.open, hours.close].map(time => time.replace(':', '.')).join('–')
}
