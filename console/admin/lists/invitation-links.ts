import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { isOfThisMachine } from '../../../shared/kit/this-machine.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { listsText as words } from '../../../shared/text/lists.ts'
import { copied } from '../../../shared/web/copied.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-qr.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { urlOf, type Invitation } from './invitation.ts'
import type { InvitationPaper } from './invitation-sheet.ts'
import './invitation-sheet.ts'
import { listStyles } from './list-styles.ts'

/** The links of a list of staff, shown once: copied one by one or all, or printed. `over` when they were handed over. */
@customElement('invitation-links')
export class InvitationLinks extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    listStyles,
    css`
      .links li {
        grid-template-columns: 5.5rem minmax(0, 1fr) auto;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) people: readonly Invitation[] = []
  @state() private copied = false
  /** Some were copied or printed. */
  private kept = false
  @query('invitation-paper') private paper!: InvitationPaper

  constructor() {
    super()
    new LangController(this)
  }

  /** How many links stand here that nobody has copied or printed: they are shown only now. */
  get unkept(): number {
    return this.kept ? 0 : this.people.length
  }

  protected override firstUpdated(): void {
    this.shadowRoot!.querySelector<HTMLElement>('h2')!.focus()
  }

  protected override render() {
    const all = this.people.map(one => `${one.name}\t${urlOf(one)}`).join('\n')
    return html`<section class="pane" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t(words['links.title'], { n: this.people.length })}</h2>
      <p class="soft">${t(words['links.why'])}</p>
      ${
        this.people.some(one => isOfThisMachine(new URL(urlOf(one)).origin))
          ? html`<ui-banner tone="attention">${t(words['links.local'])}</ui-banner>`
          : nothing
      }
      <ul class="links">
        ${this.people.map(
          one =>
            html`<li>
              <ui-qr .value=${urlOf(one)} label=${t(words['sheet.qr'], { name: one.name })}></ui-qr>
              <span
                ><b>${one.name}</b> <small>${t(words['sheet.username'])} ${one.username}</small
                ><code>${urlOf(one)}</code></span
              >
              <ui-button
                variant="plain"
                label=${t(words['copy.for'], { name: one.name })}
                @click=${() => void this.#copy(urlOf(one))}
                >${t(words.copy)}</ui-button
              >
            </li>`,
        )}
      </ul>
      <footer>
        <p role="status">${this.copied ? t(words.copied) : ''}</p>
        <ui-button @click=${() => void this.#copy(all)}>${t(words['copy.all'])}</ui-button>
        <ui-button @click=${this.#print}>${t(words.print)}</ui-button>
        <ui-button variant="primary" @click=${() => emit(this, 'over')}>${t(words.done)}</ui-button>
      </footer>
      <invitation-paper .office=${this.office} .people=${this.people}></invitation-paper>
    </section>`
  }

  readonly #print = (): void => {
    this.kept = true
    void this.paper.print()
  }

  async #copy(text: string): Promise<void> {
    // A browser that copies nothing says so by keeping quiet: the links stand there to be marked.
    this.copied = await copied(text)
    this.kept ||= this.copied
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invitation-links': InvitationLinks
  }
}
