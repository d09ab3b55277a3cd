import { html, type TemplateResult } from 'lit'
import { unsafeSVG } from 'lit/directives/unsafe-svg.js'
import { pictogramShape } from '../../office/pictograms.ts'

/** The pictogram of a service, 3rem wide. */
export function pictogram(name: string): TemplateResult {
  return html`<svg
    class="pict"
    viewBox="0 0 48 48"
    width="3rem"
    height="3rem"
    fill="none"
    stroke="var(--accent)"
    stroke-width="2.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${unsafeSVG(pictogramShape(name))}
  </svg>`
}
