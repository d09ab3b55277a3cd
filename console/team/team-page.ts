import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import { presetPeriod } from '../../shared/officer/periods.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { within } from '../../shared/office/scope.ts'
import { teamText as words } from '../../shared/text/feedback.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-state.ts'
import '../daily/month-calendar.ts'
import '../daily/team-absences.ts'
import '../daily/team-reports.ts'
import { NEWS_CHANGED, ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { marksPane } from '../record/marks-pane.ts'
import '../record/officer-record.ts'
import '../score/team-scores.ts'
import { belowPane } from './below-pane.ts'
import { delegationPane, giveDelegation } from './delegation-pane.ts'
import './kudos-pane.ts'
import './team-report.ts'
import { teamStyles } from './team-styles.ts'
import './team-thread.ts'
import { contestsThatWait, mayPane, waitingPane, waitsOf } from './waiting-pane.ts'

type Team = Reply<'GET /api/me/team'>
type Contest = Reply<'GET /api/me/contests'>['contests'][number]

/** What stands after an officer in the address: `#/tim/p3/catatan`. */
const RECORD = 'catatan'
const CALENDAR = 'kalender'
/** With a day behind it: `#/tim/p3/laporan/2026-06-09`. */
const REPORT = 'laporan'

/** Whom somebody assesses, by name; on the address of one of them what both say to each other, the record or the calendar. */
@customElement('team-page')
export class TeamPage extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, teamStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** The officer, and what of them is open. */
  @property({ attribute: false }) path = ''
  /** Of whom a report waits, one for each. */
  @state() private reports: readonly string[] = []
  /** Of whom a leave or duty waits. */
  @state() private absences: readonly string[] = []
  #round = 0
  readonly #team = new Fetched<Team>(this)
  readonly #news = new Fetched<Reply<'GET /api/me/news'>>(this)
  readonly #contests = new Fetched<readonly Contest[]>(this)
  readonly #marks = new Fetched<Reply<'GET /api/me/team/clock-marks'>['rows']>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  get #today(): LocalDate {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override willUpdate(): void {
    this.#team.want(`${this.#round}`, () => ask('GET /api/me/team', {}))
    this.#news.want(`${this.#round} ${this.live.news}`, () => ask('GET /api/me/news', {}))
    this.#contests.want(
      `${this.#round} ${this.live.news}`,
      async () => (await ask('GET /api/me/contests', {})).contests,
    )
    const { from, to } = presetPeriod('days30', this.#today)
    const read = async () => (await ask('GET /api/me/team/clock-marks', { query: { from, to } })).rows
    if (this.path === '') this.#marks.want(`${this.#round} ${from}`, read)
  }

  protected override render() {
    return html`<h1>${t(words.title)}</h1>
      <p class="soft">${t(words.lead)}</p>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      ${whenRead(this.#team, team => (this.path === '' ? this.#panes(team) : this.#officer(team)))}`
  }

  #panes(team: Team) {
    const contests = this.#contests.value ?? []
    const waiting = {
      ...{ reports: this.reports, absences: this.absences, contests: contestsThatWait(contests) },
      ...{ messages: this.#news.value?.threads ?? [], outages: this.#news.value?.outages ?? 0 },
    }
    const members = team.members.map(({ id, name, behalf }) => {
      const checked = contests
        .filter(c => c.officer.id === id && c.decision === null && c.withdrawnAt === null)
        .map(c => c.period)
      return { id, name, behalf, waits: waitsOf(id, waiting), checked }
    })
    const told = (of: 'reports' | 'absences') => (e: CustomEvent<readonly string[]>) => (this[of] = e.detail)
    return html`<div class="sides">
      <div class="stack">
        ${
          members.length === 0 && team.below.length === 0
            ? html`<section class="pane">
                <ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>
              </section>`
            : nothing
        }
        ${
          members.length > 0 || team.leads
            ? html`${
                members.length > 0 || team.below.length === 0
                  ? html`<team-scores
                        .office=${this.office}
                        turn=${this.#round}
                        today=${this.#today}
                        from=${this.office.minRatings}
                        .members=${members}
                      ></team-scores>
                      ${whenRead(this.#marks, rows => marksPane(rows, this.office))}`
                  : nothing
              }
              ${belowPane(team.below)} ${mayPane()}`
            : nothing
        }
      </div>
      <div class="stack waits">
        ${waitingPane(waiting, team.members)}
        ${[this.#contests, this.#news].map(({ error }) =>
          error ? html`<ui-banner tone="bad">${sentenceOf(error)}</ui-banner>` : nothing,
        )}
        <team-reports
          quiet
          .office=${this.office}
          .staff=${this.staff}
          .live=${this.live}
          @waits=${told('reports')}
        ></team-reports>
        <team-absences
          quiet
          .office=${this.office}
          .staff=${this.staff}
          .live=${this.live}
          @waits=${told('absences')}
        ></team-absences>
        ${delegationPane(team, this.#today, {
          busy: key => this.#act.busy(key),
          give: event => void this.#give(event),
          takeBack: id => void this.#takeBack(id),
        })}
      </div>
    </div>`
  }

  /** What there is about one officer: the thread, the record, the calendar. */
  #officer(team: Team) {
    const [person = '', view = '', day = ''] = this.path.split('/')
    // Whom somebody else assesses by now is a colleague.
    const name = [...team.members, ...team.below, ...team.colleagues].find(m => m.id === person)?.name ?? ''
    const isBelow = team.below.some(m => m.id === person)
    const link = (to: string, words: string) =>
      html`<a href="#/tim/${person}${to && `/${to}`}" aria-current=${to === view ? 'page' : 'false'}>${words}</a>`
    const about = html`<nav class="views" aria-label=${t(words.views, { name })}>
        ${isBelow ? nothing : link('', t(words.thread))} ${link(RECORD, t(words.record))}
        ${isBelow ? nothing : link(REPORT, t(words.report))} ${isBelow ? nothing : link(CALENDAR, t(words.calendar))}
        <a href="#/tim">${t(words.back)}</a>
      </nav>
      ${
        view === RECORD
          ? html`<officer-record .office=${this.office} .live=${this.live} officer=${person}></officer-record>`
          : view === CALENDAR
            ? html`<h2>${name === '' ? t(words.calendar) : t(words['calendar.of'], { name })}</h2>
                <month-calendar
                  .office=${this.office}
                  .staff=${this.staff}
                  .live=${this.live}
                  officer=${person}
                ></month-calendar>`
            : view === REPORT
              ? html`<team-report
                  .office=${this.office}
                  .live=${this.live}
                  reader=${this.staff.id}
                  officer=${person}
                  name=${name}
                  date=${day}
                ></team-report>`
              : html`<team-thread
                    .office=${this.office}
                    .live=${this.live}
                    person=${person}
                    name=${name}
                    turn=${this.#round}
                  ></team-thread>
                  ${this.#kudos(team, person, name)}`
      }`
    // What is half written to one officer is not there for the next.
    return keyed(person, about)
  }

  /** Of one's own team, for whoever may read what citizens wrote. */
  #kudos({ members, colleagues }: Team, person: string, name: string) {
    if (!this.staff.permissions.includes('survey.read') || !members.some(m => m.id === person)) return nothing
    return html`<kudos-pane
      .office=${within(this.office, this.staff.agency)}
      today=${this.#today}
      officer=${person}
      name=${name}
      .names=${[...members, ...colleagues].map(one => one.name)}
      @given=${() => this.#again()}
    ></kudos-pane>`
  }

  #again(): void {
    this.#round += 1
    this.requestUpdate()
    window.dispatchEvent(new Event(NEWS_CHANGED))
  }

  async #give(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const body = giveDelegation(form)
    const done = await this.#act.run(body, key => ask('POST /api/me/delegations', { body }, key))
    if (done) form.reset()
    this.#again()
  }

  async #takeBack(delegation: string): Promise<void> {
    const params = { delegation }
    await this.#act.run(delegation, key => ask('POST /api/me/delegations/:delegation/end', { params }, key))
    this.#again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'team-page': TeamPage
  }
}
