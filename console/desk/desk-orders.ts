import type { Reply } from '../../shared/contracts/api.ts'
import type { ParkReason, PickReason } from '../../shared/queue/day.ts'
import { deskText } from '../../shared/text/desk.ts'
import { t } from '../../shared/web/lang.ts'
import { ask } from '../parts/ask.ts'
import type { Act } from './desk-acts.ts'

/** The ticket of an answer, with why it was called. */
export type AnsweredTicket = Reply<'POST /api/offices/:office/counters/:counter/call-next'>['ticket']

/** Why a ticket was called, as the answer to the call says it. */
export type KnownBecause = NonNullable<AnsweredTicket['because']>

/** Every request of one counter as an act to be sent; `answered` hears of tickets that were called. */
export function deskOrders(office: string, counter: string, answered: (ticket: AnsweredTicket) => void) {
  const params = { office, counter }
  const at = (words: keyof typeof deskText, name: string, send: Act['send']): Act => ({
    name,
    words: t(deskText[words]),
    send,
  })
  const called = (reply: { ticket: AnsweredTicket }) => answered(reply.ticket)
  return {
    open: () =>
      at('act.open', 'open', key => ask('POST /api/offices/:office/counters/:counter/open', { params, body: {} }, key)),
    close: () =>
      at('act.close', 'close', key => ask('POST /api/offices/:office/counters/:counter/close', { params }, key)),
    callNext: () =>
      at('act.callNext', 'callNext', key =>
        ask('POST /api/offices/:office/counters/:counter/call-next', { params, body: {} }, key).then(called),
      ),
    pick: (no: number, ticketId: string, reason: PickReason) =>
      at('act.pick', `pick:${no}`, key =>
        ask(
          'POST /api/offices/:office/counters/:counter/call-next',
          { params, body: { pick: { ticketId, reason } } },
          key,
        ).then(called),
      ),
    recall: () =>
      at('act.recall', 'recall', key => ask('POST /api/offices/:office/counters/:counter/recall', { params }, key)),
    start: () =>
      at('act.start', 'start', key => ask('POST /api/offices/:office/counters/:counter/start', { params }, key)),
    skip: () => at('act.skip', 'skip', key => ask('POST /api/offices/:office/counters/:counter/skip', { params }, key)),
    finish: () =>
      at('act.end', 'finish', key =>
        ask('POST /api/offices/:office/counters/:counter/finish', { params, body: {} }, key),
      ),
    park: (reason: ParkReason) =>
      at('act.park', 'park', key =>
        ask('POST /api/offices/:office/counters/:counter/park', { params, body: { reason } }, key),
      ),
    wrongHolder: () =>
      at('act.holder', 'holder', key =>
        ask('POST /api/offices/:office/counters/:counter/wrong-holder', { params }, key),
      ),
    transfer: (serviceId: string) =>
      at('act.transfer', 'transfer', key =>
        ask('POST /api/offices/:office/counters/:counter/transfer', { params, body: { serviceId } }, key),
      ),
    takeBreak: (minutes: number) =>
      at('act.break', 'break', key =>
        ask('POST /api/offices/:office/counters/:counter/break', { params, body: { minutes } }, key),
      ),
    resume: (no: number, ticketId: string) =>
      at('act.resume', `resume:${no}`, key =>
        ask('POST /api/offices/:office/counters/:counter/resume', { params, body: { ticketId } }, key).then(called),
      ),
    giveBack: (no: number, ticketId: string) =>
      at('act.return', `return:${no}`, key =>
        ask('POST /api/offices/:office/tickets/:ticket/return', { params: { office, ticket: ticketId } }, key),
      ),
  }
}

export type DeskOrders = ReturnType<typeof deskOrders>
