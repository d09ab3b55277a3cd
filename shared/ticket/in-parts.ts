import { say } from '../text/text.ts'
import type { Lang } from '../kit/words.ts'
import { inText as words } from '../text/in.ts'
import { spokenLabel } from '../voice/spoken.ts'
import { html, type Markup } from './markup.ts'

/** A ticket that this phone knows: its secret link, its number and the office's date. */
export interface OwnLink {
  readonly token: string
  readonly number: string
  readonly date: string
}

/** Whether a number is of a booking's series: letters of a service, then R. No service letter has R in second place. */
export function isBookingNumber(number: string): boolean {
  return /^[A-Z]{1,2}R-\d+$/.test(number)
}

/**
 * One button for each of the phone's own bookings of today; pressing it checks in with the code of the hall screen. Without
 * a code each of its tickets can be opened.
 */
export function ownBookings(links: readonly OwnLink[], code: string, lang: Lang): Markup {
  if (code === '') return ownTickets(links, lang)
  const booked = links.filter(link => isBookingNumber(link.number))
  if (booked.length === 0) return html``
  const forms = booked.map(
    ({ token, number }) =>
      html`<form method="post" action="/t/${encodeURIComponent(token)}/check-in?lang=${lang}">
        <input type="hidden" name="code" value="${code}" /><button
          class="button primary"
          aria-label="${say(words['own.act'], lang, { number: spokenLabel(number, 'digits', lang) })}"
        >
          ${say(words['own.act'], lang, { number })}
        </button>
      </form>`,
  )
  return html`<section class="card" aria-labelledby="own-title">
    <h2 id="own-title">${say(words['own.title'], lang)}</h2>
    ${forms}
  </section>`
}

function ownTickets(links: readonly OwnLink[], lang: Lang): Markup {
  if (links.length === 0) return html``
  const open = links.map(
    ({ token, number }) =>
      html`<a
        class="button primary"
        href="/t/${encodeURIComponent(token)}?lang=${lang}"
        aria-label="${say(words['own.open'], lang, { number: spokenLabel(number, 'digits', lang) })}"
        >${say(words['own.open'], lang, { number })}</a
      >`,
  )
  return html`<section class="card" aria-labelledby="own-title">
    <h2 id="own-title">${say(words['own.all'], lang)}</h2>
    ${open}
  </section>`
}
