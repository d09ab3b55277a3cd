import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import {
  MOST_ACTIVITIES,
  NO_TEXT,
  reportOver,
  type Activity,
  type ReportText,
} from '../../shared/officer/daily/report.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { newKey } from '../../shared/web/client.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import './activity-form.ts'
import { dailyStyles } from './daily-styles.ts'
import { activityLine, type Head } from './report-lines.ts'

const blank = (): Activity => {
  const empty = { what: '', from: '', to: '', quantity: '', output: '', skp: '', link: '' } as const
  return { id: newKey().slice(0, 36), ...empty, files: [] }
}
const isBlank = ({ what, from, to, quantity, output, skp, link, files }: Activity) =>
  [what, from, to, quantity, output, skp, link].every(text => text.trim() === '') && files.length === 0

/** The activities of a day that are typed, one line at a time. `text` with every change of them. */
@customElement('report-writing')
export class ReportWriting extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    fieldStyles,
    dailyStyles,
    css`
      .field {
        margin-top: 0.7rem;
      }
      .field input {
        width: 100%;
      }
    `,
  ]

  @property({ attribute: false }) text: ReportText = NO_TEXT
  @property({ attribute: false }) date = ''
  @property({ attribute: false }) files: Head['files'] = []
  /** Another number: the form begins anew with what stands in `text`. */
  @property({ attribute: false }) turn = 0
  /** A line that cannot be sent as it stands: it is opened in the form. */
  @property({ attribute: false }) open: Activity | undefined
  @state() private making = blank()
  @state() private removed: Activity | undefined
  /** The day of what was removed. */
  private removedOn = ''
  /** Evidence that has arrived since the report was read. */
  @state() private filed: Head['files'] = []

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('open') && this.open)
      this.making = this.text.activities.find(a => a.id === this.open!.id) ?? this.making
    if (!changed.has('turn') && !changed.has('date')) return
    this.#forget()
    // What was being typed goes on where it was: a page that loads anew shows it in the form again.
    const { activities } = this.text
    this.making = activities.find(a => a.id === this.making.id) ?? activities.find(a => a.what.trim() === '') ?? blank()
  }

  protected override render() {
    const added = this.text.activities.filter(a => a.id !== this.making.id)
    const files = [...this.files, ...this.filed.filter(f => !this.files.some(known => known.id === f.id))]
    const over = reportOver(this.text)
    return html`<section class="pane" aria-labelledby="add">
      <header>
        <h2 id="add">${t(words.add)}</h2>
        <span class="note">${t(words['add.note'])}</span>
      </header>
      ${
        added.length === 0
          ? nothing
          : html`<ul class="lines">
              ${added.map(a => activityLine(a, files, this.#acts(a)))}
            </ul>`
      }
      ${
        this.removed
          ? html`<ui-banner tone="info"
              >${t(words.removed)}<ui-button slot="action" size="s" @click=${this.#putBack}
                >${t(words.undo)}</ui-button
              ></ui-banner
            >`
          : nothing
      }
      <activity-form
        .activity=${this.making}
        .date=${this.date}
        .files=${files}
        @typed=${(e: CustomEvent<Activity>) => this.#typed(e.detail)}
        @added=${() => (this.making = blank())}
        @filed=${(e: CustomEvent<Head['files'][number]>) => (this.filed = [...this.filed, e.detail])}
      ></activity-form>
      <label class="field"
        ><span>${t(words.note)}</span
        ><input
          name="note"
          maxlength="500"
          autocomplete="off"
          .value=${this.text.note}
          @input=${(e: InputEvent) => this.#say({ note: (e.target as HTMLInputElement).value })}
      /></label>
      ${over > 0 ? html`<ui-banner>${t(words['too.long'], { over })}</ui-banner>` : nothing}
    </section>`
  }

  #acts(activity: Activity) {
    const { what } = activity
    return html`<ui-button size="s" label=${t(words.edit, { what })} @click=${() => (this.making = activity)}
        >${t(words['edit.short'])}</ui-button
      >
      <ui-button size="s" label=${t(words.remove, { what })} @click=${() => this.#remove(activity)}
        >${t(words['remove.short'])}</ui-button
      >`
  }

  #typed(activity: Activity): void {
    this.making = activity
    this.#forget()
    const { activities } = this.text
    const others = activities.filter(a => a.id !== activity.id)
    if (isBlank(activity)) return this.#say({ activities: others })
    if (others.length === activities.length)
      return this.#say({ activities: [...others, activity].slice(0, MOST_ACTIVITIES) })
    this.#say({ activities: activities.map(a => (a.id === activity.id ? activity : a)) })
  }

  #remove(activity: Activity): void {
    this.#forget()
    this.#say({ activities: this.text.activities.filter(a => a.id !== activity.id) })
    this.removed = activity
    this.removedOn = this.date
  }

  /** What was removed is put back no more: its files go with it. Where the server is not reached they stay, for the officer alone. */
  #forget(): void {
    const cited = new Set(this.text.activities.flatMap(a => a.files))
    const date = this.removedOn
    for (const file of this.removed?.files.filter(id => !cited.has(id)) ?? [])
      void ask('POST /api/me/reports/:date/files/:file/remove', { params: { date, file } }).catch(() => undefined)
    this.removed = undefined
  }

  readonly #putBack = (): void => {
    this.#say({ activities: [...this.text.activities, this.removed!] })
    this.removed = undefined
  }

  #say(change: Partial<ReportText>): void {
    emit(this, 'text', { ...this.text, ...change })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'report-writing': ReportWriting
  }
}
