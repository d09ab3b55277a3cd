import type { Reply } from '../../shared/contracts/api.ts'
import type { HolderApplication } from '../../shared/contracts/application-routes.ts'
import type { TicketView } from '../../shared/contracts/schemas.ts'
import { projectDay } from '../../shared/contracts/views.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { CommandHead, Request } from '../../shared/queue/command.ts'
import { ticketAt, ticketsOf, type Because, type Counter, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { aheadOf } from '../../shared/queue/policy.ts'
import type { Database } from '../store/database.ts'
import { invitation, lastInvitation } from '../store/surveys.ts'
import { staffOf } from '../store/staff.ts'
import { ticketById } from '../store/tickets.ts'
import type { EstimateBook } from './estimates.ts'
import type { Offices } from './offices.ts'
import type { Outcome } from './outcomes.ts'
import type { QueueDays } from './queue-days.ts'
import { randomId, type Signer } from './secrets.ts'
import { surveyState } from './surveys.ts'

/** The queue as routes use it: commands in, views out. */
export interface Queue {
  take(
    office: string,
    head: CommandHead,
    serviceId: string,
    priority: boolean,
  ): Promise<Reply<'POST /api/offices/:office/tickets'>>
  command(office: string, head: CommandHead, request: Request): Promise<Outcome>
  /** Today's `no` of a ticket id; throws `TICKET_UNKNOWN` when it is not one of today's. */
  noOf(office: string, ticketId: string): Promise<number>
  board(office: string): Promise<Reply<'GET /api/offices/:office/board'>>
  desk(office: string): Promise<Reply<'GET /api/offices/:office/day'>>
  byToken(token: string): Promise<Reply<'GET /api/tickets/:token'>>
  cancelByToken(token: string, key: string): Promise<Reply<'POST /api/tickets/:token/cancel'>>
  surveyPath(ticketId: string): string
  lastSurvey(office: string, counterId: string): Promise<{ path: string | null; number: string | null }>
}

export function createQueue(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  estimates: EstimateBook
  tickets: Signer
  surveys: Signer
  applicationOf: (ticketId: string) => Promise<HolderApplication | null>
  now: () => Instant
  demo: boolean
}): Queue {
  const { db, offices, days, estimates, now } = deps
  const surveyPath = (ticketId: string) => `/s/${deps.surveys.sign(ticketId)}`

  async function noOf(office: string, ticketId: string): Promise<number> {
    const found = await ticketById(db, ticketId)
    if (!found || found.office !== office) throw new AppError('TICKET_UNKNOWN')
    if (found.date !== offices.today(office)) throw new AppError('TICKET_STATE', { state: 'over' })
    return found.no
  }

  async function opened(token: string) {
    const id = deps.tickets.open(token)
    const found = id === undefined ? undefined : await ticketById(db, id)
    if (!id || !found) throw new AppError('TICKET_UNKNOWN')
    return { id, ...found }
  }

  return {
    noOf,
    surveyPath,
    command: (office, head, request) => days.execute(office, { ...head, ...request }),

    async take(office, head, serviceId, priority) {
      const range = estimates.of(await days.today(office), priority).services[serviceId] ?? undefined
      const outcome = await days.execute(office, {
        ...head,
        verb: 'takeTicket',
        serviceId,
        priority,
        ticketId: randomId(),
        ...(range ? { promised: range } : {}),
      })
      const ticket = outcome.ticket!
      const token = deps.tickets.sign(ticket.id!)
      return {
        ticket: ticketView(ticket),
        token,
        path: `/t/${token}`,
        ahead: ticket.ahead,
        range: ticket.promised ?? null,
      }
    },

    async board(office) {
      const day = await days.today(office)
      return {
        seq: day.seq,
        date: day.date,
        now: now(),
        waiting: Object.fromEntries(day.plan!.services.map(s => [s.id, day.waiting[s.id]?.length ?? 0])),
        day: projectDay(day, 'public'),
        estimates: estimates.of(day),
      }
    },

    async desk(office) {
      const day = await days.today(office)
      return {
        now: now(),
        day: projectDay(day, 'staff'),
        estimates: estimates.of(day),
        staff: [...(await staffOf(db, office))],
      }
    },

    async byToken(token) {
      const { id, office: officeId, date, no } = await opened(token)
      const office = offices.get(officeId)
      const day = await days.read(officeId, date)
      const ticket = ticketAt(day, no)
      if (!ticket) throw new AppError('TICKET_UNKNOWN')
      const over = date !== offices.today(officeId)
      const waits = ticket.state === 'waiting' && !over
      const invited = ticket.state === 'done' ? await invitation(db, id) : undefined
      const service = office.services.find(s => s.id === ticket.serviceId)!
      return {
        ticket: holderView(ticket),
        office: pick(office, ['id', 'name', 'city', 'zone', 'rules']),
        service: pick(service, [
          'id',
          'letter',
          'name',
          'requirements',
          'standardMinutes',
          'waitPromiseMinutes',
        ]) as never,
        counters: office.counters
          .filter(c => servesNow(day, c.id, ticket.serviceId))
          .map(({ id, name }) => ({ id, name })),
        date,
        now: now(),
        over,
        ahead: waits ? aheadOf(day, ticket.serviceId, ticket) : 0,
        range: waits ? (estimates.of(day).tickets[no] ?? ticket.promised ?? null) : null,
        returnUntil:
          ticket.state === 'missed' && !over ? ticket.since + office.rules.returnGraceMinutes * MINUTE : null,
        survey: invited ? { path: surveyPath(id), state: surveyState(invited, now()) } : null,
        application: ticket.state === 'done' ? await deps.applicationOf(id) : null,
        demo: deps.demo,
      }
    },

    async cancelByToken(token, key) {
      const { id, office } = await opened(token)
      const outcome = await days.execute(office, { id: key, by: 'holder', verb: 'cancel', no: await noOf(office, id) })
      return { state: outcome.ticket!.state }
    },

    async lastSurvey(office, counterId) {
      const last = await lastInvitation(db, office, offices.today(office), counterId)
      if (!last || surveyState(last, now()) !== 'open') return { path: null, number: null }
      const day = await days.today(office)
      // Somebody else stands there by now: they must not rate the visit before theirs.
      if (day.counters[counterId]?.current !== undefined) return { path: null, number: null }
      const ticket = [...ticketsOf(day)].find(t => t.id === last.ticketId)
      return { path: surveyPath(last.ticketId), number: ticket?.number ?? null }
    },
  }
}

/** A ticket as the desk and the kiosk that issued it see it. */
export function ticketView(ticket: Ticket, because?: Because): TicketView {
  return {
    ...pick(ticket, ['no', 'number', 'serviceId', 'state', 'priority', 'takenAt', 'due', 'calls']),
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
  return ticketView(outcome.ticket!, last?.type === 'ticketCalled' ? last.because : undefined)
}

export function counterView(counter: Counter) {
  return {
    ...pick(counter, ['id', 'state', 'since']),
    services: [...counter.services],
    ...(counter.officerId === undefined ? {} : { officerId: counter.officerId }),
    ...(counter.until === undefined ? {} : { until: counter.until }),
  }
}

function holderView(ticket: Ticket): Reply<'GET /api/tickets/:token'>['ticket'] {
  return {
    ...pick(ticket, ['no', 'number', 'serviceId', 'state', 'priority', 'takenAt', 'due', 'since']),
    ...(ticket.counterId === undefined ? {} : { counterId: ticket.counterId }),
    ...(ticket.calledAt === undefined ? {} : { calledAt: ticket.calledAt }),
  }
}

function servesNow(day: QueueDay, counterId: string, serviceId: string): boolean {
  const counter = day.counters[counterId]
  return counter !== undefined && counter.state !== 'closed' && counter.services.includes(serviceId)
}

function pick<T, const K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map(k => [k, value[k]])) as Pick<T, K>
}
