import { eventsOf } from '../../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { lifeEventText as words } from '../../../shared/text/life-events.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { say } from '../../../shared/text/text.ts'
import { html, type Markup } from '../../../shared/ticket/markup.ts'

/** Events that the first page of an office names; the search finds the others. */
const MOST_CHIPS = 6

/** What has happened, as one touch each; nothing where the office knows no events. */
export function eventChips(office: OfficeInfo, lang: Lang): Markup | false {
  const events = eventsOf(office).slice(0, MOST_CHIPS)
  return (
    events.length > 0 &&
    html`<nav class="events" aria-labelledby="events">
      <h2 id="events">${say(words.ask, lang)}</h2>
      <div>${events.map(e => html`<a href="${eventPath(office.id, e.id)}?lang=${lang}">${say(e.name, lang)}</a>`)}</div>
    </nav>`
  )
}

/** Address of the page of a life event. */
export function eventPath(office: string, event: string): string {
  return `/b/${encodeURIComponent(office)}/peristiwa/${encodeURIComponent(event)}`
}
