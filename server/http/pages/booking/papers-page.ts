import { drawnSign } from '../../../../shared/ticket/booking-drawings.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { closedWhy } from '../../../../shared/text/booked.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import type { PageAssets } from '../frame.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { backLink, banner, bookingPage, dock, linkRow, stepBar } from './parts.ts'
import { hiddenOf, hrefOf, servicePath, type Way } from './way.ts'

/** The checklist before a time is chosen; ticks travel with the form and never stop anybody. */
export function papersPage(front: Front, service: ServiceInfo, way: Way, assets: PageAssets): string {
  const { lang } = way
  const name = say(service.name, lang)
  const path = servicePath(front.office.id, service.id)
  const boxes = service.requirements.map(
    r =>
      html`<label class="choice"
        ><input type="checkbox" name="papers" value="${r.id}" checked=${way.papers.includes(r.id)} /><span
          >${say(r.name, lang)}</span
        ></label
      >`,
  )
  const list =
    boxes.length > 0
      ? html`<p class="soft">${say(words['papers.lead'], lang, { service: name })}</p>
          <form id="papers" method="get" action="${path}/jadwal">
            <fieldset class="rows">
              <legend class="vh">${say(words['papers.legend'], lang)}</legend>
              ${boxes}
            </fieldset>
            ${hiddenOf({ ...way, papers: [] })}
          </form>`
      : html`<p class="soft">${name}. ${say(words['papers.none'], lang)}</p>
          <form id="papers" method="get" action="${path}/jadwal">${hiddenOf({ ...way, papers: [] })}</form>`
  return bookingPage({
    front,
    way,
    assets,
    name: 'papers',
    title: name,
    main: html`${backLink(`/b/${encodeURIComponent(front.office.id)}?lang=${lang}`, lang)}${stepBar(2, lang)}
      <h1>${say(words['papers.title'], lang)}</h1>
      ${stopped(front, service, lang)}${list}${factsOf(service, lang)}
      <div class="links">
        ${linkRow(drawnSign('download'), hrefOf(`${path}/syarat`, way), say(words['papers.save'], lang))}
      </div>`,
    dock: papersDock(service, path, lang),
  })
}

/** The path of "not complete": nothing was booked, what is missing, how to come back. */
export function missingPage(front: Front, service: ServiceInfo, way: Way, assets: PageAssets): string {
  const { lang } = way
  const name = say(service.name, lang)
  const path = servicePath(front.office.id, service.id)
  const missing = service.requirements.filter(r => !way.papers.includes(r.id))
  const list =
    missing.length > 0
      ? html`<p>${say(words['missing.lead'], lang, { service: name })}</p>
          <ul class="missing">
            ${missing.map(r => html`<li>${say(r.name, lang)}</li>`)}
          </ul>`
      : html`<p>${say(words['missing.all'], lang)}</p>`
  return bookingPage({
    front,
    way,
    assets,
    name: 'missing',
    title: say(words['missing.title'], lang),
    main: html`${backLink(hrefOf(path, way), lang, say(words['missing.back'], lang))}
      <h1>${say(words['missing.title'], lang)}</h1>
      ${list}
      <p>${say(words['missing.later'], lang)}</p>
      ${banner(say(words['missing.anyway'], lang))}
      <div class="links">
        ${linkRow(drawnSign('download'), hrefOf(`${path}/syarat`, way), say(words['papers.save'], lang))}
      </div>`,
    dock:
      service.booking !== null &&
      dock(lang, html`<a class="button" href="${hrefOf(`${path}/jadwal`, way)}">${say(words['missing.go'], lang)}</a>`),
  })
}

/** The list to keep: a page that prints well. */
export function listPage(front: Front, service: ServiceInfo, way: Way, assets: PageAssets): string {
  const { lang } = way
  const name = say(service.name, lang)
  const path = servicePath(front.office.id, service.id)
  const items = service.requirements.map(
    r => html`<li><span class="box">${way.papers.includes(r.id) && drawnIcon('check')}</span>${say(r.name, lang)}</li>`,
  )
  const list =
    items.length > 0
      ? html`<ul class="keep">
          ${items}
        </ul>`
      : html`<p>${say(words['papers.none'], lang)}</p>`
  return bookingPage({
    front,
    way,
    assets,
    name: 'list',
    title: say(words['list.title'], lang, { service: name }),
    main: html`<div class="no-print">${backLink(hrefOf(path, way), lang, say(words['list.back'], lang))}</div>
      <h1>${say(words['list.title'], lang, { service: name })}</h1>
      <p class="soft">${front.office.name}, ${front.office.city}</p>
      ${list}${factsOf(service, lang)}
      <p class="soft">${say(words['list.complaints'], lang, { where: say(service.complaints, lang) })}</p>
      <p class="soft no-print">${say(words['list.print'], lang)}</p>`,
    dock: dock(
      lang,
      html`<a class="button primary" href="${hrefOf(`${path}/syarat.txt`, way)}" download
        >${say(words['list.text'], lang)}</a
      >`,
    ),
  })
}

/** The list as plain text, for any phone. */
export function listText(front: Front, service: ServiceInfo, way: Way): string {
  const { lang } = way
  const boxes = service.requirements.map(r => `[${way.papers.includes(r.id) ? 'x' : ' '}] ${say(r.name, lang)}`)
  return [
    say(words['list.title'], lang, { service: say(service.name, lang) }),
    `${front.office.name}, ${front.office.city}`,
    '',
    ...(boxes.length > 0 ? boxes : [say(words['papers.none'], lang)]),
    '',
    ...facts(service, lang).map(([label, value]) => `${label}: ${value}`),
    '',
  ].join('\r\n')
}

function papersDock(service: ServiceInfo, path: string, lang: Lang): Markup | undefined {
  if (!service.booking) return dock(lang, html`<p>${say(words['row.walk'], lang)}</p>`)
  if (!service.open) return undefined
  const not = html`<button class="button" form="papers" formaction="${path}/belum">
    ${say(words['papers.not'], lang)}
  </button>`
  const go = html`<button class="button primary" form="papers">
    ${say(words['papers.go'], lang)} ${drawnIcon('arrow')}
  </button>`
  return dock(lang, service.requirements.length > 0 ? html`<div class="two">${not}${go}</div>` : go)
}

function stopped(front: Front, service: ServiceInfo, lang: Lang): Markup | false {
  const closure = front.closed[service.id]
  if (!service.open) return banner(say(words['row.off'], lang), 'call')
  return (
    closure !== undefined &&
    banner(`${say(words['row.closed'], lang)}. ${say(closedWhy[closure.reason], lang)}`, 'call')
  )
}

function factsOf(service: ServiceInfo, lang: Lang): Markup {
  return html`<dl class="card facts">
    ${facts(service, lang).map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

function facts(service: ServiceInfo, lang: Lang): readonly (readonly [string, string])[] {
  const { typicalMinutes: from, standardMinutes: to, document } = service
  const days = document?.workingDays ?? 0
  const done = days === 0 ? 'fact.same' : days === 1 ? 'fact.day' : 'fact.days'
  const counter = from < to ? say(words['fact.minutes'], lang, { from, to }) : say(words['fact.most'], lang, { n: to })
  return [
    [say(words['fact.fee'], lang), say(service.fee, lang)],
    [say(words['fact.done'], lang), say(words[done], lang, { n: days })],
    [say(words['fact.counter'], lang), counter],
    [say(words['fact.product'], lang), say(service.product, lang)],
  ]
}
