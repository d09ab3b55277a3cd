import { setImmediate as nextTurn } from 'node:timers/promises'
import { HOUR, type Instant } from '../../../shared/kit/time.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { readingRow, readingsOf } from '../../store/record/readings.ts'
import { hashOf } from '../identity/secrets.ts'

/** What of an officer somebody else may read. */
export const READ = ['record', 'score', 'report', 'thread', 'calendar', 'evidence'] as const
export type Read = (typeof READ)[number]

/** What was read, of whom, by whom. */
export interface Reading {
  readonly office: string
  readonly officerId: string
  readonly readerId: string
  /** For whom the reader acts, where they act for somebody. */
  readonly forId?: string | undefined
  readonly what: Read
  /** The name of a period, a date, or two dates with `..` between. */
  readonly period: string
}

/** A reading as its officer is told of it. */
export interface ToldReading {
  readonly reader: string
  readonly for: string | null
  readonly what: Read
  readonly period: string
  readonly at: Instant
}

/** How many readings an officer is shown. */
const MOST = 200

/** Who reads what belongs to somebody else: each reading is on record, and told to its officer. */
export interface Readings {
  /** On disk before what was read is handed out; the same within one hour of the clock is one reading, and an own one none. */
  note(reading: Reading): Promise<void>
  /** The same of many, one after another; whoever waits goes first in between. */
  noteAll(readings: readonly Reading[]): Promise<void>
  /** The latest 200, the last first. */
  of(officerId: string): Promise<readonly ToldReading[]>
}

export function createReadings({ db, now }: { readonly db: Database; readonly now: () => Instant }): Readings {
  async function note({ office, officerId, readerId, forId, what, period }: Reading): Promise<void> {
    if (readerId === officerId) return
    const at = now()
    const id = hashOf(JSON.stringify([office, officerId, readerId, forId ?? null, what, period, Math.floor(at / HOUR)]))
    const row = { id, office, officer_id: officerId, reader_id: readerId, for_id: forId ?? null, what, period, at }
    const detail = { office, officer: officerId, read: what, period, ...(forId === undefined ? {} : { for: forId }) }
    await onRecord(
      db,
      { first: readingRow(db, row), then: [] },
      { at, who: `staff:${readerId}`, what: 'record.read', detail },
    )
  }

  return {
    note,
    async noteAll(readings) {
      for (const reading of readings) {
        await note(reading)
        await nextTurn()
      }
    },
    async of(officerId) {
      const rows = await readingsOf(db, officerId, MOST)
      return rows.map(r => ({
        ...{ reader: r.reader ?? r.reader_id, for: r.for_id === null ? null : (r.for ?? r.for_id) },
        ...{ what: r.what as Read, period: r.period, at: r.at },
      }))
    },
  }
}
