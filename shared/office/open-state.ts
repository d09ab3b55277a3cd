import { officeDate, type Instant } from '../kit/time.ts'
import { doorsOf, nextOpening, type OpeningTable } from './hours.ts'

/** Whether the doors stand open, and until when that is so. */
export type OpenState =
  | { readonly state: 'open' | 'break'; readonly until: Instant }
  /** `until` is missing where no day within a month opens. */
  | { readonly state: 'closed'; readonly until: Instant | undefined }

/**
 * How an office's doors stand at an instant: open until they close or a break begins, on a break until it ends, closed until
 * they open.
 */
export function openState(office: OpeningTable, now: Instant): OpenState {
  const doors = doorsOf(office, officeDate(now, office.zone))
  if (!doors || now < doors.from || now >= doors.to) return { state: 'closed', until: nextOpening(office, now) }
  const rest = doors.breaks.find(b => b.from <= now && now < b.to)
  return rest ? { state: 'break', until: rest.to } : { state: 'open', until: doors.to }
}
