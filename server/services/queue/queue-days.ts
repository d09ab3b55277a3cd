import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Command } from '../../../shared/queue/command.ts'
import { emptyDay, type QueueDay } from '../../../shared/queue/day.ts'
import { decide } from '../../../shared/queue/decide.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { evolve } from '../../../shared/queue/evolve.ts'
import { JournalClash, type Journal } from '../../journal/journal.ts'
import type { Calendar } from '../office/offices.ts'
import { outcomeOf, repeated, type Outcome } from './outcomes.ts'
import { collect, type Collector } from './projection.ts'

/** Events of one office that are on disk now. */
export type Published = (office: string, date: LocalDate, events: readonly DayEvent[], day: QueueDay) => void

export interface QueueDays {
  /** Decides, writes, answers: when it resolves, the command is on disk. On today's day unless a date is given. */
  execute(office: string, command: Command, date?: LocalDate): Promise<Outcome>
  /** Several commands on days of one office as one act: all of them or none, in one transaction. One command a day. */
  together(office: string, acts: readonly { date: LocalDate; command: Command }[]): Promise<readonly Outcome[]>
  /** The outcome of a command id that was seen on a date. */
  answered(office: string, date: LocalDate, commandId: string): Promise<Outcome | undefined>
  /** The committed day of today or of a date to come, with its plan. */
  day(office: string, date: LocalDate): Promise<QueueDay>
  /** Today's committed day. */
  today(office: string): Promise<QueueDay>
  /** Any date's day, folded from the journal. */
  read(office: string, date: LocalDate): Promise<QueueDay>
  /** Events after `seq` when all of them are still at hand. */
  since(office: string, date: LocalDate, seq: number): readonly DayEvent[] | undefined
  /** Writes a changed plan into the days that are open: today's, and those to come that were asked for. */
  replan(office: string): Promise<void>
  onPublished(listener: Published): void
}

interface Live {
  readonly office: string
  readonly date: LocalDate
  /** The date on which the plan was written last: the plan of a day to come is made anew when it has come. */
  plannedOn: LocalDate | undefined
  /** On disk. */
  day: QueueDay
  lastAt: Instant
  readonly seen: Map<string, Outcome>
  readonly recent: DayEvent[]
}

interface Act {
  readonly live: Live
  readonly command: Command
}

interface Job {
  readonly acts: readonly Act[]
  readonly resolve: (outcomes: readonly Outcome[]) => void
  readonly reject: (error: unknown) => void
}

/** A day as the batch at hand has made it, not on disk yet. */
interface Working {
  day: QueueDay
  at: Instant
  readonly rows: Collector
  readonly seen: Map<string, Outcome>
}

const KEPT_EVENTS = 2_000
const MOST_JOBS = 1_000
const MOST_CLASHES = 5
const GATHER_MS = 6

/**
 * The write path. Commands that arrive in one turn of the event loop are decided one after another and written in one
 * transaction; only then callers are answered and events published. One batch is in flight at a time.
 */
export function createQueueDays(deps: {
  journal: Journal
  calendar: Calendar
  now: () => Instant
  newId: () => string
}): QueueDays {
  const { journal, calendar, now, newId } = deps
  const days = new Map<string, Promise<Live>>()
  const ready = new Map<string, Live>()
  const listeners: Published[] = []
  const jobs: Job[] = []
  let running = false

  async function load(office: string, date: LocalDate): Promise<Live> {
    const day = emptyDay(office, date)
    const live: Live = { office, date, plannedOn: undefined, day, lastAt: 0, seen: new Map(), recent: [] }
    absorb(live, await journal.read(office, date))
    return live
  }

  /** The live day, with its plan written; opened once, however many ask at the same time. */
  function open(office: string, date: LocalDate): Promise<Live> {
    const key = `${office}/${date}`
    let opening = days.get(key)
    if (!opening) {
      opening = load(office, date).then(async live => {
        await plan(live)
        ready.set(key, live)
        const today = calendar.today(office)
        for (const [k, l] of ready) if (l.office === office && l.date < today) forget(k)
        return live
      })
      opening.catch(() => days.delete(key))
      days.set(key, opening)
    }
    return opening
  }

  /** The day at hand when it is open and its plan is of today, else opened or planned first. */
  async function current(office: string, date: LocalDate): Promise<Live> {
    const live = ready.get(`${office}/${date}`) ?? (await open(office, date))
    if (live.plannedOn !== calendar.today(office)) await plan(live)
    return live
  }

  async function plan(live: Live): Promise<void> {
    const { office, date } = live
    live.plannedOn = calendar.today(office)
    try {
      const planned = await calendar.planOf(office, date)
      await enqueue([{ live, command: { id: newId(), by: 'system', verb: 'planDay', plan: planned } }])
    } catch (error) {
      live.plannedOn = undefined
      throw error
    }
  }

  function forget(key: string): void {
    days.delete(key)
    ready.delete(key)
  }

  function enqueue(acts: readonly Act[]): Promise<readonly Outcome[]> {
    return new Promise((resolve, reject) => {
      jobs.push({ acts, resolve, reject })
      if (!running) {
        running = true
        setImmediate(run)
      }
    })
  }

  async function run(): Promise<void> {
    while (jobs.length > 0) {
      await gathered()
      await commit(jobs.splice(0, MOST_JOBS), MOST_CLASHES)
      // Let requests that arrived meanwhile be parsed, so that the next batch is whole.
      await turn()
    }
    running = false
  }

  /**
   * Waits while each turn of the event loop still brings commands, for one write for all costs as much as one for few;
   * but not for ever, or a crowd that sends in every turn would keep the first of them waiting.
   */
  async function gathered(): Promise<void> {
    const end = performance.now() + GATHER_MS
    for (let known = 0; known < jobs.length && jobs.length < MOST_JOBS && performance.now() < end;) {
      known = jobs.length
      await turn()
    }
  }

  async function commit(batch: readonly Job[], triesLeft: number): Promise<void> {
    const working = new Map<Live, Working>()
    const answers: (() => void)[] = []
    for (const job of batch) {
      try {
        const outcomes = performAll(job.acts, working, now())
        answers.push(() => job.resolve(outcomes))
      } catch (error) {
        answers.push(() => job.reject(error))
      }
    }
    const changed = [...working].filter(([live, work]) => work.day !== live.day)
    try {
      if (changed.length > 0) await journal.append(changed.map(([, work]) => work.rows.entry()))
    } catch (error) {
      if (error instanceof JournalClash && triesLeft > 0) {
        await Promise.all(
          changed.map(async ([live]) => absorb(live, await journal.read(live.office, live.date, live.day.seq))),
        )
        return commit(batch, triesLeft - 1)
      }
      // The outcome is unknown: the next use folds the day again from what is really on disk.
      for (const [live] of working) forget(`${live.office}/${live.date}`)
      for (const job of batch) job.reject(new AppError('UNAVAILABLE'))
      return
    }
    for (const [live, work] of changed) {
      const { events } = work.rows.entry()
      live.day = work.day
      live.lastAt = work.at
      keep(live, events)
      for (const [id, outcome] of work.seen) live.seen.set(id, outcome)
      for (const listener of listeners) listener(live.office, live.date, events, live.day)
    }
    for (const answer of answers) answer()
  }

  return {
    async execute(office, command, date = calendar.today(office)) {
      const [outcome] = await enqueue([{ live: await current(office, date), command }])
      return outcome!
    },
    async together(office, acts) {
      const lives = await Promise.all(acts.map(a => current(office, a.date)))
      return enqueue(acts.map(({ command }, i) => ({ live: lives[i]!, command })))
    },
    answered: async (office, date, commandId) => (await current(office, date)).seen.get(commandId),
    day: async (office, date) => (await current(office, date)).day,
    today: async office => (await current(office, calendar.today(office))).day,
    async read(office, date) {
      const live = ready.get(`${office}/${date}`)
      return live ? live.day : (await journal.read(office, date)).reduce(evolve, emptyDay(office, date))
    },
    since(office, date, seq) {
      const live = ready.get(`${office}/${date}`)
      if (!live || seq > live.day.seq) return undefined
      const first = live.recent[0]?.seq ?? live.day.seq + 1
      return seq + 1 >= first ? live.recent.slice(seq + 1 - first) : undefined
    },
    async replan(office) {
      await open(office, calendar.today(office))
      await Promise.all([...ready.values()].filter(l => l.office === office).map(plan))
    },
    onPublished: listener => void listeners.push(listener),
  }
}

/** Decides every command of an act before any of them happens, so that it happens whole or not at all. */
function performAll(acts: readonly Act[], working: Map<Live, Working>, now: Instant): readonly Outcome[] {
  const decided = acts.map(({ live, command }) => {
    let work = working.get(live)
    if (!work) {
      work = { day: live.day, at: live.lastAt, rows: collect(live.office, live.date), seen: new Map() }
      working.set(live, work)
    }
    const known = live.seen.get(command.id) ?? work.seen.get(command.id)
    if (known) return { outcome: repeated(known, command) }
    const at = Math.max(now, work.at)
    return { work, command, at, events: decide(work.day, command, at) }
  })
  return decided.map(d => ('outcome' in d ? d.outcome : happen(d.work, d.command, d.events, d.at)))
}

function happen(work: Working, command: Command, events: readonly DayEvent[], at: Instant): Outcome {
  for (const event of events) {
    const next = evolve(work.day, event)
    work.rows.add(event, work.day, next)
    work.day = next
  }
  if (events.length > 0) work.at = at
  const outcome = outcomeOf(
    command.verb,
    command.by,
    events,
    work.day,
    'counterId' in command ? command.counterId : undefined,
  )
  if (events.length > 0) work.seen.set(command.id, outcome)
  return outcome
}

/** Folds events read from the journal, and learns which commands they answered. */
function absorb(live: Live, events: readonly DayEvent[]): void {
  for (let i = 0; i < events.length;) {
    const { commandId, by, verb } = events[i]!
    const group: DayEvent[] = []
    while (i < events.length && events[i]!.commandId === commandId) {
      live.day = evolve(live.day, events[i]!)
      group.push(events[i++]!)
    }
    live.lastAt = Math.max(live.lastAt, group.at(-1)!.at)
    if (commandId && by) live.seen.set(commandId, outcomeOf(verb, by, group, live.day, undefined))
  }
  keep(live, events)
}

/** The next turn of the event loop. */
function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

function keep(live: Live, events: readonly DayEvent[]): void {
  live.recent.push(...events)
  if (live.recent.length > 2 * KEPT_EVENTS) live.recent.splice(0, live.recent.length - KEPT_EVENTS)
}
