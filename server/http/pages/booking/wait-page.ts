import { html } from '../../../../shared/ticket/markup.ts'
import type { Instant } from '../../../../shared/kit/time.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { PageAssets } from '../frame.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { bookingPage, dock } from './parts.ts'
import { hrefOf, servicePath, type Way } from './way.ts'

/** Patience in place of work: the page comes back by itself once the while is over, without any script. */
export function waitPage(
  front: Front,
  service: ServiceInfo,
  way: Way,
  wait: { readonly href: string; readonly from: Instant; readonly now: Instant },
  assets: PageAssets,
): string {
  const { lang } = way
  const seconds = Math.max(1, Math.ceil((wait.from - wait.now) / 1000) + 1)
  return bookingPage({
    front,
    way,
    assets: { styles: assets.styles },
    name: 'wait',
    title: say(words['wait.title'], lang),
    path: servicePath(front.office.id, service.id),
    head: html`<meta http-equiv="refresh" content="${seconds}; url=${wait.href}" />`,
    main: html`<div class="note go" role="status">
      <h1 class="lead">${say(words['wait.title'], lang)}</h1>
      <p>${say(words['wait.what'], lang, { n: seconds })}</p>
      <p>${say(words['wait.why'], lang)}</p>
    </div>`,
    dock: dock(lang, html`<a class="button" href="${wait.href}">${say(words['wait.now'], lang)}</a>`),
  })
}

/** A waiting page that outlived what was typed: nothing was booked, and how to go on. */
export function waitLostPage(front: Front, service: ServiceInfo, way: Way, assets: PageAssets): string {
  const { lang } = way
  return bookingPage({
    front,
    way,
    assets: { styles: assets.styles },
    name: 'wait',
    title: say(words['wait.lost'], lang),
    path: servicePath(front.office.id, service.id),
    main: html`<div class="note call">
      <h1 class="lead">${say(words['wait.lost'], lang)}</h1>
      <p>${say(words['wait.lost.what'], lang)}</p>
    </div>`,
    dock: dock(
      lang,
      html`<a class="button primary" href="${hrefOf(`${servicePath(front.office.id, service.id)}/jadwal`, way)}"
        >${say(words['wait.again'], lang)}</a
      >`,
    ),
  })
}
