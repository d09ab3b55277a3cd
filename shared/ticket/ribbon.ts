import { DAY, type Instant, type Zone } from '../kit/time.ts'
import type { Lang } from '../kit/words.ts'
import type { Doors } from '../office/doors.ts'
import { homeText as words } from '../text/home.ts'
import { say } from '../text/text.ts'
import { timeText } from '../text/ui.ts'
import { html, type Markup } from './markup.ts'

/**
 * The service day as a band: woven is gone, hatched is a break, the amber bar is now. Places are SVG attributes in percent,
 * because a strict page refuses `style`.
 */
export function drawnRibbon(doors: Doors, now: Instant, zone: Zone, lang: Lang): Markup | false {
  // A day that never closes has no shape.
  if (doors.to - doors.from >= DAY) return false
  const w = (key: keyof typeof words, values?: Record<string, string>) => say(words[key], lang, values)
  const time = (at: Instant) => timeText(at, zone, lang)
  const share = (at: Instant) => Math.min(1, Math.max(0, (at - doors.from) / (doors.to - doors.from)))
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`
  const running = now >= doors.from && now < doors.to
  const rests = doors.breaks.map(b => w('ribbon.break', { from: time(b.from), to: time(b.to) }))
  const label = [
    w('ribbon', { open: time(doors.from), close: time(doors.to) }),
    ...rests,
    ...(running ? [w('ribbon.now', { now: time(now) })] : []),
  ].join(', ')
  return html`<div>
    <svg class="ribbon" role="img" aria-label="${label}" width="100%" height="18">
      <pattern id="woven" width="10" height="4" patternUnits="userSpaceOnUse">
        <path class="cloth" d="M0 0h10v4H0z" />
        <path class="thread" d="M0 3.5h10M7.5 0v4" />
      </pattern>
      <pattern id="rest" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6l6-6" /></pattern>
      <rect class="track" x="0" y="4" width="100%" height="10" rx="2" />
      <rect x="0" y="4" width="${percent(share(now))}" height="10" rx="2" fill="url(#woven)" />
      ${doors.breaks.map(
        b =>
          html`<rect
            x="${percent(share(b.from))}"
            y="4"
            width="${percent(share(b.to) - share(b.from))}"
            height="10"
            fill="url(#rest)"
          />`,
      )}
      ${running && html`<rect class="now" x="${percent(share(now))}" y="0" width="5" height="18" rx="2" />`}
    </svg>
    <div class="lbls" aria-hidden="true">
      <span>${time(doors.from)}</span>${rests.map(rest => html`<span>${rest}</span>`)}<span>${time(doors.to)}</span>
    </div>
  </div>`
}
