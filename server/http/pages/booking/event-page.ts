import { AppError } from '../../../../shared/kit/errors.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import {
  minutesOfEvent,
  papersOfEvent,
  servicesOfEvent,
  type LifeEvent,
  type PartOf,
} from '../../../../shared/office/life-events.ts'
import { offersBooking } from '../../../../shared/office/offered.ts'
import type { OfficeInfo, ServiceInfo } from '../../../../shared/office/office.ts'
import { stepsOf } from '../../../../shared/queue/steps/groups.ts'
import { plannedServices } from '../../../../shared/queue/steps/planning.ts'
import { pagesText } from '../../../../shared/text/booking-pages.ts'
import { lifeEventText as words } from '../../../../shared/text/life-events.ts'
import { papersText } from '../../../../shared/text/papers.ts'
import { say } from '../../../../shared/text/text.ts'
import { drawnPictogram } from '../../../../shared/ticket/booking-drawings.ts'
import { serviceWithCase } from '../../../../shared/ticket/papers-words.ts'
import { onDays } from '../../../../shared/ticket/event-words.ts'
import { deskNames } from '../../../../shared/ticket/visits/visit-ahead.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import type { PageAssets } from '../frame.ts'
import { eventPath } from '../event-chips.ts'
import { closingsPlace } from './closings.ts'
import { backLink, bookingPage, dock, stepBar } from './parts.ts'
import { hiddenOf, hrefOf, servicePath, type Way } from './way.ts'

/** A life event with those of its parts that are wanted, at least one. */
export interface Asked {
  readonly event: LifeEvent
  readonly parts: readonly PartOf<ServiceInfo>[]
  /** The way with what was left out, as far as it can be. */
  readonly way: Way
}

/** The event of an address and what is wanted of it; throws `NOT_FOUND` for one that the office does not have. */
export function askedOf(office: OfficeInfo, id: string, way: Way): Asked {
  const event = office.lifeEvents.find(e => e.id === id)
  if (!event) throw new AppError('NOT_FOUND')
  const some = servicesOfEvent(event, office.services, way.without)
  // Whoever leaves out everything wants something all the same.
  const parts = some.length > 0 ? some : servicesOfEvent(event, office.services)
  if (parts.length === 0) throw new AppError('NOT_FOUND')
  return { event, parts, way: { ...way, event: id, without: some.length > 0 ? (way.without ?? []) : [] } }
}

/** Where the times of an event are chosen: those of its first service. */
export function timesOf(office: OfficeInfo, { parts: [first], way }: Asked): string {
  const { part, service } = first!
  return hrefOf(`${servicePath(office.id, service.id)}/jadwal`, { ...way, case: part.caseId ?? undefined })
}

/** What has happened, as one visit: its sum, what one gets, each paper once, and the desks in their order. */
export function eventPage(front: Front, asked: Asked, assets: PageAssets): string {
  const { office } = front
  const { event, parts, way } = asked
  const { lang } = way
  const path = eventPath(office.id, event.id)
  const first = parts[0]!.service
  return bookingPage({
    front,
    way,
    assets,
    name: 'event',
    title: say(event.name, lang),
    path,
    main: html`${backLink(`/b/${encodeURIComponent(office.id)}?lang=${lang}`, lang, say(papersText['change.service'], lang))}${stepBar(1, lang)}
      <h1>${say(event.name, lang)}</h1>
      ${closingsPlace(front, first, lang)}
      <p class="soft">${say(words[parts.length === 1 ? 'row.one' : 'row'], lang, { n: parts.length })}</p>
      ${sumPart(office, parts, lang)} ${getsPart(office, parts, lang)}
      <form id="papers" method="get" action="${path}/jadwal">
        ${hiddenOf({ ...way, papers: [], case: undefined, without: [] })} ${papersPart(asked)}
        ${routePart(office, parts, lang)} ${withoutPart(office, asked, path)}
      </form>`,
    dock: offersBooking(first)
      ? dock(
          lang,
          html`<button class="button primary" form="papers">
            ${say(pagesText['papers.go'], lang)} ${drawnIcon('arrow')}
          </button>`,
        )
      : dock(lang, html`<p>${say(words.walk, lang)}</p>`),
  })
}

function sumPart(office: OfficeInfo, parts: Asked['parts'], lang: Lang): Markup {
  const { from, to } = minutesOfEvent(allOf(office, parts))
  const free = parts.every(p => p.service.free)
  const cell = (value: string, label: string) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`
  return html`<dl class="sum">
    ${cell('1', say(words.number, lang))}${cell(from < to ? `${from}–${to}` : `${from}`, say(words.minutes, lang))}
    ${cell(say(words[free ? 'free' : 'fee'], lang), say(words[free ? 'all' : 'fee.each'], lang))}
  </dl>`
}

function getsPart(office: OfficeInfo, parts: Asked['parts'], lang: Lang): Markup {
  const free = parts.every(p => p.service.free)
  const rows = parts.map(({ part, service }) => {
    const days = service.document?.workingDays ?? 0
    const done = days === 0 ? 'fact.same' : days === 1 ? 'fact.day' : 'fact.days'
    const lines = [say(service.product, lang), ...(free ? [] : [say(service.fee, lang)]), onDays(office, service, lang)]
    return html`<li>
      ${drawnPictogram(service.icon)}<span
        ><b>${serviceWithCase(service, part.caseId ?? undefined, lang)}</b
        ><small>${lines.filter(Boolean).join(' · ')}</small></span
      ><small>${say(pagesText[done], lang, { n: days })}</small>
    </li>`
  })
  return html`<section class="card" aria-labelledby="gets">
    <h2 id="gets">${say(words.gets, lang)}</h2>
    <ul class="gets">
      ${rows}
    </ul>
  </section>`
}

function papersPart({ parts, way }: Asked): Markup {
  const { lang } = way
  const { bring, made, depends } = papersOfEvent(parts)
  const boxes = bring.map(({ paper, notes }) => {
    const note = notes.map(n => say(n, lang)).join('. ')
    return html`<label class="choice"
      ><input type="checkbox" name="papers" value="${paper.id}" checked=${way.papers.includes(paper.id)} /><span
        >${say(paper.name, lang)}${note !== '' && html`<small>${note}</small>`}</span
      ></label
    >`
  })
  const n = bring.length
  const title = say(words[n === 0 ? 'bring.none' : n === 1 ? 'bring.one' : 'bring'], lang, { n })
  return html`<fieldset class="rows">
      <legend>${title}</legend>
      ${boxes}
    </fieldset>
    ${
      depends.length > 0 &&
      html`<p class="soft">
        ${say(words.depends, lang, { services: depends.map(p => say(p.service.name, lang)).join(', ') })}
      </p>`
    }
    ${
      made.length > 0 &&
      html`<div class="spare">
        <b>${say(words.made, lang)}</b>
        <p>${made.map(m => say(m.name, lang)).join(', ')}</p>
      </div>`
    }`
}

/** All that the visit is for: also what follows from its parts. */
function allOf(office: OfficeInfo, parts: Asked['parts']): readonly ServiceInfo[] {
  return plannedServices(
    office.services,
    parts.map(p => ({ serviceId: p.service.id })),
  )
}

/** The desks in their planned order: at each the counter that does most of it in one go. */
function routePart(office: OfficeInfo, parts: Asked['parts'], lang: Lang): Markup {
  const all = allOf(office, parts).map(s => ({ serviceId: s.id }))
  const steps = stepsOf(all, [office.counters])
  const rows = steps.map((step, i) => {
    const ids = step.map(p => p.serviceId)
    const services = ids.flatMap(id => office.services.find(s => s.id === id) ?? [])
    const where = counterNames(office, ids, lang)
    const names = services.map(s => say(s.name, lang)).join(', ')
    const [from, to] = [sum(services, s => s.typicalMinutes), sum(services, s => s.standardMinutes)]
    const note =
      ids.length > 1
        ? say(words['route.one'], lang, { n: ids.length })
        : i > 0
          ? say(words['route.same'], lang)
          : undefined
    const minutes =
      from < to ? say(pagesText['fact.minutes'], lang, { from, to }) : say(pagesText['fact.most'], lang, { n: to })
    return html`<li>
      <b>${i + 1}</b
      ><span
        ><b>${[where, names].filter(Boolean).join(': ')}</b>${note !== undefined && html`<small>${note}</small>`}</span
      ><span>${minutes}</span>
    </li>`
  })
  return html`<section class="route" aria-labelledby="route">
    <h2 id="route">${say(words.route, lang)}</h2>
    <ol>
      ${rows}
    </ol>
  </section>`
}

function sum(services: readonly ServiceInfo[], of: (s: ServiceInfo) => number): number {
  return services.reduce((n, s) => n + of(s), 0)
}

/** The counters that do all of a step, as they are written in the hall. */
function counterNames({ counters }: OfficeInfo, ids: readonly string[], lang: Lang): string {
  return deskNames(
    counters.filter(c => ids.every(id => c.services.includes(id))).map(c => c.name),
    lang,
  )
}

/** What need not be, to be left out; without scripts the list is asked for anew. */
function withoutPart(office: OfficeInfo, { event, way, parts }: Asked, path: string): Markup | false {
  const { lang, without = [] } = way
  const all = servicesOfEvent(event, office.services)
  const optional = all.filter(p => p.part.optional)
  if (optional.length === 0) return false
  const stay = all.filter(p => !p.part.optional).map(p => say(p.service.name, lang))
  return html`<details class="not-all" open=${parts.length < all.length}>
    <summary>${say(words['not.all'], lang)}</summary>
    <fieldset class="rows">
      <legend>${say(words['not.mark'], lang)}</legend>
      ${optional.map(
        ({ service }) =>
          html`<label class="choice"
            ><input type="checkbox" name="without" value="${service.id}" checked=${without.includes(service.id)} /><span
              >${say(words['not.part'], lang, { service: say(service.name, lang) })}</span
            ></label
          >`,
      )}
    </fieldset>
    ${stay.length > 1 && html`<p class="soft">${say(words['not.stay'], lang, { services: stay.join(', ') })}</p>`}
    <button class="button" formaction="${path}">${say(words['not.go'], lang)}</button>
  </details>`
}
