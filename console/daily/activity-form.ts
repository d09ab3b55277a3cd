import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isBackwards, linkOf } from '../../shared/officer/daily/activity.ts'
import type { Activity } from '../../shared/officer/daily/report.ts'
import { typedClock } from '../../shared/kit/time.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { answerOf, codeOf } from '../../shared/web/client.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles, gridStyles } from '../parts/field-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import type { Head } from './report-lines.ts'
import { smaller } from './smaller.ts'

type TextField = 'what' | 'quantity' | 'output' | 'skp' | 'link'
/** A photo over a slow line takes its time. */
const FILE_MS = 120_000

/** One activity in the making. `typed` with every key, `filed` once the server has an evidence file. */
@customElement('activity-form')
export class ActivityForm extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    gridStyles,
    css`
      form {
        display: grid;
        gap: 0.6rem;
        margin-top: 0.5rem;
      }
      .three {
        grid-template-columns: 5rem 5rem minmax(0, 1fr);
      }
      input[type='file'] {
        width: 100%;
      }
      .names {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }
    `,
  ]

  @property({ attribute: false }) activity!: Activity
  @property() date = ''
  @property({ attribute: false }) files: Head['files'] = []
  @state() private sending = false
  @state() private removing = false
  @state() private failed: unknown
  /** What failed; a file that could not be taken off is still there. */
  @state() private failedTo: 'send' | 'remove' = 'send'
  /** Times as they are being typed, until they are times. */
  @state() private clocks: { readonly from?: string; readonly to?: string } = {}

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('activity') as Activity | undefined
    if (before && before.id !== this.activity.id) {
      this.clocks = {}
      this.failed = undefined
    }
  }

  protected override render() {
    const mine = this.files.filter(f => this.activity.files.includes(f.id))
    return html`<form @submit=${this.#add}>
      ${this.#line('what', 200)}
      <div class="three top">${this.#clock('from')} ${this.#clock('to')} ${this.#line('quantity', 80)}</div>
      ${this.#line('output', 200)} ${this.#line('skp', 200)} ${this.#line('link', 500)}
      ${this.#isLinkWrong ? html`<p class="wrong">${t(words['link.wrong'])}</p>` : nothing}
      <label class="field"
        ><span>${t(this.sending ? words['file.busy'] : words.file)}</span
        ><input
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          ?disabled=${this.sending}
          @change=${this.#file}
      /></label>
      ${
        mine.length === 0
          ? nothing
          : html`<div class="names">
              ${mine.map(
                f =>
                  html`<ui-button size="s" ?disabled=${this.removing} @click=${() => this.#takeOff(f.id)}
                    >${t(words['file.remove'], { name: f.name })}</ui-button
                  >`,
              )}
            </div>`
      }
      ${
        this.failed === undefined
          ? nothing
          : html`<ui-banner tone=${codeOf(this.failed) === 'UNREACHABLE' ? 'offline' : 'bad'}
              >${codeOf(this.failed) === 'UNREACHABLE' ? t(words[`file.offline.${this.failedTo}`]) : sentenceOf(this.failed)}</ui-banner
            >`
      }
      <div>
        <ui-button ?disabled=${this.activity.what.trim() === ''} @click=${this.#add}>${t(words['add.more'])}</ui-button>
      </div>
    </form>`
  }

  get #isLinkWrong(): boolean {
    return linkOf(this.activity.link) === undefined
  }

  #line(field: TextField, most: number) {
    return html`<label class="field"
      ><span>${t(words[field])}</span
      ><input
        name=${field}
        maxlength=${most}
        autocomplete="off"
        .value=${this.activity[field]}
        aria-invalid=${field === 'link' && this.#isLinkWrong}
        @input=${(e: InputEvent) => this.#change({ [field]: (e.target as HTMLInputElement).value })}
        @change=${field === 'link' ? this.#wholeLink : nothing}
    /></label>`
  }

  #clock(field: 'from' | 'to') {
    const typed = this.clocks[field]
    const isNoClock = typed !== undefined && typed !== '' && typedClock(typed) === undefined
    const isBefore = field === 'to' && !isNoClock && isBackwards(this.activity)
    return html`<label class="field"
      ><span>${t(words[field])}</span
      ><input
        name=${field}
        maxlength="5"
        inputmode="decimal"
        autocomplete="off"
        .value=${typed ?? this.activity[field].replace(':', '.')}
        aria-invalid=${isNoClock || isBefore}
        @input=${(e: InputEvent) => this.#typeClock(field, (e.target as HTMLInputElement).value)}
      />${isNoClock || isBefore ? html`<span class="wrong">${t(words[isNoClock ? 'clock.wrong' : 'to.wrong'])}</span>` : nothing}</label
    >`
  }

  #typeClock(field: 'from' | 'to', text: string): void {
    this.clocks = { ...this.clocks, [field]: text }
    this.#change({ [field]: typedClock(text) ?? '' })
  }

  #change(change: Partial<Activity>): void {
    emit(this, 'typed', { ...this.activity, ...change })
  }

  /** `https://` is put before a link that was typed or pasted without. */
  readonly #wholeLink = (): void => {
    const link = linkOf(this.activity.link)
    if (link !== undefined && link !== this.activity.link) this.#change({ link })
  }

  readonly #add = (event: Event): void => {
    event.preventDefault()
    if (this.activity.what.trim() === '') return
    const wrong = this.renderRoot.querySelector<HTMLInputElement>('input[aria-invalid="true"]')
    if (wrong) return wrong.focus()
    this.#wholeLink()
    emit(this, 'added', this.activity)
  }

  /** Off the server first, so that what is gone from the line is gone. */
  async #takeOff(file: string): Promise<void> {
    this.removing = true
    this.failed = undefined
    this.failedTo = 'remove'
    try {
      await ask('POST /api/me/reports/:date/files/:file/remove', { params: { date: this.date, file } })
      this.#change({ files: this.activity.files.filter(id => id !== file) })
    } catch (error) {
      this.failed = error
    } finally {
      this.removing = false
    }
  }

  readonly #file = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement
    const given = input.files?.[0]
    if (!given) return
    this.sending = true
    this.failed = undefined
    this.failedTo = 'send'
    try {
      const form = new FormData()
      form.append('file', await smaller(given))
      const sent = await answerOf<{ file: Head['files'][number] }>(
        `/api/me/reports/${this.date}/files`,
        { method: 'POST', body: form },
        FILE_MS,
      )
      emit(this, 'filed', sent.file)
      this.#change({ files: [...this.activity.files, sent.file.id] })
    } catch (error) {
      this.failed = error instanceof AppError || codeOf(error) === 'UNREACHABLE' ? error : new AppError('INTERNAL')
    } finally {
      input.value = ''
      this.sending = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'activity-form': ActivityForm
  }
}
