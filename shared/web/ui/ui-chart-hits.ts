import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { chartText } from '../../text/chart.ts'
import { LangController, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'

/** How often something fell before, inside and after its range: shares in per cent that add up to 100. */
@customElement('ui-chart-hits')
export class UiChartHits extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        font-size: 0.8125rem;
        color: var(--soft);
      }
      .bar,
      .words {
        display: flex;
        gap: 2px;
      }
      i {
        flex: var(--share) 0 auto;
        height: 1.05rem;
        border-radius: 3px;
        background: var(--mark-soft);
      }
      .inside {
        background: var(--mark);
      }
      .words {
        justify-content: space-between;
        margin-top: 0.35rem;
      }
    `,
  ]

  @property({ type: Number }) earlier = 0
  @property({ type: Number }) inside = 0
  @property({ type: Number }) later = 0
  @property() label = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const part = (share: number, name: string) =>
      share === 0 ? nothing : html`<i class=${name} .style=${`--share: ${share}`}></i>`
    return html`<div role="img" aria-label=${this.label}>
      <div class="bar">${part(this.earlier, 'earlier')}${part(this.inside, 'inside')}${part(this.later, 'later')}</div>
      <div class="words">
        <span>${t(chartText.earlier, { n: this.earlier })}</span><span>${t(chartText.later, { n: this.later })}</span>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-chart-hits': UiChartHits
  }
}
