import { foundIn } from '../../../shared/kit/found-in.ts'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { TicketView } from '../../../shared/contracts/schemas.ts'
import { scopedDay } from '../../../shared/contracts/scoped/scoped-views.ts'
import { projectDay } from '../../../shared/contracts/views.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { pick } from '../../../shared/kit/pick.ts'
import { MINUTE, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { keptCase } from '../../../shared/office/papers.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { CommandHead, Request } from '../../../shared/queue/command.ts'
import {
  currentAt,
  ticketAt,
  ticketsOf,
  type Actor,
  type Because,
  type Counter,
  type Ticket,
} from '../../../shared/queue/day.ts'
import { ownCounter } from '../../../shared/queue/guards.ts'
import type { SettleEnd } from '../../../shared/queue/leaving.ts'
import { visitAhead } from '../../../shared/ticket/visits/visit-ahead.ts'
import type { Database } from '../../store/open/database.ts'
import { invitation, lastInvitation } from '../../store/surveys.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { ticketById } from '../../store/tickets.ts'
import type { EstimateBook } from './estimates.ts'
import type { Offices } from '../office/offices.ts'
import type { Notes } from './notes.ts'
import { askedAs, type Outcome } from './outcomes.ts'
import { askedEvent, wishedOf, type AskedEvent } from './wished.ts'
import type { QueueDays } from './queue-days.ts'
import { createPastMidnight } from './past-midnight.ts'
import { randomId, type Signer } from '../identity/secrets.ts'
import type { TicketLinks } from '../identity/ticket-links.ts'
import { surveyState } from '../survey/surveys.ts'

/** So long after a visit the counter's tablet asks about it. */
const TABLET_MS = 2 * MINUTE

/** The queue as routes use it: commands in, views out. */
export interface Queue {
  take(
    office: string,
    head: CommandHead,
    wish: AskedEvent & {
      readonly serviceId: string
      readonly priority?: boolean | undefined
      readonly case?: string | undefined
    },
  ): Promise<Reply<'POST /api/offices/:office/tickets'>>
  command(office: string, head: CommandHead, request: Request): Promise<Outcome>
  /** Calls a parked or skipped ticket back to a counter. */
  resume(office: string, head: CommandHead, counterId: string, ticketId: string): Promise<Outcome>
  /** Says how a visit of today or of the day before ended, in the place of its officer. */
  settle(office: string, head: CommandHead, ticketId: string, end: SettleEnd): Promise<Outcome>
  /** Closes today or the day before, once its doors are shut. */
  settleDay(office: string, head: CommandHead, date: LocalDate): Promise<Outcome>
  unfinished(office: string, officerId: string): Promise<Reply<'GET /api/offices/:office/unfinished'>>
  /** The `no` of a ticket that an act names, on the day of that act; throws `TICKET_UNKNOWN`, or `TICKET_STATE` for one of another day. */
  noOf(office: string, head: Pick<CommandHead, 'id'>, ticketId: string): Promise<number>
  /** Keeps a note for what a command does; gives its id. */
  note(office: string, commandId: string, text: string): Promise<string>
  /** The note that came with the ticket at an officer's own counter. */
  noteAt(
    office: string,
    counterId: string,
    by: Actor,
  ): Promise<Reply<'GET /api/offices/:office/counters/:counter/note'>>
  board(office: string): Promise<Reply<'GET /api/offices/:office/board'>>
  /** The day as staff see it; somebody of one agency sees of the others what the hall sees. */
  desk(office: string, scope: Scope): Promise<Reply<'GET /api/offices/:office/day'>>
  surveyPath(ticketId: string): string
  lastSurvey(office: string, counterId: string): Promise<Reply<'GET /api/offices/:office/counters/:counter/survey'>>
}

export function createQueue(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  estimates: EstimateBook
  notes: Notes
  tickets: TicketLinks
  surveys: Signer
  now: () => Instant
}): Queue {
  const { db, offices, days, estimates, notes, now } = deps
  const surveyPath = (ticketId: string) => `/s/${deps.surveys.sign(ticketId)}`

  const pastMidnight = createPastMidnight(deps)

  async function placeOf(office: string, ticketId: string) {
    const found = await ticketById(db, ticketId)
    if (!found || found.office !== office) throw new AppError('TICKET_UNKNOWN')
    return found
  }

  const noOf: Queue['noOf'] = async (office, { id }, ticketId) => {
    const found = await placeOf(office, ticketId)
    if (found.date !== (await days.dateOf(office, id))) throw new AppError('TICKET_STATE', { state: 'over' })
    return found.no
  }

  /** Whoever has answered for a visit to this counter came to it, also where its end was undone. */
  async function mayBeMissed(office: string, { id }: CommandHead, ticket: Ticket | undefined): Promise<void> {
    const invited = ticket?.id === undefined ? undefined : await invitation(db, ticket.id)
    if (!ticket || invited?.counterId !== ticket.counterId || !(invited?.rated || invited?.answered)) return
    // Asked again it is answered as before, whoever stands there by now.
    if (await days.answered(office, await days.dateOf(office, id), id)) return
    throw new AppError('TICKET_RATED', { number: ticket.number })
  }

  /** The same act with what the visit it ends a step of may be promised of its next line. */
  async function promising(office: string, request: Request): Promise<Request> {
    if (request.verb !== 'finish' && request.verb !== 'callNext') return request
    const day = await days.today(office)
    const ticket = currentAt(day, request.counterId)
    const promised = ticket?.later ? estimates.onward(day, ticket.no) : undefined
    return promised ? { ...request, promised } : request
  }

  return {
    noOf,
    surveyPath,
    async command(office, head, request) {
      if (request.verb === 'skip')
        await mayBeMissed(office, head, currentAt(await days.today(office), request.counterId))
      return pastMidnight.execute(office, head, await promising(office, request))
    },
    resume: (office, head, counterId, ticketId) => pastMidnight.resume(office, head, counterId, ticketId, placeOf),
    settleDay: (office, head, date) => pastMidnight.settleDay(office, head, date),
    async settle(office, head, ticketId, end) {
      const { date, no } = await placeOf(office, ticketId)
      if (end === 'missed') await mayBeMissed(office, head, ticketAt(await days.day(office, date), no))
      return pastMidnight.settle(office, head, ticketId, end, placeOf)
    },
    async unfinished(office, officerId) {
      const { date, tickets } = await pastMidnight.unfinished(office, officerId)
      return { date, tickets: tickets.map(ticket => deskTicket(ticket)) }
    },

    async take(office, head, { serviceId, priority = false, case: why, ...event }) {
      const range = estimates.of(await days.today(office), priority).services[serviceId] ?? undefined
      const wished = wishedOf(offices.get(office), serviceId, event, offices.today(office))
      const wish = { verb: 'takeTicket', serviceId, priority, ticketId: randomId() } as const
      const asked = askedAs(head, { ...wish, ...askedEvent(event), ...(why === undefined ? {} : { case: why }) })
      const outcome = await pastMidnight.execute(office, asked, {
        ...wish,
        ...wished,
        ...keptCase(offices.get(office).services.find(s => s.id === serviceId) ?? { cases: [] }, why),
        ...(range ? { promised: range } : {}),
      })
      const ticket = outcome.ticket!
      const token = deps.tickets.sign(ticket.id!, head.by.startsWith('staff:') ? 'desk' : 'own')
      return {
        ticket: deskTicket(ticket),
        token,
        path: `/t/${token}`,
        ahead: ticket.ahead,
        range: ticket.promised ?? null,
        visit: visitAhead(offices.get(office), await days.today(office), ticket),
      }
    },

    note: notes.keep,
    async noteAt(office, counterId, by) {
      const day = await days.today(office)
      ownCounter(day, counterId, by)
      const ticket = currentAt(day, counterId)
      if (!ticket) throw new AppError('NO_CURRENT_TICKET', { counterId })
      const { number, noteId } = ticket
      return { number, note: noteId === undefined ? null : await notes.read(office, noteId) }
    },

    async board(office) {
      const day = await days.today(office)
      return {
        seq: day.seq,
        date: day.date,
        now: now(),
        waiting: Object.fromEntries(day.plan!.services.map(s => [s.id, foundIn(day.waiting, s.id)?.length ?? 0])),
        day: projectDay(day, 'public'),
        estimates: estimates.of(day),
      }
    },

    async desk(office, scope) {
      const day = await days.today(office)
      return {
        now: now(),
        day: scopedDay(day, offices.get(office), scope),
        estimates: estimates.of(day),
        staff: [...(await staffOfOffice(db, office, scope))],
      }
    },

    async lastSurvey(office, counterId) {
      const last = await lastInvitation(db, office, offices.today(office), counterId)
      const day = await days.today(office)
      const counter = foundIn(day.counters, counterId)
      if (!counter && !offices.get(office).counters.some(one => one.id === counterId))
        throw new AppError('COUNTER_UNKNOWN')
      const serving = counter?.current !== undefined && ticketAt(day, counter.current)?.state === 'serving'
      const none = { path: null, number: null, serving }
      if (!last || surveyState(last, now(), offices.get(office)) !== 'open') return none
      // Whoever was served has left by now; whoever comes by must not rate their visit.
      if (now() - last.mintedAt >= TABLET_MS) return none
      // Nor is anybody there to rate where the officer has left, and whoever is called next must not rate the visit before theirs.
      const freed = counter?.state === 'closed' && counter.since === last.mintedAt
      if (counter?.current !== undefined || counter?.leftAt !== undefined || freed) return none
      const ticket = [...ticketsOf(day)].find(t => t.id === last.ticketId)
      // Whose step came after it stood there last, and is asked once the visit is over.
      const isLater = (t: Ticket) => t.been?.some(s => s.counterId === counterId && s.endedAt > last.mintedAt)
      if ([...ticketsOf(day)].some(isLater)) return none
      // Of a visit that ended without a finish nobody stands there.
      if (ticket?.state !== 'done') return none
      return { path: surveyPath(last.ticketId), number: ticket?.number ?? null, serving }
    },
  }
}

/** A ticket as the desk and the kiosk that issued it see it. */
export function deskTicket(ticket: Ticket, because?: Because): TicketView {
  return {
    ...pick(ticket, ['no', 'number', 'serviceId', 'state', 'priority', 'case', 'takenAt', 'due', 'calls']),
    id: ticket.id!,
    ...(ticket.counterId === undefined ? {} : { counterId: ticket.counterId }),
    ...(ticket.calledAt === undefined ? {} : { calledAt: ticket.calledAt }),
    ...(ticket.startedAt === undefined ? {} : { startedAt: ticket.startedAt }),
    ...(because ? { because } : {}),
  }
}

/** The ticket of an outcome with the reason of its call, when it was called. */
export function calledView(outcome: Outcome): TicketView {
  const last = outcome.events.at(-1)
  return deskTicket(outcome.ticket!, last?.type === 'ticketCalled' ? last.because : undefined)
}

export function counterView(counter: Counter) {
  return {
    ...pick(counter, ['id', 'state', 'since']),
    services: [...counter.services],
    ...(counter.officerId === undefined ? {} : { officerId: counter.officerId }),
    ...(counter.until === undefined ? {} : { until: counter.until }),
  }
}
