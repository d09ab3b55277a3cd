import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { accountText } from '../../shared/text/account.ts'
import { call } from '../../shared/web/client.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { Ticker } from '../../shared/web/ticker.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { secondsToWait, sentenceOf } from '../parts/sentence.ts'
import { accountStyles } from './account-styles.ts'

/** What a sign-in at the provider came to, as `entered` tells it. */
export type Entered = Reply<'POST /api/login/oidc'>

/** The way in with an account of the provider: out to it by a button, and in by what it gave the browser. */
@customElement('sign-in-oidc')
export class SignInOidc extends LitElement {
  static override styles = [baseStyles, accountStyles]

  /** By what name the staff know it. */
  @property() provider = ''
  /** What it gave this browser; the sign-in goes on with it by itself, once. */
  @property() returned = ''
  @state() private busy = false
  @state() private failure: unknown
  /** Seconds until the next try after too many. */
  @state() private wait = 0

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { tick: () => this.#tick(), while: () => this.wait > 0 })
  }

  protected override firstUpdated(): void {
    if (this.returned !== '') void this.#ask(() => this.#finish())
  }

  protected override render() {
    return html`<p class="or" aria-hidden="true"><span>${t(accountText['oidc.or'])}</span></p>
      <div role="alert">${this.failure === undefined ? nothing : this.#problem()}</div>
      <ui-button
        size="l"
        class="wide"
        ?busy=${this.busy}
        ?disabled=${this.wait > 0}
        @click=${() => void this.#ask(() => this.#begin())}
        >${t(accountText['oidc.go'], { name: this.provider })}</ui-button
      >`
  }

  #problem() {
    const more = this.wait > 0 ? { retryAfter: this.wait } : {}
    return html`<ui-banner tone="bad">${sentenceOf(this.failure, more)}</ui-banner>`
  }

  async #ask(act: () => Promise<void>): Promise<void> {
    if (this.busy || this.wait > 0) return
    this.busy = true
    this.failure = undefined
    try {
      await act()
    } catch (error) {
      this.failure = error
      this.wait = secondsToWait(error)
    } finally {
      this.busy = false
    }
  }

  async #begin(): Promise<void> {
    const { address } = await call('POST /api/login/oidc/begin', {})
    location.assign(address)
  }

  async #finish(): Promise<void> {
    const { returned } = this
    emit(this, 'entered', await call('POST /api/login/oidc', { body: { returned } }))
  }

  #tick(): void {
    this.wait -= 1
    if (this.wait === 0) this.failure = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-oidc': SignInOidc
  }
}
