import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { leaveText, takeoverNoteText, takeoverReasonText } from '../../shared/text/leave.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { counterName } from '../parts/names.ts'
import { bannerListStyles } from './banner-list-styles.ts'

type Takeover = Reply<'GET /api/me/takeovers'>['takeovers'][number]

/** Own counters that somebody else took over, until their officer has seen it and answered, or not. */
@customElement('takeover-notes')
export class TakeoverNotes extends LitElement {
  static override styles = [
    bannerListStyles,
    css`
      :host([folded]) label {
        display: none;
      }
      label {
        display: grid;
        gap: 0.2rem;
        margin-top: 0.4rem;
      }
      input {
        font: inherit;
        min-height: 44px;
        padding: 0 0.7rem;
        color: inherit;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--r-m);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  readonly #notes = new Fetched<Reply<'GET /api/me/takeovers'>>(this)
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })
  #read = 0
  /** Answers that are typed, by takeover. */
  @state() private answers: Readonly<Record<string, string>> = {}

  constructor() {
    super()
    new KeptForm(this, {
      form: () => 'takeover answers',
      read: () => (Object.keys(this.answers).length > 0 ? this.answers : undefined),
      write: kept => (this.answers = kept),
    })
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#notes.want(String(this.#read), () => ask('GET /api/me/takeovers', {}))
    this.toggleAttribute('more', this.#all.length > 0)
    if (this.#all.length > 0) this.setAttribute('filled', String(this.#all.length))
    else this.removeAttribute('filled')
  }

  get #all(): readonly Takeover[] {
    return this.#notes.value?.takeovers ?? []
  }

  protected override render() {
    return this.#all.map(note => this.#row(note))
  }

  #row(of: Takeover) {
    const words = {
      counter: counterName(this.office, of.counterId),
      by: of.by,
      at: timeText(of.at, this.office.zone, lang()),
      date: dateText(of.at, this.office.zone, lang()),
      reason: t(takeoverReasonText[of.reason]),
    }
    const end =
      of.number === null || of.end === null ? '' : t(takeoverNoteText[of.end], { number: of.number, by: of.by })
    return html`<ui-banner tone="info"
      ><b>${t(leaveText['note.taken'], words)}</b> ${end} ${of.note ?? ''}<label
        >${t(leaveText['note.answer'])}<input
          maxlength="200"
          autocomplete="off"
          id=${`answer-${of.id}`}
          .value=${this.answers[of.id] ?? ''}
          @input=${(e: Event) => (this.answers = { ...this.answers, [of.id]: (e.target as HTMLInputElement).value })} /></label
      ><ui-button slot="action" size="s" ?busy=${this.#act.busy(['seen', of.id])} @click=${() => void this.#seen(of.id)}
        >${t(leaveText['note.seen'])}</ui-button
      ></ui-banner
    >`
  }

  async #seen(takeover: string): Promise<void> {
    const { [takeover]: typed = '', ...others } = this.answers
    const answer = typed.trim()
    const done = await this.#act.run(['seen', takeover], () =>
      ask('POST /api/me/takeovers/:takeover', { params: { takeover }, body: answer ? { answer } : {} }),
    )
    if (done) this.answers = others
    this.#read++
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'takeover-notes': TakeoverNotes
  }
}
