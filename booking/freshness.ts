import { html, type Markup } from '../shared/ticket/markup.ts'
import { MINUTE, type Instant, type Zone } from '../shared/kit/time.ts'
import { bookingText as words } from '../shared/text/booking.ts'
import { say } from '../shared/text/text.ts'
import type { Lang } from '../shared/kit/words.ts'
import { timeText } from '../shared/text/ui.ts'

/** Age in milliseconds from which a page that lost its connection is called old; sooner when the phone knows it is offline. */
const OLD_MS = 30_000
const OFFLINE_MS = 10_000

/** What is known of the connection. */
export interface Connection {
  readonly connected: boolean
  readonly online: boolean
  /** When the server was last heard, by its own clock. */
  readonly heard: Instant
  readonly now: Instant
}

/** Whether the page can no longer be taken for the present. */
export function isOld({ connected, online, heard, now }: Connection): boolean {
  return online ? !connected && now - heard > OLD_MS : now - heard > OFFLINE_MS
}

/** How old the page is, in words. */
export function freshLine(it: Connection, zone: Zone, lang: Lang): Markup {
  const time = timeText(it.heard, zone, lang)
  if (isOld(it)) {
    const what = say(words[it.online ? 'fresh.stale' : 'fresh.offline'], lang, { time })
    return html`<div class="note call" role="status">
      <p><b>${what}</b> ${oldAge(it, lang)}. ${say(words['fresh.watch'], lang)}</p>
    </div>`
  }
  // A quiet hall sends nothing; while the connection stands the picture is the present all the same.
  if (it.connected && it.now - it.heard > MINUTE) {
    return html`<p class="fresh live">${say(words['fresh.quiet'], lang, { time })}</p>`
  }
  return html`<p class="fresh live">${age(it, lang)}</p>`
}

/** By the minute, because a screen reader says it anew at every change. */
function oldAge({ heard, now }: Pick<Connection, 'heard' | 'now'>, lang: Lang): string {
  const minutes = Math.floor((now - heard) / MINUTE)
  if (minutes < 1) return say(words['fresh.less'], lang)
  if (minutes < 120) return say(words['fresh.minutes'], lang, { n: minutes })
  return say(words['fresh.hours'], lang, { n: Math.floor(minutes / 60) })
}

function age({ heard, now }: Connection, lang: Lang): string {
  const seconds = Math.max(0, Math.round((now - heard) / 1000))
  if (seconds < 2) return say(words['fresh.now'], lang)
  return seconds < 60 ? say(words['fresh.seconds'], lang, { n: seconds }) : oldAge({ heard, now }, lang)
}
