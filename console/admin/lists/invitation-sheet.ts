import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { listsText as words } from '../../../shared/text/lists.ts'
import { dateText, timeText } from '../../../shared/text/ui.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-qr.ts'
import { printDrawn, standForPrint } from '../../print/print.ts'
import { urlOf, type Invitation } from './invitation.ts'

type Invited = Omit<Invitation, 'id'>

/** The invitations of several people on paper, to be cut apart: name, code and link, and what to do with it. */
@customElement('invitation-sheet')
export class InvitationSheet extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        width: 180mm;
        background: #fff;
        color: #000;
        font-size: 11pt;
      }
      section {
        display: grid;
        grid-template-columns: 38mm minmax(0, 1fr);
        gap: 2mm 6mm;
        align-items: center;
        padding: 5mm 0;
        border-bottom: 1px dashed #000;
        break-inside: avoid;
      }
      h2 {
        margin: 0;
        font-size: 15pt;
      }
      p {
        margin: 1.5mm 0 0;
      }
      .cut {
        padding-bottom: 2mm;
        border-bottom: 1px dashed #000;
      }
      code {
        display: block;
        margin-top: 1.5mm;
        font-size: 9pt;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) office!: Pick<OfficeInfo, 'name' | 'zone'>
  @property({ attribute: false }) people: readonly Invited[] = []

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { zone } = this.office
    const cards = this.people.map(one => {
      const address = `${new URL(urlOf(one)).origin}/console/`
      const until = `${dateText(one.until, zone, lang())}, ${timeText(one.until, zone, lang())}`
      return html`<section>
        <ui-qr .value=${urlOf(one)} label=${t(words['sheet.qr'], { name: one.name })}></ui-qr>
        <div>
          <h2>${one.name}</h2>
          <p>${this.office.name} · ${t(words['sheet.username'])} <b>${one.username}</b></p>
          <p>${t(words['sheet.how'], { until })}</p>
          <code>${urlOf(one)}</code>
          <p>${t(words['sheet.then'])} <b>${address}</b></p>
        </div>
      </section>`
    })
    return html`${this.people.length > 1 ? html`<p class="cut">${t(words['sheet.cut'])}</p>` : nothing}${cards}`
  }
}

/** While it stands on a page, whatever prints that page prints these invitations alone. */
@customElement('invitation-paper')
export class InvitationPaper extends LitElement {
  @property({ attribute: false }) office!: Pick<OfficeInfo, 'name' | 'zone'>
  @property({ attribute: false }) people: readonly Invited[] = []
  readonly #sheet = document.createElement('invitation-sheet')
  #leave: (() => void) | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leave = standForPrint(this.#sheet, 'A4')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
  }

  protected override willUpdate(): void {
    Object.assign(this.#sheet, { office: this.office, people: this.people })
  }

  print(): Promise<void> {
    return printDrawn(this.#sheet)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invitation-sheet': InvitationSheet
    'invitation-paper': InvitationPaper
  }
}
