import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { atClock, officeDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { hoursLines } from '../../shared/ticket/application-part.ts'
import { dateText } from '../../shared/text/ui.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-button.ts'
import '../admin/admin-hours.ts'
import { dayProblems, draftDays, hoursOf, likeMonday, type DraftDay } from '../admin/draft-days.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import type { OfficeBook } from './office-book.ts'
import { stepStyles } from './step-styles.ts'

const HALF_DAY = '12:00'

/** The opening hours and holidays of an office in preparation, in few lines; the hours are changed in place. */
@customElement('setup-days')
export class SetupDays extends LitElement {
  static override styles = [baseStyles, paneStyles, stepStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) book!: OfficeBook
  /** The week while it is changed; kept here while it cannot be saved as it is. */
  @state() private days: readonly DraftDay[] | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const lines = hoursLines(this.office.hours, lang())
    return html`<section class="pane" aria-labelledby="hours">
        <header>
          <h2 id="hours">${t(wizardText.hours)}</h2>
          <ui-button size="s" variant="plain" aria-expanded=${this.days !== undefined} @click=${this.#change}
            >${t(wizardText[this.days ? 'hours.done' : 'hours.change'])}</ui-button
          >
        </header>
        ${
          this.days
            ? html`<ui-button
                  size="s"
                  ?disabled=${'day.1' in dayProblems(this.days)}
                  @click=${() => this.#typed(likeMonday(this.days!))}
                  >${t(wizardText['hours.alike'])}</ui-button
                ><admin-hours
                  .days=${this.days}
                  .problems=${dayProblems(this.days)}
                  @days=${(e: CustomEvent<readonly DraftDay[]>) => this.#typed(e.detail)}
                ></admin-hours>`
            : lines.length === 0
              ? html`<p class="note">${t(wizardText['hours.none'])}</p>`
              : html`<ul class="lines">
                  ${lines.map(line => html`<li>${line}</li>`)}
                </ul>`
        }
      </section>
      <section class="pane" aria-labelledby="holidays">
        <header>
          <h2 id="holidays">${t(wizardText.holidays)}</h2>
          <a href="#/impor">${t(wizardText['holidays.go'])}</a>
        </header>
        <p class="note">${this.#holidays()}</p>
      </section>`
  }

  readonly #change = (): void => {
    if (!this.days) this.days = draftDays(this.office.hours)
    else if (this.settle()) this.days = undefined
  }

  /** Whether the week as it is typed is saved; where it cannot be, the first day that is wrong is brought up. */
  settle(): boolean {
    if (!this.days || Object.keys(dayProblems(this.days)).length === 0) return true
    this.renderRoot.querySelector('admin-hours')!.focus()
    return false
  }

  #typed(days: readonly DraftDay[]): void {
    this.days = days
    if (Object.keys(dayProblems(days)).length > 0) return
    const hours = days.map((day, i) => hoursOf(day, this.office.hours[i] ?? null))
    this.book.edit({ hours: Object.fromEntries(hours.map((day, i) => [i, day])) })
  }

  #holidays(): string {
    const { holidays, zone } = this.office
    if (holidays.length === 0) return t(wizardText['holidays.none'])
    const today = officeDate(Date.now(), zone)
    const next = [...holidays].sort().find(date => date >= today)
    if (next === undefined) return t(wizardText['holidays.past'], { n: holidays.length })
    const day = dateText(atClock(next, HALF_DAY, zone), zone, lang())
    return t(wizardText['holidays.some'], { n: holidays.length, next: day })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'setup-days': SetupDays
  }
}
