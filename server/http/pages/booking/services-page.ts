import { drawnPictogram, drawnSign } from '../../../../shared/ticket/booking-drawings.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { matches } from '../../../../shared/booking/search.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { closedWhy } from '../../../../shared/text/booked.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { dateText, timeText } from '../../../../shared/text/ui.ts'
import type { PageAssets } from '../frame.ts'
import type { BookingDesk } from './desk.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { banner, bookingPage, dock, stepBar } from './parts.ts'
import { hrefOf, servicePath, type Way } from './way.ts'

/** Which office: a page that only installations with several show. */
export function officesPage(
  offices: ReturnType<BookingDesk['offices']>,
  way: Way,
  assets: PageAssets,
  forgotten = false,
): string {
  const { lang } = way
  const rows = offices.map(
    o =>
      html`<a class="service" href="/b/${encodeURIComponent(o.id)}?lang=${lang}"
        ><span><b>${o.name}</b><small>${o.city}</small></span
        >${drawnIcon('chevron')}</a
      >`,
  )
  return bookingPage({
    front: { demo: false, office: { name: 'Tanggap' } },
    way,
    assets: { styles: assets.styles },
    name: 'offices',
    title: say(words['offices.title'], lang),
    main: html`${forgotten && banner(say(words['forgotten'], lang))}
      <h1>${say(words['offices.title'], lang)}</h1>
      <div class="rows">${rows}</div>`,
  })
}

/** What somebody comes for: found by everyday words, with the nearest free time where it is known. */
export function servicesPage(front: Front, way: Way, query: string, assets: PageAssets, forgotten = false): string {
  const { office } = front
  const { lang } = way
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const found = new Set(office.services.filter(s => matches(s, query)))
  const told =
    query === '' ? '' : found.size === 0 ? w('found.none', { q: query }) : w('found', { n: found.size, q: query })
  const path = `/b/${encodeURIComponent(office.id)}`
  const search = html`<form class="search" method="get" action="${path}" role="search">
    <label class="vh" for="q">${w('search')}</label>${drawnSign('search')}<input
      id="q"
      name="q"
      type="search"
      value="${query}"
      placeholder="${w('search.hint')}"
      autocomplete="off"
      maxlength="80"
    /><input type="hidden" name="lang" value="${lang}" /><button class="button">${w('search.go')}</button>
  </form>`
  const all = query !== '' && html` <a href="${path}?lang=${lang}">${w('found.all')}</a>`
  const kept = Math.round(office.booking.walkInReserve * 10)
  const crowd = front.crowd && w('crowd', { n: front.crowd.waiting, counters: front.crowd.counters })
  return bookingPage({
    front,
    way,
    assets,
    name: 'services',
    title: w('title'),
    more: { q: query || undefined },
    main: html`${forgotten && banner(w('forgotten'))}${stepBar(1, lang)}
      <h1>${w('services.title')}</h1>
      ${search}
      <p class="found" id="found" role="status">${told}${all}</p>
      <div class="rows" id="services">${office.services.map(s => row(front, s, way, found.has(s)))}</div>
      ${banner(kept > 0 ? w('walkIn', { n: kept }) : w('walkIn.none'))}`,
    dock: crowd ? dock(lang, html`<p>${crowd}</p>`) : undefined,
  })
}

function row(front: Front, service: ServiceInfo, way: Way, shown: boolean): Markup {
  const { lang } = way
  const { lines, closed } = detailsOf(front, service, lang)
  const text = [...service.name, ...service.detail, ...service.keywords, service.letter].join(' ')
  const href = hrefOf(servicePath(front.office.id, service.id), way)
  return html`<a class="service${closed && ' shut'}" href="${href}" data-find="${text}" hidden=${!shown}
    >${drawnPictogram(service.icon)}<span
      ><b>${say(service.name, lang)}</b>${lines.map(line => html`<small>${line}</small>`)}</span
    >${drawnIcon('chevron')}</a
  >`
}

function detailsOf(front: Front, service: ServiceInfo, lang: Lang) {
  const { office } = front
  const closure = front.closed[service.id]
  const nearest = front.nearest[service.id]
  const minutes = say(words['row.counter'], lang, { n: service.typicalMinutes })
  const first = `${say(service.detail, lang)} · ${minutes}`
  if (!service.open) return { closed: true, lines: [first, say(words['row.off'], lang)] }
  if (closure)
    return {
      closed: true,
      lines: [first, `${say(words['row.closed'], lang)}: ${say(closedWhy[closure.reason], lang)}`],
    }
  if (!service.booking) return { closed: false, lines: [first, say(words['row.walk'], lang)] }
  if (!nearest) return { closed: false, lines: [first] }
  const when = {
    date: dateText(nearest.start, office.zone, lang),
    time: timeText(nearest.start, office.zone, lang),
    n: nearest.free,
  }
  return { closed: false, lines: [first, say(words['row.nearest'], lang, when)] }
}
