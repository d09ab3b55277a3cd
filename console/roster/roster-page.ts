import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { addDays, weekOf, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Finding } from '../../shared/roster/findings.ts'
import { cellOf, overlap, PATTERN_WEEK, type Shift, type Turn } from '../../shared/roster/roster.ts'
import { standIn } from '../../shared/roster/substitutes.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { adminText } from '../../shared/text/admin.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-state.ts'
import { LeaveGuard } from '../leave/leave-guard.ts'
import { whenRead } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { printAlone } from '../print/print.ts'
import './roster-away.ts'
import './roster-cell.ts'
import { findingsPane } from './roster-findings.ts'
import { RosterBook, type Week } from './roster-book.ts'
import './roster-grid.ts'
import type { CellAt, RosterGrid } from './roster-grid.ts'
import './roster-paper.ts'
import { cellSays, daySays, findingSays, nameOf } from './roster-says.ts'
import './roster-substitutes.ts'
import { rosterPageStyles } from './roster-styles.ts'

/** The plan of a week: filled cell by cell, from another week or from the usual one, with what does not fit beside it. */
@customElement('roster-page')
export class RosterPage extends LitElement {
  static override styles = [baseStyles, paneStyles, managerStyles, rosterPageStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private filling: CellAt | undefined
  @query('roster-grid') private grid!: RosterGrid | null
  readonly #book = new RosterBook(this)
  readonly #guard = new LeaveGuard(this, () => this.#book.changes.length > 0)
  /** Where the person wants to go, while changes are not saved. */
  #leaving: LocalDate | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`${this.#head()}
      ${this.live.stale ? html`<ui-banner tone="offline">${t(rosterText.stale)}</ui-banner>` : nothing}
      <div role="status">
        ${this.#book.said ? html`<ui-banner tone="info">${this.#book.said}</ui-banner>` : nothing}
        ${
          this.#book.act.error === undefined
            ? nothing
            : html`<ui-banner tone="bad">${sentenceOf(this.#book.act.error)}</ui-banner>`
        }
      </div>
      ${this.#book.draft.clashes.map(clash => this.#clash(clash))}
      ${whenRead(this.#book.read, () => this.#body(this.#book.people))}
      <ui-dialog
        ?open=${this.#guard.asking || this.#leaving !== undefined}
        heading=${t(adminText['set.leave'])}
        primary=${t(adminText['set.stay'])}
        secondary=${t(adminText['set.discard'])}
        secondaryVariant="danger"
        @primary=${this.#stay}
        @dismiss=${this.#stay}
        @secondary=${this.#discard}
        >${t(adminText['set.leave.why'])}</ui-dialog
      >`
  }

  #head() {
    const saved = this.#book.read.value?.saved
    const { zone } = this.office
    const at = saved ? `${dateText(saved.at, zone, lang())} ${timeText(saved.at, zone, lang())}` : ''
    const go = (words: keyof typeof rosterText, week: LocalDate, on = false) =>
      html`<ui-button size="s" .pressed=${on ? true : undefined} @click=${() => this.#go(week)}
        >${t(rosterText[words])}</ui-button
      >`
    const now = weekOf(this.#book.today)
    const by = this.#book.isUsual ? now : this.#book.week
    const dates = { from: daySays(this.#book.week), to: daySays(addDays(this.#book.week, 6)) }
    return html`<div class="head">
        <div>
          <h1>${t(rosterText[this.#book.isUsual ? 'title.usual' : 'title'])}</h1>
          <p>
            ${this.#book.isUsual ? t(rosterText['week.usual']) : t(rosterText['week.of'], dates)}
            ${saved ? t(rosterText['week.saved'], { by: saved.by, at }) : this.#book.read.value ? t(rosterText['week.never']) : nothing}
          </p>
        </div>
        <div class="filters">
          ${go('go.before', addDays(by, -7))} ${go('go.now', now, this.#book.week === now)}
          ${go('go.after', addDays(by, 7))} ${go('go.usual', PATTERN_WEEK, this.#book.isUsual)}
        </div>
      </div>
      ${this.#book.read.value ? this.#tools() : nothing}`
  }

  #tools() {
    const n = this.#book.changes.length
    const fill = (words: keyof typeof rosterText, act: () => void) =>
      html`<ui-button size="s" ?disabled=${this.#book.act.busy()} @click=${act}>${t(rosterText[words])}</ui-button>`
    return html`<div class="tools">
      ${
        this.#book.isUsual
          ? nothing
          : html`${fill('fill.last', () => void this.#book.fill(addDays(this.#book.week, -7)))}
            ${fill('fill.usual', () => void this.#book.fill(PATTERN_WEEK))}
            ${fill('fill.make', () => void this.#book.makeUsual())}`
      }
      ${fill('fill.rests', () => this.#book.rests())} ${fill('print', () => void this.#print())}
      <span class="end">
        ${n > 0 ? html`<b>${t(rosterText.unsaved, { n })}</b>` : nothing}
        <ui-button size="s" ?disabled=${this.#book.draft.past.length === 0} @click=${this.#book.undo}
          >${t(rosterText.undo)}</ui-button
        >
        <ui-button
          size="s"
          variant="primary"
          ?disabled=${n === 0 || this.#book.draft.clashes.length > 0}
          ?busy=${this.#book.act.busy('save')}
          @click=${() => void this.#book.save()}
          >${t(rosterText.save)}</ui-button
        >
      </span>
    </div>`
  }

  #body(people: Week['people']) {
    if (people.length === 0)
      return html`<ui-state kind="empty" heading=${t(rosterText.nobody)}>${t(rosterText['nobody.why'])}</ui-state>`
    const findings = this.#book.findings
    return html`<div class="week">
        <div>
          <roster-grid
            .office=${this.office}
            .people=${people}
            .dates=${this.#book.dates}
            .shifts=${this.#book.draft.shifts}
            .base=${this.#book.draft.base}
            .leaves=${this.#book.roster.leaves}
            .findings=${findings}
            today=${this.#book.today}
            @fill=${(e: CustomEvent<CellAt>) => (this.filling = e.detail)}
            @clear=${(e: CustomEvent<CellAt>) => this.#put(e.detail, [])}
            @paste=${(e: CustomEvent<{ at: CellAt; cell: readonly Shift[] }>) => this.#put(e.detail.at, e.detail.cell)}
            @undo=${this.#book.undo}
          ></roster-grid>
          <p class="note keys">${t(rosterText.keys)}</p>
        </div>
        ${findingsPane(findings, f => findingSays(this.office, people, f), this.#show)}
      </div>
      ${this.filling ? this.#dialog(this.filling, people) : nothing}`
  }

  readonly #show = ({ staffIds: [staffId], date }: Finding): void => {
    void this.grid?.show({ ...(staffId ? { staffId } : {}), date })
  }

  #dialog(at: CellAt, people: Week['people']) {
    const { staffId, date } = at
    const cell = cellOf(this.#book.draft.shifts, staffId, date)
    const over = !this.#book.isUsual && date < this.#book.today
    const away = this.#book.findings.filter(
      f => f.kind === 'onLeave' && f.date === date && f.staffIds.includes(staffId),
    )
    const leaves = this.#book.roster.leaves.filter(l => l.staffId === staffId && l.from <= date && date <= l.to)
    return html`<roster-cell
      .office=${this.office}
      who=${nameOf(people, staffId)}
      staffId=${staffId}
      date=${date}
      .cell=${cell}
      ?readonly=${over}
      @cell=${(e: CustomEvent<readonly Shift[]>) => this.#put(at, e.detail)}
      @dismiss=${() => this.#close()}
    >
      ${away.map(({ from, to }) =>
        cell
          .filter(shift => overlap(shift, { from, to }))
          .map(
            shift =>
              html`<roster-substitutes
                .office=${this.office}
                .roster=${this.#book.roster}
                .people=${people}
                .shift=${shift}
                .turn=${{ from, to }}
                @standin=${(e: CustomEvent<string>) => this.#substitute(shift, { from, to }, e.detail)}
              ></roster-substitutes>`,
          ),
      )}
      ${
        this.#book.isUsual
          ? nothing
          : html`<roster-away
              .office=${this.office}
              staffId=${staffId}
              date=${date}
              .leaves=${leaves}
              @away=${() => this.#book.reread()}
            ></roster-away>`
      }
    </roster-cell>`
  }

  #clash(clash: CellAt) {
    const { people } = this.#book
    const of = (shifts: readonly Shift[]) => cellSays(this.office, cellOf(shifts, clash.staffId, clash.date))
    const words = t(rosterText.clash, {
      ...{ who: nameOf(people, clash.staffId), day: daySays(clash.date) },
      ...{ theirs: of(this.#book.draft.base), mine: of(this.#book.draft.shifts) },
    })
    const take = (side: 'mine' | 'theirs') =>
      html`<ui-button slot="action" size="s" @click=${() => this.#book.decide(clash, side)}
        >${t(rosterText[`clash.${side}`])}</ui-button
      >`
    return html`<ui-banner tone="bad">${words}${take('mine')}${take('theirs')}</ui-banner>`
  }

  #put(at: CellAt, cell: readonly Shift[]): void {
    this.#book.put(at, cell)
    this.#close()
  }

  #substitute(shift: Shift, turn: Turn, staffId: string): void {
    this.#book.edit(standIn(this.#book.draft.shifts, shift, turn, staffId))
    this.#close()
  }

  #close(): void {
    const at = this.filling
    this.filling = undefined
    if (at) void this.updateComplete.then(() => this.grid?.show(at))
  }

  #go(week: LocalDate): void {
    if (week === this.#book.week) return
    if (this.#book.changes.length > 0) this.#leaving = week
    else this.#book.turnTo(week)
    this.requestUpdate()
  }

  #stay = (): void => {
    this.#leaving = undefined
    this.#guard.stay()
  }

  #discard = (): void => {
    const week = this.#leaving
    this.#leaving = undefined
    this.#book.throwAway()
    if (week === undefined) this.#guard.leave()
    else this.#go(week)
  }

  async #print(): Promise<void> {
    const paper = document.createElement('roster-paper')
    const { people } = this.#book.read.value!
    Object.assign(paper, {
      office: this.office,
      people,
      dates: this.#book.dates,
      roster: this.#book.roster,
      now: this.live.now(),
    })
    await printAlone(paper, 'A4')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'roster-page': RosterPage
  }
}
