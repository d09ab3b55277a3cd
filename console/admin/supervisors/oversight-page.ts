import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { oversightText as words } from '../../../shared/text/oversight.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import './delegations-pane.ts'
import './observers-pane.ts'
import './superiors-pane.ts'
import './supervisors-pane.ts'

/** Who assesses whom in the office, and who reads its figures from elsewhere. */
@customElement('oversight-page')
export class OversightPage extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        min-width: 0;
      }
      h1 {
        font-size: 1.5rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<h1>${t(words.title)}</h1>
      <supervisors-pane .office=${this.office} .live=${this.live}></supervisors-pane>
      <superiors-pane .office=${this.office} .live=${this.live}></superiors-pane>
      <delegations-pane .office=${this.office} .live=${this.live}></delegations-pane>
      <observers-pane .office=${this.office} .live=${this.live}></observers-pane>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'oversight-page': OversightPage
  }
}
