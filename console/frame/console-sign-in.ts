import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { EndedWhy } from '../../shared/contracts/live.ts'
import { consoleText } from '../../shared/text/console.ts'
import type { Reply } from '../../shared/contracts/api.ts'
import { call } from '../../shared/web/client.ts'
import { LangController, lang, setLang, t } from '../../shared/web/lang.ts'
import { Later } from '../../shared/web/ui/later.ts'
import { titleOf } from '../../shared/web/rehearsal.ts'
import { Ticker } from '../../shared/web/ticker.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import { mark } from '../../shared/web/ui/marks.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts.ts'
import type { Entered } from '../account/sign-in-oidc.ts'
import { secondsToWait, sentenceOf } from '../parts/sentence.ts'
import { signInStyles } from './sign-in-styles.ts'

/** Asks for user name and password; where the server runs on sample data, its accounts stand beside as buttons. */
@customElement('console-sign-in')
export class ConsoleSignIn extends LitElement {
  static override styles = [baseStyles, signInStyles]

  @property({ attribute: false }) offices: Reply<'GET /api/offices'>['offices'] = []
  @property({ type: Boolean }) demo = false
  /** By what name the staff know the provider of their accounts; `null` where there is none. */
  @property({ attribute: false }) provider: string | null = null
  /** What the provider gave this browser. */
  @property({ attribute: false }) returned = ''
  /** The session ended while somebody was at work, and why. */
  @property({ attribute: false }) ended: EndedWhy | false = false
  /** Whoever was here has signed out, and the server could not be told yet. */
  @property({ type: Boolean }) owed = false
  @state() private visible = false
  @state() private caps = false
  @state() private busy = false
  @state() private failure: unknown
  @state() private incomplete = false
  /** The password was right, and a code is asked for. */
  @state() private second = false
  /** Seconds until the next try after too many wrong ones. */
  @state() private wait = 0
  readonly #coded = new Later(this, () => import('../account/sign-in-code.ts'))
  readonly #provided = new Later(this, () => import('../account/sign-in-oidc.ts'))
  @query('#username') private username!: HTMLInputElement
  @query('#password') private password!: HTMLInputElement
  @query('.go') private go!: UiButton

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { tick: () => this.#tick(), while: () => this.wait > 0 })
  }

  protected override firstUpdated(): void {
    document.title = titleOf(t(consoleText['in.title']))
    this.username.focus()
  }

  protected override render() {
    return html`<main>
      <section class="card" aria-label=${t(consoleText['in.title'])}>
        <div class="brand">${mark()}<span>${this.offices.length === 1 ? this.offices[0]!.name : 'Tanggap'}</span></div>
        ${this.second ? this.#code() : this.#name()}
        <ui-button variant="plain" size="s" class="other" @click=${() => setLang(lang() === 'id' ? 'en' : 'id')}
          ><span lang=${lang() === 'id' ? 'en' : 'id'}>${t(consoleText['frame.otherLang'])}</span></ui-button
        >
      </section>
      ${this.demo && !this.second ? this.#accounts() : nothing}
    </main>`
  }

  #name() {
    return html`<h1 id="title">${t(consoleText['in.title'])}</h1>
      <p class="soft">${t(consoleText['in.lead'])}</p>
      ${this.owed ? html`<ui-banner tone="attention">${t(consoleText['in.owed'])}</ui-banner>` : nothing}
      ${this.ended ? html`<ui-banner tone="info">${t(consoleText[`in.ended.${this.ended}`])}</ui-banner>` : nothing}
      <form novalidate @submit=${this.#onSubmit}>${this.#fields()}</form>
      ${this.provider === null ? nothing : this.#other(this.provider)}`
  }

  #other(provider: string) {
    return this.#provided.show(
      () =>
        html`<sign-in-oidc
          .provider=${provider}
          .returned=${this.returned}
          @entered=${(e: CustomEvent<Entered>) => this.#entered(e.detail)}
        ></sign-in-oidc>`,
      nothing,
    )
  }

  #code() {
    return this.#coded.show(
      () => html`<sign-in-code @again=${(e: CustomEvent<unknown>) => this.#again(e.detail)}></sign-in-code>`,
    )
  }

  /** Back to the password, because time is up or somebody else signs in. */
  #again(failure: unknown): void {
    this.second = false
    this.failure = failure ?? undefined
    void this.updateComplete.then(() => this.username.focus())
  }

  #fields() {
    const problem = this.#problem()
    return html`<label for="username">${t(consoleText['in.username'])}</label>
      <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required />
      <label for="password">${t(consoleText['in.password'])}</label>
      <div class="secret">
        <input
          id="password"
          name="password"
          type=${this.visible ? 'text' : 'password'}
          autocomplete="current-password"
          aria-describedby="caps"
          required
          @keydown=${this.#onKey}
          @keyup=${this.#onKey}
          @blur=${() => (this.caps = false)}
        />
        <ui-button
          variant="plain"
          size="s"
          .pressed=${this.visible}
          label="${t(consoleText[this.visible ? 'in.hide' : 'in.show'])}: ${t(consoleText['in.password'])}"
          @click=${() => (this.visible = !this.visible)}
          >${icon('eye')}${t(consoleText[this.visible ? 'in.hide' : 'in.show'])}</ui-button
        >
      </div>
      <p class="caps" id="caps" role="status">${this.caps ? t(consoleText['in.caps']) : nothing}</p>
      <div role="alert">${problem ? html`<ui-banner tone="bad">${problem}</ui-banner>` : nothing}</div>
      <ui-button class="go" variant="primary" size="l" type="submit" ?busy=${this.busy} ?disabled=${this.wait > 0}
        >${t(consoleText['in.go'])}</ui-button
      >
      <button type="submit" hidden></button>`
  }

  #accounts() {
    return html`<aside class="card" aria-labelledby="demo">
      <h2 id="demo">${t(consoleText['in.demo'])}</h2>
      <p class="soft">${t(consoleText['in.demo.why'], { password: DEMO_PASSWORD })}</p>
      <ul>
        ${DEMO_ACCOUNTS.map(
          ({ username, role }) =>
            html`<li>
              <ui-button layout="start" @click=${() => this.#fill(username)}
                ><span>${username}<small>${t(consoleText[`role.${role}`])}</small></span></ui-button
              >
            </li>`,
        )}
      </ul>
    </aside>`
  }

  #problem(): string {
    if (this.incomplete) return t(consoleText['in.needBoth'])
    if (this.failure === undefined) return ''
    return sentenceOf(this.failure, this.wait > 0 ? { retryAfter: this.wait } : {})
  }

  #fill(username: string): void {
    this.username.value = username
    this.password.value = DEMO_PASSWORD
    this.failure = undefined
    this.incomplete = false
    this.go.focus()
  }

  #onKey(event: KeyboardEvent): void {
    this.caps = event.getModifierState('CapsLock')
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy || this.wait > 0) return
    const [username, password] = [this.username.value.trim(), this.password.value]
    this.incomplete = !username || !password
    if (this.incomplete) {
      ;(username ? this.password : this.username).focus()
      return
    }
    this.busy = true
    this.failure = undefined
    try {
      this.#entered(await call('POST /api/login', { body: { username, password } }))
    } catch (error) {
      this.failure = error
      this.wait = secondsToWait(error)
      this.password.focus()
      this.password.select()
    } finally {
      this.busy = false
    }
  }

  #entered(entered: Entered): void {
    // It is good once: whoever comes back from the second step begins anew.
    this.returned = ''
    if ('staff' in entered) emit(this, 'signedin', entered.staff)
    else this.second = true
  }

  #tick(): void {
    this.wait -= 1
    if (this.wait === 0) this.failure = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-sign-in': ConsoleSignIn
  }
}
