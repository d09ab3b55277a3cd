import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { atClock, type LocalDate } from '../../../../shared/kit/time.ts'
import type { OwnTicket } from '../../../../shared/ticket/own-ticket.ts'
import { drawnIcon } from '../../../../shared/ticket/ticket-drawings.ts'
import { stepText } from '../../../../shared/ticket/ticket-card.ts'
import { applicationStateText } from '../../../../shared/text/application.ts'
import { ticketPagesText as words } from '../../../../shared/text/ticket-pages.ts'
import { say } from '../../../../shared/text/text.ts'
import { dateText, timeText, weekdayText } from '../../../../shared/text/ui.ts'
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
    const since =
      state !== 'now'
        ? undefined
        : startedAt !== undefined
          ? w('visit.serving', { at: time(startedAt) })
          : calledAt === undefined && queuedAt !== undefined
            ? w('visit.since', { at: time(queuedAt) })
            : undefined
    return [counter, waited, served, since].filter(part => part !== undefined && part !== null).join(' · ')
  }
  const { steps, documents, event, dropped } = visit
  const missing = ({ service, days }: (typeof dropped)[number]) =>
    w(days.length > 0 ? 'visit.days' : 'visit.dropped', {
      service: say(service, lang),
      date: on(own.date),
      days: days.map(day => weekdayText(day, lang)).join(', '),
    })
  const step = stepText(own, lang)
  const pending = documents.filter(d => d.state === 'received' || d.state === 'processing')
  const last = pending
    .map(d => d.date)
    .sort()
    .at(-1)
  // What can be collected already waits for the rest; what was handed over or given back is collected no more.
  const together = pending.length + documents.filter(d => d.state === 'ready').length > 1
  const fileText = ({ name, state, date }: (typeof documents)[number]) =>
    `${say(name, lang)} ${state === 'received' || state === 'processing' ? on(date) : say(applicationStateText[state], lang).toLowerCase()}`
  return html`<section class="document" aria-labelledby="visit-title">
    <h2 id="visit-title">${event ? say(event, lang) : w('visit.title')}</h2>
    ${step !== '' && html`<p class="what">${step}</p>`}
    <ol class="track">
      ${steps.map(
        (step, i) =>
          html`<li class="${CLASSES[step.state] ?? ''}" aria-current=${step.state === 'now' && 'step'}>
            <b class="n">${step.state === 'done' ? drawnIcon('check') : i + 1}</b
            ><span
              ><b>${names(step)}</b>${step.state === 'done' && html`<span class="vh">, ${w('visit.done')}</span>`}
              <small>${line(step)}</small></span
            ><span
              >${step.state === 'done' && step.endedAt !== undefined && time(step.endedAt)}${step.state === 'now' && w('visit.now')}</span
            >
          </li>`,
      )}
    </ol>
    ${dropped.length > 0 && html`<p>${[...dropped.map(missing), w('visit.rest')].join(' ')}</p>`}
    ${
      documents.length > 0 &&
      html`<p>
        ${documents.map(fileText).join(' · ')}
        ${last !== undefined && together && html`<br /><b>${w('visit.collect', { date: on(last) })}</b>`}
      </p>`
    }
  </section>`
}

/** A step that is over is as a document that has passed it. */
const CLASSES: Readonly<Record<string, string>> = { done: 'past', now: 'now' }

function minutes(ms: number): number {
  return Math.round(ms / 60_000)
}
