import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MOST_PLANNED, plannedName, QUARTERS, type PlanRow } from '../../../shared/survey/loop/plan.ts'
import { planText as words } from '../../../shared/text/plan.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { loopStyles } from './loop-styles.ts'

/** One line of the plan as fields. Raises `row` at every change, and `gone`. */
@customElement('plan-row')
export class PlanRowFields extends LitElement {
  static override styles = [baseStyles, fieldStyles, loopStyles]

  @property({ attribute: false }) row!: PlanRow

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { row } = this
    const name = t(plannedName(row))
    const text = (field: 'owner' | 'evidence') =>
      html`<label class="field"
        ><span>${t(words[field])}</span
        ><input
          maxlength=${MOST_PLANNED}
          .value=${row[field]}
          @input=${(e: Event) => this.#put({ [field]: (e.target as HTMLInputElement).value })}
      /></label>`
    const long = (field: 'program' | 'hurdle' | 'told', hint = false) =>
      html`<label class="field"
        ><span>${t(words[field])}</span
        ><textarea
          rows="2"
          maxlength=${MOST_PLANNED}
          aria-describedby=${hint ? 'hint' : 'name'}
          .value=${row[field] ?? ''}
          @input=${(e: Event) => this.#put({ [field]: (e.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>`
    return html`<fieldset>
      <legend id="name">${name}</legend>
      ${long('program')}
      <div class="quarters" role="group" aria-label=${t(words.quarters)}>
        ${QUARTERS.map(
          q =>
            html`<label
              ><input type="checkbox" .checked=${row.quarters.includes(q)} @change=${() => this.#toggle(q)} />
              ${t(words[`quarter.${q}`])}</label
            >`,
        )}
      </div>
      ${text('owner')} ${text('evidence')}
      <label class="field"
        ><span>${t(words.percent)}</span
        ><input
          type="number"
          min="0"
          max="100"
          step="1"
          .value=${String(row.percent)}
          @input=${(e: Event) => this.#percent((e.target as HTMLInputElement).valueAsNumber)}
      /></label>
      ${long('hurdle')} ${long('told', true)}
      <p class="note" id="hint">${t(words['told.hint'])}</p>
      <ui-button
        size="s"
        variant="plain"
        label=${t(words['remove.label'], { unsur: name })}
        @click=${() => emit(this, 'gone')}
        >${t(words.remove)}</ui-button
      >
    </fieldset>`
  }

  #toggle(quarter: PlanRow['quarters'][number]): void {
    const { quarters } = this.row
    const without = quarters.filter(q => q !== quarter)
    this.#put({
      quarters:
        without.length < quarters.length ? without : QUARTERS.filter(q => q === quarter || quarters.includes(q)),
    })
  }

  #percent(value: number): void {
    if (Number.isInteger(value) && value >= 0 && value <= 100) this.#put({ percent: value })
  }

  #put(change: Partial<PlanRow>): void {
    this.row = { ...this.row, ...change }
    emit(this, 'row', this.row)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-row': PlanRowFields
  }
}
