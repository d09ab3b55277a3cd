import type { PhoneChannel } from '../../shared/messages/message.ts'
import { keptText } from '../kept/kept-text.ts'
import type { FreeSlot } from '../parts/bookings.ts'

/** The two forms of the front desk, as their text is kept. */
export const BOOK_FORM = 'front book'
export const GROUP_FORM = 'front group'

/** The form in which something stands that was typed and not sent. */
export function formWithText(): 'book' | 'group' | undefined {
  if (keptText(BOOK_FORM)) return 'book'
  return keptText(GROUP_FORM) ? 'group' : undefined
}

/** What the form of a booking holds. */
export interface BookState {
  readonly serviceId: string
  readonly case: string
  readonly event: string
  readonly chosen: FreeSlot | undefined
  readonly person: string
  readonly phone: string
  readonly channel: PhoneChannel
  readonly priority: boolean
}
