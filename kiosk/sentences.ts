import { html } from 'lit'
import type { Instant, Zone } from '../shared/kit/time.ts'
import { kioskText } from '../shared/text/kiosk.ts'
import { timeText } from '../shared/text/ui.ts'
import { lang, t } from '../shared/web/lang.ts'
import type { Take } from './flow.ts'
import type { Card } from './services.ts'

/** Why a number could not be taken, in words. `final`: trying again cannot help. */
export interface Trouble {
  readonly tone: 'attention' | 'bad'
  readonly words: string
  readonly final: boolean
}

/** Nobody waits, and the counter is free soon: a shared counter may keep people waiting although this line is empty. */
export function quiet({ waiting, minutes }: Pick<Card, 'waiting' | 'minutes'>): boolean {
  return waiting === 0 && (minutes?.from ?? 0) === 0
}

/** "12 menunggu · perkiraan 20–35 menit · 3 loket buka" */
export function headLine({ waiting, minutes, counters }: Card, asOf = ''): string {
  const line = [
    quiet({ waiting, minutes }) ? t(kioskText['home.nobody']) : t(kioskText['home.waiting'], { n: waiting }),
  ]
  if (asOf) line.push(asOf)
  if (minutes) line.push(t(kioskText['req.range'], minutes))
  if (counters.length === 1) line.push(t(kioskText['req.loket.one']))
  else if (counters.length > 1) line.push(t(kioskText['req.loket'], { n: counters.length }))
  return line.join(' · ')
}

/** What stands in the way of the number, or `null`. */
export function trouble(take: Take, offline: boolean): Trouble | null {
  if (take.state === 'unsaved') return { tone: 'bad', words: t(kioskText['req.unsaved']), final: false }
  if (take.state === 'refused') return refused(take.code)
  if (offline && take.state === 'resting')
    return { tone: 'attention', words: t(kioskText['req.offline']), final: false }
  return null
}

/** "12 orang" */
export function peopleText(n: number): string {
  if (n === 0) return t(kioskText['ticket.nobody'])
  return n === 1 ? t(kioskText['ticket.person']) : t(kioskText['ticket.people'], { n })
}

/** "10.44–10.59" */
export function rangeText(range: { from: Instant; to: Instant } | null, zone: Zone): string {
  if (!range) return t(kioskText['ticket.unknown'])
  return `${timeText(range.from, zone, lang())}–${timeText(range.to, zone, lang())}`
}

/** Keeps "KTP-el" and "A-047" on one line by style alone: what is read and searched stays the plain word. */
export function unbroken(text: string) {
  return text
    .split(/(\S*\w-\w\S*)/)
    .map((part, i) => (i % 2 === 1 ? html`<span class="unbroken">${part}</span>` : part))
}

function refused(code: string): Trouble {
  switch (code) {
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
