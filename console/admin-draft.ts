import type { ClockTime } from '../shared/kit/time.ts'
import type { DayHours, OfficeInfo } from '../shared/office/office.ts'
import type { Input } from '../shared/contracts/api.ts'

/** One weekday as it is typed; empty break times mean none. */
export interface DraftDay {
  readonly open: boolean
  readonly from: ClockTime
  readonly to: ClockTime
  readonly breakFrom: ClockTime
  readonly breakTo: ClockTime
}

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
}

/** Why a field cannot be saved; `min` and `max` for numbers, `line` for a date. */
export interface Problem {
  readonly word: 'wrong.hours' | 'wrong.break' | 'wrong.date' | 'wrong.number' | 'wrong.text'
  readonly values?: Readonly<Record<string, string | number>>
}

export type Patch = NonNullable<Input<'PATCH /api/offices/:office/settings'>['body']>

/** The bounds that the contract sets. */
const BOUNDS = { credit: [0, 120], grace: [0, 240], places: [0, 50], minRatings: [5, 1000] } as const

/** The settings of an office, ready to be typed over. */
export function draftOf(office: OfficeInfo): Draft {
  return {
    alwaysOpen: office.alwaysOpen,
    days: office.hours.map(hours => ({
      open: hours !== null,
      from: hours?.open ?? '08:00',
      to: hours?.close ?? '15:00',
      breakFrom: hours?.breaks[0]?.from ?? '',
      breakTo: hours?.breaks[0]?.to ?? '',
    })),
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
  }
}

/** Every field that cannot be saved as it stands, by its name (`day.1` for Monday). */
export function problemsOf(draft: Draft): Readonly<Record<string, Problem>> {
  const found: Record<string, Problem> = {}
  for (const [i, day] of draft.days.entries()) {
    if (!day.open) continue
    if (!day.from || !day.to || day.from >= day.to) found[`day.${i}`] = { word: 'wrong.hours' }
    else if (brokenBreak(day)) found[`day.${i}`] = { word: 'wrong.break' }
  }
  const wrong = datesOf(draft.holidays).find(line => !isDate(line))
  if (wrong !== undefined) found['holidays'] = { word: 'wrong.date', values: { line: wrong } }
  for (const text of ['textId', 'textEn'] as const) if (draft[text].length > 400) found[text] = { word: 'wrong.text' }
  for (const [name, [min, max]] of Object.entries(BOUNDS)) {
    const typed = draft[name as keyof typeof BOUNDS].trim()
    const value = Number(typed)
    if (!/^\d+$/.test(typed) || value < min || value > max) found[name] = { word: 'wrong.number', values: { min, max } }
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
  const now = { ...office, holidays: [...office.holidays].sort(), closedServices: draftOf(office).closed }
  const changed = Object.entries(next).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(now[key as keyof typeof now]),
  )
  return Object.fromEntries(changed) as Patch
}

/** Whether anything was typed that differs from the office. */
export function isDirty(draft: Draft, office: OfficeInfo): boolean {
  return JSON.stringify(draft) !== JSON.stringify(draftOf(office))
}

type Hours = NonNullable<Patch['hours']>[number]

/** A second break, which the form does not show, stays as it is. */
function hoursOf(day: DraftDay, before: DayHours | null): Hours {
  if (!day.open) return null
  const first = day.breakFrom ? [{ from: day.breakFrom, to: day.breakTo }] : []
  return { open: day.from, close: day.to, breaks: [...first, ...(before?.breaks.slice(1) ?? [])] }
}

function brokenBreak({ from, to, breakFrom, breakTo }: DraftDay): boolean {
  if (!breakFrom && !breakTo) return false
  return !breakFrom || !breakTo || breakFrom >= breakTo || breakFrom < from || breakTo > to
}

function datesOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

function isDate(text: string): boolean {
  const parsed = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === text
}
