import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { accountText } from '../../shared/text/account.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-tag.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { accountStyles } from './account-styles.ts'
import './new-password.ts'
import type { NewPassword } from './new-password.ts'
import './recovery-codes.ts'
import './second-factor-setup.ts'

type Account = Reply<'GET /api/me/account'>
type Sessions = Reply<'GET /api/me/sessions'>
type Asking = 'set' | 'remove' | 'codes' | undefined

/** The own account: password, second factor, and where one is signed in. */
@customElement('account-page')
export class AccountPage extends LitElement {
  static override styles = [
    baseStyles,
    accountStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        align-content: start;
        max-width: 44rem;
      }
      ul {
        margin: 0.6rem 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: 0.8rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
      }
      li small {
        display: block;
        color: var(--soft);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        margin-top: 0.8rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private asking: Asking
  @state() private codes: readonly string[] | undefined
  @state() private said = ''
  @query('#present') private present!: HTMLInputElement
  @query('#proof') private proof!: HTMLInputElement
  @query('new-password') private field!: NewPassword
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())
  readonly #account = new Fetched<Account>(this)
  readonly #sessions = new Fetched<Sessions>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const turn = `${this.#round}`
    this.#account.want(turn, () => ask('GET /api/me/account', {}))
    this.#sessions.want(turn, () => ask('GET /api/me/sessions', {}))
  }

  protected override render() {
    const { name, username } = this.staff
    return html`<div>
        <h1>${t(accountText['own.title'])}</h1>
        <p class="soft">${t(accountText['own.who'], { name, username })}</p>
      </div>
      <div role="status">${this.said ? html`<ui-banner tone="info">${this.said}</ui-banner>` : nothing}</div>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      <section class="pane" aria-labelledby="password">
        <h2 id="password">${t(accountText['own.password'])}</h2>
        <p class="soft">${t(accountText['own.password.why'])}</p>
        ${this.#passwordForm()}
      </section>
      <section class="pane" aria-labelledby="second">
        <h2 id="second">${t(accountText['code.title'])}</h2>
        ${whenRead(this.#account, account => this.#second(account))}
      </section>
      <section class="pane" aria-labelledby="sessions">
        <h2 id="sessions">${t(accountText['own.sessions'])}</h2>
        ${whenRead(this.#sessions, sessions => this.#list(sessions))}
      </section>`
  }

  /** Whose recovery codes these are, as their paper says it. */
  get #whose() {
    const { name, username } = this.staff
    return { office: this.office.name, who: `${name} (${username})` }
  }

  #passwordForm() {
    return html`<form novalidate @submit=${this.#onPassword}>
      <input type="text" autocomplete="username" .value=${this.staff.username} hidden readonly />
      <label class="field">
        <span>${t(accountText['set.present'])}</span>
        <input id="present" type="password" autocomplete="current-password" />
      </label>
      <new-password></new-password>
      <div class="acts">
        <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}
          >${t(accountText['own.password.go'])}</ui-button
        >
      </div>
      <button type="submit" hidden></button>
    </form>`
  }

  #second({ secondFactor: { since, codesLeft, obligatory } }: Account) {
    if (this.codes)
      return html`<recovery-codes
        .codes=${this.codes}
        .whose=${this.#whose}
        @kept=${() => (this.codes = undefined)}
      ></recovery-codes>`
    if (this.asking === 'set')
      return html`<second-factor-setup .whose=${this.#whose} @set=${() => this.#fresh()}></second-factor-setup>`
    const state =
      since === null
        ? t(accountText['own.second.off'])
        : t(accountText['own.second.on'], { date: this.#moment(since), n: codesLeft })
    const button = (what: Asking, words: string, danger = false) =>
      html`<ui-button variant=${danger ? 'danger' : 'default'} @click=${() => (this.asking = what)}
        >${words}</ui-button
      >`
    return html`<p>${state}</p>
      ${this.asking ? this.#proofForm(this.asking) : nothing}
      <div class="acts">
        ${button('set', t(accountText[since === null ? 'own.second.set' : 'own.second.replace']))}
        ${since === null ? nothing : button('codes', t(accountText['own.second.codes']))}
        ${since === null || obligatory ? nothing : button('remove', t(accountText['own.second.remove']), true)}
      </div>`
  }

  #proofForm(asking: 'remove' | 'codes' | 'set') {
    return html`<form novalidate @submit=${this.#onProof}>
      <label class="field">
        <span>${t(accountText['set.present'])}</span>
        <input id="proof" type="password" autocomplete="current-password" />
      </label>
      <div class="acts">
        <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}
          >${t(accountText[asking === 'remove' ? 'own.second.remove' : 'own.second.codes'])}</ui-button
        >
      </div>
      <button type="submit" hidden></button>
    </form>`
  }

  #list({ sessions, idleHours, mostHours }: Sessions) {
    return html`<p class="soft">${t(accountText['own.sessions.limits'], { idle: idleHours, most: mostHours })}</p>
      <ul>
        ${sessions.map(({ id, device, since, seenAt, own }) => {
          const name = device ?? t(accountText['own.sessions.unknown'])
          const times = { since: this.#moment(since), seen: this.#moment(seenAt) }
          return html`<li>
            <span><b>${name}</b><small>${t(accountText['own.sessions.since'], times)}</small></span>
            ${
              own
                ? html`<ui-tag tone="go">${t(accountText['own.sessions.this'])}</ui-tag>`
                : html`<ui-button
                    size="s"
                    label=${t(accountText['own.sessions.end.label'], { device: name })}
                    @click=${() => void this.#end(id)}
                    >${t(accountText['own.sessions.end'])}</ui-button
                  >`
            }
          </li>`
        })}
      </ul>
      ${
        sessions.length > 1
          ? html`<div class="acts">
              <ui-button @click=${() => void this.#end()}>${t(accountText['own.sessions.others'])}</ui-button>
            </div>`
          : nothing
      }`
  }

  #moment(at: Instant): string {
    const { zone } = this.office
    const time = timeText(at, zone, lang())
    return officeDate(at, zone) === officeDate(this.live.now(), zone) ? time : `${dateText(at, zone, lang())}, ${time}`
  }

  readonly #onPassword = async (event: Event): Promise<void> => {
    event.preventDefault()
    const body = { present: this.present.value, password: this.field.value }
    if (!body.present) return this.present.focus()
    if (!body.password) return this.field.focus()
    if (this.#act.busy()) return
    const done = await this.#act.run(body, key => ask('POST /api/me/password', { body }, key))
    if (!done) return this.field.focus()
    this.present.value = ''
    this.field.clear()
    this.#fresh(t(accountText['own.password.done']))
  }

  readonly #onProof = async (event: Event): Promise<void> => {
    event.preventDefault()
    const body = { present: this.proof.value }
    if (!body.present || this.#act.busy()) return this.proof.focus()
    if (this.asking === 'remove') {
      const done = await this.#act.run(body, key => ask('POST /api/me/second-factor/remove', { body }, key))
      if (done) this.#fresh()
      return
    }
    const renewed = await this.#act.run(body, key => ask('POST /api/me/recovery-codes', { body }, key))
    if (!renewed) return
    this.#fresh()
    this.codes = renewed.codes
  }

  async #end(session?: string): Promise<void> {
    if (this.#act.busy()) return
    await this.#act.run(session ?? 'others', key =>
      session === undefined
        ? ask('POST /api/me/sessions/end-others', {}, key)
        : ask('POST /api/me/sessions/:session/end', { params: { session } }, key),
    )
    this.#fresh()
  }

  #fresh(said = ''): void {
    this.asking = undefined
    this.said = said
    this.#round += 1
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-page': AccountPage
  }
}
