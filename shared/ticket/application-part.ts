import { atClock, officeDate, type Instant, type LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import {
  applicationStateText,
  delayCauseText,
  documentText as words,
  returnHelpText,
  returnReasonText,
} from '../text/application.ts'
import { papersOf } from '../office/papers.ts'
import { say } from '../text/text.ts'
import type { Lang } from '../kit/words.ts'
import { capital, nearDateText, timeText, weekdayText } from '../text/ui.ts'
import type { ApplicationState } from '../documents/application.ts'
import { html, type Markup } from './markup.ts'
import type { OwnTicket } from './own-ticket.ts'
import { placeFacts } from './where-part.ts'
import { drawnIcon } from './ticket-drawings.ts'

type HolderApplication = NonNullable<OwnTicket['application']>

/** The way of a document as its holder sees it; a returned one stands beside it. */
const TRACK = ['received', 'processing', 'ready', 'handedOver'] as const satisfies readonly ApplicationState[]
const ICONS = { received: 'doc', processing: 'clock', ready: 'bell', handedOver: 'check' } as const

/** Whether something can still happen to the document of a ticket whose visit is over. */
export function followsDocument(own: OwnTicket): boolean {
  return own.application !== null && own.application.state !== 'handedOver'
}

/** The section about the document, or nothing when the visit asked for none. */
export function documentPart(own: OwnTicket, lang: Lang): Markup {
  const application = own.application
  if (!application) return html``
  const { state } = application
  const late = isLate(application)
  const head = late
    ? latePart(own, application, lang)
    : html`<h2 id="document">${say(words.title, lang)}</h2>
        <p class="what">${say(application.document, lang)}</p>`
  const inside =
    state === 'returned'
      ? returnedPart(own, application, lang)
      : html`${trackOf(application, own, lang)} ${!late && datesOf(application, own, lang)}
        ${late && whomPart(own, application, lang)} ${state === 'ready' && collectPart(own, application, lang)}`
  return html`<section class="document" aria-labelledby="document">${head}${inside}</section>`
}

/** The title of the page once the document is ready. */
export function documentTitle(own: OwnTicket, lang: Lang): string | undefined {
  if (own.application?.state !== 'ready') return undefined
  return say(words['page.ready'], lang, { number: own.ticket.number })
}

/**
 * Opening hours in lines, from Monday on; neighbours with the same hours share a line.
 * @example hoursLines([null, { open: '08:00', close: '15:00', breaks: [] }], 'id') // ['Senin 08.00–15.00']
 */
export function hoursLines(hours: OfficeInfo['hours'], lang: Lang): readonly string[] {
  const week = [1, 2, 3, 4, 5, 6, 0].map(day => ({ day, text: dayText(hours[day] ?? null, lang) }))
  const runs: { first: number; last: number; text: string }[] = []
  for (const { day, text } of week) {
    const run = runs.at(-1)
    if (run?.text === text) run.last = day
    else runs.push({ first: day, last: day, text })
  }
  return runs
    .filter(run => run.text !== '')
    .map(({ first, last, text }) => {
      const [from, to] = [weekdayText(first, lang), weekdayText(last, lang)]
      const days = first === last ? from : `${from}–${to}`
      return `${days} ${text}`
    })
}

function dayText(day: OfficeInfo['hours'][number], lang: Lang): string {
  if (!day) return ''
  const clock = (time: string) => (lang === 'id' ? time.replace(':', '.') : time)
  const breaks = day.breaks.map(b => `, ${say(words.break, lang, { from: clock(b.from), to: clock(b.to) })}`)
  return `${clock(day.open)}–${clock(day.close)}${breaks.join('')}`
}

function trackOf({ state, changedAt }: HolderApplication, own: OwnTicket, lang: Lang): Markup {
  const here = TRACK.indexOf(state as (typeof TRACK)[number])
  const steps = TRACK.map((step, place) => {
    const name = say(applicationStateText[step], lang)
    const reached = place < here || step === 'handedOver'
    if (place > here) return html`<li>${drawnIcon(ICONS[step])}<span>${name}</span></li>`
    if (place < here)
      return html`<li class="past">
        ${drawnIcon('check')}<span>${name}<span class="vh">, ${say(words.past, lang)}</span></span>
      </li>`
    const since = say(words.since, lang, { at: momentText(changedAt, own, lang) })
    return html`<li class="now${reached && ' past'}" aria-current="step">
      ${drawnIcon(ICONS[step])}<span><b>${name}</b> <small>${since}</small></span
      >${!reached && html`<span class="tag go">${say(words.now, lang)}</span>`}
    </li>`
  })
  return html`<ol class="track" aria-label="${say(words.track, lang)}">
    ${steps}
  </ol>`
}

function datesOf(application: HolderApplication, own: OwnTicket, lang: Lang): Markup {
  const { state, promisedOn } = application
  if (state === 'ready' || state === 'handedOver') return html``
  return html`<dl class="promised">
      <dt>${say(words.promised, lang)}</dt>
      <dd>${dayOf(promisedOn, own, lang)}</dd>
    </dl>
    <p class="how">${say(words.follow, lang)}</p>`
}

/** Whether the document is past its promise and still in work. */
export function isLate({ state, late }: HolderApplication): boolean {
  return late > 0 && (state === 'received' || state === 'processing')
}

/** The broken promise, in red: what was promised, how late it is, an apology, and that nothing has to be done. */
function latePart(own: OwnTicket, { document, promisedOn, late, delay }: HolderApplication, lang: Lang): Markup {
  const cause = delay && [say(delayCauseText[delay.cause], lang), delay.note].filter(Boolean).join('. ')
  return html`<div class="broken">
    <h2 id="document">${say(words['late.title'], lang, { document: say(document, lang) })}</h2>
    <dl class="promised">
      <dt>${say(words['late.promise'], lang)}</dt>
      <dd><s>${dayOf(promisedOn, own, lang)}</s></dd>
      <dt>${say(words['late.new'], lang)}</dt>
      <dd>${delay ? dayOf(delay.date, own, lang) : say(words['late.unknown'], lang)}</dd>
      ${
        cause !== undefined &&
        html`<dt>${say(words['late.cause'], lang)}</dt>
          <dd class="cause">${cause}</dd>`
      }
    </dl>
    <p>${say(words[late === 1 ? 'late.one' : 'late'], lang, { n: late })}</p>
  </div>`
}

/** Whom to ask about it. */
function whomPart(own: OwnTicket, application: HolderApplication, lang: Lang): Markup {
  const { name, city } = own.office
  const { address, phone } = placeFacts(own.office, lang)
  return html`<dl class="promised">
    <dt>${say(words['late.ask'], lang)}</dt>
    <dd>${say(words['late.desk'], lang, { office: `${name}, ${city}` })}</dd>
    ${address} ${phone} ${hoursOf(application, lang)}
  </dl>`
}

function collectPart(own: OwnTicket, application: HolderApplication, lang: Lang): Markup {
  return html`<dl class="promised">
      <dt>${say(words.collect, lang)}</dt>
      <dd>${own.office.name}, ${own.office.city}</dd>
      ${hoursOf(application, lang)}
    </dl>
    <p>${say(words.show, lang, slipOf(own, lang))}</p>`
}

function returnedPart(own: OwnTicket, application: HolderApplication, lang: Lang): Markup {
  const reason = application.reason ?? 'other'
  const papers = papersOf(own.service, own.ticket.case).map(r => html`<li>${say(r.name, lang)}</li>`)
  const list =
    reason === 'missingPaper' &&
    papers.length > 0 &&
    html`<div>
      <p><b>${say(words['returned.papers'], lang)}</b></p>
      <ul>
        ${papers}
      </ul>
    </div>`
  return html`<div class="note call">
      <p class="lead">${say(words.returned, lang)}</p>
      <p><b>${say(returnReasonText[reason], lang)}.</b> ${say(returnHelpText[reason], lang)}</p>
    </div>
    ${list}
    <dl class="promised">${hoursOf(application, lang)}</dl>
    <p class="how">${say(words['returned.promise'], lang, slipOf(own, lang))}</p>`
}

/** The slip by number and day: by the time that the document is asked for, another visitor has the same number. */
function slipOf(own: OwnTicket, lang: Lang) {
  return { number: `${own.ticket.number} (${dayOf(own.date, own, lang)})` }
}

function hoursOf({ hours }: HolderApplication, lang: Lang): Markup {
  const lines = hoursLines(hours, lang)
  const shown = lines.length > 0 ? lines : [say(words['hours.none'], lang)]
  return html`<dt>${say(words.hours, lang)}</dt>
    ${shown.map(line => html`<dd class="hours">${line}</dd>`)}`
}

function dayOf(date: LocalDate, own: OwnTicket, lang: Lang): string {
  const { zone } = own.office
  return capital(nearDateText(atClock(date, '12:00', zone), zone, lang, own.now))
}

/** A time of today by the clock, an earlier one by its date. */
function momentText(at: Instant, { now, office: { zone } }: OwnTicket, lang: Lang): string {
  return officeDate(at, zone) === officeDate(now, zone) ? timeText(at, zone, lang) : nearDateText(at, zone, lang, now)
}
