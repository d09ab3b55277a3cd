import type { LocalDate } from '../../../shared/kit/time.ts'
import { oftenOf } from '../../../shared/office/often.ts'
import { takenCounts } from '../../store/days/taken-counts.ts'
import type { Database } from '../../store/open/database.ts'
import type { Offices } from './offices.ts'

/** Closed days whose tickets say what people come for. */
const COUNTED_DAYS = 20

/** The services of an office that people come for most. */
export interface Often {
  of(office: string): Promise<readonly string[]>
}

/** Counts once a day for each office; a count that failed is made again when it is next asked for. */
export function createOften(db: Database, offices: Offices): Often {
  const counted = new Map<string, { readonly date: LocalDate; readonly counts: ReturnType<typeof takenCounts> }>()
  return {
    async of(id) {
      const date = offices.today(id)
      let known = counted.get(id)
      if (known?.date !== date) {
        known = { date, counts: takenCounts(db, id, { before: date, days: COUNTED_DAYS }) }
        known.counts.catch(() => counted.delete(id))
        counted.set(id, known)
      }
      return oftenOf(offices.get(id), await known.counts)
    },
  }
}
