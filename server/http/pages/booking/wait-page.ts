import { html } from '../../../../shared/ticket/markup.ts'
import type { Instant } from '../../../../shared/kit/time.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { PageAssets } from '../frame.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import type { Wait } from './desk.ts'
import { bookingPage, dock } from './parts.ts'
import { hiddenOf, servicePath, type Fields, type Way } from './way.ts'

/**
 * Patience in place of work: the same form once more, to be sent when the while is over. It stands in the answer alone, so
 * nothing about the person is in an address or waits on the server, and looking at it books nothing.
 */
export function waitPage(
  front: Front,
  service: ServiceInfo,
  way: Way,
  ask: { readonly fields: Fields; readonly wait: Wait['wait']; readonly now: Instant; readonly early: boolean },
  assets: PageAssets,
): string {
  const { lang } = way
  const path = servicePath(front.office.id, service.id)
  const { token, from } = ask.wait
  const n = Math.max(1, Math.ceil((from - ask.now) / 1000) + 1)
  const { lang: _, ...fields } = ask.fields
  const kept = { ...fields, patience: token, from: `${from}` }
  return bookingPage({
    front,
    way,
    assets,
    name: 'wait',
    title: say(words['wait.title'], lang),
    path,
    main: html`<div class="note go" role="status">
        <h1 class="lead">${say(words['wait.title'], lang)}</h1>
        <p>${say(words[ask.early ? 'wait.early' : 'wait.what'], lang, { n })}</p>
        <p>${say(words['wait.why'], lang)}</p>
      </div>
      <form id="book" method="post" action="${path}/data">${hiddenOf(way, kept)}</form>`,
    dock: dock(lang, html`<button class="button primary" form="book">${say(words['wait.go'], lang)}</button>`),
  })
}
