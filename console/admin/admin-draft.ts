import type { Input } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import {
  dayProblems,
  draftDays,
  hoursOf,
  isDate,
  numberProblem,
  type DraftDay,
  type Problem,
  type Problems,
} from './draft-days.ts'
import { draftRules, ruleProblems, rulesOf, type DraftRules } from './draft-rules.ts'
import { draftServices, serviceChanges, serviceProblems, type DraftService } from './draft-services.ts'
import { draftSpecial, specialOf, specialProblems, type DraftSpecial } from './draft-special.ts'

/** The settings as they are typed: numbers and dates are still text. */
export interface Draft {
  readonly alwaysOpen: boolean
  /** From Sunday on. */
  readonly days: readonly DraftDay[]
  readonly holidays: string
  readonly textId: string
  readonly textEn: string
  readonly reading: OfficeInfo['reading']
  readonly voice: OfficeInfo['voice']
  readonly credit: string
  readonly grace: string
  readonly places: string
  readonly minRatings: string
  readonly ikmMethod: OfficeInfo['ikmMethod']
  readonly closed: readonly string[]
  readonly booking: DraftRules
  readonly special: readonly DraftSpecial[]
  readonly services: readonly DraftService[]
}

export type Patch = NonNullable<Input<'PATCH /api/offices/:office/settings'>['body']>

/** The bounds that the contract sets. */
const BOUNDS = { credit: [0, 120], grace: [0, 240], places: [0, 50], minRatings: [5, 1000] } as const

/** The settings of an office, ready to be typed over. */
export function draftOf(office: OfficeInfo): Draft {
  return {
    alwaysOpen: office.alwaysOpen,
    days: draftDays(office.hours),
    holidays: office.holidays.join('\n'),
    textId: office.runningText[0],
    textEn: office.runningText[1],
    reading: office.reading,
    voice: office.voice,
    credit: String(office.rules.priorityCreditMinutes),
    grace: String(office.rules.returnGraceMinutes),
    places: String(office.rules.returnPlaces),
    minRatings: String(office.minRatings),
    ikmMethod: office.ikmMethod,
    closed: office.services.filter(s => !s.open).map(s => s.id),
    booking: draftRules(office.booking),
    special: draftSpecial(office.specialHours),
    services: draftServices(office.services),
  }
}

/** Every field that cannot be saved as it stands, by its name (`day.1` for Monday). */
export function problemsOf(draft: Draft): Problems {
  const found: Record<string, Problem> = {
    ...dayProblems(draft.days),
    ...ruleProblems(draft.booking),
    ...specialProblems(draft.special),
    ...serviceProblems(draft.services),
  }
  const wrong = datesOf(draft.holidays).find(line => !isDate(line))
  if (wrong !== undefined) found['holidays'] = { word: 'wrong.date', values: { line: wrong } }
  for (const text of ['textId', 'textEn'] as const) if (draft[text].length > 400) found[text] = { word: 'wrong.text' }
  for (const [name, [min, max]] of Object.entries(BOUNDS)) {
    const problem = numberProblem(draft[name as keyof typeof BOUNDS], min, max)
    if (problem) found[name] = problem
  }
  return found
}

/** What changed against the office, as the server takes it; empty when nothing did. Only for a draft without problems. */
export function patchOf(draft: Draft, office: OfficeInfo): Patch {
  const next: Patch = {
    alwaysOpen: draft.alwaysOpen,
    hours: draft.days.map((day, i) => hoursOf(day, office.hours[i] ?? null)),
    holidays: [...new Set(datesOf(draft.holidays))].sort(),
    runningText: [draft.textId.trim(), draft.textEn.trim()],
    reading: draft.reading,
    voice: draft.voice,
    rules: {
      priorityCreditMinutes: Number(draft.credit),
      returnGraceMinutes: Number(draft.grace),
      returnPlaces: Number(draft.places),
    },
    minRatings: Number(draft.minRatings),
    ikmMethod: draft.ikmMethod,
    closedServices: office.services.map(s => s.id).filter(id => draft.closed.includes(id)),
  }
  const before = draftOf(office)
  const now = { ...office, holidays: [...office.holidays].sort(), closedServices: before.closed }
  const changed = Object.entries(next).filter(([key, value]) => differ(value, now[key as keyof typeof now]))
  const services = serviceChanges(draft.services, office.services)
  return {
    ...(Object.fromEntries(changed) as Patch),
    ...(differ(draft.booking, before.booking) ? { booking: rulesOf(draft.booking) } : {}),
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
