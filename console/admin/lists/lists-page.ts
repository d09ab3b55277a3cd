import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { listsText as words } from '../../../shared/text/lists.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import './holiday-import.ts'
import './staff-import.ts'

/** The lists that an administrator brings: staff, and the holidays of a year. */
@customElement('lists-page')
export class ListsPage extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        align-content: start;
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const configures = this.staff.permissions.includes('office.configure')
    return html`<h1>${t(words.title)}</h1>
      <staff-import .office=${this.office}></staff-import>
      ${
        configures
          ? html`<holiday-import
              .office=${this.office}
              @done=${(e: CustomEvent<OfficeInfo>) => emit(this, 'officechanged', e.detail)}
            ></holiday-import>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lists-page': ListsPage
  }
}
