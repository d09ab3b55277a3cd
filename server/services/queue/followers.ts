import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { followedFrom, followedQuery, headsFrom } from '../../store/followers.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import type { QueueDays } from './queue-days.ts'

/** Something that follows from what is on disk: done after the commit, once, also when the process dies in between. */
export interface Follower {
  readonly name: string
  /**
   * Follows the next events of a day, which stands at `day` after them. After a failure or a death the same events come
   * again: what was done already must change nothing. Rows that it gives are written in one transaction with its position.
   */
  follow(office: string, date: LocalDate, events: readonly DayEvent[], day: QueueDay): Promise<Rows>
}

/** How far a follower is behind the journal. */
export interface Lag {
  readonly follower: string
  /** Events that are on disk and not followed. */
  readonly events: number
  /** Age of the oldest of them in seconds; 0 when there is none. */
  readonly seconds: number
}

export interface Followers {
  /** Resolves once all that is on disk now was followed, by one follower or by all; whatever failed is not waited for. */
  settled(follower?: string): Promise<void>
  lag(): readonly Lag[]
  /** Notes how far they have come. What a follower wrote itself it wrote with its position; the rest may wait for this. */
  note(): Promise<void>
  /** Ends after the passes under way. */
  stop(): Promise<void>
}

/** One follower on one queue day: no line waits for another. */
interface Line {
  readonly follower: Follower
  readonly office: string
  readonly date: LocalDate
  /** `seq` of the last event on disk, of the last one followed, and of the last one noted as followed. */
  head: number
  done: number
  noted: number
  /** Instant of the first event that is not followed yet. */
  oldest: Instant
  failures: number
  pass: Promise<void> | undefined
  retry: NodeJS.Timeout | undefined
}

const SECOND = 1_000
/** Who comes back later than this finds the office's days over: nothing has to follow from them any more. */
const LOOK_BACK_DAYS = 60
const LONGEST_PAUSE_MS = 60 * SECOND

/** Milliseconds until a failed follow-up is tried again: 1 s, then twice as long each time, a minute at most. */
export const pauseOf = (failures: number) => Math.min(SECOND * 2 ** failures, LONGEST_PAUSE_MS)

/** Starts the followers, each from its own position on each day; then they follow every commit. */
export async function startFollowers(deps: {
  db: Database
  offices: { all(): readonly { readonly id: string }[]; today(office: string): LocalDate }
  days: Pick<QueueDays, 'read' | 'since' | 'onPublished'>
  followers: readonly Follower[]
  now: () => Instant
  failed: (error: unknown, follower: string) => void
}): Promise<Followers> {
  const { db, offices, days, followers, now } = deps
  const lines = new Map<string, readonly Line[]>()
  let ended = false

  function linesOf(office: string, date: LocalDate, doneBy: (follower: string) => number): readonly Line[] {
    return followers.map(follower => {
      const done = doneBy(follower.name)
      return {
        ...{ follower, office, date, done, head: done, noted: done, oldest: 0 },
        ...{ failures: 0, pass: undefined, retry: undefined },
      }
    })
  }

  /** Follows what is new, and again until nothing is; one pass at a time. */
  function go(line: Line): void {
    if (ended || line.pass || line.retry || line.done >= line.head) return
    line.pass = pass(line)
      .then(
        () => (line.failures = 0),
        error => {
          deps.failed(error, line.follower.name)
          line.retry = setTimeout(() => {
            line.retry = undefined
            go(line)
          }, pauseOf(line.failures++)).unref()
        },
      )
      .then(() => {
        line.pass = undefined
        go(line)
      })
  }

  async function pass(line: Line): Promise<void> {
    const { follower, office, date, done, head } = line
    // The answer goes out first, and what is committed in this turn is followed together.
    await new Promise(resolve => setImmediate(resolve))
    const day = await days.read(office, date)
    const known = days.since(office, date, done) ?? (await db.journal.read(office, date, done))
    const events = known.filter(e => e.seq <= day.seq)
    const last = events.at(-1)
    if (!last) {
      // Another process wrote what the day at hand has not read: it comes with this one's next commit there.
      if (line.head === head) line.head = done
      return
    }
    line.oldest = events[0]!.at
    const { seq } = last
    const rows = await follower.follow(office, date, events, day)
    if (rows.length > 0) {
      await db.atomic([...rows, followedQuery(db, [rowOf(line, seq)])], 'withNext')
      line.noted = seq
    }
    line.done = seq
  }

  days.onPublished((office, date, events) => {
    const key = `${office}/${date}`
    // A day that was empty at the start.
    if (!lines.has(key))
      lines.set(
        key,
        linesOf(office, date, () => 0),
      )
    for (const line of lines.get(key)!) {
      if (line.done >= line.head) line.oldest = events[0]!.at
      line.head = events.at(-1)!.seq
      go(line)
    }
  })

  for (const { id: office } of offices.all()) {
    const from = addDays(offices.today(office), -LOOK_BACK_DAYS)
    const followed = new Map<string, number>()
    for (const { date, follower, seq } of await followedFrom(db, office, from)) followed.set(`${date}/${follower}`, seq)
    for (const { date, seq } of await headsFrom(db, office, from)) {
      const own = linesOf(office, date, name => followed.get(`${date}/${name}`) ?? 0)
      lines.set(`${office}/${date}`, own)
      for (const line of own) {
        line.head = seq
        line.oldest = now()
        go(line)
      }
    }
  }

  const all = () => [...lines.values()].flat()

  async function note(): Promise<void> {
    const moved = all().filter(line => line.done > line.noted)
    if (moved.length === 0) return
    const rows = moved.map(line => rowOf(line, line.done))
    await db.atomic([followedQuery(db, rows)], 'withNext')
    moved.forEach((line, i) => (line.noted = rows[i]!.seq))
  }

  return {
    note,
    async settled(follower) {
      await Promise.all(
        all().map(line => (follower === undefined || line.follower.name === follower ? reached(line) : undefined)),
      )
    },
    lag: () =>
      followers.map(({ name }) => {
        const behind = all().filter(line => line.follower.name === name && line.done < line.head)
        const oldest = Math.min(...behind.map(line => line.oldest))
        return {
          follower: name,
          events: behind.reduce((sum, line) => sum + line.head - line.done, 0),
          seconds: behind.length === 0 ? 0 : Math.max(0, Math.round((now() - oldest) / SECOND)),
        }
      }),
    async stop() {
      ended = true
      for (const line of all()) clearTimeout(line.retry)
      await Promise.all(all().map(line => line.pass))
      // A position that is not noted only means that the next start follows again what is known by its key.
      await note().catch(error => deps.failed(error, 'followers'))
    },
  }
}

/** Waits for the passes that a line needs to where the journal stands now. */
async function reached(line: Line): Promise<void> {
  const { head } = line
  while (line.done < head && line.pass) await line.pass
}

function rowOf({ follower, office, date }: Line, seq: number) {
  return { follower: follower.name, office, date, seq }
}
