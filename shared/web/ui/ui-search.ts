import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'
import { emit } from './emit.ts'
import { icon } from './icons.ts'

/** A search field: raises `search` with every letter, and `searched` when it is left. */
@customElement('ui-search')
export class UiSearch extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        display: block;
      }
      input {
        width: 100%;
        min-height: max(52px, var(--target));
        padding: 0 1em 0 2.8em;
        border: 2px solid var(--accent);
        border-radius: var(--r-m);
        background: var(--surface);
        color: var(--ink);
        font-size: 1.0625em;
      }
      input::placeholder {
        color: var(--soft);
        opacity: 1;
      }
      svg {
        position: absolute;
        left: 0.9em;
        top: 50%;
        translate: 0 -50%;
        color: var(--accent);
        pointer-events: none;
      }
    `,
  ]

  @property() value = ''
  @property() label = ''
  @property() placeholder = ''

  protected override render() {
    return html`${icon('search')}<input
        type="search"
        aria-label=${this.label}
        placeholder=${this.placeholder}
        autocomplete="off"
        .value=${this.value}
        @input=${this.#onInput}
        @change=${() => emit(this, 'searched', { value: this.value })}
      />`
  }

  #onInput(event: Event): void {
    this.value = (event.target as HTMLInputElement).value
    emit(this, 'search', { value: this.value })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-search': UiSearch
  }
}
