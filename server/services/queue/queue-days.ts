import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { Command } from '../../../shared/queue/command.ts'
import { emptyDay, type QueueDay } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { evolve } from '../../../shared/queue/evolve.ts'
import { JournalClash, type Journal } from '../../journal/journal.ts'
import type { Calendar } from '../office/offices.ts'
import { absorb, performAll, settle, type Act, type Live, type Working } from './batch.ts'
import { createOfficeTurn, type OfficeTurn } from './office-turn.ts'
import type { Outcome } from './outcomes.ts'

/** Events of one office that are on disk now. */
export type Published = (office: string, date: LocalDate, events: readonly DayEvent[], day: QueueDay) => void

/** Each command is an act upon its office: it comes before a change of it or after it, and then by its new plan. */
export interface QueueDays extends OfficeTurn {
  /** Decides, writes, answers: when it resolves, the command is on disk. On the day of `dateOf` unless a date is given. */
  execute(office: string, command: Command, date?: LocalDate): Promise<Outcome>
  /**
   * Several commands on days of one office as one act under one id: all of them or none, in one transaction, one command a
   * day. Gives the outcome of the first, by which the act is known again.
   */
  together(office: string, acts: readonly { date: LocalDate; command: Command }[]): Promise<Outcome>
  /**
   * The date of a command that names none: today, or the day before if that knows it. Asked again after midnight it is the same act.
   */
  dateOf(office: string, commandId: string): Promise<LocalDate>
  /** The outcome of a command id that was seen on a date. */
  answered(office: string, date: LocalDate, commandId: string): Promise<Outcome | undefined>
  /** The committed day of today or of a date to come, with its plan; a day that is over as it stands. */
  day(office: string, date: LocalDate): Promise<QueueDay>
  /** Today's committed day. */
  today(office: string): Promise<QueueDay>
  /** Any date's day, folded from the journal. */
  read(office: string, date: LocalDate): Promise<QueueDay>
  /** Events after `seq` when all of them are still at hand. */
  since(office: string, date: LocalDate, seq: number): readonly DayEvent[] | undefined
  /**
   * Writes a changed plan into the days that are open: today's, and those to come that were asked for. Gives how many bookings,
   * offers and wishes it left no time.
   */
  replan(office: string): Promise<number>
  onPublished(listener: Published): void
}

interface Job {
  readonly acts: readonly Act[]
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

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
  /** Hears what should not have happened; whoever gave the command is answered all the same. */
  failed?: (error: unknown) => void
}): QueueDays {
  const { journal, calendar, now, newId, failed = () => undefined } = deps
  const days = new Map<string, Promise<Live>>()
  const ready = new Map<string, Live>()
  const planning = new WeakMap<Live, Promise<unknown>>()
  const listeners: Published[] = []
  const jobs: Job[] = []
  const turn = createOfficeTurn()
  let running = false

  async function load(office: string, date: LocalDate): Promise<Live> {
    const day = emptyDay(office, date)
    const live: Live = { office, date, plannedOn: undefined, day, lastAt: 0, seen: new Map(), recent: [] }
    absorb(live, await journal.read(office, date))
    return live
  }

  /** The live day, with its plan written unless it is over; opened once, however many ask at the same time. */
  function open(office: string, date: LocalDate): Promise<Live> {
    const key = `${office}/${date}`
    let opening = days.get(key)
    if (!opening) {
      opening = load(office, date).then(async live => {
        await planned(live)
        for (const [k, l] of ready) if (l.office === office && isOver(l)) forget(k)
        ready.set(key, live)
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
    await planned(live)
    return live
  }

  function isOver({ office, date }: Live): boolean {
    return date < calendar.today(office)
  }

  /** A day that is over keeps the plan that it had: it is read and appended to, and never planned anew. */
  async function planned(live: Live): Promise<void> {
    await planning.get(live)
    if (live.plannedOn !== calendar.today(live.office) && !isOver(live)) await plan(live)
  }

  /** One plan after another: one that was begun by an older office is never written over that of a newer one. */
  function plan(live: Live): Promise<Outcome> {
    const before = planning.get(live)
    live.plannedOn = calendar.today(live.office)
    const mine = (async () => {
      await before
      return planNow(live)
    })()
    planning.set(
      live,
      mine.catch(() => undefined),
    )
    return mine
  }

  async function planNow(live: Live): Promise<Outcome> {
    const { office, date } = live
    live.plannedOn = calendar.today(office)
    try {
      const made = await calendar.planOf(office, date)
      return await enqueue([{ live, command: { id: newId(), by: 'system', verb: 'planDay', plan: made } }])
    } catch (error) {
      live.plannedOn = undefined
      throw error
    }
  }

  function forget(key: string): void {
    days.delete(key)
    ready.delete(key)
  }

  function enqueue(acts: readonly Act[]): Promise<Outcome> {
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
      const batch = jobs.splice(0, MOST_JOBS)
      await commit(batch, MOST_CLASHES).catch((error: unknown) => batch.forEach(job => job.reject(error)))
      // Let requests that arrived meanwhile be parsed, so that the next batch is whole.
      await nextLoop()
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
      await nextLoop()
    }
  }

  async function commit(batch: readonly Job[], triesLeft: number): Promise<void> {
    const working = new Map<Live, Working>()
    const answers: (() => void)[] = []
    for (const job of batch) {
      try {
        const outcome = performAll(job.acts, working, now())
        answers.push(() => job.resolve(outcome))
      } catch (error) {
        answers.push(() => job.reject(error))
      }
    }
    const changed = [...working].filter(([live, work]) => work.day !== live.day)
    try {
      if (changed.length > 0) await journal.append(changed.map(([, work]) => work.rows.entry()))
    } catch (error) {
      const read = await readOn(changed.map(([live]) => live))
      if (read && error instanceof JournalClash && triesLeft > 0) return commit(batch, triesLeft - 1)
      if (!(error instanceof JournalClash)) failed(error)
      // One of them is at fault, or the disk: each is tried alone, so that nobody fails for what another asked.
      if (read && batch.length > 1) for (const job of batch) await commit([job], MOST_CLASHES)
      else for (const job of batch) job.reject(new AppError('UNAVAILABLE'))
      return
    }
    for (const [live, work] of changed) {
      const { events } = work.rows.entry()
      settle(live, work, events)
      tell(live, events)
    }
    for (const answer of answers) answer()
  }

  /** Reads and tells what is really on disk after a write of unknown outcome; days that cannot be read are forgotten. */
  async function readOn(lives: readonly Live[]): Promise<boolean> {
    try {
      for (const live of lives) {
        const events = await journal.read(live.office, live.date, live.day.seq)
        absorb(live, events)
        if (events.length > 0) tell(live, events)
      }
      return true
    } catch {
      for (const live of lives) forget(`${live.office}/${live.date}`)
      return false
    }
  }

  /** What is on disk has happened, whatever becomes of those who hear of it. */
  function tell({ office, date, day }: Live, events: readonly DayEvent[]): void {
    for (const listener of listeners)
      try {
        listener(office, date, events, day)
      } catch (error) {
        failed(error)
      }
  }

  const answered: QueueDays['answered'] = async (office, date, commandId) =>
    (await current(office, date)).seen.get(commandId)

  const dateOf: QueueDays['dateOf'] = async (office, commandId) => {
    const today = calendar.today(office)
    const before = addDays(today, -1)
    return (await answered(office, before, commandId)) ? before : today
  }

  return {
    ...turn,
    execute: (office, command, date) =>
      turn.acting(office, async () =>
        enqueue([{ live: await current(office, date ?? (await dateOf(office, command.id))), command }]),
      ),
    together: (office, acts) =>
      turn.acting(office, async () => {
        const lives = await Promise.all(acts.map(a => current(office, a.date)))
        return enqueue(acts.map(({ command }, i) => ({ live: lives[i]!, command })))
      }),
    dateOf,
    answered,
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
      // Also those that somebody opens just now, by the office as it was.
      await Promise.allSettled([...days].filter(([key]) => key.startsWith(`${office}/`)).map(([, opening]) => opening))
      const anew = [...ready.values()].filter(l => l.office === office && !isOver(l)).map(plan)
      // All of them, whatever becomes of one: each is tried again when it is next asked for.
      const done = await Promise.allSettled(anew)
      for (const one of done) if (one.status === 'rejected') throw one.reason
      const events = done.flatMap(one => (one.status === 'fulfilled' ? one.value.events : []))
      return events.filter(e => e.type === 'ticketCancelled').length
    },
    onPublished: listener => void listeners.push(listener),
  }
}

/** The next turn of the event loop. */
function nextLoop(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
