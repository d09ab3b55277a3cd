import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MINUTE, officeDate, weekOf, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { emptyCounters, presenceAt, type Presence } from '../../shared/roster/presence.ts'
import { awayOn, clockAt, type Shift } from '../../shared/roster/roster.ts'
import { standIn } from '../../shared/roster/substitutes.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { counterName } from '../parts/names.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import type { Week } from './roster-book.ts'
import { begun, changesOf } from './roster-draft.ts'
import { nameOf, placeSays, turnOf } from './roster-says.ts'
import './roster-substitutes.ts'

const REREAD_MS = MINUTE

/** Plan and hall side by side: who is not seen yet, which counter is empty that should be open, and who could stand in. */
@customElement('roster-now')
export class RosterNow extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    managerStyles,
    css`
      :host {
        display: block;
      }
      .todo li {
        grid-template-columns: 1fr;
      }
      header a {
        font-weight: 650;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day!: QueueDay
  @property({ attribute: false }) now: Instant = 0
  /** Whose place is being filled. */
  @state() private filling: Shift | undefined
  @state() private said = ''
  readonly #read = new Fetched<Week>(this)
  readonly #act = actOf(() => this.requestUpdate())
  #again = 0

  constructor() {
    super()
    new LangController(this)
  }

  get #week(): string {
    return weekOf(this.day.date)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id, week: this.#week }
    const key = `${this.#week} ${this.#again} ${Math.floor(this.now / REREAD_MS)}`
    this.#read.want(key, () => ask('GET /api/offices/:office/roster/:week', { params }))
  }

  protected override render() {
    // An office that plans nothing is asked nothing.
    if (this.#read.value?.shifts.length === 0) return nothing
    return html`<section class="pane" aria-labelledby="planned">
      <header>
        <h2 id="planned">${t(rosterText['now.title'])}</h2>
        <a href="#/rencana">${t(rosterText['now.link'])}</a>
      </header>
      ${whenRead(this.#read, week => this.#body(week))}
      <div role="status">
        ${this.said ? html`<p class="note">${this.said}</p>` : nothing}
        ${
          this.#act.error === undefined
            ? nothing
            : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`
        }
      </div>
    </section>`
  }

  #body(week: Week) {
    const date = officeDate(this.now, this.office.zone)
    const all = presenceAt(week, this.office, date, this.day.counters, this.now)
    const empty = new Set(emptyCounters(all, this.day.counters))
    const wrong = all.filter(p => p.state === 'unseen' || p.state === 'elsewhere')
    const names = (state: Presence['state']) =>
      all.filter(p => p.state === state).map(p => nameOf(week.people, p.shift.staffId))
    const away = week.people.filter(p => awayOn(week.leaves, p.id, date).length > 0).map(p => p.name)
    const note = (words: 'now.resting' | 'now.due' | 'now.away', who: readonly string[]) =>
      who.length > 0 ? html`<p class="note">${t(rosterText[words], { who: who.join(', ') })}</p>` : nothing
    return html`${
      wrong.length > 0
        ? html`<ul class="todo">
            ${wrong.map(p => this.#row(p, empty.has(p), week))}
          </ul>`
        : all.some(p => p.state === 'due')
          ? nothing
          : html`<p class="note">${t(rosterText[all.length > 0 ? 'now.fine' : 'now.none'])}</p>`
    }
    ${note('now.resting', names('resting'))} ${note('now.due', names('due'))} ${note('now.away', away)}`
  }

  #row(presence: Presence, empty: boolean, week: Week) {
    const { shift, state, since } = presence
    const who = nameOf(week.people, shift.staffId)
    const place = placeSays(this.office, shift.counterId)
    const words =
      state === 'elsewhere'
        ? t(rosterText['now.elsewhere'], { who, place, at: counterName(this.office, presence.at!) })
        : t(rosterText['now.unseen'], { who, place, at: timeText(since!, this.office.zone, lang()) })
    const open = this.filling !== undefined && JSON.stringify(this.filling) === JSON.stringify(shift)
    const turn = { from: clockAt(this.now, this.office.zone), to: shift.to }
    const sitting = new Set(
      Object.values(this.day.counters).flatMap(c => (c.state === 'closed' ? [] : (c.officerId ?? []))),
    )
    return html`<li class=${empty ? 'bad' : 'warn'} data-kind=${state}>
      <div><b>${words}.</b> ${empty ? t(rosterText['now.empty'], { place }) : nothing}</div>
      ${
        empty
          ? html`<div>
              <ui-button
                size="s"
                .pressed=${open}
                label="${t(rosterText['now.call'])}: ${place}"
                @click=${() => (this.filling = open ? undefined : shift)}
                >${t(rosterText['now.call'])}</ui-button
              >
            </div>`
          : nothing
      }
      ${
        open
          ? html`<roster-substitutes
              .office=${this.office}
              .roster=${week}
              .people=${week.people}
              .shift=${shift}
              .turn=${turn}
              .busy=${sitting}
              ?sending=${this.#act.busy()}
              @standin=${(e: CustomEvent<string>) => void this.#plan(shift, turn, e.detail, week)}
            ></roster-substitutes>`
          : nothing
      }
    </li>`
  }

  /** One touch: the substitute takes the rest of the shift. */
  async #plan(shift: Shift, turn: { from: string; to: string }, staffId: string, week: Week): Promise<void> {
    const params = { office: this.office.id, week: this.#week }
    const cells = changesOf({ ...begun(week.shifts), shifts: standIn(week.shifts, shift, turn, staffId) })
    const path = 'POST /api/offices/:office/roster/:week'
    const done = await this.#act.run(['standin', staffId, shift], () => ask(path, { params, body: { cells } }))
    if (done) {
      const place = placeSays(this.office, shift.counterId)
      this.said = t(rosterText['now.planned'], { who: nameOf(week.people, staffId), place, ...turnOf(turn) })
      this.filling = undefined
    }
    // Also after a no: somebody may have planned it meanwhile.
    this.#again++
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-now': RosterNow
  }
}
