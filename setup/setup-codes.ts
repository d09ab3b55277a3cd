import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { setupText } from '../shared/text/setup.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { icon } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-button.ts'
import { accountStyles } from './account-styles.ts'

/** The recovery codes of the account that was just made, this once. */
@customElement('setup-codes')
export class SetupCodes extends LitElement {
  static override styles = [baseStyles, accountStyles]

  @property({ attribute: false }) codes: readonly string[] = []
  /** Whose they are, as paper says it. */
  @property() who = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h1')!.focus()
  }

  protected override render() {
    return html`<header>
        <h1 tabindex="-1">${t(setupText['set.codes'])}</h1>
        <p>${t(setupText['set.codes.what'])}</p>
      </header>
      <section class="pane">
        <ol class="codes">
          ${this.codes.map(code => html`<li><code>${code}</code></li>`)}
        </ol>
        <p class="paper">
          ${t(setupText['set.codes.paper'], { who: this.who, address: `${location.origin}/console/` })}
        </p>
      </section>
      <div class="foot">
        <ui-button @click=${() => window.print()}>${icon('printer')}${t(setupText['set.codes.print'])}</ui-button>
        <ui-button variant="primary" size="l" @click=${() => location.replace('/console/')}
          >${t(setupText['set.codes.kept'])}${icon('arrow')}</ui-button
        >
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'setup-codes': SetupCodes
  }
}
