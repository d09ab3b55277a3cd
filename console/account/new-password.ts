import { LitElement, css, html } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { PASSWORD_LEAST, passwordForm } from '../../shared/office/passwords.ts'
import { accountText } from '../../shared/text/account.ts'
import { consoleText } from '../../shared/text/console.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-button.ts'
import { accountStyles } from './account-styles.ts'

/** The field of a new password, which says how long it is while it is typed; the server alone knows what everybody tries first. */
@customElement('new-password')
export class NewPassword extends LitElement {
  static override styles = [
    baseStyles,
    accountStyles,
    css`
      .row {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }
      input {
        flex: 1;
        min-width: 0;
      }
    `,
  ]

  @state() private typed = ''
  @state() private visible = false
  @query('input') private input!: HTMLInputElement

  constructor() {
    super()
    new LangController(this)
  }

  get value(): string {
    return this.typed
  }

  clear(): void {
    this.typed = ''
    this.input.value = ''
  }

  override focus(): void {
    this.input.focus()
  }

  protected override render() {
    const count = [...passwordForm(this.typed)].length
    const says =
      count === 0
        ? t(accountText['new.rule'], { least: PASSWORD_LEAST })
        : count < PASSWORD_LEAST
          ? t(accountText['new.short'], { count, least: PASSWORD_LEAST })
          : t(accountText['new.fine'])
    return html`<label class="field" for="new"><span>${t(accountText['new.label'])}</span></label>
      <div class="row">
        <input
          id="new"
          type=${this.visible ? 'text' : 'password'}
          autocomplete="new-password"
          aria-describedby="says"
          @input=${() => (this.typed = this.input.value)}
          @keydown=${this.#onKey}
        />
        <ui-button
          variant="plain"
          size="s"
          .pressed=${this.visible}
          label="${t(consoleText[this.visible ? 'in.hide' : 'in.show'])}: ${t(accountText['new.label'])}"
          @click=${() => (this.visible = !this.visible)}
          >${t(consoleText[this.visible ? 'in.hide' : 'in.show'])}</ui-button
        >
      </div>
      <p class="soft" id="says" aria-live="polite">${says}</p>`
  }

  // Enter in a field of its own shadow sends the form around it.
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.closest('form')?.requestSubmit()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-password': NewPassword
  }
}
