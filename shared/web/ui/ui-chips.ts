import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, queryAll } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'
import { emit } from './emit.ts'
import { rovingStep } from './roving.ts'

/** One answer that can be chosen. */
export type ChipOption = { readonly value: string; readonly label: string }

/** Short answers to touch: several (reasons), one of a few in two columns (SKM), or fixed with the reason why. */
@customElement('ui-chips')
export class UiChips extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      button {
        min-height: max(44px, var(--target) * 0.9);
        padding: 0 0.9rem;
        border: 2px solid var(--edge);
        border-radius: var(--r-pill);
        background: var(--surface);
        color: var(--ink);
        font-size: 0.9375rem;
        font-weight: 600;
        touch-action: manipulation;
      }
      [aria-pressed='true'],
      [aria-checked='true'] {
        background: var(--accent);
        border-color: var(--accent);
        color: var(--on-accent);
      }
      :host(:not([mode='multi'])) div {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.4rem;
      }
      :host(:not([mode='multi'])) button {
        min-height: max(48px, var(--target));
        padding: 0.3rem 0.4rem;
        border-radius: var(--r-m);
        font-size: 0.875rem;
        line-height: 1.2;
      }
      button:disabled {
        cursor: not-allowed;
      }
      button:disabled:not([aria-checked='true']) {
        border-style: dashed;
        background: var(--sunk);
        color: var(--soft);
      }
      p {
        margin-top: 0.5rem;
        font-size: var(--t-xs);
        color: var(--soft);
      }
    `,
  ]

  @property({ reflect: true }) mode: 'multi' | 'single' | 'fixed' = 'multi'
  @property({ attribute: false }) options: readonly ChipOption[] = []
  @property({ attribute: false }) selected: readonly string[] = []
  @property() label = ''
  /** Why the answer is fixed. */
  @property() why = ''
  @queryAll('button') private chips!: NodeListOf<HTMLButtonElement>

  protected override render() {
    const multi = this.mode === 'multi'
    return html`<div
        role=${multi ? 'group' : 'radiogroup'}
        aria-label=${this.label || nothing}
        aria-disabled=${this.mode === 'fixed' ? 'true' : nothing}
        aria-describedby=${this.why ? 'why' : nothing}
      >
        ${this.options.map((option, place) => (multi ? this.#toggle(option) : this.#radio(option, place)))}
      </div>
      ${this.why ? html`<p id="why">${this.why}</p>` : nothing}`
  }

  #toggle(option: ChipOption) {
    const on = this.selected.includes(option.value)
    const next = on ? this.selected.filter(value => value !== option.value) : [...this.selected, option.value]
    return html`<button type="button" aria-pressed=${on} @click=${() => this.#select(next)}>${option.label}</button>`
  }

  #radio(option: ChipOption, place: number) {
    const on = this.selected[0] === option.value
    return html`<button
      type="button"
      role="radio"
      aria-checked=${on}
      tabindex=${on || (this.selected.length === 0 && place === 0) ? 0 : -1}
      ?disabled=${this.mode === 'fixed'}
      @click=${() => this.#select([option.value])}
      @keydown=${(event: KeyboardEvent) => this.#move(event, place)}
    >
      ${option.label}
    </button>`
  }

  #move(event: KeyboardEvent, place: number): void {
    const next = rovingStep(event.key, place, this.options.length)
    if (next === undefined) return
    event.preventDefault()
    this.chips[next]?.focus()
    this.#select([this.options[next]!.value])
  }

  #select(selected: readonly string[]): void {
    this.selected = selected
    emit(this, 'change', { selected })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chips': UiChips
  }
}
