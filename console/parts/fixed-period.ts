import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import {
  latestPeriods,
  PART_KINDS,
  PERIOD_KINDS,
  type FixedPeriod,
  type PeriodKind,
} from '../../shared/survey/fixed-periods.ts'
import { periodName, periodText } from '../../shared/text/period.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { fieldStyles } from './field-styles.ts'

/** How many periods of a kind are offered: the last two or three years, of weeks and months the last one. */
const OFFERED = { week: 26, month: 13, quarter: 9, semester: 5, year: 3 } as const satisfies Record<PeriodKind, number>

/** Chooses one of the fixed periods for which ratings and answers are added up. Raises `period` with its name. */
@customElement('fixed-period')
export class FixedPeriodChoice extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
      }
    `,
  ]

  @property() today: LocalDate = ''
  /** The period that is shown. */
  @property({ attribute: false }) period: FixedPeriod | undefined
  /** Only the periods that a part of the office has figures of. */
  @property({ type: Boolean }) parts = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const kind = this.period?.kind ?? 'quarter'
    const known = latestPeriods(kind, this.today, OFFERED[kind])
    const { period } = this
    const periods = period && !known.some(p => p.key === period.key) ? [...known, period] : known
    return html`<label class="field">
        <span>${t(periodText.kind)}</span>
        <select
          data-kind
          @change=${(e: Event) => this.#chooseKind((e.target as HTMLSelectElement).value as PeriodKind)}
        >
          ${(this.parts ? PART_KINDS : PERIOD_KINDS).map(
            k => html`<option value=${k} .selected=${k === kind}>${t(periodText[`kind.${k}`])}</option>`,
          )}
        </select>
      </label>
      <label class="field">
        <span>${t(periodText.which)}</span>
        <select data-period @change=${(e: Event) => emit(this, 'period', (e.target as HTMLSelectElement).value)}>
          ${periods.map(
            p => html`<option value=${p.key} .selected=${p.key === period?.key}>${periodName(p, lang())}</option>`,
          )}
        </select>
      </label>`
  }

  /** The last one that is over comes first, since the running one may have nothing to show yet. */
  #chooseKind(kind: PeriodKind): void {
    emit(this, 'period', latestPeriods(kind, this.today, 2)[1]!.key)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fixed-period': FixedPeriodChoice
  }
}
