import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { calendarText as words } from '../../shared/text/calendar.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { absenceSays, type AbsenceView } from './absence-says.ts'
import { dailyStyles } from './daily-styles.ts'
import { tellWaiting } from './waiting.ts'

/** Leave and duty that wait for whoever assesses their officers. */
@customElement('team-absences')
export class TeamAbsences extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    fieldStyles,
    dailyStyles,
    css`
      :host {
        display: block;
      }
      article {
        padding: 0.7rem 0;
        border-bottom: 1px solid var(--line);
      }
      article:last-of-type {
        border-bottom: 0;
      }
      h3 {
        font-size: 0.95rem;
      }
      .field {
        margin-top: 0.5rem;
      }
      input {
        width: 100%;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** Nothing at all where nothing waits. */
  @property({ type: Boolean }) quiet = false
  /** On a page of one's own work: quiet also while it is not known whether anything waits. */
  @property({ type: Boolean }) beside = false
  @state() private lines: Readonly<Record<string, string>> = {}
  @state() private wordless = ''
  @state() private decided = 0
  readonly #waiting = new Fetched<Reply<'GET /api/me/team/absences'>>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#waiting.want(`${this.staff.id} ${this.live.news} ${this.decided}`, () => ask('GET /api/me/team/absences', {}))
  }

  protected override updated(): void {
    tellWaiting(this, this.#waiting.value?.absences)
  }

  protected override render() {
    const known = this.#waiting.value?.absences
    if (!known?.length && (this.beside || (this.quiet && !this.#waiting.error))) return nothing
    return html`<section class="pane" aria-labelledby="absences">
      <header><h2 id="absences">${t(words['team.title'])}</h2></header>
      ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      ${whenRead(this.#waiting, ({ absences }) =>
        absences.length === 0
          ? html`<ui-state kind="empty" heading=${t(words['team.none'])}></ui-state>`
          : absences.map(absence => this.#absence(absence)),
      )}
    </section>`
  }

  #absence(absence: AbsenceView) {
    const { id } = absence
    const title = t(words['team.line'], { name: absence.officer, what: absenceSays(absence, this.office) })
    const button = (agree: boolean) =>
      html`<ui-button
        size="s"
        variant=${agree ? 'primary' : 'default'}
        label=${`${t(agree ? words.agree : words.refuse)}: ${title}`}
        ?disabled=${this.#act.busy()}
        @click=${() => void this.#decide(id, agree)}
        >${t(agree ? words.agree : words.refuse)}</ui-button
      >`
    return html`<article aria-label=${title}>
      <h3>${title}</h3>
      <label class="field"
        ><span>${t(words['team.words'])}</span
        ><input
          name="words"
          maxlength="300"
          autocomplete="off"
          aria-invalid=${this.wordless === id}
          .value=${this.lines[id] ?? ''}
          @input=${(e: InputEvent) => (this.lines = { ...this.lines, [id]: (e.target as HTMLInputElement).value })}
      /></label>
      ${this.wordless === id ? html`<p class="wrong" role="alert">${t(words['team.wordless'])}</p>` : nothing}
      <div class="btns">${button(true)} ${button(false)}</div>
    </article>`
  }

  async #decide(absence: string, agree: boolean): Promise<void> {
    const text = (this.lines[absence] ?? '').trim()
    this.wordless = !agree && text === '' ? absence : ''
    if (this.wordless) return
    const asked = { params: { absence }, body: { agree, text } }
    const done = await this.#act.run({ absence, agree, text }, key =>
      ask('POST /api/me/team/absences/:absence/decide', asked, key),
    )
    if (done) this.decided++
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'team-absences': TeamAbsences
  }
}
