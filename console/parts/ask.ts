import type { Reply, RouteKey } from '../../shared/contracts/api.ts'
import { call, codeOf } from '../../shared/web/client.ts'

/** Raised on `window` when the session has ended, with why where it is known; the console then asks for the password and
 *  keeps the page. */
export const SIGNED_OUT = 'tanggap-signed-out'

/** Raised on `window` by whatever page has read or written something, so that the bar counts anew. */
export const NEWS_CHANGED = 'tanggap-news-changed'

/** Raised on `window` once the server answers again, so that what could not be read is read. */
export const REACHED_AGAIN = 'tanggap-reached-again'

/** `call` for pages behind the sign-in: an ended session is also told to the shell. */
export async function ask<K extends RouteKey>(...request: Parameters<typeof call<K>>): Promise<Reply<K>> {
  try {
    return await call(...request)
  } catch (error) {
    if (codeOf(error) === 'NOT_SIGNED_IN') window.dispatchEvent(new Event(SIGNED_OUT))
    throw error
  }
}
