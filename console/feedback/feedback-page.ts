import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { feedbackText as words } from '../../shared/text/feedback.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import { NEWS_CHANGED, ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import './message-form.ts'
import type { MessageForm, Written } from './message-form.ts'
import { threadList, threadStyles, type Message } from './thread-list.ts'

type Own = Reply<'GET /api/me/feedback'>

/** What others wrote to an officer, and what the officer answers. */
@customElement('feedback-page')
export class FeedbackPage extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    threadStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        min-width: 0;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  @state() private sent = false
  #round = 0
  readonly #own = new Fetched<Own>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#own.want(`${this.#round} ${this.live.news}`, () => ask('GET /api/me/feedback', {}))
  }

  protected override render() {
    return html`<h1>${t(words.title)}</h1>
      <p class="soft">${t(words.lead)}</p>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      <div role="status">${this.sent ? html`<ui-banner tone="info">${t(words.sent)}</ui-banner>` : nothing}</div>
      ${whenRead(this.#own, own => this.#panes(own))}`
  }

  #panes({ messages, colleagues }: Own) {
    return html`<section class="pane" aria-labelledby="talk">
        <header>
          <h2 id="talk">${t(words.talk)}</h2>
          <span class="note">${t(words.count, { n: `${messages.length}` })}</span>
        </header>
        ${threadList(
          messages,
          this.office.zone,
          message => void this.#read(message),
          id => this.#act.busy(id),
        )}
        <message-form
          today=${officeDate(this.live.now(), this.office.zone)}
          zone=${this.office.zone}
          .messages=${messages}
          label=${t(words.text)}
          ?busy=${this.#act.busy()}
          @write=${(event: CustomEvent<Written>) => void this.#onReply(event)}
        ></message-form>
      </section>
      <section class="pane" aria-labelledby="thanks">
        <h2 id="thanks">${t(words['thanks.title'])}</h2>
        <form @submit=${(event: SubmitEvent) => void this.#onThanks(event)}>
          <label class="field"
            ><span>${t(words['thanks.to'])}</span
            ><select name="to" required>
              <option value=""></option>
              ${colleagues.map(c => html`<option value=${c.id}>${c.name}</option>`)}
            </select></label
          >
          <label class="field"
            ><span>${t(words['thanks.text'])}</span
            ><textarea name="thanks" maxlength="1000" rows="2" required></textarea>
          </label>
          <div><ui-button type="submit" ?busy=${this.#act.busy()}>${t(words.send)}</ui-button></div>
        </form>
      </section>`
  }

  #again(done: boolean): void {
    this.sent = done
    this.#round += 1
    this.requestUpdate()
    window.dispatchEvent(new Event(NEWS_CHANGED))
  }

  async #read({ id }: Message): Promise<void> {
    const params = { message: id }
    const done = await this.#act.run(id, key => ask('POST /api/me/feedback/:message/read', { params }, key))
    if (done) this.#again(false)
  }

  async #onReply(event: CustomEvent<Written>): Promise<void> {
    const form = event.currentTarget as MessageForm
    const { isNote, about, text, corrects } = event.detail
    const body = { kind: isNote ? ('note' as const) : ('reply' as const), about, text, corrects }
    const done = await this.#act.run(body, key => ask('POST /api/me/feedback', { body }, key))
    if (!done) return
    form.reset()
    this.#again(true)
  }

  async #onThanks(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const given = new FormData(form)
    const body = { officerId: given.get('to') as string, text: (given.get('thanks') as string).trim() }
    const done = await this.#act.run(body, key => ask('POST /api/me/thanks', { body }, key))
    if (!done) return
    form.reset()
    this.#again(true)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'feedback-page': FeedbackPage
  }
}
