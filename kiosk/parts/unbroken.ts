import { html } from 'lit'

/** Keeps "KTP-el" and "A-047" on one line by style alone: what is read and searched stays the plain word. */
export function unbroken(text: string) {
  return text
    .split(/(\S*\w-\w\S*)/)
    .map((part, i) => (i % 2 === 1 ? html`<span class="unbroken">${part}</span>` : part))
}
