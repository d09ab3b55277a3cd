import { takesPeople } from '../../../../shared/office/offered.ts'
import { drawnPictogram, drawnSign } from '../../../../shared/ticket/booking-drawings.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { caseNamed } from '../../../../shared/search/case-named.ts'
import { typedIn } from '../../../../shared/search/begun.ts'
import { eventsNamed, type Named } from '../../../../shared/search/life-events.ts'
import { adviceOf, type Answer } from '../../../../shared/search/search.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { Agency } from '../../../../shared/office/agencies.ts'
import type { OfficeInfo, ServiceInfo } from '../../../../shared/office/office.ts'
import { closedWhy } from '../../../../shared/text/booked.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { papersCount, serviceWithCase } from '../../../../shared/ticket/papers-words.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { shortDateText, timeText } from '../../../../shared/text/ui.ts'
import type { PageAssets } from '../frame.ts'
import type { BookingDesk } from './desk.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { MOST_ROWS, agencyAsked, agencyRows, isHall, servicesOf } from './agencies-part.ts'
import { eventChips } from '../event-chips.ts'
import { eventRow } from './event-part.ts'
import { banner, bookingPage, dock, stepBar } from './parts.ts'
import { hrefOf, servicePath, type Way } from './way.ts'

/** An address of a site as an office writes it: `oss.go.id`. */
const SITE = /\b((?:[a-z0-9-]+\.)+(?:id|com|org)(?:\/[\w/.-]*\w)?)\b/

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
export function servicesPage(
  front: Front,
  way: Way,
  query: string,
  assets: PageAssets,
  forgotten = false,
  instansi = '',
): string {
  const { office } = front
  const { lang } = way
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const answer = typedIn(office, query)
  const events = eventsNamed(office, query)
  const hall = isHall(office)
  const agency = hall && !answer.asked ? agencyAsked(office, instansi) : undefined
  const path = `/b/${encodeURIComponent(office.id)}`
  const field = html`<form class="search" method="get" action="${path}" role="search">
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
  const kept = Math.round(office.booking.walkInReserve * 10)
  const crowd = front.crowd && w('crowd', { n: front.crowd.waiting, counters: front.crowd.counters })
  return bookingPage({
    front,
    way,
    assets,
    name: 'services',
    title: w('title'),
    more: { q: query || undefined, instansi: agency?.code },
    main: html`${forgotten && banner(w('forgotten'))}${stepBar(1, lang)}
      <h1>${agency ? say(agency.name, lang) : w('services.title')}</h1>
      ${agency && html`<p class="soft">${say(agency.where, lang)}</p>`} ${field}
      <p class="found" id="found" role="status">${answer.asked && told(answer, events, query, lang)}</p>
      ${!answer.asked && !agency && eventChips(office, lang)}
      ${hall && !answer.asked ? hallPart(front, way, agency) : answers(front, way, answer, events, query)}
      ${banner(kept > 0 ? w('walkIn', { n: kept }) : w('walkIn.none'))}`,
    dock: crowd ? dock(lang, html`<p>${crowd}</p>`) : undefined,
  })
}

/** What is said of an answer before it is shown. */
function told({ services, elsewhereFirst, read }: Answer, events: Named, q: string, lang: Lang): string {
  const n = services.length + events.meant.length + events.also.length
  const here = n > 0 ? 'found' : 'found.none'
  const key = !elsewhereFirst || events.meant.length > 0 ? here : n > 0 ? 'found.thereFirst' : 'found.there'
  const sentence = say(words[key], lang, { n, q })
  return read === '' ? sentence : `${say(words['found.read'], lang, { read })} ${sentence}`
}

/** The services, what other offices do, and the ways that always remain. The script of the page puts this part in place. */
function answers(
  front: Front,
  way: Way,
  { services, elsewhere, elsewhereFirst, asked }: Answer,
  events: Named,
  query: string,
): Markup {
  const w = (key: keyof typeof words) => say(words[key], way.lang)
  const found = services.length + events.meant.length + events.also.length
  const here =
    found > 0 &&
    html`<div class="rows" role="group" aria-label="${w('found.here')}">
      ${events.meant.map(event => eventRow(front.office, event, way))}${(isHall(front.office) ? services.slice(0, MOST_ROWS) : services).map(s => row(front, s, way, asked ? caseNamed(s, query) : undefined))}${events.also.map(event => eventRow(front.office, event, way))}
    </div>`
  const there =
    elsewhere.length > 0 &&
    html`<section class="else">
      <h2>${w('found.elsewhere')}</h2>
      ${elsewhere.map(
        ({ name, where }) =>
          html`<div class="other">
            <b>${say(name, way.lang)}</b>
            <p>${withLinks(say(where, way.lang))}</p>
          </div>`,
      )}
    </section>`
  const none = found + elsewhere.length === 0
  return html`<div id="answers" class="answers" data-none=${none}>
    ${elsewhereFirst && events.meant.length === 0 ? html`${there}${here}` : html`${here}${there}`}${asked && remaining(front.office, way, services)}
  </div>`
}

/** The services of one agency, with the way back to all; or all agencies, and behind them what belongs to none. */
function hallPart(front: Front, way: Way, agency: Agency | undefined): Markup {
  const { office } = front
  const w = (key: keyof typeof words) => say(words[key], way.lang)
  const own = servicesOf(office, agency).map(s => row(front, s, way))
  const list = own.length > 0 && html`<div class="rows" role="group" aria-label="${w('found.here')}">${own}</div>`
  const all = hrefOf(`/b/${encodeURIComponent(office.id)}`, way)
  return html`<div id="answers" class="answers" data-none=${false}>
    ${
      agency
        ? html`${list}
            <p class="ways"><a href="${all}">${w('agency.all')}</a></p>`
        : html`${agencyRows(front, way)}${list}`
    }
  </div>`
}

/** A text in which the addresses of sites can be followed. */
function withLinks(text: string): readonly Markup[] {
  return text
    .split(SITE)
    .map((part, i) => (i % 2 === 1 ? html`<a href="https://${part}" rel="noreferrer">${part}</a>` : html`${part}`))
}

/** Whoever did not find theirs: advice, the front desk, the whole list. */
function remaining(office: OfficeInfo, way: Way, shown: readonly ServiceInfo[]): Markup {
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], way.lang, values)
  const advice = adviceOf(office)
  return html`<section class="else">
    <h2>${w('found.not')}</h2>
    <div class="rows">
      ${
        advice &&
        !shown.includes(advice) &&
        html`<a class="service" href="${hrefOf(servicePath(office.id, advice.id), way)}"
          >${drawnPictogram(advice.icon)}<span
            ><b>${say(advice.name, way.lang)}</b><small>${w('found.advice')}</small></span
          >${drawnIcon('chevron')}</a
        >`
      }
      <a class="service bare" href="/b/${encodeURIComponent(office.id)}?lang=${way.lang}"
        ><span><b>${w('found.all', { n: office.services.filter(s => !s.retired).length })}</b></span
        >${drawnIcon('chevron')}</a
      >
    </div>
    <p>${w('found.desk')}</p>
  </section>`
}

/** A service; the case that the search names is not asked for again. */
function row(front: Front, service: ServiceInfo, way: Way, named?: string): Markup {
  const { lang } = way
  const { lines, closed } = detailsOf(front, service, lang)
  const href = hrefOf(servicePath(front.office.id, service.id), named === undefined ? way : { ...way, case: named })
  const bring = named === undefined ? [] : [papersCount(service, named, lang)]
  return html`<a class="service${closed && ' shut'}" href="${href}"
    >${drawnPictogram(service.icon)}<span
      ><b>${serviceWithCase(service, named, lang)}</b
      >${[...bring, ...lines].map(line => html`<small>${line}</small>`)}</span
    >${drawnIcon('chevron')}</a
  >`
}

function detailsOf(front: Front, service: ServiceInfo, lang: Lang) {
  const { office } = front
  const closure = front.closed[service.id]
  const nearest = front.nearest[service.id]
  const minutes = say(words['row.counter'], lang, { n: service.typicalMinutes })
  const first = `${say(service.detail, lang)} · ${minutes}`
  if (!takesPeople(service)) return { closed: true, lines: [first, say(words['row.off'], lang)] }
  if (closure)
    return {
      closed: true,
      lines: [first, `${say(words['row.closed'], lang)}: ${say(closedWhy[closure.reason], lang)}`],
    }
  if (!service.booking) return { closed: false, lines: [first, say(words['row.walk'], lang)] }
  if (!nearest) return { closed: false, lines: [first] }
  const when = {
    date: shortDateText(nearest.start, office.zone, lang, front.now),
    time: timeText(nearest.start, office.zone, lang),
    n: nearest.free,
  }
  return { closed: false, lines: [first, say(words['row.nearest'], lang, when)] }
}
