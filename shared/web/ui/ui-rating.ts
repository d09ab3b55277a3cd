import { LitElement, css, html, nothing, svg } from 'lit'
import { customElement, property, queryAll } from 'lit/decorators.js'
import { uiText } from '../../text/ui.ts'
import { LangController, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'
import { emit } from './emit.ts'
import { rovingStep } from './roving.ts'

/** A rating of one service, 1 (tidak puas) to 4 (sangat puas). */
export type Rating = 1 | 2 | 3 | 4

const FACES = [
  [4, svg`<path d="M14.5 27.5c2.5 7.5 16.5 7.5 19 0z"/>`],
  [3, svg`<path d="M16 29c3.5 4.5 12.5 4.5 16 0"/>`],
  [2, svg`<path d="M16.5 32h15"/>`],
  [1, svg`<path d="M16 34c3.5-5 12.5-5 16 0"/>`],
] as const

/** Four faces with words, of equal weight and one hue, so that the drawing suggests no answer. */
@customElement('ui-rating')
export class UiRating extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: grid;
        gap: var(--s2);
      }
      button {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 1rem;
        min-height: clamp(4.25rem, 12vh, 5.75rem);
        padding: 0.3rem 1.1rem;
        border: 2px solid var(--edge);
        border-radius: var(--r-l);
        background: var(--surface);
        color: var(--ink);
        font-size: 1.1875rem;
        font-weight: 700;
        text-align: start;
        touch-action: manipulation;
      }
      svg {
        width: 3.5rem;
        height: 3.5rem;
        fill: none;
        stroke: var(--accent);
        stroke-width: 2.5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      circle {
        fill: var(--accent-soft);
      }
      .eyes {
        stroke-width: 4.5;
      }
      [aria-checked='true'] {
        background: var(--accent-soft);
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      [aria-checked='true'] circle {
        fill: var(--surface);
      }
      button:disabled {
        border-style: dashed;
        cursor: not-allowed;
      }
      button:disabled:not([aria-checked='true']) {
        background: var(--sunk);
        color: var(--soft);
      }
      /* Lying down it is short: all four marks stand side by side, lest the last one be out of sight. */
      @media (orientation: landscape) and (min-width: 30em) {
        :host([layout='column']) div {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        :host([layout='column']) button {
          grid-template-columns: 1fr;
          grid-template-rows: auto 1fr;
          justify-items: center;
          gap: 0.4rem;
          padding: 0.75rem 0.25rem;
          line-height: 1.2;
          text-align: center;
        }
      }
      :host([layout='row']) div {
        grid-template-columns: repeat(4, 1fr);
        gap: 0.375rem;
      }
      :host([layout='row']) button {
        grid-template-columns: 1fr;
        grid-template-rows: auto 1fr;
        justify-items: center;
        gap: 0.15rem;
        min-height: 5.5rem;
        padding: 0.5rem 0.1rem;
        font-size: 0.8125rem;
        line-height: 1.15;
        text-align: center;
      }
      :host([layout='row']) svg {
        width: 2.4rem;
        height: 2.4rem;
      }
      :host([layout='row']) span {
        max-width: 4.2em;
      }
    `,
  ]

  @property({ type: Number }) value: Rating | 0 = 0
  @property({ reflect: true }) layout: 'column' | 'row' = 'column'
  @property() label = ''
  @property({ type: Boolean, reflect: true }) disabled = false
  @queryAll('button') private faces!: NodeListOf<HTMLButtonElement>

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<div
      role="radiogroup"
      aria-label=${this.label || t(uiText['rating.label'])}
      aria-disabled=${this.disabled ? 'true' : nothing}
    >
      ${FACES.map(
        ([value, mouth], place) =>
          html`<button
            type="button"
            role="radio"
            aria-checked=${this.value === value}
            tabindex=${this.value === value || (this.value === 0 && place === 0) ? 0 : -1}
            ?disabled=${this.disabled}
            @click=${() => this.#rate(value)}
            @keydown=${(event: KeyboardEvent) => this.#move(event, place)}
          >
            <svg viewBox="0 0 48 48" aria-hidden="true">
              <circle cx="24" cy="24" r="20"></circle>
              <path class="eyes" d="M17 19.5v.1M31 19.5v.1"></path>
              ${mouth}</svg
            ><span>${t(uiText[`rating.${value}`])}</span>
          </button>`,
      )}
    </div>`
  }

  // An arrow only moves: one choice is a complete answer and may be sent at once, so it must be meant.
  #move(event: KeyboardEvent, place: number): void {
    const next = rovingStep(event.key, place, FACES.length)
    if (next === undefined) return
    event.preventDefault()
    this.faces[next]?.focus()
  }

  #rate(value: Rating): void {
    this.value = value
    emit(this, 'rate', { value })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-rating': UiRating
  }
}
