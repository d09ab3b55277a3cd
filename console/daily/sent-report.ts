import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles, gridStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { dailyStyles } from './daily-styles.ts'
import { activityLine, excuse, threadOf, timesOf, type Head } from './report-lines.ts'

/** What was sent of an own day, and what was said of it. `correct` with the text to go on with, `replied` once a reply has arrived. */
@customElement('sent-report')
export class SentReport extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    fieldStyles,
    gridStyles,
    dailyStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
      }
      .field {
        flex: 1 1 12rem;
      }
      form.btns {
        align-items: end;
      }
    `,
  ]

  @property({ attribute: false }) report!: Head
  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  /** A correction is being written already. */
  @property({ type: Boolean }) writing = false
  @state() private replying: string | undefined
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { report } = this
    const { text, writtenAt, receivedAt } = report.versions.at(-1)!
    const at = timesOf(report.date, this.office)
    const device = t(words['times.here'])
    return html`<section class="pane" aria-labelledby="sent">
        <header><h2 id="sent">${t(words.sent)}</h2></header>
        <ul class="lines">
          ${text.activities.map(a => activityLine(a, report.files))}
        </ul>
        ${text.note === '' ? nothing : html`<p>${text.note}</p>`}
        <p class="note">${t(words.times, { device, written: at(writtenAt), received: at(receivedAt) })}</p>
        ${excuse(report, this.office)}
        ${
          this.writing
            ? nothing
            : html`<div class="btns">
                <ui-button size="s" @click=${() => emit(this, 'correct', text)}>${t(words.correct)}</ui-button>
                <span class="note">${t(words['correct.why'])}</span>
              </div>`
        }
      </section>
      <section class="pane" aria-labelledby="answers">
        <header><h2 id="answers">${t(words.answers)}</h2></header>
        ${report.entries.length === 0 ? html`<p class="note">${t(words['answers.none'])}</p>` : nothing}
        ${threadOf(report, this.office, this.staff.id)} ${this.#replyForm()}
      </section>`
  }

  #replyForm() {
    const { error } = this.#act
    if (this.replying === undefined)
      return html`<div class="btns">
        <ui-button size="s" @click=${() => (this.replying = '')}>${t(words.reply)}</ui-button>
      </div>`
    return html`<form class="btns" @submit=${this.#reply}>
        <label class="field"
          ><span>${t(words['reply.field'])}</span
          ><input
            name="reply"
            maxlength="500"
            autocomplete="off"
            .value=${this.replying}
            @input=${(e: InputEvent) => (this.replying = (e.target as HTMLInputElement).value)}
        /></label>
        <ui-button ?disabled=${this.replying.trim() === '' || this.#act.busy()} @click=${this.#reply}
          >${t(words.reply)}</ui-button
        >
      </form>
      ${error ? html`<ui-banner tone="bad">${sentenceOf(error)}</ui-banner>` : nothing}`
  }

  readonly #reply = async (event: Event): Promise<void> => {
    event.preventDefault()
    const text = this.replying?.trim() ?? ''
    if (text === '') return
    const { date } = this.report
    const done = await this.#act.run({ text, date }, key =>
      ask('POST /api/me/reports/:date/reply', { params: { date }, body: { text } }, key),
    )
    if (!done) return
    this.replying = undefined
    emit(this, 'replied')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sent-report': SentReport
  }
}
