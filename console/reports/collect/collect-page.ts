import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { collectText as words } from '../../../shared/text/collect.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import './import-pane.ts'
import './paper-pane.ts'

/** Address of the page; behind it the files. */
const HERE = '#/kertas'
const FILES = 'berkas'

/** Answers that do not come from the citizen's own hand: forms of paper, one after another, and files for whoever decides. */
@customElement('collect-page')
export class CollectPage extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.2rem;
        margin: 0.4rem 0 0.8rem;
      }
      nav a {
        display: inline-flex;
        align-items: center;
        min-height: 44px;
      }
      nav a[aria-current] {
        font-weight: 700;
        color: var(--ink);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @property() path = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const decides = this.staff.permissions.includes('survey.decide')
    const files = decides && this.path === FILES
    const link = (to: string, name: string, here: boolean) =>
      html`<a href=${to} aria-current=${here ? 'page' : nothing}>${name}</a>`
    return html`<h1>${t(words.title)}</h1>
      <p class="soft">${t(words.lead)}</p>
      ${
        decides
          ? html`<nav aria-label=${t(words.tabs)}>
              ${link(HERE, t(words['tab.type']), !files)} ${link(`${HERE}/${FILES}`, t(words['tab.file']), files)}
            </nav>`
          : nothing
      }
      ${files ? html`<import-pane .office=${this.office}></import-pane>` : html`<paper-pane .office=${this.office}></paper-pane>`}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'collect-page': CollectPage
  }
}
