import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import type { OfficeInfo, ServiceInfo } from '../../../../shared/office/office.ts'
import { adviceOf } from '../../../../shared/search/search.ts'
import { papersText as words } from '../../../../shared/text/papers.ts'
import { papersCount, UNSURE } from '../../../../shared/ticket/papers-words.ts'
import { say } from '../../../../shared/text/text.ts'
import type { PageAssets } from '../frame.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { closingsPlace } from './closings.ts'
import { backLink, bookingPage, dock, stepBar } from './parts.ts'
import { hrefOf, servicePath, type Way } from './way.ts'

/** What has happened: one touch is the answer and goes on to exactly its papers. */
export function casePage(front: Front, service: ServiceInfo, way: Way, assets: PageAssets): string {
  const { lang } = way
  const title = say(words.question, lang, { service: say(service.name, lang) })
  const rows = service.cases.map(one => {
    const lines = [...(one.detail ? [say(one.detail, lang)] : []), papersCount(service, one.id, lang)]
    return row(hrefOfCase(front.office, service, way, one.id), say(one.label, lang), lines.join(' · '))
  })
  return bookingPage({
    front,
    way,
    assets,
    name: 'cases',
    title,
    main: html`${backLink(`/b/${encodeURIComponent(front.office.id)}?lang=${lang}`, lang, say(words['change.service'], lang))}${stepBar(1, lang)}
      <h1>${title}</h1>
      ${closingsPlace(front, service, lang)}
      <p class="soft">${say(words['question.lead'], lang)}</p>
      <nav class="rows" aria-label="${say(words['question.label'], lang)}">
        ${rows}${unsureRow(front.office, service, way)}
      </nav>
      <p>
        <a href="${hrefOfCase(front.office, service, way, UNSURE)}"
          >${say(words['unsure.all'], lang, { service: say(service.name, lang) })}</a
        >
      </p>`,
    dock: dock(lang, html`<p>${say(words['question.hint'], lang)}</p>`),
  })
}

/** Whoever knows none of it asks first, where the office has somebody to ask; otherwise all papers are told. */
function unsureRow(office: OfficeInfo, service: ServiceInfo, way: Way): Markup | false {
  const advice = adviceOf(office)
  if (!advice || advice.id === service.id || !advice.open) return false
  const text = say(words['unsure.advice'], way.lang, { service: say(advice.name, way.lang) })
  return row(
    hrefOf(servicePath(office.id, advice.id), { ...way, papers: [], case: undefined }),
    say(words.unsure, way.lang),
    text,
    'bare',
  )
}

/** The papers of one case; what was ticked stays ticked. */
function hrefOfCase(office: OfficeInfo, service: ServiceInfo, way: Way, id: string): string {
  return hrefOf(servicePath(office.id, service.id), { ...way, case: id })
}

function row(href: string, name: string, line: string, kind: 'bare' | undefined = undefined): Markup {
  return html`<a class="service case${kind && ` ${kind}`}" href="${href}"
    ><span><b>${name}</b><small>${line}</small></span
    >${drawnIcon('chevron')}</a
  >`
}
