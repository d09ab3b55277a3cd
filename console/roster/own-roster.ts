import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { addDays, officeDate, weekOf, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { leaveKindText, rosterText } from '../../shared/text/roster.ts'
import { capital } from '../../shared/text/ui.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { daySays, shiftSays, turnOf } from './roster-says.ts'

type Own = Reply<'GET /api/me/roster'>

/** The own plan of this week and the next. */
@customElement('own-roster')
export class OwnRoster extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    managerStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 9.5rem 1fr;
        gap: 0.6rem;
        padding: 0.45rem 0;
        border-bottom: 1px solid var(--line);
      }
      li[aria-current] {
        font-weight: 700;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  readonly #own = new Fetched<Own>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#own.want(officeDate(this.live.now(), this.office.zone), () => ask('GET /api/me/roster', {}))
  }

  protected override render() {
    return html`<h1>${t(rosterText['own.title'])}</h1>
      ${whenRead(this.#own, own => {
        const week = weekOf(own.today)
        return html`<div class="halves">
          ${this.#week('own.week', week, own)} ${this.#week('own.next', addDays(week, 7), own)}
        </div>`
      })}`
  }

  #week(heading: 'own.week' | 'own.next', week: LocalDate, own: Own) {
    const dates = Array.from({ length: 7 }, (_, i) => addDays(week, i))
    const rows = dates.flatMap(date => {
      const away = own.leaves.filter(l => l.from <= date && date <= l.to)
      const said = [
        ...away.map(
          l => capital(t(leaveKindText[l.kind])) + (l.part ? ` ${turnOf(l.part).from}–${turnOf(l.part).to}` : ''),
        ),
        ...own.shifts.filter(s => s.date === date).map(s => shiftSays(this.office, s)),
      ]
      return said.length > 0 ? [{ date, said }] : []
    })
    return html`<section class="pane" aria-labelledby=${heading}>
      <h2 id=${heading}>${t(rosterText[heading])}</h2>
      ${
        rows.length === 0
          ? html`<ui-state kind="empty" heading=${t(rosterText['own.none'])}></ui-state>`
          : html`<ul>
              ${rows.map(
                ({ date, said }) =>
                  html`<li aria-current=${date === own.today ? 'date' : 'false'}>
                    <span>${daySays(date)}</span><span>${said.map(line => html`<div>${line}</div>`)}</span>
                  </li>`,
              )}
            </ul>`
      }
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-roster': OwnRoster
  }
}
