import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../shared/contracts/api.ts'
import { AppError } from '../shared/kit/errors.ts'
import { MOST_OF_PERSON } from '../shared/office/person.ts'
import { errorText } from '../shared/text/errors.ts'
import { PASSWORD_LEAST, passwordProblem } from '../shared/office/passwords.ts'
import { setupText } from '../shared/text/setup.ts'
import { call, codeOf, newKey } from '../shared/web/client.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import { icon } from '../shared/web/ui/icons.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-qr.ts'
import { accountStyles } from './account-styles.ts'

const HAND = [
  ['calendar', 'hours'],
  ['list', 'services'],
  ['user', 'staff'],
  ['printer', 'devices'],
] as const

const FIELDS = { name: 'name', email: 'email', password: 'new-password' } as const

/** An account that was made: its recovery codes, and whose they are as paper says it. */
export interface Made {
  readonly codes: readonly string[]
  readonly who: string
}

type Field = 'name' | 'email' | 'password' | 'code'

/** Account, password and second key of the first administrator, on one page. */
@customElement('setup-account')
export class SetupAccount extends LitElement {
  static override styles = [baseStyles, accountStyles]

  @property() link = ''
  @property({ attribute: false }) opened!: Reply<'POST /api/setup/look'>
  /** For which the link is good yet. */
  @property({ type: Number }) minutes = 0
  @state() private visible = false
  @state() private asText = false
  @state() private busy = false
  @state() private failure: unknown
  @state() private wrong: Partial<Record<Field, string | undefined>> = {}
  @state() private password = ''
  /** One key for this account, so that a second tap makes no second try. */
  readonly #key = newKey()

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#name')!.focus()
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#onSubmit} @input=${this.#onInput}>
      <header>
        <h1>${t(setupText['set.first'])}</h1>
        <p>${t(setupText['set.link'], { minutes: this.minutes })}</p>
      </header>
      <div class="cols">${this.#account()}${this.#factor()}</div>
      ${this.#hand()}
      <div class="foot">
        <div role="alert">
          ${
            this.failure === undefined
              ? nothing
              : html`<ui-banner tone="bad">${this.#sentence(this.failure)}</ui-banner>`
          }
        </div>
        <p class="note">${icon('lock')} ${t(setupText['set.closed'])}</p>
        <ui-button variant="primary" size="l" type="submit" ?busy=${this.busy}
          >${t(setupText['set.go'])}${icon('arrow')}</ui-button
        >
        <button type="submit" hidden></button>
      </div>
    </form>`
  }

  #account() {
    const { name, email, password } = FIELDS
    return html`<section class="pane" aria-labelledby="account">
      <h2 id="account">${t(setupText['set.account'])}</h2>
      ${this.#field('name', html`<input id="name" type="text" maxlength=${MOST_OF_PERSON} autocomplete=${name} aria-describedby="name-says" aria-invalid=${this.#bad('name')} />`)}
      ${this.#field(
        'email',
        html`<input
          id="email"
          type="email"
          maxlength=${MOST_OF_PERSON}
          autocomplete=${email}
          autocapitalize="none"
          aria-describedby="email-says"
          aria-invalid=${this.#bad('email')}
        />`,
        t(setupText['set.email.why']),
      )}
      ${this.#field(
        'password',
        html`<div class="secret">
            <input
              id="password"
              type=${this.visible ? 'text' : 'password'}
              maxlength="128"
              autocomplete=${password}
              aria-describedby="password-says"
              aria-invalid=${this.#bad('password')}
              @input=${(e: Event) => (this.password = (e.target as HTMLInputElement).value)}
            />
            <ui-button
              variant="plain"
              size="s"
              .pressed=${this.visible}
              label="${t(setupText[this.visible ? 'set.hide' : 'set.show'])}: ${t(setupText['set.password'])}"
              @click=${() => (this.visible = !this.visible)}
              >${icon('eye')}${t(setupText[this.visible ? 'set.hide' : 'set.show'])}</ui-button
            >
          </div>
          <div class="meter" aria-hidden="true">
            ${[1, 2, 3, 4].map(n => html`<i class=${n <= (this.#problem() ? 1 : strengthOf(this.password)) ? 'on' : ''}></i>`)}
          </div>`,
        this.#strength(),
      )}
    </section>`
  }

  #factor() {
    const { secret } = this.opened
    const uri = `otpauth://totp/Tanggap?secret=${secret}&issuer=Tanggap`
    return html`<section class="pane" aria-labelledby="factor">
      <div class="head">
        <h2 id="factor">${t(setupText['set.factor'])}</h2>
        <span class="note">${t(setupText['set.factor.must'])}</span>
      </div>
      <div class="otp">
        <ui-qr value=${uri} label=${t(setupText['set.factor.qr'])}></ui-qr>
        <div>
          <p>${t(setupText['set.factor.how'])}</p>
          ${this.#field('code', html`<input id="code" type="text" class="code" inputmode="numeric" maxlength="7" autocomplete="one-time-code" aria-describedby="code-says" aria-invalid=${this.#bad('code')} />`)}
        </div>
      </div>
      ${
        this.asText
          ? html`<p class="key">${secret.match(/.{1,4}/g)!.join(' ')}</p>`
          : html`<button type="button" class="as-text" @click=${() => (this.asText = true)}>
              ${t(setupText['set.factor.text'])}
            </button>`
      }
      <ui-banner tone="info">${t(setupText['set.recovery'])}</ui-banner>
    </section>`
  }

  #hand() {
    return html`<section class="pane" aria-labelledby="hand">
      <div class="head">
        <h2 id="hand">${t(setupText['set.hand'])}</h2>
        <span class="note">${t(setupText['set.hand.later'])}</span>
      </div>
      <ul class="hand">
        ${HAND.map(
          ([picture, what]) =>
            html`<li>
              ${icon(picture)}<b>${t(setupText[`set.hand.${what}`])}</b
              ><span>${t(setupText[`set.hand.${what}.what`])}</span>
            </li>`,
        )}
      </ul>
    </section>`
  }

  /** A field with its label, and below it what is wrong with it, or what helps. */
  #field(field: Field, input: TemplateResult, help: string | TemplateResult = '') {
    const wrong = this.wrong[field]
    return html`<div class="field">
      <label for=${field}>${t(setupText[`set.${field}`])}</label>
      ${input}
      <small id="${field}-says" class=${wrong ? 'wrong' : ''}>${wrong ?? help}</small>
    </div>`
  }

  #bad(field: Field): 'true' | 'false' {
    return this.wrong[field] ? 'true' : 'false'
  }

  #strength(): string {
    const count = [...this.password].length
    if (count === 0) return t(setupText['set.password.rule'], { least: PASSWORD_LEAST })
    const why = this.#problem()
    if (why) return errorText(why, lang(), { least: PASSWORD_LEAST })
    return t(setupText[`set.strength.${strengthOf(this.password) || 1}`], { count, least: PASSWORD_LEAST })
  }

  /** What the server would refuse for sure, as far as a page can know. */
  #problem(): 'PASSWORD_COMMON' | 'PASSWORD_OWN_NAME' | undefined {
    const own = ['name', 'email'].map(id => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '')
    const problem = passwordProblem(this.password, own, word => TRIED_FIRST.has(word))
    return problem === 'common' ? 'PASSWORD_COMMON' : problem === 'ownName' ? 'PASSWORD_OWN_NAME' : undefined
  }

  /** What is corrected is red no longer. */
  readonly #onInput = (event: Event): void => {
    const field = (event.target as HTMLElement).id as Field
    if (!this.wrong[field] || problemsOf(this.#given())[field] || (field === 'password' && this.#problem())) return
    this.wrong = { ...this.wrong, [field]: undefined }
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const given = this.#given()
    this.wrong = problemsOf(given)
    this.failure = undefined
    const first = (Object.keys(this.wrong) as Field[])[0]
    if (first) return this.#to(first)
    this.busy = true
    try {
      const body = { link: this.link, ...given }
      const { recoveryCodes } = await call('POST /api/setup/administrator', { body }, this.#key)
      // Busy for good: a second press that comes while the codes are drawn would find its link dead.
      emit(this, 'made', { codes: recoveryCodes, who: `${given.name} (${given.email})` } satisfies Made)
    } catch (error) {
      this.busy = false
      this.#refused(error)
    }
  }

  #given(): Record<Field, string> {
    const value = (id: Field) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!.value
    return {
      name: value('name').trim(),
      email: value('email').trim(),
      password: value('password'),
      code: value('code').replace(/\s/g, ''),
    }
  }

  #refused(error: unknown): void {
    const code = codeOf(error)
    if (code === 'SETUP_LINK') return void emit(this, 'dead', error)
    const field: Field | undefined =
      code === 'WRONG_CODE' ? 'code' : code.startsWith('PASSWORD_') ? 'password' : undefined
    if (field === undefined) return void (this.failure = error)
    this.wrong = { [field]: field === 'code' ? t(setupText['set.code.wrong']) : this.#sentence(error) }
    this.#to(field)
  }

  #to(field: Field): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>(`#${field}`)!.focus())
  }

  #sentence(error: unknown): string {
    return errorText(codeOf(error), lang(), error instanceof AppError ? error.data : {})
  }
}

/** Words that everybody tries; the whole list, 380 KB, is on the server, which has the last word. */
const TRIED_FIRST = new Set(
  'password passwd admin administrator qwerty rahasia sandi katasandi indonesia merdeka kantor'.split(' '),
)

/** From 0 to 4, by length alone: the office asks for nothing else. */
function strengthOf(password: string): 0 | 1 | 2 | 3 | 4 {
  const signs = [...password].length
  return signs === 0 ? 0 : signs < PASSWORD_LEAST ? 1 : signs < 16 ? 2 : signs < 20 ? 3 : 4
}

/** What is missing, field by field, in the order of the page. */
function problemsOf({ name, email, password, code }: Record<Field, string>): Partial<Record<Field, string>> {
  return {
    ...(name ? {} : { name: t(setupText['set.need.name']) }),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? {} : { email: t(setupText['set.need.email']) }),
    ...([...password].length >= PASSWORD_LEAST
      ? {}
      : { password: t(setupText['set.password.rule'], { least: PASSWORD_LEAST }) }),
    ...(/^\d{6}$/.test(code) ? {} : { code: t(setupText['set.need.code']) }),
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'setup-account': SetupAccount
  }
}
