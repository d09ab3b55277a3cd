import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { mayAnswer, type Caller } from '../services/identity/access.ts'

/** A ticket as this browser may see it: one of the desk is not shown the way to the survey. */
export function forAsker(own: OwnTicket, caller: Caller): OwnTicket {
  return mayAnswer(caller) ? own : { ...own, survey: null, mayRate: false }
}
