import { takesPeople } from '../../../../shared/office/offered.ts'
import { drawnSign } from '../../../../shared/ticket/booking-drawings.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { ServiceInfo } from '../../../../shared/office/office.ts'
import { caseOf, isUnsure, papersOf } from '../../../../shared/office/papers.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { papersText } from '../../../../shared/text/papers.ts'
import { paperLine, paperNote, serviceWithCase } from '../../../../shared/ticket/papers-words.ts'
import { missingText } from '../../../../shared/text/result.ts'
import { lifeEventText } from '../../../../shared/text/life-events.ts'
import { say } from '../../../../shared/text/text.ts'
import type { Lang, Words } from '../../../../shared/kit/words.ts'
import { officeDate } from '../../../../shared/kit/time.ts'
import { doorsOf } from '../../../../shared/office/hours.ts'
import { wherePart } from '../../../../shared/ticket/where-part.ts'
import type { PageAssets } from '../frame.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { closingsPlace } from './closings.ts'
import { backLink, banner, bookingPage, dock, linkRow, stepBar } from './parts.ts'
import { hiddenOf, hrefOf, servicePath, type Way } from './way.ts'

/** The checklist before a time is chosen; ticks travel with the form and never stop anybody. */
export function papersPage(front: Front, service: ServiceInfo, way: Way, assets: PageAssets): string {
  const { lang } = way
  const name = serviceWithCase(service, way.case, lang)
  const path = servicePath(front.office.id, service.id)
  const unsure = isUnsure(service, way.case)
  const found = caseOf(service, way.case)
  const boxes = papersOf(service, way.case).map(r => {
    const note = paperNote(service, way.case, r, lang)
    return html`<label class="choice"
      ><input type="checkbox" name="papers" value="${r.id}" checked=${way.papers.includes(r.id)} /><span
        >${say(r.name, lang)}${note !== '' && html`<small>${note}</small>`}</span
      ></label
    >`
  })
  const list =
    boxes.length > 0
      ? html`<p class="soft">${say(unsure ? papersText['unsure.lead'] : words['papers.lead'], lang)}</p>
          <form id="papers" method="get" action="${path}/jadwal">
            <fieldset class="rows">
              <legend class="vh">${say(words['papers.legend'], lang)}</legend>
              ${boxes}
            </fieldset>
            ${hiddenOf({ ...way, papers: [] })}
          </form>`
      : html`<form id="papers" method="get" action="${path}/jadwal">${hiddenOf({ ...way, papers: [] })}</form>`
  return bookingPage({
    front,
    way,
    assets,
    name: 'papers',
    title: name,
    main: html`${back(front, service, way)}${stepBar(2, lang)}
      <h1>${headOf(service, way, lang)}</h1>
      ${closingsPlace(front, service, lang)}${list}${oftenOf(front, service, lang)}${found?.spare ? spareOf(found.spare, lang) : undefined}${factsOf(service, lang)}${whereOf(front, lang)}
      <div class="links">
        ${linkRow(drawnSign('download'), hrefOf(`${path}/syarat`, way), say(words['papers.save'], lang))}
      </div>`,
    dock: papersDock(service, papersOf(service, way.case).length, path, lang),
  })
}

/** The path of "not complete": nothing was booked, what is missing, how to come back. */
export function missingPage(front: Front, service: ServiceInfo, way: Way, assets: PageAssets): string {
  const { lang } = way
  const name = serviceWithCase(service, way.case, lang)
  const path = servicePath(front.office.id, service.id)
  const missing = papersOf(service, way.case).filter(r => !way.papers.includes(r.id))
  const list =
    missing.length > 0
      ? html`<p>${say(words['missing.lead'], lang, { service: name })}</p>
          <ul class="missing">
            ${missing.map(r => html`<li>${paperLine(service, way.case, r, lang)}</li>`)}
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
  const name = serviceWithCase(service, way.case, lang)
  const path = servicePath(front.office.id, service.id)
  const complaints = say(service.complaints, lang)
  const items = papersOf(service, way.case).map(
    r =>
      html`<li>
        <span class="box">${way.papers.includes(r.id) && drawnIcon('check')}</span
        >${paperLine(service, way.case, r, lang)}
      </li>`,
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
      ${complaints && html`<p class="soft">${say(words['list.complaints'], lang, { where: complaints })}</p>`}
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
  const boxes = papersOf(service, way.case).map(
    r => `[${way.papers.includes(r.id) ? 'x' : ' '}] ${paperLine(service, way.case, r, lang)}`,
  )
  return [
    say(words['list.title'], lang, { service: serviceWithCase(service, way.case, lang) }),
    `${front.office.name}, ${front.office.city}`,
    '',
    ...(boxes.length > 0 ? boxes : [say(words['papers.none'], lang)]),
    '',
    ...facts(service, lang).map(([label, value]) => `${label}: ${value}`),
    '',
  ].join('\r\n')
}

/** To the question, where there is one; its answer stands in the way back. */
function back({ office }: Front, service: ServiceInfo, way: Way): Markup {
  const { lang } = way
  if (service.cases.length === 0) return backLink(`/b/${encodeURIComponent(office.id)}?lang=${lang}`, lang)
  const found = caseOf(service, way.case)
  const text = found
    ? say(papersText['change.case'], lang, { case: say(found.label, lang) })
    : say(papersText['change'], lang)
  return backLink(hrefOf(servicePath(office.id, service.id), { ...way, case: undefined }), lang, text)
}

/** What is brought, counted: exactly the papers below. */
function headOf(service: ServiceInfo, way: Way, lang: Lang): string {
  const name = serviceWithCase(service, way.case, lang)
  const n = papersOf(service, way.case).length
  if (isUnsure(service, way.case)) return say(papersText['head.unsure'], lang, { name })
  return say(papersText[n === 0 ? 'head.none' : n === 1 ? 'head.one' : 'head'], lang, { name, n })
}

function spareOf(spare: Words, lang: Lang): Markup {
  return html`<div class="spare">
    <b>${say(papersText.spare, lang)}</b>
    <p>${say(spare, lang)}</p>
  </div>`
}

function papersDock(service: ServiceInfo, papers: number, path: string, lang: Lang): Markup | undefined {
  if (!service.booking) return dock(lang, html`<p>${say(words['row.walk'], lang)}</p>`)
  if (!takesPeople(service)) return undefined
  const not = html`<button class="button" form="papers" formaction="${path}/belum">
    ${say(words['papers.not'], lang)}
  </button>`
  const go = html`<button class="button primary" form="papers">
    ${say(words['papers.go'], lang)} ${drawnIcon('arrow')}
  </button>`
  return dock(lang, papers > 0 ? html`<div class="two">${not}${go}</div>` : go)
}

/** Where to come, and the hours of today. */
function whereOf({ office, now }: Front, lang: Lang): Markup {
  const doors = doorsOf(office, officeDate(now, office.zone))
  return wherePart(office, { noon: now, open: doors }, lang)
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

/** What the office says of it; what it has not written is left out. */
function facts(service: ServiceInfo, lang: Lang): readonly (readonly [string, string])[] {
  const { typicalMinutes: from, standardMinutes: to, document } = service
  const days = document?.workingDays ?? 0
  const done = days === 0 ? 'fact.same' : days === 1 ? 'fact.day' : 'fact.days'
  const counter = from < to ? say(words['fact.minutes'], lang, { from, to }) : say(words['fact.most'], lang, { n: to })
  const all = [
    [say(words['fact.fee'], lang), say(service.fee, lang) || (service.free ? say(lifeEventText.free, lang) : '')],
    [say(words['fact.done'], lang), say(words[done], lang, { n: days })],
    [say(words['fact.counter'], lang), counter],
    [say(words['fact.product'], lang), say(service.product, lang)],
  ] as const
  return all.filter(([, value]) => value !== '')
}

/** What others often came without. */
function oftenOf({ often }: Front, { id, requirements }: ServiceInfo, lang: Lang): Markup | false {
  const papers = requirements.filter(paper => often[id]?.includes(paper.id))
  const named = papers.map(({ name }) => say(name, lang)).join(', ')
  return papers.length > 0 && html`<p class="often"><b>${say(missingText.often, lang, { papers: named })}</b></p>`
}
