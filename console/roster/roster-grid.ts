import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { openTurns } from '../../shared/roster/coverage.ts'
import type { Finding } from '../../shared/roster/findings.ts'
import { cellOf, PATTERN_WEEK, sameCell, type Leave, type Person, type Shift } from '../../shared/roster/roster.ts'
import { findingShortText, leaveKindText, rosterText } from '../../shared/text/roster.ts'
import { capital, weekdayText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { cellSays, clockSays, daySays, nameOf, placeSays, turnOf } from './roster-says.ts'
import { gridStyles } from './roster-styles.ts'

/** A cell of the grid: one person on one date. */
export interface CellAt {
  readonly staffId: string
  readonly date: LocalDate
}

/**
 * The week as a table, people by days; on a phone one day. Worked by arrows: Enter raises `fill`, Delete `clear`, Ctrl+V
 * `paste` with the cell that Ctrl+C took.
 */
@customElement('roster-grid')
export class RosterGrid extends LitElement {
  static override styles = [baseStyles, gridStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) people: readonly Person[] = []
  @property({ attribute: false }) dates: readonly LocalDate[] = []
  @property({ attribute: false }) shifts: readonly Shift[] = []
  /** What is saved, so that changes are marked. */
  @property({ attribute: false }) base: readonly Shift[] = []
  @property({ attribute: false }) leaves: readonly Leave[] = []
  @property({ attribute: false }) findings: readonly Finding[] = []
  /** Days before this one are only read. */
  @property() today = ''
  @state() private at: readonly [number, number] = [0, 0]
  #copied: readonly Shift[] | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another week; the same one may come as a new list.
    if (changed.has('dates') && changed.get('dates')?.[0] !== this.dates[0]) {
      const today = this.dates.indexOf(this.today)
      this.at = [0, today < 0 ? 0 : today]
    }
  }

  /** Goes to a cell, for example from what does not fit there. */
  async show({ staffId, date }: Partial<CellAt>): Promise<void> {
    const row = this.people.findIndex(p => p.id === staffId)
    const column = this.dates.indexOf(date ?? '')
    await this.#go(row < 0 ? this.at[0] : row, column < 0 ? this.at[1] : column)
  }

  protected override render() {
    return html`<div class="days" role="group" aria-label=${t(rosterText.day)}>
        ${this.dates.map(
          (date, i) =>
            html`<ui-button size="s" .pressed=${i === this.at[1]} @click=${() => (this.at = [this.at[0], i])}
              >${weekdayText(weekday(date), lang()).slice(0, 3)}
              ${this.#isUsual ? '' : Number(date.slice(8))}</ui-button
            >`,
        )}
      </div>
      <table role="grid" aria-label=${t(rosterText.table)} @keydown=${this.#onKey}>
        <thead>
          <tr>
            <th scope="col" class="who">${t(rosterText.person)}</th>
            ${this.dates.map((date, i) => this.#head(date, i))}
          </tr>
        </thead>
        <tbody>
          ${this.people.map(
            (person, row) =>
              html`<tr>
                <th scope="row" class="who">${person.name}</th>
                ${this.dates.map((date, column) => this.#cell(person, date, row, column))}
              </tr>`,
          )}
        </tbody>
      </table>`
  }

  get #isUsual(): boolean {
    return this.dates[0]?.slice(0, 4) === PATTERN_WEEK.slice(0, 4)
  }

  #head(date: LocalDate, column: number) {
    const open = openTurns(this.office, date)
    const doors =
      open.length > 0
        ? `${clockSays(open[0]!.from)}–${clockSays(open.at(-1)!.to)}`
        : t(rosterText[this.office.holidays.includes(date) ? 'closed.holiday' : 'closed'])
    const ofDay = this.findings.filter(f => f.date === date && f.staffIds.length === 0)
    const kinds = [...new Set(ofDay.map(f => f.kind))]
    return html`<th scope="col" ?data-on=${column === this.at[1]}>
      ${daySays(date)}<small>${doors}</small>${kinds.map(
        kind => html`<span class="wrong">${t(findingShortText[kind])}</span>`,
      )}
    </th>`
  }

  #cell(person: Person, date: LocalDate, row: number, column: number) {
    const cell = cellOf(this.shifts, person.id, date)
    const away = this.leaves.filter(l => l.staffId === person.id && l.from <= date && date <= l.to)
    const wrong = this.findings.filter(f => f.date === date && f.staffIds.includes(person.id))
    const kinds = [...new Set(wrong.map(f => f.kind))].map(kind => t(findingShortText[kind]))
    const gone = away.map(
      l => `${t(leaveKindText[l.kind])}${l.part ? ` ${turnOf(l.part).from}–${turnOf(l.part).to}` : ''}`,
    )
    const on = this.at[0] === row && this.at[1] === column
    const said = [person.name, daySays(date), cellSays(this.office, cell), ...gone, ...kinds].join(', ')
    return html`<td
      role="gridcell"
      tabindex=${on ? 0 : -1}
      aria-label=${said}
      class=${date < this.today && !this.#isUsual ? 'over' : ''}
      ?data-on=${column === this.at[1]}
      ?data-changed=${!sameCell(cell, cellOf(this.base, person.id, date))}
      @focus=${() => (this.at = [row, column])}
      @click=${() => emit(this, 'fill', { staffId: person.id, date })}
    >
      ${gone.map(words => html`<span class="away">${capital(words)}</span>`)} ${cell.map(shift => this.#shift(shift))}
      ${cell.length === 0 && gone.length === 0 ? html`<span class="none">${t(rosterText.free)}</span>` : nothing}
      ${kinds.map(words => html`<span class="wrong">${words}</span>`)}
    </td>`
  }

  #shift(shift: Shift) {
    const { from, to } = turnOf(shift)
    return html`<span class="shift"
      ><b>${placeSays(this.office, shift.counterId)}</b>${from}–${to}${
        shift.rest ? html`<small>${t(rosterText.rest, turnOf(shift.rest))}</small>` : nothing
      }${
        shift.insteadOf
          ? html`<small>${t(rosterText.insteadOf, { who: nameOf(this.people, shift.insteadOf) })}</small>`
          : nothing
      }</span
    >`
  }

  #onKey = (event: KeyboardEvent): void => {
    const [row, column] = this.at
    const person = this.people[row]
    const date = this.dates[column]
    if (!person || !date || event.altKey) return
    const at = { staffId: person.id, date }
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase()
      if (key === 'c') this.#copied = cellOf(this.shifts, person.id, date)
      else if (key === 'v' && this.#copied) emit(this, 'paste', { at, cell: this.#copied })
      else if (key === 'z') emit(this, 'undo')
      else return
      return event.preventDefault()
    }
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, this.dates.length - 1],
    }
    const to = moves[event.key]
    if (to) void this.#go(...to)
    else if (event.key === 'Enter' || event.key === 'F2') emit(this, 'fill', at)
    else if (event.key === 'Delete' || event.key === 'Backspace') emit(this, 'clear', at)
    else return
    event.preventDefault()
  }

  async #go(row: number, column: number): Promise<void> {
    const inside = (n: number, of: number) => Math.max(0, Math.min(of - 1, n))
    this.at = [inside(row, this.people.length), inside(column, this.dates.length)]
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('td[tabindex="0"]')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-grid': RosterGrid
  }
}
