import type { LocalDate } from '../../../shared/kit/time.ts'
import { drawnBack, learn, moved, movedBy, UNMOVED, UNTAUGHT, whole } from '../../../shared/queue/estimate/tracker.ts'
import type { Lesson, Tracker } from '../../../shared/queue/estimate/tracker.ts'
import type { Database, Rows } from '../open/database.ts'

/** What a day taught stands in a row of its own, for two days may learn at once; after so many next to nothing of it is left. */
const DAYS = 60

/** How far a tracker was moved by the lessons of a day; the one row of before holds the tracker as it stood then. */
interface Kept {
  readonly date: LocalDate
  readonly tracker?: Tracker
  readonly moved?: Tracker
}

/** The tracker of an office on a day: what it learned on the days before, drawn back some way at each, and on that day. */
export async function trackerOn(db: Database, office: string, date: LocalDate): Promise<Tracker> {
  return (await learnedOn(db, office, date)).tracker
}

/** The tracker after the lessons of a day, and the rows that keep it, to be written with what it was learned from. */
export async function taught(
  db: Database,
  office: string,
  date: LocalDate,
  lessons: readonly Lesson[],
): Promise<{ readonly tracker: Tracker; readonly rows: Rows }> {
  const before = await learnedOn(db, office, date)
  const tracker = lessons.reduce(learn, before.tracker)
  const kept: Kept = { date, moved: movedBy(before.tracker, tracker, before.own) }
  const [key, value] = [keyOf(office, date), JSON.stringify(kept)]
  const row = db.kysely
    .insertInto('meta')
    .values({ key, value })
    .onConflict(known => known.column('key').doUpdateSet({ value }))
  return { tracker, rows: [row.compile()] }
}

async function learnedOn({ kysely }: Database, office: string, date: LocalDate) {
  const rows = await kysely
    .selectFrom('meta')
    .select('value')
    .where(e => e.or([e('key', '=', `ranges/${office}`), e('key', 'like', keyOf(office, '%'))]))
    .where('key', '<=', keyOf(office, date))
    .orderBy('key', 'desc')
    .limit(DAYS)
    .execute()
  const days = rows.reverse().map(({ value }): Kept => {
    const { date, tracker, moved: by } = JSON.parse(value) as Kept
    return {
      date,
      ...(tracker && { tracker: whole(tracker, UNTAUGHT) }),
      ...(by && { moved: whole(by, UNMOVED) }),
    }
  })
  const own = days.find(day => day.date === date)?.moved ?? UNMOVED
  const before = days
    .filter(day => day.date < date)
    .reduce((tracker, day) => day.tracker ?? moved(drawnBack(tracker), day.moved ?? UNMOVED), UNTAUGHT)
  return { tracker: moved(drawnBack(before), own), own }
}

function keyOf(office: string, date: LocalDate): string {
  return `ranges/${office}/${date}`
}
