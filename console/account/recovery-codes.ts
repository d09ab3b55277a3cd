import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { accountText } from '../../shared/text/account.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { standForPrint } from '../print/print.ts'
import { accountStyles } from './account-styles.ts'

/** Ten recovery codes, shown once: to print or to copy. */
@customElement('recovery-codes')
export class RecoveryCodes extends LitElement {
  static override styles = [
    baseStyles,
    accountStyles,
    css`
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 0.4rem 1.2rem;
        margin: 1rem 0 0;
        padding-left: 1.8rem;
      }
      code {
        font-size: 1.1rem;
        font-weight: 700;
        letter-spacing: 0.06em;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        margin-top: 1.2rem;
      }
      :host([paper]) {
        width: 180mm;
        background: #fff;
        color: #000;
      }
      :host([paper]) ol {
        display: block;
        white-space: nowrap;
      }
    `,
  ]

  @property({ attribute: false }) codes: readonly string[] = []
  /** Whose they are, and of which office. */
  @property({ attribute: false }) whose = { office: '', who: '' }
  /** It is the paper that is printed of them, whoever prints the page. */
  @property({ type: Boolean, reflect: true }) paper = false
  #leave: (() => void) | undefined

  constructor() {
    super()
    new LangController(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leave?.()
  }

  protected override firstUpdated(): void {
    if (!this.paper) this.renderRoot.querySelector('h2')!.focus()
  }

  protected override updated(): void {
    this.#leave?.()
    if (this.paper) return
    const { codes, whose } = this
    this.#leave = standForPrint(
      Object.assign(document.createElement('recovery-codes'), { codes, whose, paper: true }),
      'A4',
    )
  }

  protected override render() {
    return html`<h2 tabindex="-1">${t(accountText[this.paper ? 'code.recovery.label' : 'codes.title'])}</h2>
      ${this.paper ? nothing : html`<p class="soft">${t(accountText['codes.lead'])}</p>`}
      <ol>
        ${this.codes.map(code => html`<li><code>${code}</code></li>`)}
      </ol>
      ${this.paper ? html`<p>${t(accountText['codes.paper'], { ...this.whose, address: `${location.origin}/console/` })}</p>` : this.#acts()}`
  }

  #acts() {
    return html`<div class="acts">
      <ui-button @click=${() => window.print()}>${t(accountText['codes.print'])}</ui-button>
      <ui-button variant="primary" @click=${() => emit(this, 'kept')}>${t(accountText['codes.done'])}</ui-button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'recovery-codes': RecoveryCodes
  }
}
