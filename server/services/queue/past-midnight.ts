import { foundIn } from '../../../shared/kit/found-in.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, atClock, type LocalDate } from '../../../shared/kit/time.ts'
import type { CommandHead, Request } from '../../../shared/queue/command.ts'
import { currentAt, ticketAt, ticketsOf, type Actor, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import { counterOf, staffIdOf } from '../../../shared/queue/guards.ts'
import type { SettleEnd } from '../../../shared/queue/leaving.ts'
import type { Offices } from '../office/offices.ts'
import { randomId } from '../identity/secrets.ts'
import type { Outcome } from './outcomes.ts'
import type { QueueDays } from './queue-days.ts'

/** Acts of the desk, each on the day to which it belongs: a visit that midnight overtook is of the day on which it was called. */
export interface PastMidnight {
  execute(office: string, head: CommandHead, request: Request): Promise<Outcome>
  /** Calls a parked or skipped ticket back, also one of the day before. */
  resume(office: string, head: CommandHead, counterId: string, ticketId: string, no: PlaceOf): Promise<Outcome>
  /** Says how a visit of today or of the day before ended, in the place of its officer. */
  settle(office: string, head: CommandHead, ticketId: string, end: SettleEnd, no: PlaceOf): Promise<Outcome>
  /** Closes today or the day before, once its doors are shut; throws `NOT_FOUND` for another day. */
  settleDay(office: string, head: CommandHead, date: LocalDate): Promise<Outcome>
  /** Visits of the day before that an officer has not finished: those at the own counter, and those put aside there. */
  unfinished(
    office: string,
    officerId: string,
  ): Promise<{ readonly date: LocalDate; readonly tickets: readonly Ticket[] }>
}

/** Where a ticket stands; throws `TICKET_UNKNOWN`. */
type PlaceOf = (office: string, ticketId: string) => Promise<{ readonly date: LocalDate; readonly no: number }>

/** Acts that begin something at a counter; what is left of the day before has no line any more. */
const BEGINS: readonly Request['verb'][] = ['callNext', 'transfer', 'takeBreak', 'takeOver']

export function createPastMidnight({ offices, days }: { offices: Offices; days: QueueDays }): PastMidnight {
  const dayBefore = (office: string) => addDays(offices.today(office), -1)

  /** The visit of the day before that still stands at this officer's counter. */
  async function leftAt(office: string, { by }: CommandHead, request: Request): Promise<Ticket | undefined> {
    const counterId = await seatOf(office, by, request)
    if (counterId === undefined) return undefined
    const day = await days.day(office, dayBefore(office))
    const officerId = foundIn(day.counters, counterId)?.officerId
    return officerId !== undefined && officerId === staffIdOf(by) ? currentAt(day, counterId) : undefined
  }

  /** The counter at which an act leaves its officer; none for what calls nobody to it. */
  async function seatOf(office: string, by: Actor, request: Request): Promise<string | undefined> {
    if (!('counterId' in request) || request.verb === 'openCounter') return undefined
    if (request.verb !== 'takeOver') return request.counterId
    if (request.end !== 'continue') return undefined
    // Whoever takes over goes on at the own counter, where there is one.
    return counterOf(await days.today(office), staffIdOf(by) ?? '')?.id ?? request.counterId
  }

  /** The day before, if it knows this command: asked again after midnight it is the same act. */
  async function known(office: string, { id }: CommandHead): Promise<boolean> {
    return (await days.dateOf(office, id)) < offices.today(office)
  }

  /** Whether the last act of this officer at a counter was one of the day before: it is taken back on that day. */
  async function isOfBefore(office: string, { by }: CommandHead, counterId: string): Promise<boolean> {
    const [today, before] = [await days.today(office), await days.day(office, dayBefore(office))]
    const act = foundIn(before.lastActs, counterId)
    const { state, officerId } = foundIn(before.counters, counterId) ?? {}
    if (!act || state !== 'open' || officerId !== staffIdOf(by)) return false
    if ((foundIn(today.lastActs, counterId)?.at ?? -Infinity) >= act.at) return false
    const current = currentAt(today, counterId)
    if (current) throw new AppError('COUNTER_BUSY', { number: current.number, state: current.state })
    return true
  }

  return {
    async execute(office, head, request) {
      if (
        request.verb === 'undo' &&
        !(await known(office, head)) &&
        (await isOfBefore(office, head, request.counterId))
      )
        return days.execute(office, { ...head, ...request }, dayBefore(office))
      const left = (await known(office, head)) ? undefined : await leftAt(office, head, request)
      if (!left) return days.execute(office, { ...head, ...request })
      if (BEGINS.includes(request.verb)) throw new AppError('COUNTER_BUSY', { number: left.number, state: left.state })
      const dayEnded = atClock(offices.today(office), '00:00', offices.get(office).zone)
      const act = request.verb === 'finish' ? { ...request, dayEnded } : request
      return days.execute(office, { ...head, ...act }, dayBefore(office))
    },

    async resume(office, head, counterId, ticketId, placeOf) {
      const { date, no } = await placeOf(office, ticketId)
      const request = { verb: 'resume', counterId, no } as const
      if (date === offices.today(office)) return this.execute(office, head, request)
      if (date !== dayBefore(office)) throw new AppError('TICKET_STATE', { state: 'over' })
      if (!(await known(office, head))) await sitDownAgain(office, head, counterId, date)
      return days.execute(office, { ...head, ...request }, date)
    },

    async settle(office, head, ticketId, end, placeOf) {
      const { date, no } = await placeOf(office, ticketId)
      if (date > offices.today(office) || date < dayBefore(office))
        throw new AppError('TICKET_STATE', { state: 'over' })
      const dayEnded = atClock(addDays(date, 1), '00:00', offices.get(office).zone)
      return days.execute(office, { ...head, verb: 'settle', no, end, dayEnded }, date)
    },

    async settleDay(office, head, date) {
      if (date > offices.today(office) || date < dayBefore(office)) throw new AppError('NOT_FOUND')
      const { plan } = await days.day(office, date)
      const shutAt = plan?.doors?.to ?? atClock(date, '00:00', offices.get(office).zone)
      return days.execute(office, { ...head, verb: 'settleDay', shutAt }, date)
    },

    async unfinished(office, officerId) {
      const date = dayBefore(office)
      const day = await days.day(office, date)
      const own = (t: Ticket) => t.officerId === officerId && (t.state === 'parked' || standsAt(day, t))
      return { date, tickets: [...ticketsOf(day)].filter(own) }
    },
  }

  /** The counter of the day before is closed by then; for a visit put aside it opens once more. */
  async function sitDownAgain(office: string, { by }: CommandHead, counterId: string, date: LocalDate): Promise<void> {
    const officerId = staffIdOf(by)
    const [today, before] = [await days.today(office), await days.day(office, date)]
    const now = officerId === undefined ? undefined : counterOf(today, officerId)
    const current = now?.current === undefined ? undefined : ticketAt(today, now.current)
    if (current) throw new AppError('COUNTER_BUSY', { number: current.number, state: current.state })
    const { state, officerId: sits } = foundIn(before.counters, counterId) ?? {}
    if (state === 'open' && sits === officerId) return
    await days.execute(office, { id: randomId(), by, verb: 'openCounter', counterId }, date)
  }
}

function standsAt(day: QueueDay, { no, counterId }: Ticket): boolean {
  return counterId !== undefined && foundIn(day.counters, counterId)?.current === no
}
