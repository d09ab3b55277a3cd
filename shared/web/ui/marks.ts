import { html, type TemplateResult } from 'lit'

/** The mark of Tanggap: a ticket, a lower-case t, and an amber dot in its hook. At least 24 px wide. */
export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 48 48" width="2.5rem" height="2.5rem" fill="none" aria-hidden="true">
    <path
      fill="var(--mark-body)"
      d="M10 2h28a8 8 0 0 1 8 8v8.5a5.5 5.5 0 0 0 0 11V38a8 8 0 0 1-8 8H10a8 8 0 0 1-8-8v-8.5a5.5 5.5 0 0 0 0-11V10a8 8 0 0 1 8-8z"
    />
    <path
      stroke="var(--mark-stroke)"
      stroke-width="5"
      stroke-linecap="round"
      d="M20.5 10.5V29c0 5 3.2 8 8 8 2.2 0 4-.5 5.5-1.4M13.5 18.5H29"
    />
    <circle fill="var(--call)" cx="31.5" cy="27" r="3.9" />
  </svg>`
}

/** A neutral crest that stands in until the office gives its own logo. */
export function crest(): TemplateResult {
  return html`<svg
    class="crest"
    viewBox="0 0 48 56"
    width="2.75rem"
    fill="none"
    stroke="var(--accent)"
    stroke-width="2.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path fill="var(--accent-soft)" d="M4 5c7 1.5 13 .5 20-3 7 3.5 13 4.5 20 3v22c0 13-8 21-20 27C12 48 4 40 4 27z" />
    <path
      d="M11 30c4.3-3.5 8.7-3.5 13 0s8.7 3.5 13 0M11 37c4.3-3.5 8.7-3.5 13 0s8.7 3.5 13 0M24 11v8M17 15.5l7-4.5 7 4.5"
    />
  </svg>`
}

/** A logo on its own light ground, because most are drawn for paper. */
const LOGO_STYLE =
  'width:auto;height:2.6rem;max-width:7.8rem;padding:.15rem;border-radius:.25rem;background:#fffdf8;object-fit:contain'

const PAPER_STYLE = 'width:auto;height:10mm;max-width:30mm;object-fit:contain'

/** What stands beside the name of an office in a hall: its logo, or the crest. */
export function officeCrest({ logo }: { readonly logo: string }): TemplateResult {
  return logo === '' ? crest() : html`<img class="crest" alt="" src="/logo/${logo}.png" .style=${LOGO_STYLE} />`
}

/** The same on paper: its logo, or the mark of Tanggap. */
export function officeMark({ logo }: { readonly logo: string }): TemplateResult {
  return logo === '' ? mark() : html`<img class="mark" alt="" src="/logo/${logo}.png" .style=${PAPER_STYLE} />`
}
