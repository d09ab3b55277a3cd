import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isClock, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { openTurns } from '../../shared/roster/coverage.ts'
import type { Shift } from '../../shared/roster/roster.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { clockInput } from '../../shared/web/ui/clock-input.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { daySays } from './roster-says.ts'

/** A shift as it is being typed. */
interface Row {
  readonly counterId: string | null
  readonly from: string
  readonly to: string
  readonly restFrom: string
  readonly restTo: string
  readonly insteadOf: string | null
}

const FRONT = '@front'
const MOST = 6

/** One person's day: where, from when to when, with the break. Raises `cell` with the shifts, or `dismiss`. */
@customElement('roster-cell')
export class RosterCell extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        --dialog-width: 56rem;
        --dialog-pad: var(--s4) var(--s5);
        --dialog-title: var(--t-lg);
      }
      fieldset {
        display: grid;
        grid-template-columns: minmax(8rem, 1.4fr) repeat(4, minmax(7.5rem, 1fr)) auto;
        gap: 0.5rem;
        align-items: end;
        margin: 0 0 0.7rem;
        padding: 0;
        border: 0;
        font-size: 0.9rem;
      }
      input,
      select {
        width: 100%;
        min-width: 0;
      }
      @media (max-width: 58rem) {
        fieldset {
          grid-template-columns: 1fr 1fr;
          padding-bottom: 0.7rem;
          border-bottom: 1px solid var(--line);
        }
        fieldset .place {
          grid-column: 1 / -1;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() who = ''
  @property() date: LocalDate = ''
  @property({ attribute: false }) cell: readonly Shift[] = []
  @property() staffId = ''
  @property({ type: Boolean }) readonly = false
  @state() private rows: readonly Row[] = []
  @state() private wrong = 0

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('cell') && !changed.has('staffId') && !changed.has('date')) return
    this.wrong = 0
    this.rows = this.cell.map(s => ({ ...s, restFrom: s.rest?.from ?? '', restTo: s.rest?.to ?? '' }))
    if (this.rows.length === 0 && !this.readonly) this.rows = [this.#fresh()]
  }

  /** The whole day of the doors at the first counter. */
  #fresh(): Row {
    const open = openTurns(this.office, this.date)
    const last = this.rows.at(-1)?.to
    const from = last ?? open[0]?.from ?? '08:00'
    const to = open.at(-1)?.to ?? '15:00'
    const counterId = this.office.counters[0]?.id ?? null
    return { counterId, from, to: from < to ? to : '', restFrom: '', restTo: '', insteadOf: null }
  }

  protected override render() {
    return html`<ui-dialog
      open
      kind="plain"
      heading=${t(rosterText['cell.title'], { who: this.who, day: daySays(this.date) })}
      primary=${t(rosterText[this.readonly ? 'cell.cancel' : 'cell.done'])}
      secondary=${this.readonly ? '' : t(rosterText['cell.cancel'])}
      @primary=${this.#done}
      @secondary=${() => emit(this, 'dismiss')}
      @dismiss=${() => emit(this, 'dismiss')}
    >
      ${this.readonly ? html`<p>${t(rosterText['cell.past'])}</p>` : nothing}
      ${this.rows.map((row, i) => this.#row(row, i))}
      ${
        this.readonly || this.rows.length >= MOST
          ? nothing
          : html`<ui-button size="s" @click=${() => (this.rows = [...this.rows, this.#fresh()])}
              >${t(rosterText['cell.add'])}</ui-button
            >`
      }
      ${this.wrong > 0 ? html`<ui-banner tone="bad">${t(rosterText['cell.wrong'], { n: this.wrong })}</ui-banner>` : nothing}
      <slot></slot>
    </ui-dialog>`
  }

  #row(row: Row, i: number) {
    const set = (change: Partial<Row>) => (this.rows = this.rows.map((r, n) => (n === i ? { ...r, ...change } : r)))
    const time = (label: string, field: 'from' | 'to' | 'restFrom' | 'restTo') =>
      html`<label class="field"
        ><span>${label}</span>${clockInput({
          name: field,
          disabled: this.readonly,
          value: row[field],
          set: value => set({ [field]: value }),
        })}</label
      >`
    return html`<fieldset>
      <label class="field place"
        ><span>${t(rosterText['cell.counter'])}</span
        ><select
          name="counter"
          ?disabled=${this.readonly}
          @change=${(e: Event) => {
            const { value } = e.target as HTMLSelectElement
            set({ counterId: value === FRONT ? null : value })
          }}
        >
          ${this.#places(row).map(
            ([id, name]) => html`<option value=${id ?? FRONT} ?selected=${id === row.counterId}>${name}</option>`,
          )}
        </select></label
      >
      ${time(t(rosterText['cell.from']), 'from')} ${time(t(rosterText['cell.to']), 'to')}
      ${time(t(rosterText['cell.restFrom']), 'restFrom')} ${time(t(rosterText['cell.restTo']), 'restTo')}
      ${
        this.readonly
          ? nothing
          : html`<ui-button
              size="s"
              variant="danger"
              label="${t(rosterText['cell.remove'])} ${i + 1}"
              @click=${() => (this.rows = this.rows.filter((_, n) => n !== i))}
              >${t(rosterText['leave.remove'])}</ui-button
            >`
      }
    </fieldset>`
  }

  /** The counters, the front desk, and one that is no more where the plan still names it. */
  #places({ counterId }: Row): readonly (readonly [string | null, string])[] {
    const known = this.office.counters.map(c => [c.id, c.name] as const)
    const lost = counterId !== null && !known.some(([id]) => id === counterId)
    return [...known, [null, t(rosterText.front)], ...(lost ? [[counterId, counterId] as const] : [])]
  }

  #done = (): void => {
    if (this.readonly) return void emit(this, 'dismiss')
    const bad = this.rows.findIndex(r => !isSound(r))
    if (bad >= 0) return void (this.wrong = bad + 1)
    const { staffId, date } = this
    const shifts = this.rows.map(({ counterId, from, to, restFrom, restTo, insteadOf }): Shift => {
      const rest = restFrom && restTo ? { from: restFrom, to: restTo } : null
      return { staffId, date, counterId, from, to, rest, insteadOf }
    })
    emit(this, 'cell', shifts)
  }
}

function isSound({ from, to, restFrom, restTo }: Row): boolean {
  if (!isClock(from) || !isClock(to) || from >= to || (restFrom === '') !== (restTo === '')) return false
  if (restFrom !== '' && !(isClock(restFrom) && isClock(restTo))) return false
  return restFrom === '' || (from <= restFrom && restFrom < restTo && restTo <= to)
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-cell': RosterCell
  }
}
