import { MINUTE, type LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { Period } from './own-record.ts'
import { timesIn, type DayWork } from './work-parts.ts'

/** Services finished; of how many the time is held against a standard, and how many were within it. */
export interface Work {
  readonly served: number
  readonly judged: number
  readonly within: number
}

/** An officer, and the days of whom alone the work counts. */
export interface Worked {
  readonly id: string
  readonly days: readonly Period[]
}

/** What each of some officers finished; it grows by the work of whole days of the unit, each day once. */
export function teamWork(members: readonly Worked[], office: Pick<OfficeInfo, 'services'>) {
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  const sums = new Map(members.map(m => [m.id, { served: 0, judged: 0, within: 0 }]))
  const days = new Map(members.map(m => [m.id, m.days]))
  const counts = (officer: string, date: LocalDate) => days.get(officer)?.some(d => d.from <= date && date <= d.to)
  return {
    sums: sums as ReadonlyMap<string, Work>,
    add({ date, parts }: DayWork): void {
      for (const part of parts) {
        const sum = sums.get(part.officerId)
        if (!sum || !counts(part.officerId, date)) continue
        sum.served += part.served
        const standard = standards.get(part.serviceId)
        if (standard === undefined) continue
        const times = timesIn(part)
        sum.judged += times.length
        sum.within += times.filter(ms => ms <= standard * MINUTE).length
      }
    },
  }
}
