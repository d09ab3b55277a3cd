import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { awayOn, cellOf, type Person, type Roster } from '../../shared/roster/roster.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { daySays, placeSays, turnOf } from './roster-says.ts'

/** The week for the wall: who stands where; that somebody is away, and never why. */
@customElement('roster-paper')
export class RosterPaper extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        background: #fff;
        color: #000;
        font-size: 8.5pt;
        line-height: 1.3;
      }
      h1 {
        font-size: 13pt;
      }
      p {
        margin: 1mm 0 3mm;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th,
      td {
        padding: 1mm 1.5mm;
        border: 1px solid #999;
        text-align: start;
        vertical-align: top;
      }
      tr {
        break-inside: avoid;
      }
      b,
      small {
        display: block;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) people: readonly Person[] = []
  @property({ attribute: false }) dates: readonly LocalDate[] = []
  @property({ attribute: false }) roster!: Roster
  @property({ attribute: false }) now: Instant = 0

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { zone } = this.office
    const at = `${dateText(this.now, zone, lang())}, ${timeText(this.now, zone, lang())}`
    const [from, to] = [this.dates[0]!, this.dates.at(-1)!].map(daySays)
    return html`<h1>${this.office.name} · ${t(rosterText['paper.title'], { from: from!, to: to! })}</h1>
      <p>${t(rosterText['paper.at'], { at, zone })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${t(rosterText.person)}</th>
            ${this.dates.map(date => html`<th scope="col">${daySays(date)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.people.map(
            person =>
              html`<tr>
                <th scope="row">${person.name}</th>
                ${this.dates.map(date => html`<td>${this.#cell(person.id, date)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>`
  }

  #cell(staffId: string, date: LocalDate) {
    const cell = cellOf(this.roster.shifts, staffId, date)
    if (awayOn(this.roster.leaves, staffId, date).some(turn => turn.from === '00:00')) return t(rosterText.away)
    return cell.map(shift => {
      const { from, to } = turnOf(shift)
      return html`<b>${placeSays(this.office, shift.counterId)}</b>${from}–${to}${
          shift.rest ? html`<small>${t(rosterText.rest, turnOf(shift.rest))}</small>` : ''
        }`
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-paper': RosterPaper
  }
}
