import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../shared/office/office.ts'
import type { LiveDay } from '../shared/web/live-day.ts'
import '../shared/web/ui/ui-state.ts'
import type { StaffView } from './pages.ts'

@customElement('admin-devices')
export class AdminDevices extends LitElement {
  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay

  protected override render() {
    return html`<ui-state></ui-state>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-devices': AdminDevices
  }
}
