import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { officeDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { teamText as words } from '../../shared/text/feedback.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-state.ts'
import '../feedback/message-form.ts'
import type { MessageForm, Written } from '../feedback/message-form.ts'
import { threadList, threadStyles, type Message } from '../feedback/thread-list.ts'
import { NEWS_CHANGED, ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** What whoever assesses an officer and the officer say to each other, and a form for the next message. */
@customElement('team-thread')
export class TeamThread extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    threadStyles,
    css`
      :host {
        display: block;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  /** With whom. */
  @property() person = ''
  @property() name = ''
  /** A new turn reads again. */
  @property({ type: Number }) turn = 0
  @state() private round = 0
  readonly #thread = new Fetched<readonly Message[]>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { person: this.person }
    const read = async () => (await ask('GET /api/me/team/:person/feedback', { params })).messages
    this.#thread.want(`${this.turn} ${this.round} ${this.person}`, read, this.person)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="of">
      <h2 id="of">${this.name === '' ? t(words.thread) : t(words['thread.of'], { name: this.name })}</h2>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      ${whenRead(
        this.#thread,
        messages =>
          html`${threadList(
            messages,
            this.office.zone,
            message => void this.#read(message),
            id => this.#act.busy(id),
          )}
          ${this.#form(messages)}`,
      )}
    </section>`
  }

  #form(messages: readonly Message[]) {
    return html`<message-form
      tagged
      today=${officeDate(this.live.now(), this.office.zone)}
      zone=${this.office.zone}
      .messages=${messages}
      label=${t(words.write)}
      ?busy=${this.#act.busy()}
      @write=${(event: CustomEvent<Written>) => void this.#onWrite(event)}
    ></message-form>`
  }

  #again(): void {
    this.round += 1
    window.dispatchEvent(new Event(NEWS_CHANGED))
  }

  async #read({ id }: Message): Promise<void> {
    const params = { message: id }
    await this.#act.run(id, key => ask('POST /api/me/feedback/:message/read', { params }, key))
    this.#again()
  }

  async #onWrite(event: CustomEvent<Written>): Promise<void> {
    const form = event.currentTarget as MessageForm
    const { isNote, tags, ...written } = event.detail
    const body = { ...written, tags: [...tags], kind: isNote ? ('note' as const) : ('feedback' as const) }
    const params = { person: this.person }
    const wish = { ...body, ...params }
    const done = await this.#act.run(wish, key => ask('POST /api/me/team/:person/feedback', { params, body }, key))
    if (done) form.reset()
    this.#again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'team-thread': TeamThread
  }
}
