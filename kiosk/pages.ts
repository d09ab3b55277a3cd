import { html, nothing } from 'lit'
import type { OfficeInfo } from '../shared/office/office.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { timeText } from '../shared/text/ui.ts'
import { lang, t } from '../shared/web/lang.ts'
import type { LiveDay } from '../shared/web/live-day.ts'
import '../shared/web/ui/ui-banner.ts'
import { isOpen, partOfDay } from './doors.ts'
import type { Flow, Taken } from './flow.ts'
import './kiosk-closed.ts'
import './kiosk-home.ts'
import './kiosk-low.ts'
import './kiosk-requirements.ts'
import './kiosk-slip.ts'
import './kiosk-ticket.ts'
import './kiosk-top.ts'
import { lowView } from './low-view.ts'
import { paperOf } from './paper.ts'
import type { Card } from './services.ts'
import { voiceFor } from './voice.ts'

/** The day as the kiosk follows it. */
export type Follows = Pick<
  LiveDay,
  'day' | 'estimates' | 'stale' | 'heard' | 'refused' | 'clockError' | 'now' | 'follow' | 'reconnect'
>

/** All that a screen shows. */
export interface Shown {
  readonly office: OfficeInfo
  readonly flow: Flow
  readonly live: Follows
  readonly cards: readonly Card[]
  readonly device: string
  readonly demo: boolean
  /** Seconds for which a ticket stays, of how many. */
  readonly left: number
  readonly of: number
}

/** The screen of a flow. */
export function screenOf(shown: Shown) {
  const { office, flow, live } = shown
  const slip = flow.page.name === 'ticket' ? slipOf(shown, flow.page.taken) : nothing
  const shut = flow.page.name === 'home' && !isOpen(office, live.day, live.now())
  if (flow.low && !shut)
    return html`<main>${low(shown, flow.low)}</main>
      ${slip}`
  return html`<kiosk-top
      .office=${office}
      .now=${live.now()}
      .offset=${live.clockError}
      ?slim=${flow.page.name !== 'home'}
    ></kiosk-top>
    ${live.stale && flow.page.name !== 'requirements' ? html`<ui-banner><b>${t(kioskText['offline.banner'])}.</b> ${asOf(shown)}</ui-banner>` : nothing}
    <main>${page(shown)}</main>
    ${slip}`
}

function page(shown: Shown) {
  const { office, flow, live } = shown
  const { page } = flow
  if (page.name === 'ticket')
    return html`<kiosk-ticket
      .taken=${page.taken}
      .card=${cardOf(shown, page.taken.ticket.serviceId)!}
      .zone=${office.zone}
      .address=${addressOf(page.taken)}
      .printing=${page.printing}
      .left=${shown.left}
      .of=${shown.of}
    ></kiosk-ticket>`
  const old = live.stale ? t(kioskText['home.asof'], { time: timeText(live.heard, office.zone, lang()) }) : ''
  const card = page.name === 'requirements' ? cardOf(shown, page.serviceId) : undefined
  if (page.name === 'requirements' && card)
    return html`<kiosk-requirements .card=${card} .page=${page} .asOf=${old}></kiosk-requirements>`
  if (!isOpen(office, live.day, live.now()))
    return html`<kiosk-closed .office=${office} .now=${live.now()}></kiosk-closed>`
  const note = [shown.demo ? t(kioskText['note.demo']) : '', shown.device]
  return html`<kiosk-home
    .cards=${shown.cards}
    .query=${page.name === 'home' ? page.query : ''}
    .sheet=${page.name === 'home' ? page.sheet : 0}
    .greeting=${partOfDay(office, live.now())}
    .asOf=${old}
    .note=${note.filter(Boolean).join(' · ')}
  ></kiosk-home>`
}

function low(shown: Shown, set: NonNullable<Flow['low']>) {
  const { office, flow, live, cards } = shown
  return html`<kiosk-low
    .office=${office}
    .view=${lowView(flow, { cards, zone: office.zone, offline: live.stale })}
    .low=${set}
    .offset=${live.clockError}
    .speaks=${voiceFor(lang()) !== undefined}
    .inner=${flow.page.name !== 'home'}
    .banner=${live.stale ? `${t(kioskText['offline.banner'])}. ${asOf(shown)}` : ''}
    .address=${flow.page.name === 'ticket' ? addressOf(flow.page.taken) : ''}
  ></kiosk-low>`
}

function slipOf(shown: Shown, taken: Taken) {
  return html`<kiosk-slip
    .paper=${paperOf()}
    .office=${shown.office}
    .taken=${taken}
    .card=${cardOf(shown, taken.ticket.serviceId)!}
    .address=${addressOf(taken)}
    .device=${shown.device}
    .demo=${shown.demo}
  ></kiosk-slip>`
}

function cardOf(shown: Shown, serviceId: string): Card | undefined {
  return shown.cards.find(card => card.service.id === serviceId)
}

function asOf({ office, live }: Shown): string {
  return t(kioskText['offline.words'], { time: timeText(live.heard, office.zone, lang()) })
}

function addressOf(taken: Taken): string {
  return new URL(taken.path, location.origin).href
}
