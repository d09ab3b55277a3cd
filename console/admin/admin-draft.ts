import type { Input } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { bookingSettings } from '../../shared/office/settings/booking-settings.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { queueSettings } from '../../shared/office/settings/queue-settings.ts'
import { surveySettings } from '../../shared/office/settings/survey-settings.ts'
import { dayProblems, draftDays, hoursOf, isDate, type DraftDay, type Problem, type Problems } from './draft-days.ts'
import { draftServices, serviceChanges, serviceProblems, type DraftService } from './draft-services.ts'
import { draftSpecial, specialOf, specialProblems, type DraftSpecial } from './draft-special.ts'
import { typedOf, valueProblems, valuesOf, type Typed } from './draft-values.ts'

/** The settings as they are typed: numbers and dates are still text. */
export interface Draft {
  /** From Sunday on. */
  readonly days: readonly DraftDay[]
  readonly holidays: string
  readonly textId: string
  readonly textEn: string
  readonly hall: Typed<typeof hallSettings>
  readonly rules: Typed<typeof queueSettings>
  readonly survey: Typed<typeof surveySettings>
  readonly closed: readonly string[]
  readonly booking: Typed<typeof bookingSettings>
  readonly special: readonly DraftSpecial[]
  readonly services: readonly DraftService[]
}

export type Patch = NonNullable<Input<'PATCH /api/offices/:office/settings'>['body']>

/** The settings of an office, ready to be typed over. */
export function draftOf(office: OfficeInfo): Draft {
  return {
    days: draftDays(office.hours),
    holidays: office.holidays.join('\n'),
    textId: office.runningText[0],
    textEn: office.runningText[1],
    hall: typedOf(hallSettings, office),
    rules: typedOf(queueSettings, office.rules),
    survey: typedOf(surveySettings, office),
    closed: office.services.filter(s => !s.open).map(s => s.id),
    booking: typedOf(bookingSettings, office.booking),
    special: draftSpecial(office.specialHours),
    services: draftServices(office.services),
  }
}

/** Every field that cannot be saved as it stands, by its name (`day.1` for Monday). */
export function problemsOf(draft: Draft): Problems {
  const found: Record<string, Problem> = {
    ...dayProblems(draft.days),
    ...valueProblems(hallSettings, draft.hall, 'hall.'),
    ...valueProblems(queueSettings, draft.rules, 'rules.'),
    ...valueProblems(surveySettings, draft.survey, 'survey.'),
    ...valueProblems(bookingSettings, draft.booking, 'booking.'),
    ...specialProblems(draft.special),
    ...serviceProblems(draft.services),
  }
  const wrong = datesOf(draft.holidays).find(line => !isDate(line))
  if (wrong !== undefined) found['holidays'] = { word: 'wrong.date', values: { line: wrong } }
  for (const text of ['textId', 'textEn'] as const) if (draft[text].length > 400) found[text] = { word: 'wrong.text' }
  return found
}

/** What changed against the office, as the server takes it; empty when nothing did. Only for a draft without problems. */
export function patchOf(draft: Draft, office: OfficeInfo): Patch {
  const next: Patch = {
    hours: draft.days.map((day, i) => hoursOf(day, office.hours[i] ?? null)),
    holidays: [...new Set(datesOf(draft.holidays))].sort(),
    runningText: [draft.textId.trim(), draft.textEn.trim()],
    ...valuesOf(hallSettings, draft.hall),
    ...valuesOf(surveySettings, draft.survey),
    closedServices: office.services.map(s => s.id).filter(id => draft.closed.includes(id)),
  }
  const before = draftOf(office)
  const now = { ...office, holidays: [...office.holidays].sort(), closedServices: before.closed }
  const changed = Object.entries(next).filter(([key, value]) => differ(value, now[key as keyof typeof now]))
  const services = serviceChanges(draft.services, office.services)
  return {
    ...(Object.fromEntries(changed) as Patch),
    ...(differ(draft.rules, before.rules) ? { rules: valuesOf(queueSettings, draft.rules) } : {}),
    ...(differ(draft.booking, before.booking) ? { booking: valuesOf(bookingSettings, draft.booking) } : {}),
    ...(differ(draft.special, before.special) ? { specialHours: specialOf(draft.special) } : {}),
    ...(services.length > 0 ? { services } : {}),
  }
}

/** Whether anything was typed that differs from the office. */
export function isDirty(draft: Draft, office: OfficeInfo): boolean {
  return differ(draft, draftOf(office))
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}

function datesOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map(line => line.trim())
    .filter(line => line !== '')
}
