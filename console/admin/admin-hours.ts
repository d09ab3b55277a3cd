import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { adminText } from '../../shared/text/admin.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { clockInput } from '../../shared/web/ui/clock-input.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { wrongTimes, type DraftDay, type Problem } from './draft-days.ts'
import { fieldStyles } from '../parts/field-styles.ts'

/** A week as people here say it: Monday first. */
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const
const TIMES = ['from', 'to', 'breakFrom', 'breakTo'] as const
const HEADS = { from: 'set.from', to: 'set.to', breakFrom: 'set.breakFrom', breakTo: 'set.breakTo' } as const

/** Opening hours of the seven days, with one break each. Raises `days` with the whole week. */
@customElement('admin-hours')
export class AdminHours extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: block;
        margin-top: 0.8rem;
        container-type: inline-size;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th {
        padding: 0.2rem 0.3rem;
        font-size: 0.8rem;
        font-weight: 650;
        color: var(--soft);
        text-align: start;
      }
      td {
        padding: 0.15rem 0.3rem;
      }
      td:first-child {
        white-space: nowrap;
      }
      label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        font-weight: 650;
        color: var(--ink);
      }
      input[type='checkbox'] {
        width: 1.2rem;
        height: 1.2rem;
        min-height: 0;
        accent-color: var(--accent);
      }
      input[type='text'] {
        width: 100%;
        min-width: 0;
      }
      .cap {
        display: none;
      }
      /* Beside other panes and on a phone: a day is a block, its break below its hours. */
      @container (max-width: 36rem) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tr {
          display: grid;
          grid-template-columns: repeat(2, minmax(0, 1fr));
          padding: 0.35rem 0;
          border-bottom: 1px solid var(--line);
        }
        td:first-child,
        td[colspan] {
          grid-column: 1 / -1;
        }
        tr:has([colspan='4']) td {
          grid-column: auto;
        }
        .cap {
          display: block;
          font-size: 0.75rem;
          color: var(--soft);
        }
      }
    `,
  ]

  /** From Sunday on. */
  @property({ attribute: false }) days: readonly DraftDay[] = []
  @property({ attribute: false }) problems: Readonly<Record<string, Problem>> = {}

  constructor() {
    super()
    new LangController(this)
  }

  /** Brings the reader to the first day that cannot be saved. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  protected override render() {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t(adminText['set.day'])}</th>
          <th scope="col">${t(adminText['set.from'])}</th>
          <th scope="col">${t(adminText['set.to'])}</th>
          <th scope="col">${t(adminText['set.breakFrom'])}</th>
          <th scope="col">${t(adminText['set.breakTo'])}</th>
        </tr>
      </thead>
      <tbody>
        ${WEEK.map(day => this.#row(day))}
      </tbody>
    </table>`
  }

  #row(i: (typeof WEEK)[number]) {
    const day = this.days[i]
    if (!day) return nothing
    const problem = this.problems[`day.${i}`]
    return html`<tr>
        <td>
          <label
            ><input
              type="checkbox"
              .checked=${day.open}
              @change=${(e: Event) => this.#set(i, { open: (e.target as HTMLInputElement).checked })}
            />${t(adminText[`day.${i}`])}</label
          >
        </td>
        ${
          day.open
            ? TIMES.map(
                time =>
                  html`<td>
                    <span class="cap" aria-hidden="true">${t(adminText[HEADS[time]])}</span
                    >${this.#time(i, time, !!problem && wrongTimes(day).includes(time))}
                  </td>`,
              )
            : html`<td colspan="4" class="soft">${t(adminText['set.closed'])}</td>`
        }
      </tr>
      ${
        problem
          ? html`<tr>
              <td colspan="5" class="wrong" id="wrong-${i}">${t(adminText[problem.word], problem.values)}</td>
            </tr>`
          : nothing
      }`
  }

  #time(i: (typeof WEEK)[number], time: (typeof TIMES)[number], wrong: boolean) {
    return clockInput({
      value: this.days[i]![time],
      label: t(adminText['set.dayField'], { day: t(adminText[`day.${i}`]), field: t(adminText[HEADS[time]]) }),
      ...(wrong ? { wrong, wrongId: `wrong-${i}` } : {}),
      set: value => this.#set(i, { [time]: value }),
    })
  }

  #set(at: number, change: Partial<DraftDay>): void {
    emit(
      this,
      'days',
      this.days.map((day, i) => (i === at ? { ...day, ...change } : day)),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-hours': AdminHours
  }
}
