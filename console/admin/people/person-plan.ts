import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { weekOf, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { awayOn, cellOf, WHOLE_DAY, type Roster } from '../../../shared/roster/roster.ts'
import { peopleText } from '../../../shared/text/people.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { shiftSays, turnOf } from '../../roster/roster-says.ts'

/** Where somebody is planned on a date, and when they are away; why is nobody's business here. */
@customElement('person-plan')
export class PersonPlan extends LitElement {
  static override styles = [
    baseStyles,
    css`
      p {
        margin: 0;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() person = ''
  @property() date: LocalDate = ''
  readonly #week = new Fetched<Reply<'GET /api/offices/:office/roster/:week'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id, week: weekOf(this.date) }
    // Read anew for each person: the plan may have changed since the one before.
    this.#week.want(`${this.person} ${this.date}`, () => ask('GET /api/offices/:office/roster/:week', { params }))
  }

  protected override render() {
    return whenRead(this.#week, week => this.#linesOf(week).map(line => html`<p>${line}</p>`))
  }

  #linesOf({ shifts, leaves }: Roster): readonly string[] {
    const away = awayOn(leaves, this.person, this.date)
    const there = cellOf(shifts, this.person, this.date).filter(s => !away.some(a => a.from <= s.from && s.to <= a.to))
    const lines = [
      ...there.map(s => shiftSays(this.office, s)),
      ...away.map(a => (a === WHOLE_DAY ? t(peopleText['plan.away']) : t(peopleText['plan.part'], turnOf(a)))),
    ]
    return lines.length > 0 ? lines : [t(peopleText['plan.none'])]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-plan': PersonPlan
  }
}
