import { HOUR, weekOf, type Instant } from '../../../shared/kit/time.ts'
import { search } from '../../../shared/search/search.ts'
import { UNFOUND_FLOOR, wordsToCount } from '../../../shared/search/unfound.ts'
import type { Database } from '../../store/open/database.ts'
import {
  forgetSingle,
  noteUnfound,
  revealUnfound,
  unfoundCount,
  unfoundWords,
  type UnfoundWord,
} from '../../store/unfound.ts'
import type { Offices } from './offices.ts'

/** Rows of one office and week; more come from no people, and words that were missed once are forgotten. */
const MOST_ROWS = 20_000
/** Words that one place is heard with within an hour: a hall with its kiosk says no more. */
const MOST_WORDS = 30

/** What people looked for and did not find, counted by words and never by people. */
export interface Unfound {
  /** Counts a search from a network, unless the office has an answer after all. Throws `NOT_FOUND`. */
  count(officeId: string, query: string, network: string): Promise<void>
  /** The words that may be read, newest week first. */
  words(officeId: string): Promise<readonly UnfoundWord[]>
}

export function createUnfound(deps: {
  db: Database
  offices: Offices
  /** A keyed hash that cannot be read back. */
  hash: (text: string) => string
  now: () => Instant
}): Unfound {
  const { db, offices, hash, now } = deps
  return {
    async count(officeId, query, network) {
      const { asked, services, elsewhere } = search(offices.get(officeId), query)
      if (!asked || services.length > 0 || elsewhere.length > 0) return
      const texts = wordsToCount(query)
      const of = { office: officeId, week: weekOf(offices.today(officeId)) }
      if (texts.length === 0) return
      // One place counts a word once an hour, so that nobody brings it over the floor alone.
      const place = hash(`${network} ${Math.floor(now() / HOUR)}`)
      const room = MOST_WORDS - (await unfoundCount(db, { ...of, place }))
      if (room <= 0) return
      if ((await unfoundCount(db, of)) >= MOST_ROWS) await forgetSingle(db, of)
      const rows = texts
        .slice(0, room)
        .map(text => ({ text, row: { ...of, word: hash(`${of.office} ${of.week} ${text}`), place } }))
      await noteUnfound(
        db,
        rows.map(({ row }) => row),
      )
      for (const { text, row } of rows) {
        const n = await unfoundCount(db, { ...of, word: row.word })
        if (n >= UNFOUND_FLOOR) await revealUnfound(db, { ...of, word: row.word, text })
      }
    },
    words(officeId) {
      offices.get(officeId)
      return unfoundWords(db, officeId)
    },
  }
}
