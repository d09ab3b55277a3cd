import { LitElement, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { accountText } from '../../shared/text/account.ts'
import { consoleText } from '../../shared/text/console.ts'
import { call, codeOf } from '../../shared/web/client.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { Ticker } from '../../shared/web/ticker.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { secondsToWait, sentenceOf } from '../parts/sentence.ts'
import { accountStyles } from './account-styles.ts'

/** The second step of a sign-in: a code of the authenticator, or a recovery code. */
@customElement('sign-in-code')
export class SignInCode extends LitElement {
  static override styles = [baseStyles, accountStyles]

  @state() private recovery = false
  @state() private busy = false
  @state() private incomplete = false
  @state() private failure: unknown
  /** Seconds until the next try after too many wrong ones. */
  @state() private wait = 0
  @query('input') private input!: HTMLInputElement

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { tick: () => this.#tick(), while: () => this.wait > 0 })
  }

  protected override firstUpdated(): void {
    this.input.focus()
  }

  protected override render() {
    const problem = this.#problem()
    return html`<h1 id="title">${t(accountText['code.title'])}</h1>
      <p class="soft" id="lead">${t(accountText[this.recovery ? 'code.recovery.lead' : 'code.lead'])}</p>
      <form novalidate aria-labelledby="title" @submit=${(e: Event) => void this.#onSubmit(e)}>
        <label class="field">
          <span>${t(accountText[this.recovery ? 'code.recovery.label' : 'code.label'])}</span>
          <input
            class="code"
            autocomplete=${this.recovery ? 'off' : 'one-time-code'}
            inputmode=${this.recovery ? 'text' : 'numeric'}
            maxlength="20"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="lead wrong"
          />
        </label>
        <div role="alert" id="wrong">${problem ? html`<ui-banner tone="bad">${problem}</ui-banner>` : nothing}</div>
        <ui-button class="go" variant="primary" size="l" type="submit" ?busy=${this.busy} ?disabled=${this.wait > 0}
          >${t(consoleText['in.go'])}</ui-button
        >
        <button type="submit" hidden></button>
      </form>
      <div class="others">
        <ui-button variant="plain" size="s" @click=${() => this.#toggle()}
          >${t(accountText[this.recovery ? 'code.usePhone' : 'code.useRecovery'])}</ui-button
        >
        <ui-button variant="plain" size="s" @click=${() => emit(this, 'again')}
          >${t(accountText['code.back'])}</ui-button
        >
      </div>`
  }

  #problem(): string {
    if (this.incomplete) return t(accountText['code.need'])
    if (this.failure === undefined) return ''
    return sentenceOf(this.failure, this.wait > 0 ? { retryAfter: this.wait } : {})
  }

  #toggle(): void {
    this.recovery = !this.recovery
    this.failure = undefined
    this.incomplete = false
    this.input.value = ''
    this.input.focus()
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy || this.wait > 0) return
    const code = this.input.value.trim()
    this.incomplete = code === ''
    if (this.incomplete) return this.input.focus()
    this.busy = true
    this.failure = undefined
    try {
      const { staff } = await call('POST /api/login/code', { body: { code } })
      emit(this, 'signedin', staff)
    } catch (error) {
      if (codeOf(error) === 'SIGN_IN_AGAIN') return void emit(this, 'again', error)
      this.failure = error
      this.wait = secondsToWait(error)
      this.input.focus()
      this.input.select()
    } finally {
      this.busy = false
    }
  }

  #tick(): void {
    this.wait -= 1
    if (this.wait === 0) this.failure = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-code': SignInCode
  }
}
