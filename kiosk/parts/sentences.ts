import type { Instant, Zone } from '../../shared/kit/time.ts'
import type { Range } from '../../shared/queue/day.ts'
import { closeReasonText } from '../../shared/text/closures.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { clockRange, minuteRange } from '../../shared/text/ranges.ts'
import { timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import type { Take } from './flow.ts'
import { fewLeft, isFull, type Card } from './services.ts'

/** Why a number could not be taken, in words. `final`: trying again cannot help. */
export interface Trouble {
  readonly tone: 'attention' | 'offline' | 'bad'
  readonly words: string
  readonly final: boolean
}

/** Nobody waits, and the counter is free soon: a shared counter may keep people waiting although this line is empty. */
export function quiet({ waiting, told }: Pick<Card, 'waiting' | 'told'>): boolean {
  return waiting === 0 && (told === undefined || told.kind === 'soon')
}

/** "12 menunggu · perkiraan 20–35 menit · 3 loket buka" */
export function headLine(card: Card, asOf = ''): string {
  const { waiting, told, counters } = card
  const line = [quiet(card) ? t(kioskText['home.nobody']) : t(kioskText['home.waiting'], { n: waiting })]
  if (asOf) line.push(asOf)
  if (told) line.push(minuteRange(told, lang(), 'about'))
  if (counters.length === 1) line.push(t(kioskText['req.loket.one']))
  else if (counters.length > 1) line.push(t(kioskText['req.loket'], { n: counters.length }))
  const left = leftText(card)
  if (left) line.push(left)
  return line.join(' · ')
}

/** "sisa 4" or "3 tempat dibuka kembali"; empty where there is plenty. */
export function leftText(card: Card): string {
  const n = fewLeft(card)
  if (n === null) return ''
  if (!card.reopened) return t(kioskText['home.left'], { n })
  return n === 1 ? t(kioskText['home.reopened.one']) : t(kioskText['home.reopened'], { n })
}

/** "Tutup sampai 11.30" and why, for a service that is closed for a while. */
export function pausedLines({ reason, until, zone }: NonNullable<Card['paused']>): readonly [string, string] {
  const time = until === undefined ? '' : timeText(until, zone, lang())
  return [
    time ? t(kioskText['home.closed.until'], { time }) : t(kioskText['home.closed.now']),
    capital(t(closeReasonText[reason])),
  ]
}

/** Places are gone, and no number can have been made meanwhile: the page then shows how to come by one. */
export function showsFull(card: Card, take: Take): boolean {
  return isFull(card) && take.state !== 'busy' && take.state !== 'unsaved'
}

/** What stands in the way of the number, or `null`. */
export function trouble(take: Take, offline: boolean, card?: Card): Trouble | null {
  // An act whose answer never came may have made a number, so it is asked for again whatever else has changed.
  if (card?.paused && take.state !== 'unsaved' && take.state !== 'busy') return paused(card, card.paused)
  if (take.state === 'unsaved') return { tone: 'bad', words: t(kioskText['req.unsaved']), final: false }
  if (take.state === 'refused') return refused(take.code)
  if (offline && take.state === 'resting') return { tone: 'offline', words: t(kioskText['req.offline']), final: false }
  return null
}

/** "12 orang" */
export function peopleText(n: number): string {
  if (n === 0) return t(kioskText['ticket.nobody'])
  return n === 1 ? t(kioskText['ticket.person']) : t(kioskText['ticket.people'], { n })
}

/** "10.45–11.00", as it was told at an instant. */
export function rangeText(range: Range | null, at: Instant, zone: Zone): string {
  return range ? clockRange(range, at, zone, lang()) : t(kioskText['ticket.unknown'])
}

function paused({ service }: Card, { reason, until, zone }: NonNullable<Card['paused']>): Trouble {
  const values = { service: t(service.name), reason: t(closeReasonText[reason]) }
  const words =
    until === undefined
      ? t(kioskText['req.paused'], values)
      : t(kioskText['req.paused.until'], { ...values, time: timeText(until, zone, lang()) })
  return { tone: 'attention', words, final: true }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Why the server said no, for a number as for a check-in. */
export function refused(code: string): Trouble {
  switch (code) {
    // The places may come back while the person stands here, so trying again stays possible.
    case 'QUOTA_FULL':
      return { tone: 'attention', words: t(kioskText['req.full']), final: false }
    case 'OFFICE_CLOSED':
      return { tone: 'bad', words: t(kioskText['req.closed']), final: true }
    case 'SERVICE_CLOSED':
    case 'SERVICE_UNKNOWN':
      return { tone: 'bad', words: t(kioskText['req.service']), final: true }
    case 'TOO_MANY_REQUESTS':
      return { tone: 'attention', words: t(kioskText['req.many']), final: false }
    case 'NOT_SIGNED_IN':
    case 'FORBIDDEN':
    case 'DEVICE_REVOKED':
      return { tone: 'bad', words: t(kioskText['req.unpaired']), final: true }
    default:
      return { tone: 'bad', words: t(kioskText['req.failed']), final: true }
  }
}
