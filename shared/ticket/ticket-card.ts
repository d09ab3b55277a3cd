import type { Lang, Words } from '../kit/words.ts'
import { MINUTE, type Instant } from '../kit/time.ts'
import { AWAITED_STATES } from '../queue/states.ts'
import { bookedText } from '../text/booked.ts'
import { bookingText as words } from '../text/booking.ts'
import { serviceWithCase } from './papers-words.ts'
import { clockRange, saidRange } from '../text/ranges.ts'
import { say } from '../text/text.ts'
import { capital, timeText } from '../text/ui.ts'
import { spokenLabel } from '../voice/spoken.ts'
import { dayText } from './booked-news.ts'
import { bookedInside } from './booked-ticket.ts'
import { html, type Markup } from './markup.ts'
import { awaitsDraw, isFinal, returnUntil, type Face, type OwnTicket } from './own-ticket.ts'
import { drawnHeads, drawnRange } from './ticket-drawings.ts'

/** A number of so many signs is drawn smaller: with a series of three letters, or the code of a draw. */
const LONG = 7
/** The ticket itself: number, what it is for, and where it stands. */
export function ticketOf(own: OwnTicket, face: Face, lang: Lang, qr?: Markup): Markup {
  const past = isFinal(own)
  const waits = face === 'waiting' || face === 'soon'
  const awaited = AWAITED_STATES.includes(own.ticket.state)
  const atDoor = face === 'booked' || face === 'released'
  const where = [
    ...(past ? [] : [stepText(own, lang)]),
    serviceWithCase(own.service, own.ticket.case, lang),
    ...(past || awaited ? [] : [own.counters.map(c => c.name).join(', ')]),
  ]
  const date = capital(dayText(own, lang))
  const label = labelOf(own, face)
  return html`<section class="ticket${past && ' past'}" aria-label="${say(label, lang)}">
    <div class="face">
      <p>${say(label, lang)}</p>
      <h1 class="num${own.ticket.number.length >= LONG && ' long'}">${numberOf(own, lang)}</h1>
      <p>${where.filter(Boolean).join(' · ')}</p>
      ${(past || (awaited && !atDoor)) && html`<p>${date}</p>`}
    </div>
    ${atDoor && bookedInside(own, lang, qr)} ${face === 'missed' && own.now < returnUntil(own) && returnPart(own, lang)}
    ${
      waits &&
      html`<div class="cut"></div>
        ${placeOf(own, lang)}`
    }
  </section>`
}

/** Which step of its visit this is; empty where the visit has only one. */
export function stepText({ visit }: Pick<OwnTicket, 'visit'>, lang: Lang): string {
  const at = visit?.steps.findIndex(s => s.state === 'now') ?? -1
  return at < 0 ? '' : say(words['ticket.step'], lang, { n: at + 1, of: visit!.steps.length })
}

/** Until when whoever missed the call comes back near the head of the line. */
function returnPart(own: OwnTicket, lang: Lang): Markup {
  const until = returnUntil(own)
  const n = Math.max(1, Math.ceil((until - own.now) / MINUTE))
  return html`<div class="cut"></div>
    <div class="inside">
      <dl class="pair">
        <div>
          <dt>${say(words['missed.by'], lang)}</dt>
          <dd>${timeText(until, own.office.zone, lang)}</dd>
        </div>
        <div>
          <dt>${say(words['missed.left'], lang)}</dt>
          <dd>${say(words['missed.minutes'], lang, { n })}</dd>
        </div>
      </dl>
    </div>`
}

/** What the number is: of a place, of a turn on the waitlist or in a draw, or of the line in the hall. */
function labelOf(own: OwnTicket, face: Face): Words {
  if (awaitsDraw(own)) return bookedText['label.draw']
  if (face === 'waitlisted') return bookedText['label.wait']
  const { state, slot } = own.ticket
  return AWAITED_STATES.includes(state) || (face === 'cancelled' && slot)
    ? bookedText['label.booked']
    : words['ticket.label']
}

function placeOf(own: OwnTicket, lang: Lang): Markup {
  const time = (at: Instant) => timeText(at, own.office.zone, lang)
  const { range, now } = own
  const ahead = people(own.ahead, lang)
  const told = range && clockRange(range, now, own.office.zone, lang)
  const from = range && Math.max(range.from, Math.floor(now / MINUTE) * MINUTE)
  const shown = range && from !== null && range.to > now ? { from, to: range.to } : undefined
  const unsure = own.shut
    ? 'ticket.officeShut'
    : own.closed
      ? 'ticket.shut'
      : own.held
        ? 'ticket.held'
        : own.counters.length === 0
          ? 'ticket.closed'
          : 'ticket.unknown'
  return html`<div class="inside">
    <dl class="pair">
      <div>
        <dt>${say(words['ticket.ahead'], lang)}</dt>
        <dd>${ahead}</dd>
      </div>
      <div>
        <dt>${say(words['ticket.expected'], lang)}</dt>
        ${told ? html`<dd>${told}</dd>` : html`<dd class="unsure">${say(words[unsure], lang)}</dd>`}
      </div>
    </dl>
    ${shown && drawnRange(shown, now, saidRange(shown, now, own.office.zone, lang), time)}${drawnHeads(own.ahead)}
  </div>`
}

/** A number of people in words. */
export function people(n: number, lang: Lang): string {
  return n === 1 ? say(words['people.one'], lang) : say(words['people.some'], lang, { n })
}

/** The number as it is seen and as it is spoken. */
export function numberOf(own: OwnTicket, lang: Lang): Markup {
  const { number } = own.ticket
  return html`<span class="number" aria-hidden="true">${number}</span
    ><span class="vh">${spokenLabel(number, 'digits', lang)}</span>`
}

/** The counter that a ticket is at, by its name where that is known. */
export function counterOf(own: OwnTicket, lang: Lang): string {
  const id = own.ticket.counterId
  return own.counters.find(c => c.id === id)?.name ?? (id ? say(words['ticket.counter'], lang, { id }) : '')
}
