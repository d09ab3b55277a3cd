/**
 * By which road an answer of the official survey came: on somebody's own phone from the code of the ticket, on the tablet of a counter, on
 * the phone of somebody to whom the link was sent, at the kiosk after the service, on a form of paper that staff typed in, or in a file of
 * answers. Answers from before this was kept have none.
 */
export const ANSWER_CHANNELS = ['phone', 'tablet', 'link', 'kiosk', 'paper', 'import'] as const
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number]

/** Answers of which nobody knows the road. */
export const UNKNOWN_CHANNEL = 'unknown'
export type ToldChannel = AnswerChannel | typeof UNKNOWN_CHANNEL

/**
 * The road of an answer that somebody gave themselves, by the device that sent it and by how its visit was invited, where that is known.
 * @example channelOf({ device: undefined, invited: 'link' }) // 'link'
 */
export function channelOf(of: {
  readonly device: 'tablet' | 'kiosk' | undefined
  readonly invited: AnswerChannel | null
}): AnswerChannel {
  return of.device ?? (of.invited === 'link' ? 'link' : 'phone')
}
