import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { accountText } from '../../shared/text/account.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
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
      @media print {
        .acts {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) codes: readonly string[] = []

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h2')!.focus()
  }

  protected override render() {
    return html`<h2 tabindex="-1">${t(accountText['codes.title'])}</h2>
      <p class="soft">${t(accountText['codes.lead'])}</p>
      <ol>
        ${this.codes.map(code => html`<li><code>${code}</code></li>`)}
      </ol>
      <div class="acts">
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
