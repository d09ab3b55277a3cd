import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { accountText } from '../../shared/text/account.ts'
import { call } from '../../shared/web/client.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { mark } from '../../shared/web/ui/marks.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { accountStyles } from './account-styles.ts'
import './new-password.ts'
import type { NewPassword } from './new-password.ts'

/** The page behind an invitation or a reset: one password. Raises `over` to go on to the sign-in. */
@customElement('account-link')
export class AccountLink extends LitElement {
  static override styles = [
    baseStyles,
    accountStyles,
    css`
      main {
        width: min(30rem, 100%);
        margin: 0 auto;
        padding: min(12vh, 6rem) 1.25rem 2rem;
      }
    `,
  ]

  @property() secret = ''
  @state() private done = ''
  @state() private busy = false
  @state() private failure: unknown
  @query('new-password') private field!: NewPassword
  readonly #look = new Fetched<{ kind: 'invite' | 'reset'; name: string; username: string; office: string }>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { secret } = this
    this.#look.want(secret, () => call('POST /api/account-links/look', { body: { secret } }))
  }

  protected override render() {
    return html`<main>
      ${mark()}
      ${
        this.done
          ? html`<h1 tabindex="-1">${t(accountText['link.done'], { username: this.done })}</h1>
              ${this.#toSignIn()}`
          : this.#look.error
            ? html`<ui-banner tone="bad">${sentenceOf(this.#look.error)}</ui-banner>${this.#toSignIn()}`
            : whenRead(this.#look, ({ kind, name, username, office }) => this.#form(kind, name, username, office))
      }
    </main>`
  }

  #toSignIn() {
    return html`<ui-button class="go" variant="primary" @click=${() => emit(this, 'over')}
      >${t(accountText['link.toSignIn'])}</ui-button
    >`
  }

  #form(kind: 'invite' | 'reset', name: string, username: string, office: string) {
    return html`<h1>${t(accountText[`link.${kind}`], { name })}</h1>
      <p class="soft">${office}</p>
      <p class="soft">${t(accountText['link.lead'], { username })}</p>
      <form novalidate @submit=${this.#onSubmit}>
        <input type="text" autocomplete="username" .value=${username} hidden readonly />
        <new-password></new-password>
        <div role="alert">
          ${this.failure ? html`<ui-banner tone="bad">${sentenceOf(this.failure)}</ui-banner>` : nothing}
        </div>
        <ui-button class="go" variant="primary" size="l" type="submit" ?busy=${this.busy}
          >${t(accountText['link.go'])}</ui-button
        >
        <button type="submit" hidden></button>
      </form>`
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (this.busy) return
    if (!this.field.value) return this.field.focus()
    this.busy = true
    this.failure = undefined
    try {
      const body = { secret: this.secret, password: this.field.value }
      this.done = (await call('POST /api/account-links/use', { body })).username
      await this.updateComplete
      this.renderRoot.querySelector('h1')!.focus()
    } catch (error) {
      this.failure = error
      this.field.focus()
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-link': AccountLink
  }
}
