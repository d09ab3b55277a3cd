import { bookedText as words } from '../text/booked.ts'
import { say } from '../text/text.ts'
import type { Lang, Words } from '../kit/words.ts'
import { capital, nearDateText, timeText } from '../text/ui.ts'
import { html, type Markup } from './markup.ts'
import { looksOnly, type OwnTicket } from './own-ticket.ts'
import { drawnIcon } from './ticket-drawings.ts'
import type { Base } from './ticket-forms.ts'

/** The lower half of a booked ticket: the QR code for the kiosk, when to come, what to bring. */
export function bookedInside(own: OwnTicket, lang: Lang, qr?: Markup): Markup | false {
  const { slot, state } = own.ticket
  if (!slot) return false
  const { zone } = own.office
  const time = (at: number) => timeText(at, zone, lang)
  const papers = own.service.requirements.length
  const bring = say(words[papers === 0 ? 'bring.none' : papers === 1 ? 'bring.paper' : 'bring.papers'], lang, {
    n: papers,
  })
  const { checkIn } = own
  const fact = (label: Words, value: string) =>
    html`<div>
      <dt>${say(label, lang)}</dt>
      <dd>${value}</dd>
    </div>`
  const window = checkIn
    ? fact(words['window'], `${time(checkIn.from)}–${time(checkIn.until)}`)
    : fact(words['slot'], time(slot.start))
  const code = looksOnly(own) ? undefined : qr
  return html`<div class="cut"></div>
    <div class="inside${code && ' with-qr'}">
      ${code && html`<div class="qr">${code}</div>`}
      <dl class="facts">
        ${fact(words['when'], capital(nearDateText(slot.start, zone, lang, own.now)))} ${state === 'booked' && window}
        ${fact(words['bring'], bring)} ${own.code !== null && fact(words['code'], own.code)}
      </dl>
    </div>`
}

/** What a booker can do besides coming, each a plain link. */
export function bookedLinks(own: OwnTicket, base: Base, lang: Lang): Markup | false {
  if (looksOnly(own)) return false
  const link = (icon: 'calendar' | 'calendarAdd' | 'chat' | 'cross', href: string, label: string, act?: string) =>
    html`<a class="row" href="${href}" data-act=${act}
      >${drawnIcon(icon)}<span>${label}</span>${drawnIcon('chevron')}</a
    >`
  const booked = own.ticket.state === 'booked'
  return html`<nav class="links" aria-label="${say(words['label.booked'], lang)}">
    ${booked && link('calendarAdd', `${base}/kalender.ics?lang=${lang}`, say(words['calendar'], lang))}
    ${link('chat', `${base}/bagikan?lang=${lang}`, say(words['share'], lang), 'share')}
    ${booked && link('calendar', `${base}/jadwal?lang=${lang}`, say(words['move'], lang))}
    ${booked && link('cross', `?batal=1&lang=${lang}`, say(words['cancel'], lang), 'cancel')}
  </nav>`
}

/** A booking that ended may still stand in the phone's calendar. */
export function calendarRemoval(own: OwnTicket, base: Base, lang: Lang): Markup | false {
  if (looksOnly(own) || own.movedTo || !own.ticket.slot || own.ticket.offeredUntil !== undefined) return false
  return html`<nav class="links" aria-label="${say(words['label.booked'], lang)}">
    <a class="row" href="${base}/kalender.ics?lang=${lang}"
      >${drawnIcon('calendar')}<span>${say(words['calendar.remove'], lang)}</span>${drawnIcon('chevron')}</a
    >
  </nav>`
}

/** The papers to bring; those that the booker has ticked carry a tick. */
export function papersList(own: OwnTicket, lang: Lang): Markup | false {
  const { requirements } = own.service
  if (requirements.length === 0) return false
  const have = html` <small class="have">${drawnIcon('check')} ${say(words['have'], lang)}</small>`
  return html`<ul>
    ${requirements.map(r => html`<li>${say(r.name, lang)}${own.papers.includes(r.id) && have}</li>`)}
  </ul>`
}
