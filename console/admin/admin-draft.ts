import type { Input } from '../../shared/contracts/api.ts'
import { fieldsOf, onlyFields, same, withSeen, type OfficeChange } from '../../shared/office/structure/change.ts'
import type { Zone } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { bookingSettings } from '../../shared/office/settings/booking-settings.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { queueSettings } from '../../shared/office/settings/queue-settings.ts'
import { surveySettings } from '../../shared/office/settings/survey-settings.ts'
import { dayProblems, draftDays, hoursOf, isDate, type DraftDay, type Problem, type Problems } from './draft-days.ts'
import { elsewhereOf, elsewhereProblem, elsewhereText } from './draft-search.ts'
import { draftSpecial, specialOf, specialProblems, type DraftSpecial } from './draft-special.ts'
import { typedOf, valueProblems, valuesOf, type Typed } from './draft-values.ts'

/** The settings as they are typed: numbers and dates are still text. */
export interface Draft {
  readonly name: string
  readonly city: string
  readonly zone: Zone
  /** From Sunday on. */
  readonly days: readonly DraftDay[]
  readonly holidays: string
  readonly textId: string
  readonly textEn: string
  readonly hall: Typed<typeof hallSettings>
  readonly rules: Typed<typeof queueSettings>
  readonly survey: Typed<typeof surveySettings>
  readonly booking: Typed<typeof bookingSettings>
  readonly special: readonly DraftSpecial[]
  readonly elsewhere: string
}

/** The settings of an office, ready to be typed over. */
export function draftOf(office: OfficeInfo): Draft {
  return {
    name: office.name,
    city: office.city,
    zone: office.zone,
    days: draftDays(office.hours),
    holidays: office.holidays.join('\n'),
    textId: office.runningText[0],
    textEn: office.runningText[1],
    hall: typedOf(hallSettings, office),
    rules: typedOf(queueSettings, office.rules),
    survey: typedOf(surveySettings, office),
    booking: typedOf(bookingSettings, office.booking),
    special: draftSpecial(office.specialHours),
    elsewhere: elsewhereText(office.elsewhere),
  }
}

/** The longest text of what everybody knows the office by. */
const MOST = { name: 120, city: 80 } as const

/**
 * Every field that cannot be saved as it stands, by its name (`day.1` for Monday). What the office has no word for yet, as it is
 * being prepared, can wait; no word is taken away.
 */
export function problemsOf(draft: Draft, seen: Pick<OfficeInfo, 'name' | 'city'>): Problems {
  const found: Record<string, Problem> = {
    ...dayProblems(draft.days),
    ...valueProblems(hallSettings, draft.hall, 'hall.'),
    ...valueProblems(queueSettings, draft.rules, 'rules.'),
    ...valueProblems(surveySettings, draft.survey, 'survey.'),
    ...valueProblems(bookingSettings, draft.booking, 'booking.'),
    ...specialProblems(draft.special),
  }
  for (const field of ['name', 'city'] as const) {
    const [typed, max] = [draft[field].trim(), MOST[field]]
    if (typed === '' && seen[field] !== '') found[field] = { word: 'wrong.empty' }
    if (typed.length > max) found[field] = { word: 'wrong.line', values: { max } }
  }
  const wrong = datesOf(draft.holidays).find(line => !isDate(line))
  if (wrong !== undefined) found['holidays'] = { word: 'wrong.date', values: { line: wrong } }
  const elsewhere = elsewhereProblem(draft.elsewhere)
  if (elsewhere) found['elsewhere'] = elsewhere
  for (const text of ['textId', 'textEn'] as const) if (draft[text].length > 400) found[text] = { word: 'wrong.text' }
  return found
}

type Patch = NonNullable<Input<'PATCH /api/offices/:office/settings'>['body']>

/** What the draft changes of the office as it was seen; nothing when nothing did. Only for a draft without problems. */
export function changeOf(draft: Draft, seen: OfficeInfo): OfficeChange {
  const typed = typedChange(draft, seen)
  const before = fieldsOf(typedChange(draftOf(seen), seen))
  const wanted = fieldsOf(typed)
  return onlyFields(typed, field => !same(wanted.get(field), before.get(field)))
}

/** A change as the server takes it, with what its fields held when they were seen. */
export function patchOf(draft: Draft, seen: OfficeInfo): Patch {
  const change = changeOf(draft, seen)
  return withSeen(change, seen) as Patch
}

/** The draft after the office moved on: what was typed since `base` stays, everything else follows. */
export function followed(draft: Draft, base: Draft, next: Draft): Draft {
  return {
    ...each(draft, base, next),
    days: next.days.map((day, i) => (same(draft.days[i], base.days[i]) ? day : draft.days[i]!)),
    hall: each(draft.hall, base.hall, next.hall),
    rules: each(draft.rules, base.rules, next.rules),
    survey: each(draft.survey, base.survey, next.survey),
    booking: each(draft.booking, base.booking, next.booking),
  }
}

/** What was typed of each value since `was` stays, the others follow. */
export function each<T extends object>(mine: T, was: T, is: T): T {
  return Object.fromEntries(
    Object.entries(is).map(([key, value]) => {
      const typed = mine[key as keyof T]
      return [key, same(typed, was[key as keyof T]) ? value : typed]
    }),
  ) as T
}

/** A draft and the office that it was typed over, as they were kept; nothing where the form has changed its shape since. */
export function keptDraft({ draft = '', stored = '' }: Readonly<Record<string, string>>) {
  try {
    const kept = { draft: JSON.parse(draft) as Draft, stored: JSON.parse(stored) as OfficeInfo }
    if (!same(Object.keys(kept.draft), Object.keys(draftOf(kept.stored)))) return undefined
    changeOf(kept.draft, kept.stored)
    return kept
  } catch {
    return undefined
  }
}

/** Whether anything was typed that differs from the office. */
export function isDirty(draft: Draft, office: OfficeInfo): boolean {
  return !same(draft, draftOf(office))
}

/** All that the form holds, as a change. */
function typedChange(draft: Draft, office: OfficeInfo): OfficeChange {
  return {
    name: draft.name.trim(),
    city: draft.city.trim(),
    zone: draft.zone,
    hours: Object.fromEntries(draft.days.map((day, i) => [i, hoursOf(day, office.hours[i] ?? null)])),
    holidays: [...new Set(datesOf(draft.holidays))].sort(),
    runningText: [draft.textId.trim(), draft.textEn.trim()],
    ...valuesOf(hallSettings, draft.hall),
    ...valuesOf(surveySettings, draft.survey),
    rules: valuesOf(queueSettings, draft.rules),
    booking: valuesOf(bookingSettings, draft.booking),
    specialHours: specialOf(draft.special),
    elsewhere: elsewhereOf(draft.elsewhere),
  }
}

function datesOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map(line => line.trim())
    .filter(line => line !== '')
}
