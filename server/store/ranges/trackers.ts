import type { LocalDate } from '../../../shared/kit/time.ts'
import { drawnBack, UNTAUGHT, type Tracker } from '../../../shared/queue/estimate/tracker.ts'
import type { Database, Rows } from '../open/database.ts'
import { getMeta } from '../open/meta.ts'

/** What an office has learned of its ranges, as of its last lesson. */
interface Kept {
  readonly date: LocalDate
  readonly tracker: Tracker
}

/** The tracker of an office on a day: some way drawn back when its last lesson was on another day before. */
export async function trackerOn(db: Database, office: string, date: LocalDate): Promise<Tracker> {
  const text = await getMeta(db, keyOf(office))
  if (text === undefined) return UNTAUGHT
  const kept = JSON.parse(text) as Kept
  return kept.date < date ? drawnBack(kept.tracker) : kept.tracker
}

/** The row that keeps a tracker, to be written with what it was learned from. */
export function trackerRow({ kysely }: Database, office: string, kept: Kept): Rows {
  const value = JSON.stringify(kept)
  return [
    kysely
      .insertInto('meta')
      .values({ key: keyOf(office), value })
      .onConflict(known => known.column('key').doUpdateSet({ value }))
      .compile(),
  ]
}

function keyOf(office: string): string {
  return `ranges/${office}`
}
