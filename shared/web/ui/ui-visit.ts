import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { visitWords, type VisitAhead } from '../../ticket/visits/visit-ahead.ts'
import { LangController, lang } from '../lang.ts'
import { baseStyles } from './base-styles.ts'

/** What is ahead of somebody whose visit has several steps: its event, which step it is, the desks in order, one sum of time. */
@customElement('ui-visit')
export class UiVisit extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        text-align: start;
      }
      ol {
        display: grid;
        gap: 0.15em;
        margin: 0.2em 0;
      }
      li {
        display: grid;
        grid-template-columns: 1.2em 1fr;
        line-height: 1.3;
      }
    `,
  ]

  @property({ attribute: false }) office!: Parameters<typeof visitWords>[0]
  @property({ attribute: false }) visit!: VisitAhead

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { what, first, desks, minutes } = visitWords(this.office, this.visit, lang())
    return html`<p><b>${what}</b></p>
      ${
        desks.length > 1
          ? html`<ol>
              ${desks.map((desk, i) => html`<li><b>${first + i}</b> <span>${desk}</span></li>`)}
            </ol>`
          : nothing
      }
      <p>${minutes}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-visit': UiVisit
  }
}
