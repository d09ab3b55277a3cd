import { drawnSign } from '../../../../shared/ticket/booking-drawings.ts'
import { html, type Gap, type Markup } from '../../../../shared/ticket/markup.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import { officeDate } from '../../../../shared/kit/time.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import type { PageAssets } from '../frame.ts'
import { framed } from '../frame.ts'
import type { Front } from '../../../services/booking/fronts.ts'
import { queryOf, type Way } from './way.ts'

const STEPS = [1, 2, 3, 4] as const
export type Step = (typeof STEPS)[number]

/** Which of the four steps this is. */
export function stepBar(step: Step, lang: Lang): Markup {
  const text = say(words['step'], lang, { n: step, name: say(words[`step.${step}`], lang) })
  return html`<div class="step">
    <div aria-hidden="true">${STEPS.map(n => html`<i class=${n <= step && 'done'}></i>`)}</div>
    <span>${text}</span>
  </div>`
}

/** A row that leads somewhere. */
export function linkRow(sign: Markup, href: string, text: string): Markup {
  return html`<a class="row" href="${href}">${sign}<span>${text}</span>${drawnIcon('chevron')}</a>`
}

/** The way back to the step before. */
export function backLink(href: string, lang: Lang, text = say(words['back'], lang)): Markup {
  return html`<a class="back" href="${href}">${drawnSign('back')}<span>${text}</span></a>`
}

/** Something to know, in a quiet or an amber field. */
export function banner(text: Gap, tone: 'info' | 'call' | 'bad' = 'info'): Markup {
  const sign = tone === 'call' ? drawnSign('clock') : drawnIcon('info')
  return html`<div class="banner ${tone}" role=${tone === 'bad' && 'alert'}>
    ${sign}
    <div>${text}</div>
  </div>`
}

/** The actions of a page, where the thumb is. */
export function dock(lang: Lang, inside: Gap): Markup {
  return html`<section class="dock" aria-label="${say(words['next'], lang)}">${inside}</section>`
}

/** One booking page. */
export interface BookingPage {
  readonly front: Pick<Front, 'demo'> & (Pick<Front, 'office' | 'now'> | { readonly office: { readonly name: string } })
  readonly way: Way
  readonly assets: PageAssets
  readonly name: string
  readonly title: string
  readonly main: Gap
  readonly dock?: Gap
  readonly head?: Gap
  /** What the address carries besides the way. */
  readonly more?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Address in the other language where it is not this one with another `lang`. */
  readonly path?: string
}

/** A booking page as a whole document. */
export function bookingPage(page: BookingPage): string {
  const { way, front } = page
  return framed({
    lang: way.lang,
    title: page.title,
    assets: page.assets,
    face: `booking ${page.name}`,
    office: front.office.name,
    ...('logo' in front.office ? { look: front.office } : {}),
    demo: front.demo,
    today: 'now' in front ? officeDate(front.now, front.office.zone) : undefined,
    other: `${page.path ?? ''}${queryOf(way, page.more)}`,
    head: page.head,
    body: html`<main>${page.main}</main>
      ${page.dock}`,
  })
}
