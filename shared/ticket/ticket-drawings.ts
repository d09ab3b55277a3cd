import { MINUTE, type Instant } from '../kit/time.ts'
import { html, type Markup } from './markup.ts'

const ICONS = {
  arrow: html`<path d="M5 12h14M13 6l6 6-6 6" />`,
  bell: html`<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0" />`,
  calendar: html`<rect x="4" y="5.5" width="16" height="14.5" rx="2" /><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />`,
  calendarAdd: html`<rect x="4" y="5.5" width="16" height="14.5" rx="2" /><path
      d="M4 10h16M8.5 3.5v4M15.5 3.5v4M12 12.5v5M9.5 15h5"
    />`,
  chat: html`<path d="M4 5.5h16v11h-9L6.5 20v-3.5H4z" />`,
  check: html`<path d="M5 12.5l4.5 4.5L19 7.5" />`,
  chevron: html`<path d="M9.5 6l6 6-6 6" />`,
  clip: html`<path
    d="M18.5 11.5l-6.7 6.7a4 4 0 0 1-5.7-5.7l7.4-7.4a2.7 2.7 0 0 1 3.8 3.8l-7.2 7.2a1.3 1.3 0 0 1-1.9-1.9l6.2-6.2"
  />`,
  clock: html`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`,
  cross: html`<path d="M6 6l12 12M18 6L6 18" />`,
  doc: html`<path d="M6.5 3.5h7.5l4 4v13H6.5zM14 3.5v4h4M9.5 12h5.5M9.5 15.5h5.5" />`,
  hand: html`<circle cx="12" cy="12" r="8.5" /><path d="M9.5 8.5v7M14.5 8.5v7" />`,
  info: html`<circle cx="12" cy="12" r="8.5" /><path d="M12 11v5.5M12 7.8v.1" />`,
  list: html`<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1" />`,
} as const

/** An icon beside a word, in the colour of its text. A ticket's page has no Lit and draws its few itself. */
export function drawnIcon(name: keyof typeof ICONS): Markup {
  return html`<svg class="i" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${ICONS[name]}</svg>`
}

/** The Tanggap mark. */
export function drawnMark(): Markup {
  return html`<svg class="mark" viewBox="0 0 48 48" width="32" height="32" aria-hidden="true">
    <path
      class="body"
      d="M10 2h28a8 8 0 0 1 8 8v8.5a5.5 5.5 0 0 0 0 11V38a8 8 0 0 1-8 8H10a8 8 0 0 1-8-8v-8.5a5.5 5.5 0 0 0 0-11V10a8 8 0 0 1 8-8z"
    />
    <path class="letter" d="M20.5 10.5V29c0 5 3.2 8 8 8 2.2 0 4-.5 5.5-1.4M13.5 18.5H29" />
    <circle class="dot" cx="31.5" cy="27" r="3.9" />
  </svg>`
}

/** Ticks closer to an end of the track than this share of it would print over each other. */
const ROOM = 0.22

/**
 * The range of a call on a track from now on. Places are SVG attributes in percent, because a strict page refuses
 * `style`. Drawn by the minute, so that it changes only when its words do.
 */
export function drawnRange(
  range: { readonly from: Instant; readonly to: Instant },
  now: Instant,
  label: string,
  time: (at: Instant) => string,
): Markup {
  const start = Math.floor(now / MINUTE) * MINUTE
  const end = range.to + Math.max((range.to - start) / 2, MINUTE)
  const share = (at: Instant) => Math.min(1, Math.max(0, (at - start) / (end - start)))
  const [a, b] = [share(range.from), share(range.to)]
  const tick = (at: Instant, anchor: string) =>
    html`<text x="${percent(share(at))}" y="34" text-anchor="${anchor}">${time(at)}</text>`
  return html`<svg class="range" role="img" aria-label="${label}" width="100%" height="38">
    <rect class="track" x="0" y="4" width="100%" height="14" rx="7" />
    <rect class="span" x="${percent(a)}" y="4" width="${percent(b - a)}" height="14" rx="7" />
    <rect class="now" x="0" y="0" width="6" height="22" rx="3" />
    ${tick(start, 'start')} ${a > ROOM && a < 1 - ROOM && tick(range.from, 'middle')}
    ${b - a > ROOM && b < 1 - ROOM && tick(range.to, 'middle')} ${tick(end, 'end')}
  </svg>`
}

/** As many heads as fit in a row of a small phone. */
const MOST_HEADS = 16

/** The people ahead and, last, oneself; nothing when nobody is ahead or they would not fit. */
export function drawnHeads(ahead: number): Markup | false {
  if (ahead === 0 || ahead > MOST_HEADS - 1) return false
  const heads = Array.from({ length: ahead }, () => html`<i></i>`)
  return html`<div class="heads" aria-hidden="true">${heads}<i class="me"></i></div>`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
