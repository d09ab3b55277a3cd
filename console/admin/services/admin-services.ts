import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import type { StaffView } from '../../parts/page.ts'
import './service-page.ts'
import './services-list.ts'

/** The services of the office; one that the address names has a page of its own. */
@customElement('admin-services')
export class AdminServices extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @property() path = ''

  protected override render() {
    const { office, staff, live, path } = this
    if (path === '') return html`<services-list .office=${office} .staff=${staff} .live=${live}></services-list>`
    const page = html`<service-page .office=${office} .staff=${staff} .live=${live} .path=${path}></service-page>`
    return keyed(path, page)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-services': AdminServices
  }
}
