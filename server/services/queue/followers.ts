import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { followedFrom, followedQuery, headsFrom } from '../../store/followers.ts'
import { asideFrom, asideQuery, followedAsideQuery } from '../../store/set-aside.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import type { QueueDays } from './queue-days.ts'
import { dueOf, lateness, nextTry, noticed, pauseOf, thingOf, type Aside, type Late } from './set-aside.ts'

/** Something that follows from what is on disk: done after the commit, once, also when the process dies in between. */
export interface Follower {
  readonly name: string
  /**
   * Follows the next events of a day, which stands at `day` after them. After a failure or a death the same events come
   * again: what was done already must change nothing. Rows that it gives are written in one transaction with its position.
   * An event that fails is set aside; those of the same thing (a ticket, a service) come after it, all others meanwhile.
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
  /** Of these events, those that stand aside until they can be followed. */
  readonly aside: number
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
  /** Since when the first event that is not followed yet waits. */
  oldest: Late
  /** What could not be followed, in the order of the day; tried again beside what is new. */
  aside: readonly Aside[]
  failures: number
  pass: Promise<void> | undefined
  retry: NodeJS.Timeout | undefined
  /** Wakes the line for what stands aside. */
  later: NodeJS.Timeout | undefined
}

const SECOND = 1_000
/** Who comes back later than this finds the office's days over: nothing has to follow from them any more. */
const LOOK_BACK_DAYS = 60

/** Starts the followers, each from its own position on each day; then they follow every commit. */
export async function startFollowers(deps: {
  db: Database
  offices: { all(): readonly { readonly id: string }[]; today(office: string): LocalDate }
  days: Pick<QueueDays, 'read' | 'since' | 'onPublished'>
  followers: readonly Follower[]
  now: () => Instant
  /** Milliseconds that the process has run, which no clock sets back. */
  running?: () => number
  failed: (error: unknown, follower: string) => void
}): Promise<Followers> {
  const { db, offices, days, followers, now, running = () => performance.now() } = deps
  const lines = new Map<string, readonly Line[]>()
  let ended = false

  function linesOf(office: string, date: LocalDate, doneBy: (follower: string) => number): readonly Line[] {
    return followers.map(follower => {
      const done = doneBy(follower.name)
      return {
        ...{ follower, office, date, done, head: done, noted: done, oldest: since(0), aside: [] },
        ...{ failures: 0, pass: undefined, retry: undefined, later: undefined },
      }
    })
  }

  const since = (at: Instant) => noticed(at, now(), running())
  const hasDue = (line: Line) => dueOf(line.aside, running()).length > 0

  /** Follows what is new, and again until nothing is; one pass at a time. */
  function go(line: Line): void {
    if (ended || line.pass || line.retry || (line.done >= line.head && !hasDue(line))) return
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
        wake(line)
        go(line)
      })
  }

  function wake(line: Line): void {
    clearTimeout(line.later)
    if (ended || line.aside.length === 0) return
    const pause = Math.max(0, Math.ceil(nextTry(line.aside) - running()))
    line.later = setTimeout(() => (hasDue(line) ? go(line) : wake(line)), pause).unref()
  }

  async function pass(line: Line): Promise<void> {
    // The answer goes out first, and what is committed in this turn is followed together.
    await new Promise(resolve => setImmediate(resolve))
    if (line.done < line.head) await news(line)
    for (let next = dueOf(line.aside, running())[0]; next && !ended; next = dueOf(line.aside, running())[0])
      await again(line, next)
  }

  async function news(line: Line): Promise<void> {
    const { follower, office, date, done, head } = line
    const day = await days.read(office, date)
    const known = days.since(office, date, done) ?? (await db.journal.read(office, date, done))
    const events = known.filter(e => e.seq <= day.seq)
    const last = events.at(-1)
    if (!last) {
      // Another process wrote what the day at hand has not read: it comes with this one's next commit there.
      if (line.head === head) line.head = done
      return
    }
    if (line.oldest.at !== events[0]!.at) line.oldest = since(events[0]!.at)
    const { seq } = last
    const waits = (asides: readonly Aside[], event: DayEvent) => asides.some(a => a.thing === thingOf(event))
    const free = events.filter(e => !waits(line.aside, e))
    const asides = events.filter(e => waits(line.aside, e)).map(e => asideOf(e, 0))
    try {
      await come(line, seq, free.length > 0 ? await follower.follow(office, date, free, day) : [], asides)
    } catch (error) {
      if (isAway(error)) throw error
      // One of them is at fault: each is followed alone, so that it holds up no other.
      const errors: unknown[] = []
      for (const event of free) {
        const wrong = waits(asides, event) ? undefined : await alone(line, event, day)
        if (wrong) errors.push(wrong.error)
        if (wrong || waits(asides, event)) asides.push(asideOf(event, wrong ? 1 : 0))
      }
      await come(line, seq, [], asides)
      for (const failure of errors) deps.failed(failure, follower.name)
    }
  }

  function asideOf(event: DayEvent, tries: number): Aside {
    const due = tries === 0 ? 0 : running() + pauseOf(0)
    return { seq: event.seq, thing: thingOf(event), late: since(event.at), tries, due }
  }

  /** Notes how far the line has come, with the rows that belong to it and what it leaves aside. */
  async function come(line: Line, seq: number, rows: Rows, asides: readonly Aside[]): Promise<void> {
    if (rows.length > 0 || asides.length > 0) {
      const left = asides.map(aside => asideQuery(db, asideRow(line, aside)))
      await db.atomic([...rows, ...left, followedQuery(db, [rowOf(line, seq)])], 'withNext')
      line.noted = seq
    }
    line.aside = [...line.aside, ...asides].sort((a, b) => a.seq - b.seq)
    line.done = seq
  }

  /** Follows one event; gives what went wrong, unless the database is away. */
  async function alone({ follower, office, date }: Line, event: DayEvent, day: QueueDay, more: Rows = []) {
    try {
      const rows = [...(await follower.follow(office, date, [event], day)), ...more]
      if (rows.length > 0) await db.atomic(rows, 'withNext')
      return undefined
    } catch (error) {
      if (isAway(error)) throw error
      return { error }
    }
  }

  /** Tries what stands aside once more. */
  async function again(line: Line, next: Aside): Promise<void> {
    const { office, date } = line
    const day = await days.read(office, date)
    const before = next.seq - 1
    const [event] = days.since(office, date, before) ?? (await db.journal.read(office, date, before))
    const wrong = await alone(line, event!, day, [followedAsideQuery(db, asideRow(line, next))])
    if (wrong) {
      next.due = running() + pauseOf(next.tries++)
      await db.atomic([asideQuery(db, asideRow(line, next))], 'withNext')
    } else line.aside = line.aside.filter(aside => aside !== next)
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
      if (line.done >= line.head) line.oldest = since(events[0]!.at)
      line.head = events.at(-1)!.seq
      go(line)
    }
  })

  for (const { id: office } of offices.all()) {
    const from = addDays(offices.today(office), -LOOK_BACK_DAYS)
    const followed = new Map<string, number>()
    for (const { date, follower, seq } of await followedFrom(db, office, from)) followed.set(`${date}/${follower}`, seq)
    const asides = await asideFrom(db, office, from)
    for (const { date, seq } of await headsFrom(db, office, from)) {
      const own = linesOf(office, date, name => followed.get(`${date}/${name}`) ?? 0)
      lines.set(`${office}/${date}`, own)
      for (const line of own) {
        line.head = seq
        line.oldest = since(now())
        line.aside = asides
          .filter(a => a.date === date && a.follower === line.follower.name)
          .map(({ seq, thing, at, tries }) => ({ seq, thing, tries, late: since(at), due: 0 }))
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
        const own = all().filter(line => line.follower.name === name)
        const asides = own.flatMap(line => line.aside)
        const behind = own.filter(line => line.done < line.head)
        const waiting = [...behind.map(line => line.oldest), ...asides.map(aside => aside.late)]
        const longest = Math.max(0, ...waiting.map(late => lateness(late, now(), running())))
        return {
          follower: name,
          events: behind.reduce((sum, line) => sum + line.head - line.done, asides.length),
          seconds: Math.round(longest / SECOND),
          aside: asides.length,
        }
      }),
    async stop() {
      ended = true
      for (const line of all()) for (const timer of [line.retry, line.later]) clearTimeout(timer)
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

function isAway(error: unknown): boolean {
  return error instanceof AppError && error.code === 'UNAVAILABLE'
}

function asideRow({ follower, office, date }: Line, { seq, thing, late, tries }: Aside) {
  return { follower: follower.name, office, date, seq, thing, at: late.at, tries }
}

function rowOf({ follower, office, date }: Line, seq: number) {
  return { follower: follower.name, office, date, seq }
}
