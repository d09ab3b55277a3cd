import { html, nothing } from 'lit'
import { kioskText } from '../../shared/text/kiosk.ts'
import { minuteRange } from '../../shared/text/ranges.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { leftText, pausedLines, quiet } from '../parts/sentences.ts'
import { isFull, type Card } from '../parts/services.ts'

/** The two things said of a service's line: who waits or why nobody can, and for how long. */
export interface Line {
  readonly first: string
  readonly second: string
}

/** How the line of a service stands, in two short pieces; `asOf` says when an old picture was true. */
export function lineOf(card: Card, asOf: string): Line {
  if (isFull(card)) {
    const how = card.service.booking ? 'home.full.book' : 'home.full.tomorrow'
    return { first: t(kioskText['home.full']), second: t(kioskText[how]) }
  }
  if (!card.open) {
    const [first, second] = card.paused
      ? pausedLines(card.paused)
      : [t(kioskText['home.closed']), t(kioskText['home.closed.hint'])]
    return { first, second }
  }
  const first = quiet(card) ? t(kioskText['home.nobody']) : t(kioskText['home.waiting'], { n: card.waiting })
  return { first, second: leftText(card) || (card.told ? minuteRange(card.told, lang()) : asOf) }
}

/** The same as it stands in a tile. */
export function drawnLine(card: Card, asOf: string) {
  const { first, second } = lineOf(card, asOf)
  return html`<span class="q"><span>${first}</span>${second ? html`<span class="w">${second}</span>` : nothing}</span>`
}
