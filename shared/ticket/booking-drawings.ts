import { pictogramShape } from '../office/pictograms.ts'
import { html, raw, type Markup } from './markup.ts'

const SIGNS = {
  search: html`<circle cx="11" cy="11" r="6.5" /><path d="M16 16l4.5 4.5" />`,
  download: html`<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14" />`,
  clock: html`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`,
  back: html`<path d="M14.5 6l-6 6 6 6" />`,
} as const

/** An icon of the booking pages beside a word, in the colour of its text. */
export function drawnSign(name: keyof typeof SIGNS): Markup {
  return html`<svg class="i" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${SIGNS[name]}</svg>`
}

/** The pictogram of a service. */
export function drawnPictogram(name: string): Markup {
  return html`<svg
    class="pict"
    viewBox="0 0 48 48"
    width="40"
    height="40"
    fill="none"
    stroke="var(--accent)"
    stroke-width="2.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${raw(pictogramShape(name))}
  </svg>`
}
