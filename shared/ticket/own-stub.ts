import { atClock } from '../kit/time.ts'
import type { Lang, Words } from '../kit/words.ts'
import { AWAITED_STATES } from '../queue/states.ts'
import { bookingText } from '../text/booking.ts'
import { stubText as words } from '../text/stub.ts'
import { clockRange } from '../text/ranges.ts'
import { say } from '../text/text.ts'
import { capital, shortDateText, timeText } from '../text/ui.ts'
import { spokenLabel } from '../voice/spoken.ts'
import { html, type Markup } from './markup.ts'
import { faceOf, isFinal, returnUntil, type OwnTicket } from './own-ticket.ts'
import { stubKey } from './stub-key.ts'

/** An own ticket in a list: it keeps the outline of a ticket and leads to its page. */
export function ownStub(own: OwnTicket, path: string, lang: Lang): Markup {
  const { number } = own.ticket
  const { kind, lines, late } = factsOf(own, lang)
  const [above, main, below] = lines
  return html`<a
    class="stub${late && ' late'}"
    href="${path}?lang=${lang}"
    data-own="${stubKey({ number, date: own.date })}"
    ><span class="l"
      ><span>${kind}</span><b class="num" aria-hidden="true">${number}</b
      ><span class="vh">${spokenLabel(number, 'digits', lang)}</span><span>${say(own.service.name, lang)}</span></span
    ><span class="r"
      >${above && html`<span>${above}</span>`}<b>${main}</b>${below && html`<span>${below}</span>`}</span
    ></a
  >`
}

interface Facts {
  readonly kind: string
  /** What stands above, what matters, what stands below. */
  readonly lines: readonly [string, string, string]
  readonly late?: boolean
}

function factsOf(own: OwnTicket, lang: Lang): Facts {
  const { ticket, office, application } = own
  const w = (text: Words, values?: Record<string, string | number>) => say(text, lang, values)
  const time = (at: number) => timeText(at, office.zone, lang)
  const day = shortDateText(atClock(own.date, '12:00', office.zone), office.zone, lang, own.now)
  const date = capital(day)
  const line = w(words.queue, { date: day })
  const of = (main: string, above = '', below = '', kind = line): Facts => ({ kind, lines: [above, main, below] })
  const face = faceOf(own)
  switch (face) {
    case 'waiting':
    case 'soon': {
      const ahead = face === 'soon' && own.ahead === 0 ? w(words.next) : w(words.ahead, { n: own.ahead })
      const range = own.range && clockRange(own.range, own.now, office.zone, lang)
      const unsure = own.shut ? 'shut' : own.closed ? 'closed' : own.counters.length === 0 ? 'no.counter' : 'unknown'
      return range ? of(range, ahead, w(words.expected)) : of(ahead, '', w(words[unsure]))
    }
    case 'called': {
      const counter = own.counters.find(c => c.id === ticket.counterId)?.name
      return of(counter ?? w(bookingText['ticket.counter'], { id: ticket.counterId ?? '' }), w(words.called))
    }
    case 'serving':
    case 'parked':
      return of(w(words[face]))
    case 'missed': {
      const until = returnUntil(own)
      return of(w(words.missed), '', own.now < until ? w(words['missed.until'], { time: time(until) }) : w(words.late))
    }
    case 'booked':
      return of(ticket.slot ? time(ticket.slot.start) : '', date, '', w(words.booked))
    case 'released':
      return of(w(words.released), '', w(words.still), w(words.booked))
    case 'waitlisted':
      return of(date, '', '', w(words.waitlisted))
    case 'offered':
      return of(
        w(words.offered),
        date,
        ticket.offeredUntil === undefined ? '' : w(words['offered.until'], { time: time(ticket.offeredUntil) }),
        w(words.waitlisted),
      )
    case 'done': {
      if (own.survey?.state === 'open') return of(w(words.rate), w(words.done))
      if (!application || application.state === 'handedOver') return of(w(words.done))
      const about = { kind: w(words.document), late: application.state !== 'ready' && application.late > 0 }
      if (application.state === 'ready') return { ...of(w(words.ready)), ...about }
      return { ...of(w(words[about.late ? 'document.late' : 'done'])), ...about }
    }
    default:
      return of(w(words.ended), '', '', AWAITED_STATES.includes(ticket.state) ? w(words.booked) : line)
  }
}

/** Whether a ticket still belongs on the list of what one has to do with the office. */
export function isListed(own: OwnTicket): boolean {
  return (
    !isFinal(own) ||
    own.survey?.state === 'open' ||
    (own.application && own.application.state !== 'handedOver') === true
  )
}
