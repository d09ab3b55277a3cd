import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { uiText } from '../../text/ui.ts'
import { LangController, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'

/** How far along a short form one is: words first, a bar for the eye. */
@customElement('ui-steps')
export class UiSteps extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 0.4rem;
        font-size: var(--t-xs);
        font-weight: 650;
        color: var(--soft);
      }
      div {
        display: flex;
        gap: 0.3rem;
      }
      i {
        flex: 1;
        height: 0.3rem;
        border-radius: 1rem;
        background: var(--sunk);
        box-shadow: inset 0 0 0 1px var(--line);
      }
      i.done {
        background: var(--accent);
        box-shadow: none;
      }
    `,
  ]

  @property({ attribute: false }) labels: readonly string[] = []
  /** The step one is at, counted from 1. */
  @property({ type: Number }) current = 1

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const label = this.labels[this.current - 1] ?? ''
    return html`<span>${t(uiText['steps.at'], { current: this.current, total: this.labels.length, label })}</span>
      <div aria-hidden="true">
        ${this.labels.map((_, place) => html`<i class=${place < this.current ? 'done' : ''}></i>`)}
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-steps': UiSteps
  }
}
