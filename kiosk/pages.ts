import { html, nothing } from 'lit'
import { officeDate } from '../shared/kit/time.ts'
import type { HallOffice } from '../shared/office/office.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { timeText } from '../shared/text/ui.ts'
import { lang, t } from '../shared/web/lang.ts'
import type { LiveDay } from '../shared/web/live-day.ts'
import '../shared/web/ui/ui-banner.ts'
import { arrivalText } from './check-in/arrival.ts'
import { isOpened } from '../shared/office/opened.ts'
import { beforeDoors, isOfficeOpen, partOfDay } from './doors.ts'
import { countersAt, isHall, tilesOf, type Tile } from './parts/agencies.ts'
import { isChoosing, type Flow, type Taken } from './parts/flow.ts'
import './hall/kiosk-agency.ts'
import './hall/kiosk-find.ts'
import './hall/kiosk-hall.ts'
import './check-in/kiosk-check-in.ts'
import './kiosk-closed.ts'
import './kiosk-home.ts'
import './low/kiosk-low.ts'
import './kiosk-requirements.ts'
import { listAddress } from './later-panels.ts'
import './ticket/kiosk-slip.ts'
import './ticket/kiosk-ticket.ts'
import './kiosk-top.ts'
import { lowView } from './low/low-view.ts'
import type { LowContext } from './low/low-option.ts'
import { paperOf } from './ticket/paper.ts'
import { showsFull } from './parts/sentences.ts'
import { adviceBeside, seriesOf, type Card } from './parts/services.ts'
import { voiceFor } from './voice.ts'

/** The day as the kiosk follows it. */
export type Follows = Pick<
  LiveDay,
  'day' | 'estimates' | 'stale' | 'heard' | 'refused' | 'clockError' | 'now' | 'follow' | 'reconnect'
>

/** All that a screen shows. */
export interface Shown {
  readonly office: HallOffice
  readonly flow: Flow
  readonly live: Follows
  readonly cards: readonly Card[]
  /** Ids of the services that people come for most. */
  readonly often: readonly string[]
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
  const shut = isChoosing(flow.page) && !isOfficeOpen(office, live.day, live.now())
  if (flow.low && !shut)
    return html`<main>${low(shown, flow.low)}</main>
      ${slip}`
  return html`<kiosk-top
      role="banner"
      .office=${office}
      .now=${live.now()}
      .offset=${live.clockError}
      ?demo=${shown.demo}
      ?slim=${flow.page.name !== 'home' || isHall(office)}
    ></kiosk-top>
    ${live.stale && flow.page.name !== 'requirements' ? html`<ui-banner tone="offline"><b>${t(kioskText['offline.banner'])}.</b> ${asOf(shown)}</ui-banner>` : nothing}
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
      .office=${office}
      .arrival=${arrivalOf(shown, page.taken)}
      .address=${addressOf(page.taken)}
      .printing=${page.printing}
      .left=${shown.left}
      .of=${shown.of}
    ></kiosk-ticket>`
  if (page.name === 'checkIn')
    return html`<kiosk-check-in
      .page=${page}
      .letters=${seriesOf(office, live.day).map(it => it.letter)}
      .now=${live.now()}
      .zone=${office.zone}
    ></kiosk-check-in>`
  const old = live.stale ? t(kioskText['home.asof'], { time: timeText(live.heard, office.zone, lang()) }) : ''
  const card = page.name === 'requirements' ? cardOf(shown, page.serviceId) : undefined
  if (page.name === 'requirements' && card)
    return html`<kiosk-requirements
      .card=${card}
      .page=${page}
      .office=${office}
      .today=${officeDate(live.now(), office.zone)}
      .asOf=${old}
      .book=${bookOf(office, card, page.event)}
      .advice=${adviceBeside(shown.cards, card.service)}
    ></kiosk-requirements>`
  const booking = office.services.some(s => s.booking !== null)
  if (!isOfficeOpen(office, live.day, live.now()))
    return html`<kiosk-closed
      .office=${office}
      .now=${live.now()}
      ?booking=${booking && beforeDoors(live.day, live.now())}
      .book=${booking && isOpened(office) ? new URL(`/b/${office.id}`, location.origin).href : ''}
    ></kiosk-closed>`
  const note = [shown.demo ? t(kioskText['note.demo']) : '', shown.device].filter(Boolean).join(' · ')
  if (isHall(office)) return hall(shown, { old, note, booking })
  return html`<kiosk-home
    .office=${office}
    .today=${officeDate(live.now(), office.zone)}
    .cards=${shown.cards}
    .query=${page.name === 'home' ? page.query : ''}
    .sheet=${page.name === 'home' ? page.sheet : 0}
    .greeting=${partOfDay(office, live.now())}
    .asOf=${old}
    .note=${note}
    ?booking=${booking}
  ></kiosk-home>`
}

/** The pages of a hall of many agencies. */
function hall(shown: Shown, { old, note, booking }: { old: string; note: string; booking: boolean }) {
  const { office, live, flow, cards } = shown
  const { page } = flow
  const today = officeDate(live.now(), office.zone)
  const tiles = tilesOf(office, cards, live.now(), lang())
  const often = shown.often.flatMap(id => cards.find(card => card.service.id === id) ?? [])
  const tile = page.name === 'agency' ? tiles.find(it => it.id === page.id) : undefined
  if (page.name === 'agency' && tile)
    return html`<kiosk-agency
      .tile=${tile}
      .sheet=${page.sheet}
      .counters=${countersAt(office, live.day, tile)}
      .last=${lastNumber(shown)}
      .asOf=${old}
    ></kiosk-agency>`
  if (page.name === 'find')
    return html`<kiosk-find
      .office=${office}
      .today=${today}
      .tiles=${tiles}
      .often=${often}
      .query=${page.query}
      .sheet=${page.sheet}
      .asOf=${old}
    ></kiosk-find>`
  return html`<kiosk-hall
    .office=${office}
    .today=${today}
    .tiles=${tiles}
    .often=${often}
    .sheet=${page.name === 'home' ? page.sheet : 0}
    .greeting=${partOfDay(office, live.now())}
    .asOf=${old}
    .note=${note}
    ?booking=${booking}
  ></kiosk-hall>`
}

/** When the doors close to new numbers today. */
function lastNumber({ office, live }: Shown): string {
  const doors = live.day?.plan?.doors
  return doors ? timeText(doors.to, office.zone, lang()) : ''
}

function low(shown: Shown, set: NonNullable<Flow['low']>) {
  const { office, flow, live } = shown
  const { page } = flow
  const full = page.name === 'requirements' ? cardOf(shown, page.serviceId) : undefined
  return html`<kiosk-low
    .office=${office}
    .view=${lowView(flow, lowContext(shown))}
    .low=${set}
    .offset=${live.clockError}
    ?demo=${shown.demo}
    .speaks=${voiceFor(lang()) !== undefined}
    .inner=${page.name !== 'home'}
    .banner=${live.stale ? `${t(kioskText['offline.banner'])}. ${asOf(shown)}` : ''}
    .address=${page.name === 'ticket' ? addressOf(page.taken) : ''}
    .book=${full && page.name === 'requirements' ? lowBook(office, full, page) : ''}
  ></kiosk-low>`
}

/** What the accessible mode needs to know besides the flow. */
export function lowContext(shown: Pick<Shown, 'office' | 'live' | 'cards'>): LowContext {
  const { office, live, cards } = shown
  const arrival = (taken: Taken) => arrivalOf(shown, taken)
  const tiles: readonly Tile[] = isHall(office) ? tilesOf(office, cards, live.now(), lang()) : []
  return {
    office,
    cards,
    tiles,
    series: seriesOf(office, live.day),
    zone: office.zone,
    offline: live.stale,
    now: live.now(),
    arrival,
  }
}

function arrivalOf({ office, live }: Pick<Shown, 'office' | 'live'>, taken: Taken): string {
  return arrivalText(taken, live.day, live.now(), office.zone)
}

/** Where a phone books this service; empty where people only walk in. */
function bookOf(office: HallOffice, { service }: Card, event?: string): string {
  const what = event === undefined ? service.id : `peristiwa/${event}`
  return service.booking ? new URL(`/b/${office.id}/${what}`, location.origin).href : ''
}

/** The code beside the words of the accessible mode: of a full service, or of the papers that are missing. */
function lowBook(office: HallOffice, card: Card, page: Extract<Flow['page'], { name: 'requirements' }>): string {
  const book = bookOf(office, card, page.event)
  if (showsFull(card, page.take)) return book
  return page.short && book ? listAddress(book, page) : ''
}

function slipOf(shown: Shown, taken: Taken) {
  return html`<kiosk-slip
    .paper=${paperOf()}
    .office=${shown.office}
    .taken=${taken}
    .card=${cardOf(shown, taken.ticket.serviceId)!}
    .arrival=${arrivalOf(shown, taken)}
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
