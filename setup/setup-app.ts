import { LitElement, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Reply } from '../shared/contracts/api.ts'
import { MINUTE } from '../shared/kit/time.ts'
import { errorText } from '../shared/text/errors.ts'
import { setupText } from '../shared/text/setup.ts'
import { call, codeOf } from '../shared/web/client.ts'
import { LangController, lang, setLang, t } from '../shared/web/lang.ts'
import { Ticker } from '../shared/web/ticker.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { icon } from '../shared/web/ui/icons.ts'
import { mark } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import type { Made } from './setup-account.ts'
import './setup-account.ts'
import './setup-codes.ts'
import { pageStyles } from './page-styles.ts'

const STEPS = [1, 2, 3, 4, 5] as const

/** The page behind a set-up link (`/setup/#…`): the first of five steps; the others are in the console of whoever it makes. */
@customElement('setup-app')
export class SetupApp extends LitElement {
  static override styles = [baseStyles, pageStyles]

  @state() private opened: Reply<'POST /api/setup/look'> | undefined
  @state() private failure: unknown
  /** The office has its administrator: no command makes a link that opens anything. */
  @state() private over = false
  /** Recovery codes of the account that was just made. */
  @state() private codes: readonly string[] | undefined
  @state() private who = ''
  /** The server's clock less this one's, when the link was opened. */
  private ahead = 0
  /** Gone from the address bar at once, where somebody could read it over a shoulder. */
  readonly link = location.hash.slice(1)

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: MINUTE / 4, while: () => this.opened !== undefined && this.codes === undefined })
  }

  protected override firstUpdated(): void {
    document.title = `${t(setupText['set.title'])} · Tanggap`
    void this.#look()
  }

  async #look(): Promise<void> {
    this.failure = undefined
    try {
      const opened = await call('POST /api/setup/look', { body: { link: this.link } })
      this.ahead = opened.now - Date.now()
      this.opened = opened
    } catch (error) {
      await this.#fails(error)
    }
  }

  /** Why the link opens nothing: until there is an administrator no office answers. */
  async #fails(error: unknown): Promise<void> {
    if (codeOf(error) === 'SETUP_LINK')
      this.over = await call('GET /api/offices', {}).then(
        () => true,
        () => false,
      )
    this.opened = undefined
    this.failure = error
  }

  protected override render() {
    const other = lang() === 'id' ? 'en' : 'id'
    return html`<header class="top">
        ${mark()}
        <div class="brand">
          ${t(setupText['set.title'])}${this.over ? nothing : html`<span>${t(setupText['set.none'])}</span>`}
        </div>
        ${this.over ? nothing : html`<span class="tag">${t(setupText['set.minutes'])}</span>`}
        <button type="button" lang=${other} @click=${() => setLang(other)}>
          ${other === 'en' ? 'English' : 'Indonesia'}
        </button>
      </header>
      <main>
        ${this.codes || this.opened ? this.#rail() : nothing}
        ${
          this.codes
            ? html`<setup-codes .codes=${this.codes} who=${this.who}></setup-codes>`
            : this.opened
              ? html`<setup-account
                  .link=${this.link}
                  .opened=${this.opened}
                  minutes=${Math.max(0, Math.ceil((this.opened.until - Date.now() - this.ahead) / MINUTE))}
                  @made=${this.#onMade}
                  @dead=${(e: CustomEvent<unknown>) => void this.#fails(e.detail)}
                ></setup-account>`
              : this.#closed()
        }
      </main>`
  }

  #rail() {
    return html`<nav class="rail" aria-label=${t(setupText['set.steps'])}>
      <ol>
        ${STEPS.map(
          n =>
            html`<li aria-current=${n === 1 ? 'step' : nothing}>
              <span class="n" aria-hidden="true">${n}</span><span>${t(setupText[`set.step.${n}`])}</span
              ><span class="of">${t(setupText['set.of'], { n })}</span>
            </li>`,
        )}
      </ol>
      <p class="note">${t(setupText['set.anytime'])}</p>
    </nav>`
  }

  /** The link opens nothing, or the server was not reached. */
  #closed() {
    if (this.failure === undefined) return html`<p class="closed" role="status">${t(setupText['set.loading'])}</p>`
    if (codeOf(this.failure) !== 'SETUP_LINK')
      return html`<div class="closed">
        <ui-banner tone="bad" role="alert">${errorText(codeOf(this.failure), lang(), { retryAfter: 10 })}</ui-banner>
        <ui-button variant="primary" @click=${() => this.#look()}
          >${icon('refresh')}${t(setupText['set.again'])}</ui-button
        >
      </div>`
    const [before, after] = t(setupText['set.dead.new'], { command: '\n' }).split('\n')
    return html`<div class="closed" role="alert">
      <h1>${t(setupText['set.dead'])}</h1>
      ${
        this.over
          ? html`<p>${t(setupText['set.dead.over'])}</p>`
          : html`<p>${t(setupText['set.dead.what'])}</p>
              <p>${before}<code>npm run setup-link</code>${after}</p>`
      }
      <p><a href="/console/">${t(setupText['set.dead.in'])}</a></p>
    </div>`
  }

  /** In the place of this page: its link is used, and whoever goes back stays in the console. */
  #onMade = ({ detail: { codes, who } }: CustomEvent<Made>): void => {
    if (codes.length === 0) return location.replace('/console/')
    this.who = who
    this.codes = codes
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'setup-app': SetupApp
  }
}
