import { AppError } from '../../shared/kit/errors.ts'
import { seeded, type Random } from '../../shared/kit/random.ts'
import { atClock, MINUTE, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { currentAt, ticketsOf, type Actor, type QueueDay } from '../../shared/queue/day.ts'
import type { TestApp } from './test-app.ts'

const OFFICE = 'samarinda'
const STEP = MINUTE / 3
const WALK_INS = ['ktp-el', 'ktp-el', 'ktp-el', 'kartu-keluarga', 'legalisir'] as const
const BOOKED = ['ktp-el', 'kartu-keluarga', 'legalisir'] as const
/** Counters with their officers; two of them may fetch what the other put aside. */
const COUNTERS = [
  ['1', 'staff:p1'],
  ['2', 'staff:p2'],
  ['5', 'staff:p5'],
  ['8', 'staff:p8'],
] as const

/** One day as it is played: its clock on the wall, how to ask for something, and until when. */
interface Playing {
  readonly app: TestApp
  readonly random: Random
  /** Gives the day after it, or undefined when it was refused. */
  ask(by: Actor, request: Request): Promise<QueueDay | undefined>
  at(clock: string): Instant
  readonly end: Instant
  /** A service is closed for a while. */
  readonly closing: boolean
}

/**
 * Days of a real program on its clock, the last one until `now`: people who walk in, book, come early, late or never, give
 * numbers back, miss calls and come back; visits that are put aside, fetched by a colleague, sent on; acts that are undone; a
 * service that is closed for a while, and people whom the office did not get to.
 */
export async function playWeek(app: TestApp, dates: readonly LocalDate[], now: Instant): Promise<void> {
  const random = seeded(20260609)
  let ids = 0
  const ask = async (by: Actor, request: Request) => {
    try {
      await app.days.execute(OFFICE, { id: `week-${++ids}`, by, ...request } as Command)
      return await app.days.today(OFFICE)
    } catch (error) {
      if (error instanceof AppError && error.code !== 'INTERNAL') return undefined
      throw error
    }
  }
  for (const [i, date] of dates.entries()) {
    const at = (clock: string) => atClock(date, clock, 'WITA')
    const last = i === dates.length - 1
    app.clock.now = at('07:30')
    await playDay({ app, ask, random, at, end: last ? now : at('15:10'), closing: i === 1 })
    if (last) continue
    app.clock.now = at('23:59') + 6 * MINUTE
    await app.passOn()
    await app.endDays()
  }
  await app.settled()
}

async function playDay({ app, ask, random, at, end, closing }: Playing): Promise<void> {
  const acts: { readonly at: Instant; readonly do: () => Promise<unknown> }[] = []
  const later = (when: Instant, act: () => Promise<unknown>) => void acts.push({ at: when, do: act })
  const minutes = (from: number, to: number) => Math.round((from + (to - from) * random()) * MINUTE)
  let tickets = 0
  const ticketId = () => `${at('00:00')}-${tickets++}`

  // A demo office is open around the clock.
  const all = (await app.days.today(OFFICE)).plan!.slots!.starts
  const starts = all.filter(start => start >= at('08:30') && start < at('14:30'))
  for (let i = 0; i < 36; i++) {
    const start = starts[Math.floor(random() * starts.length)]!
    const id = ticketId()
    const serviceId = BOOKED[i % BOOKED.length]!
    const day = await ask('holder', { verb: 'book', serviceId, start, priority: i % 9 === 0, ticketId: id })
    const no = day && [...ticketsOf(day)].find(t => t.id === id)?.no
    if (no === undefined) continue
    const fate = random()
    if (fate < 0.1) later(start - minutes(30, 60), () => ask('holder', { verb: 'cancel', no }))
    else if (fate < 0.78) later(start + minutes(-20, 9), () => ask('device:kiosk', { verb: 'checkIn', no }))
    else if (fate < 0.84) later(start + minutes(15, 40), () => ask('device:kiosk', { verb: 'checkIn', no }))
  }
  for (let when = at('08:00'); when < at('14:50'); when += minutes(1, when < at('10:30') ? 4 : 7)) {
    const serviceId = WALK_INS[Math.floor(random() * WALK_INS.length)]!
    later(when, async () => {
      const id = ticketId()
      const promised = { from: app.clock.now + 5 * MINUTE, to: app.clock.now + 25 * MINUTE }
      const request = { verb: 'takeTicket', serviceId, priority: random() < 0.1, ticketId: id, promised } as const
      const day = await ask('device:kiosk', request)
      const no = day && [...ticketsOf(day)].find(t => t.id === id)?.no
      if (no !== undefined && random() < 0.05)
        later(app.clock.now + minutes(2, 20), () => ask('holder', { verb: 'cancel', no }))
    })
  }
  if (closing) {
    const closed = { serviceId: 'ktp-el' } as const
    later(at('09:30'), () => ask('staff:meja', { verb: 'closeService', ...closed, reason: 'systemDown' }))
    later(at('10:05'), () => ask('staff:meja', { verb: 'openService', ...closed }))
  }
  for (const [counterId, by] of COUNTERS) later(at('08:00'), () => ask(by, { verb: 'openCounter', counterId }))

  const busy = new Map<string, Instant>()
  const aside: { readonly no: number; readonly back: Instant; readonly among: readonly string[] }[] = []
  const work = async (counterId: string, by: Actor) => {
    if ((busy.get(counterId) ?? 0) > app.clock.now) return
    const here = currentAt(await app.days.today(OFFICE), counterId)
    const now = app.clock.now
    if (random() < 0.06) later(now + STEP, () => ask(by, { verb: 'undo', counterId }))
    if (!here) {
      const i = aside.findIndex(a => a.back <= now && a.among.includes(counterId))
      if (i >= 0) await ask(by, { verb: 'resume', counterId, no: aside.splice(i, 1)[0]!.no })
      else await ask(by, { verb: 'callNext', counterId })
      busy.set(counterId, now + minutes(0.3, 1))
    } else if (here.state === 'called' && here.startedAt === undefined && random() < 0.1) {
      // Nobody is passed over before the call could be heard.
      later(now + MINUTE, () => ask(by, { verb: 'skip', counterId }))
      busy.set(counterId, now + MINUTE)
      if (random() < 0.5) later(now + minutes(2, 11), () => ask('holder', { verb: 'return', no: here.no }))
    } else if (here.state === 'called') {
      await ask(by, { verb: 'start', counterId })
      busy.set(counterId, now + minutes(4, 17))
    } else if (random() < 0.08) {
      await ask(by, { verb: 'park', counterId, reason: 'copy' })
      aside.push({ no: here.no, back: now + minutes(3, 8), among: counterId === '5' ? ['5'] : ['1', '2', '8'] })
    } else if (random() < 0.1 && here.serviceId !== 'legalisir') {
      await ask(by, { verb: 'transfer', counterId, serviceId: 'legalisir' })
    } else await ask(by, { verb: 'finish', counterId })
  }

  for (let now = at('07:40'); now <= end; now += STEP) {
    app.clock.now = now
    for (let i = acts.length - 1; i >= 0; i--) if (acts[i]!.at <= now) await acts.splice(i, 1)[0]!.do()
    if (now >= at('08:00')) for (const [counterId, by] of COUNTERS) await work(counterId, by)
    if ((now - at('07:40')) % MINUTE === 0) await app.passOn()
  }
  const day = await app.days.today(OFFICE)
  // Nobody is left in the middle but on the day that goes on.
  if (end < at('15:00')) return
  for (const [counterId, by] of COUNTERS)
    if (currentAt(day, counterId)?.state === 'serving') await ask(by, { verb: 'finish', counterId })
}
