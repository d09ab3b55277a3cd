import { createSigner, type Signer } from './secrets.ts'

/** How the link of a survey went out: with the ticket, or by message. */
export type SurveyRoad = 'ticket' | 'message'

/** The links of surveys. Both kinds open the same survey; an answer keeps by which of them it came. */
export interface SurveyLinks extends Signer {
  /** The secret part of the link, the ticket's own unless it goes out by message. */
  sign(ticketId: string, road?: SurveyRoad): string
  /** Which kind of link this is; what is not ours is a ticket's. */
  roadOf(token: string): SurveyRoad
}

/** Links of surveys under the office's own key; each kind is signed for its own purpose. */
export function createSurveyLinks(key: Buffer): SurveyLinks {
  const ticket = createSigner(key, 'survey')
  const message = createSigner(key, 'survey by message')
  return {
    sign: (ticketId, road = 'ticket') => (road === 'message' ? message : ticket).sign(ticketId),
    open: token => ticket.open(token) ?? message.open(token),
    roadOf: token => (message.open(token) === undefined ? 'ticket' : 'message'),
  }
}
