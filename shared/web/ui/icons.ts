import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit'

// 24 grid, stroke 2, round caps; always beside a word, so always hidden from a screen reader.
const SHAPES = {
  accessibility: svg`<circle cx="12" cy="4.6" r="1.9"/><path d="M5 8.6c4.5 1.2 9.5 1.2 14 0M12 9.5v5M12 14.5l-3 6M12 14.5l3 6"/>`,
  arrow: svg`<path d="M5 12h14M13 6l6 6-6 6"/>`,
  back: svg`<path d="M19 12H5M11 6l-6 6 6 6"/>`,
  bell: svg`<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0"/>`,
  calendar: svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  'check-in': svg`<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/><path d="M8.5 8.5h2.5v2.5H8.5zM13.5 13.5h2v2h-2zM13.5 8.5h2v2h-2zM8.5 13.5h2v2h-2z"/>`,
  chevron: svg`<path d="M9.5 6l6 6-6 6"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  coffee: svg`<path d="M5 9h11v6.5a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10.5h2a2.2 2.2 0 0 1 0 4.4h-2M8.5 3.5v2.5M12.5 3.5v2.5"/>`,
  counter: svg`<rect x="3.5" y="5" width="17" height="11" rx="1.5"/><path d="M9 20h6M12 16v4"/>`,
  doc: svg`<path d="M6.5 3.5h7.5l4 4v13H6.5zM14 3.5v4h4M9.5 12h5.5M9.5 15.5h5.5"/>`,
  down: svg`<path d="M12 4v12M7 11.5l5 5 5-5M4 20.5h16"/>`,
  download: svg`<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>`,
  eye: svg`<path d="M2.5 12c5-8 14-8 19 0-5 8-14 8-19 0z"/><circle cx="12" cy="12" r="2.8"/>`,
  flag: svg`<path d="M6 21V4M6 5h11l-2 3.5 2 3.5H6"/>`,
  hand: svg`<path d="M8 12V6.2a1.4 1.4 0 0 1 2.8 0V11M10.8 10.5V4.7a1.4 1.4 0 0 1 2.8 0v5.8M13.6 10.8V6a1.4 1.4 0 0 1 2.8 0v7.5c0 4-2 7-5.4 7-2.7 0-4.2-1.4-5.5-4L3.7 13c-.6-1.3 1-2.2 1.9-1.1L8 14.5"/>`,
  history: svg`<path d="M4.5 9.5h10a5 5 0 0 1 0 10H9M8.5 5.5l-4 4 4 4"/>`,
  info: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.8v.1"/>`,
  list: svg`<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1"/>`,
  lock: svg`<rect x="5.5" y="10.5" width="13" height="9.5" rx="2"/><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>`,
  logout: svg`<path d="M14 4H5.5v16H14M10 12h10.5M16.5 8l4 4-4 4"/>`,
  message: svg`<path d="M4 5.5h16v11h-9L6.5 20v-3.5H4z"/>`,
  offline: svg`<path d="M4 4l16 16M8.2 15.6a5.4 5.4 0 0 1 6.3-.8M4.8 12a10.5 10.5 0 0 1 4.6-2.7M12.8 8.7c2.5.1 4.7 1.3 6.4 3.3M12 19v.1"/>`,
  pause: svg`<path d="M8.5 6v12M15.5 6v12"/>`,
  people: svg`<circle cx="9" cy="8.5" r="3"/><path d="M3.5 19c.5-3.5 2.6-5 5.5-5s5 1.5 5.5 5M15.5 6a3 3 0 0 1 0 5.5M17 14.5c2 .5 3.2 2 3.5 4.5"/>`,
  place: svg`<path d="M12 21c4.5-5 7-8.3 7-11.5a7 7 0 0 0-14 0C5 12.7 7.5 16 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>`,
  play: svg`<path d="M7.5 5.5v13l10.5-6.5z"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  printer: svg`<path d="M7 9V4h10v5M7 17H4.5V9h15v8H17M7 14h10v6H7z"/>`,
  refresh: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5M19.8 3.5v4.2h-4.2"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4.5 4.5"/>`,
  skip: svg`<path d="M5 6l7.5 6L5 18zM18 6v12"/>`,
  sound: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.2a4 4 0 0 1 0 5.6M18 6.7a7.5 7.5 0 0 1 0 10.6"/>`,
  'sound-off': svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.5l5 5M20.5 9.5l-5 5"/>`,
  star: svg`<path d="M12 3.8l2.5 5.3 5.7.7-4.2 4 1.1 5.8L12 16.8l-5.1 2.8L8 13.8l-4.2-4 5.7-.7z"/>`,
  swap: svg`<path d="M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4"/>`,
  'text-size': svg`<path d="M3.5 18L8 7l4.5 11M5 14.5h6M14.5 18l3-7 3 7M15.5 16h4"/>`,
  user: svg`<circle cx="12" cy="8.2" r="3.7"/><path d="M4.5 20c.7-4.2 3.5-6.3 7.5-6.3s6.8 2.1 7.5 6.3"/>`,
  warning: svg`<path d="M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.1"/>`,
} as const satisfies Record<string, SVGTemplateResult>

/** The name of a UI icon. */
export type IconName = keyof typeof SHAPES

/** A UI icon, 1.25em wide in the colour of its text; hidden from a screen reader because a word stands beside it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg
    class="i"
    viewBox="0 0 24 24"
    width="1.25em"
    height="1.25em"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${SHAPES[name]}
  </svg>`
}
