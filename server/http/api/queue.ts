import type { SaidResult } from '../../../shared/contracts/schemas.ts'
import type { Finishing, Meaning, Request } from '../../../shared/queue/command.ts'
import type { AccountTurn } from '../../services/identity/account-turn.ts'
import { mustAnswerHere, require } from '../../services/identity/access.ts'
import type { OwnTickets } from '../../services/booking/own-tickets.ts'
import type { Outcome } from '../../services/queue/outcomes.ts'
import type { VisitResults } from '../../services/queue/results.ts'
import { calledView, counterView, deskTicket, type Queue } from '../../services/queue/queue.ts'
import { forAsker } from '../for-asker.ts'
import { mount, type Asked, type Door, type Handler } from '../mount.ts'
import type { RouteKey } from '../../../shared/contracts/api.ts'

type AtCounter = Extract<RouteKey, `POST /api/offices/:office/counters/:counter/${string}`>
type Plain = Extract<AtCounter, `${string}/${'recall' | 'skip' | 'start' | 'wrong-holder'}`>
type Finish = Extract<AtCounter, `${string}/${'finish' | 'call-next'}`>
type AtTicket = Extract<RouteKey, `POST /api/offices/:office/tickets/:ticket/${string}`>

/** The routes of the queue: taking a number, the desk, the board, the holder's ticket. */
export function mountQueue(
  door: Door,
  queue: Queue,
  own: OwnTickets,
  results: VisitResults,
  taking: AccountTurn['taking'],
): void {
  mount(door, 'POST /api/offices/:office/tickets', a => queue.take(a.params.office, { id: a.key, by: a.by }, a.body))
  mount(door, 'GET /api/offices/:office/board', a => queue.board(a.params.office))
  mount(door, 'GET /api/offices/:office/day', a => queue.desk(a.params.office, a.scope))
  mount(door, 'GET /api/tickets/:token', async a => forAsker(await own.byToken(a.params.token), a.caller))
  mount(door, 'POST /api/tickets/:token/cancel', a => own.cancel(a.params.token, a.key))
  mount(door, 'GET /api/offices/:office/counters/:counter/survey', a => {
    mustAnswerHere(a.caller)
    return queue.lastSurvey(a.params.office, a.params.counter)
  })

  /** Gives the command and shows the ticket as it stood right after. */
  const called = async (outcome: Promise<Outcome>) => ({ ticket: calledView(await outcome) })
  const ticketAct = (a: Asked<AtCounter> | Asked<AtTicket>, request: Request) =>
    called(queue.command(a.params.office, { id: a.key, by: a.by }, request))
  const counterAct = async (a: Asked<AtCounter>, request: Request) => ({
    counter: counterView((await queue.command(a.params.office, { id: a.key, by: a.by }, request)).counter!),
  })
  const ofTicket =
    (verb: 'return' | 'cancel'): Handler<AtTicket> =>
    async a =>
      ticketAct(a, { verb, no: await queue.noOf(a.params.office, { id: a.key }, a.params.ticket) })
  const plain = (verb: 'recall' | 'skip' | 'start' | 'wrongHolder') => async (a: Asked<Plain>) =>
    ticketAct(a, { verb, counterId: a.params.counter, ...meaning(a.body) })

  /** How the finished visit ends; a document is what is not declined. */
  const finishing = async (a: Asked<Finish>): Promise<Finishing> => {
    const { document, result, parts, rest } = a.body as Omit<Finishing, 'document' | 'result'> & {
      document?: boolean
      result?: SaidResult
    }
    return {
      ...(document === false ? { document } : {}),
      ...(result === undefined ? {} : { result: await results.of(a.params.office, a.key, result) }),
      ...(parts === undefined ? {} : { parts }),
      ...(rest === undefined ? {} : { rest }),
    }
  }

  mount(door, 'POST /api/offices/:office/tickets/:ticket/return', ofTicket('return'))
  mount(door, 'POST /api/offices/:office/tickets/:ticket/cancel', ofTicket('cancel'))
  mount(door, 'POST /api/offices/:office/counters/:counter/open', a =>
    // The right asks for a member of staff, so there is one.
    taking(a.caller.staff!, async () => {
      // The counter may have gone to another agency since the door.
      if (a.scope !== null) await door.walls.named(a.scope, a.params.office, 'counter', a.params)
      return counterAct(a, {
        verb: 'openCounter',
        counterId: a.params.counter,
        ...(a.body.services ? { services: a.body.services } : {}),
      })
    }),
  )
  mount(door, 'POST /api/offices/:office/counters/:counter/close', a =>
    counterAct(a, { verb: 'closeCounter', counterId: a.params.counter }),
  )
  mount(door, 'POST /api/offices/:office/counters/:counter/break', a =>
    counterAct(a, { verb: 'takeBreak', counterId: a.params.counter, minutes: a.body.minutes }),
  )
  mount(door, 'POST /api/offices/:office/counters/:counter/call-next', async a => {
    const { pick } = a.body
    if (pick) require(a.caller, 'queue.pick')
    const picked = pick
      ? { pick: { no: await queue.noOf(a.params.office, { id: a.key }, pick.ticketId), reason: pick.reason } }
      : {}
    return ticketAct(a, {
      verb: 'callNext',
      counterId: a.params.counter,
      ...picked,
      ...(await finishing(a)),
      ...meaning(a.body),
    })
  })
  mount(door, 'POST /api/offices/:office/counters/:counter/recall', plain('recall'))
  mount(door, 'POST /api/offices/:office/counters/:counter/skip', plain('skip'))
  mount(door, 'POST /api/offices/:office/counters/:counter/start', plain('start'))
  mount(door, 'POST /api/offices/:office/counters/:counter/finish', async a =>
    ticketAct(a, { verb: 'finish', counterId: a.params.counter, ...(await finishing(a)), ...meaning(a.body) }),
  )
  mount(door, 'POST /api/offices/:office/counters/:counter/transfer', async a => {
    const { serviceId, sentTo, note } = a.body
    return ticketAct(a, {
      ...{ verb: 'transfer', counterId: a.params.counter, serviceId },
      ...(sentTo === undefined ? {} : { sentTo }),
      ...(note === undefined ? {} : { noteId: await queue.note(a.params.office, a.key, note) }),
      ...meaning(a.body),
    })
  })
  mount(door, 'POST /api/offices/:office/counters/:counter/steps', a =>
    ticketAct(a, {
      ...{ verb: 'planSteps', counterId: a.params.counter },
      later: a.body.later,
      ...meaning(a.body),
    }),
  )
  mount(door, 'POST /api/offices/:office/counters/:counter/park', a =>
    ticketAct(a, { verb: 'park', counterId: a.params.counter, reason: a.body.reason, ...meaning(a.body) }),
  )
  mount(door, 'POST /api/offices/:office/counters/:counter/wrong-holder', plain('wrongHolder'))
  mount(door, 'POST /api/offices/:office/counters/:counter/undo', async a => {
    const { act } = a.body
    const request = { verb: 'undo', counterId: a.params.counter, ...(act === undefined ? {} : { act }) } as const
    const outcome = await queue.command(a.params.office, { id: a.key, by: a.by }, request)
    return { ticket: outcome.ticket ? deskTicket(outcome.ticket) : null }
  })
  mount(door, 'POST /api/offices/:office/counters/:counter/resume', a =>
    called(queue.resume(a.params.office, { id: a.key, by: a.by }, a.params.counter, a.body.ticketId)),
  )
  mount(door, 'GET /api/offices/:office/counters/:counter/note', a =>
    queue.noteAt(a.params.office, a.params.counter, a.by),
  )
  mount(door, 'GET /api/offices/:office/unfinished', a => queue.unfinished(a.params.office, a.caller.staff!.id))
}

/** Whom the officer means. */
function meaning({ ticketId }: { readonly ticketId?: string | null | undefined }): Meaning {
  return ticketId === undefined ? {} : { meant: ticketId }
}
