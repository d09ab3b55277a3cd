import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { integrityText as words } from '../../../shared/text/integrity.ts'
import { dateYearText, periodName } from '../../../shared/text/period.ts'
import { numberText } from '../../../shared/text/text.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import './decision-pane.ts'
import { flagSays } from './flag-says.ts'
import { reachedTable } from './reached-table.ts'
import { tableStyles } from './table-styles.ts'
import type { Month, ToldFlag, View } from './view.ts'

const READ = 'GET /api/offices/:office/integrity'

const BLIND = ['blind.all', 'blind.few', 'blind.one', 'blind.same', 'blind.kept'] as const

/** What should be looked at in the answers of closed months, with and without it, and what the head decided. */
@customElement('integrity-page')
export class IntegrityPage extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.85rem;
        align-content: start;
      }
      .stack {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.85rem;
      }
      .show {
        max-width: 22rem;
      }
      ul {
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
      }
      ul.plain {
        padding-inline-start: 1.2rem;
        list-style: disc;
        font-size: 0.875rem;
      }
      .flags li {
        padding: 0.5rem 0;
        border-top: 1px solid var(--line);
      }
      .flags b,
      .flags span {
        display: block;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0.3rem 0;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private chosen: string | undefined
  #round = 0
  readonly #view = new Fetched<View>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const asked = { params: { office: this.office.id }, query: { month: this.chosen } }
    this.#view.want(`${this.chosen} ${this.#round}`, () => ask(READ, asked), this.chosen ?? '')
  }

  protected override render() {
    return html`<h1>${t(words.title)}</h1>
      <p class="note">${t(words.lead)}</p>
      ${whenRead(this.#view, view => this.#content(view))}`
  }

  #content(view: View) {
    const { months, month, running } = view
    return html`${
        month
          ? html`<label class="field show">
                <span>${t(words.month)}</span>
                <select @change=${(e: Event) => (this.chosen = (e.target as HTMLSelectElement).value)}>
                  ${months.map(
                    key =>
                      html`<option value=${key} .selected=${key === month.month}>
                        ${periodName(fixedPeriod(key)!, lang())}
                      </option>`,
                  )}
                </select>
              </label>
              ${this.#month(month)}`
          : html`<ui-state kind="empty" heading=${t(words['none.yet'])}>${t(words['none.yet.why'])}</ui-state>`
      }
      <section class="pane" aria-labelledby="running">
        <h2 id="running">${t(words.running)}</h2>
        <p class="note">${t(words['running.note'])}</p>
        ${running.length === 0 ? html`<p>${t(words['running.none'])}</p>` : this.#flags(running)}
        ${
          this.staff.permissions.includes('booking.void')
            ? html`<p><a href="#/mencurigakan">${t(words['running.more'])}</a></p>`
            : nothing
        }
      </section>
      <section class="pane" aria-labelledby="blind">
        <h2 id="blind">${t(words.blind)}</h2>
        <ul class="plain">
          ${BLIND.map(one => html`<li>${t(words[one])}</li>`)}
        </ul>
      </section>`
  }

  #month(month: Month) {
    const { flags } = month
    const n = numberText(month.looked, lang())
    const date = dateYearText(officeDate(month.closedAt, this.office.zone), lang())
    return html`<div class="stack">
      <section class="pane" aria-labelledby="flags">
        <h2 id="flags">
          ${flags.length === 0 ? t(words.flags) : t(words['flags.n'], { n: numberText(flags.length, lang()) })}
        </h2>
        ${
          flags.length === 0
            ? html`<ui-state kind="empty" .icon=${'check'} heading=${t(words.none)}
                >${t(words['none.why'], { n })}</ui-state
              >`
            : html`<p class="note">${t(words.looked, { n, date })} ${t(words.suspicion)}</p>
                ${this.#flags(flags)}`
        }
      </section>
      ${flags.length === 0 ? nothing : this.#decided(month)} ${reachedTable(this.office, month.reached)}
    </div>`
  }

  #decided(month: Month) {
    return html`<decision-pane
      .office=${this.office}
      .month=${month}
      ?may=${this.staff.permissions.includes('survey.decide')}
      @decided=${() => this.#again()}
    ></decision-pane>`
  }

  #again(): void {
    this.#round += 1
    this.requestUpdate()
  }

  #flags(flags: readonly ToldFlag[]) {
    return html`<ul class="flags">
      ${flags.map(flag => {
        const [what, how] = flagSays(this.office, flag)
        return html`<li><b>${what}</b><span class="note">${how}</span></li>`
      })}
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'integrity-page': IntegrityPage
  }
}
