import { html, nothing, type TemplateResult } from 'lit'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { ticketsOf, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import type { Estimates } from '../../shared/queue/estimate/estimate.ts'
import { placeIn } from '../../shared/queue/policy.ts'
import { bookingStateText, frontText } from '../../shared/text/front-desk.ts'
import { saidRange } from '../../shared/text/ranges.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-number.ts'
import { counterName, numberMatches, serviceOf } from '../parts/names.ts'

/** What the answer to "which number is mine, and when" needs to know. */
export interface Hall {
  readonly office: OfficeInfo
  readonly day: QueueDay
  readonly estimates: Estimates | undefined
  readonly now: Instant
}

const HERE: readonly Ticket['state'][] = ['waiting', 'called', 'serving', 'parked', 'missed']
const MOST_SHOWN = 5

/** The numbers of the hall that a search names, with place and estimate; without names, for nobody gave one. */
export function walkIns(hall: Hall, typed: string): TemplateResult | typeof nothing {
  const found = [...ticketsOf(hall.day)]
    .filter(it => it.bookedAt === undefined && HERE.includes(it.state) && numberMatches(it.number, typed))
    .slice(0, MOST_SHOWN)
  if (found.length === 0) return nothing
  return html`<div class="hall">
    <h3>${t(frontText['hall.title'])}</h3>
    <ul>
      ${found.map(
        ticket =>
          html`<li>
            <ui-number value=${ticket.number}></ui-number>
            <span>${t(serviceOf(hall.office, ticket.serviceId)?.name ?? ['', ''])}<br />${standing(hall, ticket)}</span>
          </li>`,
      )}
    </ul>
  </div>`
}

function standing({ office, day, estimates, now }: Hall, ticket: Ticket): string {
  const { no, due, state, serviceId, counterId } = ticket
  if (state !== 'waiting') {
    const where = counterId === undefined ? '' : `, ${counterName(office, counterId)}`
    return `${t(bookingStateText[state])}${where}`
  }
  const ahead = placeIn(day.waiting[serviceId] ?? [], { no, due })
  const place = ahead === 0 ? t(frontText['in.placeFirst']) : t(frontText['in.place'], { n: ahead })
  const range = estimates?.tickets[no]
  return range ? `${place} ${saidRange(range, now, office.zone, lang())}.` : place
}
