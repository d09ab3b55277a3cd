import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { spokenLabel } from '../../voice/spoken.ts'
import { LangController, lang } from '../lang.ts'
import { baseStyles } from './base-styles.ts'

/** A ticket number: set tight for the eye, spelled out digit by digit for the ear. */
@customElement('ui-number')
export class UiNumber extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: relative;
        display: inline-block;
        font-weight: var(--w-number);
        letter-spacing: -0.02em;
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .hyphen {
        margin: 0 -0.045em;
      }
    `,
  ]

  @property() value = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const parts = this.value.split('-')
    return html`<span aria-hidden="true"
        >${parts.map((part, place) => (place === 0 ? part : html`<span class="hyphen">-</span>${part}`))}</span
      ><span class="vh">${spokenLabel(this.value, 'digits', lang())}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-number': UiNumber
  }
}
