import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { atClock, type LocalDate } from '../../../../shared/kit/time.ts'
import type { OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import { stepText } from '../../../../shared/ticket/ticket-card.ts'
import { ticketPagesText as words } from '../../../../shared/text/ticket-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import { dateText, timeText } from '../../../../shared/text/ui.ts'
import type { Lang } from '../../../../shared/kit/words.ts'

type Step = NonNullable<OwnTicket['visit']>['steps'][number]

/** The steps of a visit with the wait at each, and when its documents are ready; nothing for a visit of one step. */
export function visitPart(own: OwnTicket, lang: Lang): Markup | false {
  const { visit, office } = own
  if (!visit) return false
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const time = (at: number) => timeText(at, office.zone, lang)
  const on = (date: LocalDate) => dateText(atClock(date, '12:00', office.zone), office.zone, lang)
  const names = (step: Step) => step.services.map(name => say(name, lang)).join(', ')
  const line = (step: Step): string => {
    const { counter, queuedAt, calledAt, startedAt, endedAt, state } = step
    const waited =
      queuedAt === undefined || calledAt === undefined
        ? undefined
        : w('visit.waited', { n: minutes(calledAt - queuedAt) })
    const served =
      startedAt === undefined || endedAt === undefined
        ? undefined
        : w('visit.served', { n: minutes(endedAt - startedAt) })
    const since = state === 'now' && queuedAt !== undefined ? w('visit.since', { at: time(queuedAt) }) : undefined
    return [counter, waited, served, since].filter(part => part !== undefined && part !== null).join(' · ')
  }
  const { steps, documents, event } = visit
  const step = stepText(own, lang)
  const last = documents
    .map(d => d.date)
    .sort()
    .at(-1)
  return html`<section class="document" aria-labelledby="visit-title">
    <h2 id="visit-title">${event ? say(event, lang) : w('visit.title')}</h2>
    ${step !== '' && html`<p class="what">${step}</p>`}
    <ol class="track">
      ${steps.map(
        (step, i) =>
          html`<li aria-current=${step.state === 'now' && 'step'}>
            <b>${i + 1}</b><span><b>${names(step)}</b> <small>${line(step)}</small></span
            ><span
              >${step.state === 'done' && step.endedAt !== undefined && time(step.endedAt)}${step.state === 'now' && w('visit.now')}</span
            >
          </li>`,
      )}
    </ol>
    ${
      documents.length > 0 &&
      html`<p>
        ${documents.map(d => `${say(d.name, lang)} ${on(d.date)}`).join(' · ')}
        ${last !== undefined && documents.length > 1 && html`<br /><b>${w('visit.collect', { date: on(last) })}</b>`}
      </p>`
    }
  </section>`
}

function minutes(ms: number): number {
  return Math.round(ms / 60_000)
}
