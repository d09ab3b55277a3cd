import type { Instant } from '../kit/time.ts'
import type { Command, CommandOf, Verb } from './command.ts'
import { book } from './commands/booking/book.ts'
import { callNext } from './commands/call-next.ts'
import { cancel } from './commands/cancel.ts'
import { checkIn } from './commands/booking/check-in.ts'
import { chooseCase } from './commands/choose-case.ts'
import { closeCounter } from './commands/close-counter.ts'
import { closeService, openService } from './commands/close-service.ts'
import { endDay } from './commands/end-day.ts'
import { finish } from './commands/finish.ts'
import { endHold, holdSlot } from './commands/booking/hold-slot.ts'
import { here } from './commands/here.ts'
import { holdDraw, openDraw } from './commands/booking/draw.ts'
import { joinWaitlist } from './commands/booking/join-waitlist.ts'
import { leaveCounter, mindCounter, nudgeCounter } from './commands/leave-counter.ts'
import { letPass } from './commands/booking/let-pass.ts'
import { openCounter } from './commands/open-counter.ts'
import { park } from './commands/park.ts'
import { passOn } from './commands/booking/pass-on.ts'
import { planSteps } from './commands/plan-steps.ts'
import { planDay } from './commands/plan-day.ts'
import { recall } from './commands/recall.ts'
import { reschedule } from './commands/booking/reschedule.ts'
import { resume } from './commands/resume.ts'
import { returnTicket } from './commands/return.ts'
import { settleDay } from './commands/settle-day.ts'
import { skip } from './commands/skip.ts'
import { start } from './commands/start.ts'
import { takeBreak } from './commands/take-break.ts'
import { settle, takeOver } from './commands/take-over.ts'
import { takeOffer } from './commands/booking/take-offer.ts'
import { takeTicket } from './commands/take-ticket.ts'
import { undo } from './commands/undo.ts'
import { undoCheckIn } from './commands/booking/undo-check-in.ts'
import { transfer } from './commands/transfer.ts'
import { wrongHolder } from './commands/booking/wrong-holder.ts'
import type { QueueDay } from './day.ts'
import type { DayEvent, Happening } from './events.ts'

/** One rule: what a command makes happen now, or an `AppError` when the office's rules say no. */
export type Rule<V extends Verb> = Rules<V>['of']

interface Rules<V extends Verb> {
  // A method, so that the rule found by a command's verb may be given the command.
  of(day: QueueDay, command: CommandOf<V>, now: Instant): readonly Happening[]
}

const RULES: { readonly [V in Verb]: Rule<V> } = {
  planDay,
  planSteps,
  takeTicket,
  callNext,
  recall,
  skip,
  start,
  finish,
  transfer,
  park,
  wrongHolder,
  undo,
  resume,
  return: returnTicket,
  here,
  cancel,
  openCounter,
  closeCounter,
  leaveCounter,
  mindCounter,
  nudgeCounter,
  takeOver,
  settle,
  takeBreak,
  book,
  reschedule,
  checkIn,
  undoCheckIn,
  holdSlot,
  endHold,
  joinWaitlist,
  openDraw,
  holdDraw,
  takeOffer,
  letPass,
  chooseCase,
  passOn,
  closeService,
  openService,
  settleDay,
  endDay,
}

/**
 * The events that a command causes on this day, numbered after its last one. Pure: the same day, command and instant
 * give the same events. Throws `AppError` when the rule says no; an empty list means that it was so already.
 */
export function decide(day: QueueDay, command: Command, now: Instant): readonly DayEvent[] {
  const rule: Rule<Verb> = RULES[command.verb]
  return rule(day, command, now).map((happening, i) => ({
    seq: day.seq + 1 + i,
    at: now,
    by: command.by,
    commandId: command.id,
    verb: command.verb,
    ...(command.asked === undefined ? {} : { asked: command.asked }),
    ...happening,
  }))
}
