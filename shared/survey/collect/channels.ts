/**
 * By which road an answer of the official survey came: on somebody's own phone from the code of the ticket, on the tablet of a counter, on
 * a phone by the link that a message brought, at the kiosk after the service, on a form of paper that staff typed in, or in a file of
 * answers. Answers from before this was kept have none.
 */
export const ANSWER_CHANNELS = ['phone', 'tablet', 'link', 'kiosk', 'paper', 'import'] as const
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number]

/** Whether somebody of the office brought such answers in, and so knows what each of them says. */
export function isBrought(channel: string | null | undefined): boolean {
  return channel === 'paper' || channel === 'import'
}

/** Answers of which nobody knows the road. */
export const UNKNOWN_CHANNEL = 'unknown'
export type ToldChannel = AnswerChannel | typeof UNKNOWN_CHANNEL

/**
 * The road of an answer that somebody gave themselves, by the device that sent it, else by the link that opened it.
 * @example channelOf({ device: undefined, byMessage: true }) // 'link'
 */
export function channelOf(of: {
  readonly device: 'tablet' | 'kiosk' | undefined
  readonly byMessage: boolean
}): AnswerChannel {
  return of.device ?? (of.byMessage ? 'link' : 'phone')
}
