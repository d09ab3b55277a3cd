import { keptText } from '../kept/kept-text.ts'

/** The two forms of the front desk, as their text is kept. */
export const BOOK_FORM = 'front book'
export const GROUP_FORM = 'front group'

/** The form in which something stands that was typed and not sent. */
export function formWithText(): 'book' | 'group' | undefined {
  if (keptText(BOOK_FORM)) return 'book'
  return keptText(GROUP_FORM) ? 'group' : undefined
}
