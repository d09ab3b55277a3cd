import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { accountText } from '../../shared/text/account.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-qr.ts'
import { ask } from '../parts/ask.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { accountStyles } from './account-styles.ts'
import './recovery-codes.ts'

/** Sets an authenticator up: the present password, a QR code, the first code, and the recovery codes. Raises `set` at its end. */
@customElement('second-factor-setup')
export class SecondFactorSetup extends LitElement {
  static override styles = [
    baseStyles,
    accountStyles,
    css`
      ui-qr {
        width: min(14rem, 100%);
        margin-top: 1rem;
      }
      .key {
        display: block;
        margin-top: 0.2rem;
        font-weight: 700;
        letter-spacing: 0.04em;
        overflow-wrap: anywhere;
      }
    `,
  ]

  /** It has to be set up before anything else: the password was given a moment ago. */
  @property({ type: Boolean }) owed = false
  /** Whose it is, and of which office. */
  @property({ attribute: false }) whose = { office: '', who: '' }
  @state() private offer: Reply<'POST /api/me/second-factor'> | undefined
  @state() private codes: readonly string[] | undefined
  @state() private busy = false
  @state() private failure: unknown

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    if (this.owed) void this.#begin()
    else this.renderRoot.querySelector('input')?.focus()
  }

  protected override render() {
    if (this.codes)
      return html`<recovery-codes
        .codes=${this.codes}
        .whose=${this.whose}
        @kept=${() => emit(this, 'set')}
      ></recovery-codes>`
    const problem = html`<div role="alert" id="wrong">
      ${this.failure ? html`<ui-banner tone="bad">${sentenceOf(this.failure)}</ui-banner>` : nothing}
    </div>`
    return html`<h2>${t(accountText['set.title'])}</h2>
      ${this.owed ? html`<p class="soft">${t(accountText['set.owed'])}</p>` : nothing}
      ${this.offer ? this.#scan(this.offer, problem) : this.#password(problem)}`
  }

  #password(problem: unknown) {
    return html`<form novalidate @submit=${this.#onPassword}>
      ${
        this.owed
          ? nothing
          : html`<label class="field">
              <span>${t(accountText['set.present'])}</span>
              <input type="password" autocomplete="current-password" aria-describedby="wrong" />
            </label>`
      }
      ${problem}
      <ui-button class="go" variant="primary" type="submit" ?busy=${this.busy}
        >${t(accountText['set.begin'])}</ui-button
      >
      <button type="submit" hidden></button>
    </form>`
  }

  #scan({ address, key }: Reply<'POST /api/me/second-factor'>, problem: unknown) {
    return html`<p class="soft">${t(accountText['set.scan'])}</p>
      <ui-qr .value=${address} label=${t(accountText['set.qr'])}></ui-qr>
      <p class="soft">${t(accountText['set.key'])} <code class="key">${key}</code></p>
      <form novalidate @submit=${this.#onCode}>
        <label class="field">
          <span>${t(accountText['code.label'])}</span>
          <input class="code" inputmode="numeric" autocomplete="one-time-code" maxlength="8" aria-describedby="wrong" />
        </label>
        ${problem}
        <ui-button class="go" variant="primary" type="submit" ?busy=${this.busy}
          >${t(accountText['set.confirm'])}</ui-button
        >
        <button type="submit" hidden></button>
      </form>`
  }

  readonly #onPassword = (event: Event): void => {
    event.preventDefault()
    void this.#begin(this.renderRoot.querySelector('input')?.value)
  }

  async #begin(present?: string): Promise<void> {
    await this.#try(async () => {
      this.offer = await ask('POST /api/me/second-factor', { body: present ? { present } : {} })
    })
    this.renderRoot.querySelector('input')?.focus()
  }

  readonly #onCode = (event: Event): void => {
    event.preventDefault()
    const code = this.renderRoot.querySelector('input')!.value.trim()
    void this.#try(async () => {
      const body = { enrolment: this.offer!.enrolment, code: code || '-' }
      this.codes = (await ask('POST /api/me/second-factor/confirm', { body })).codes
    })
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.failure = undefined
    try {
      await act()
    } catch (error) {
      this.failure = error
    } finally {
      this.busy = false
      await this.updateComplete
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'second-factor-setup': SecondFactorSetup
  }
}
