import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { isClock, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { LEAVE_KINDS, type Leave, type LeaveKind } from '../../shared/roster/roster.ts'
import { leaveKindText, rosterText } from '../../shared/text/roster.ts'
import { capital } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { clockInput } from '../../shared/web/ui/clock-input.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { daySays, turnOf } from './roster-says.ts'

/** Somebody is away: noted and taken away at once, apart from the plan. Raises `away` after each. */
@customElement('roster-away')
export class RosterAway extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        margin-top: 1rem;
        padding-top: 0.8rem;
        border-top: 1px solid var(--line);
        font-size: 0.9rem;
      }
      h3 {
        font-size: 1rem;
      }
      li,
      .add {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
        margin-top: 0.5rem;
      }
      li {
        align-items: center;
        justify-content: space-between;
      }
      p {
        margin-top: 0.4rem;
        font-size: 0.8rem;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() staffId = ''
  @property() date: LocalDate = ''
  /** Of this person, on this date. */
  @property({ attribute: false }) leaves: readonly Leave[] = []
  @state() private kind: LeaveKind = 'annual'
  @state() private until = ''
  @state() private from = ''
  @state() private to = ''
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const field = (label: string, type: string, value: string, set: (value: string) => void, min = '') =>
      html`<label class="field"
        ><span>${label}</span>${
          type === 'time'
            ? clockInput({ value, set, wrong: value !== '' && !isClock(value) })
            : html`<input
                type=${type}
                min=${min || nothing}
                .value=${value}
                @change=${(e: Event) => set((e.target as HTMLInputElement).value)}
              />`
        }</label
      >`
    return html`<h3>${t(rosterText['leave.title'])}</h3>
      ${
        this.leaves.length === 0
          ? nothing
          : html`<ul>
              ${this.leaves.map(leave => this.#row(leave))}
            </ul>`
      }
      <div class="add">
        <label class="field"
          ><span>${t(rosterText['leave.kind'])}</span
          ><select
            name="kind"
            @change=${(e: Event) => (this.kind = (e.target as HTMLSelectElement).value as LeaveKind)}
          >
            ${LEAVE_KINDS.map(
              kind => html`<option value=${kind} ?selected=${kind === this.kind}>${t(leaveKindText[kind])}</option>`,
            )}
          </select></label
        >
        ${field(t(rosterText['leave.until']), 'date', this.until || this.date, v => (this.until = v), this.date)}
        ${field(t(rosterText['leave.partFrom']), 'time', this.from, v => (this.from = v))}
        ${field(t(rosterText['leave.partTo']), 'time', this.to, v => (this.to = v))}
        <ui-button size="s" ?disabled=${!this.#isSound} ?busy=${this.#act.busy('add')} @click=${() => void this.#add()}
          >${t(rosterText['leave.add'])}</ui-button
        >
      </div>
      <p>${t(rosterText['leave.note'])}</p>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}`
  }

  #row(leave: Leave) {
    const part = leave.part ? ` ${t(rosterText['leave.part'], turnOf(leave.part))}` : ''
    const kind = capital(t(leaveKindText[leave.kind]))
    const words = t(rosterText['leave.row'], { kind, from: daySays(leave.from), to: daySays(leave.to) }) + part
    return html`<li>
      <span>${words}</span
      ><ui-button
        size="s"
        label="${t(rosterText['leave.remove'])}: ${words}"
        ?busy=${this.#act.busy(['remove', leave.id])}
        @click=${() => void this.#remove(leave.id)}
        >${t(rosterText['leave.remove'])}</ui-button
      >
    </li>`
  }

  get #isSound(): boolean {
    const until = this.until || this.date
    const isTime = (typed: string) => typed === '' || isClock(typed)
    if (!isTime(this.from) || !isTime(this.to)) return false
    return until >= this.date && (this.from === '') === (this.to === '') && (this.from === '' || this.from < this.to)
  }

  async #add(): Promise<void> {
    const part = this.from ? { from: this.from, to: this.to } : null
    const { staffId, kind, date: from } = this
    const body = { staffId, kind, from, to: this.until || from, part }
    const params = { office: this.office.id }
    const answer = await this.#act.run<Reply<'POST /api/offices/:office/leaves'>>(['add', body], key =>
      ask('POST /api/offices/:office/leaves', { params, body }, key),
    )
    if (!answer) return
    this.from = this.to = this.until = ''
    emit(this, 'away')
  }

  async #remove(leave: string): Promise<void> {
    const params = { office: this.office.id, leave }
    const path = 'POST /api/offices/:office/leaves/:leave/remove'
    if (await this.#act.run(['remove', leave], key => ask(path, { params }, key))) emit(this, 'away')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-away': RosterAway
  }
}
