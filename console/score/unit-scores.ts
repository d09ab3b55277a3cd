import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate } from '../../shared/kit/time.ts'
import type { UnitFigures, WorkFigures } from '../../shared/officer/figures.ts'
import type { CounterScore } from '../../shared/officer/score/told.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { lateOutageText } from '../../shared/text/late-outage.ts'
import { managerText } from '../../shared/text/manager.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { scoreText } from '../../shared/text/score.ts'
import { unitScoreText } from '../../shared/text/unit-scores.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { cellOf, minutesOf } from '../parts/report-format.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { periodChoice } from './period-choice.ts'
import { scoreStyles } from './score-styles.ts'
import './late-outage.ts'
import './late-outage-list.ts'
import { scoreTable } from './score-table.ts'
import { versionsStyles } from './score-versions.ts'
import { whole } from './score-words.ts'

type Counters = Reply<'GET /api/offices/:office/counter-scores'>
type People = Reply<'GET /api/offices/:office/officer-scores'>

/** The scores of a closed period by counter number, beside the times of the counters; those of officers by name where the office lets it. */
@customElement('unit-scores')
export class UnitScores extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, managerStyles, scoreStyles, versionsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  /** `gangguan`: the list of outages is shown at once. */
  @property() path = ''
  /** How many outages wait for whoever looks. */
  @state() private waits = 0
  #shown = ''
  /** The name of the period chosen; until then the latest quarter. */
  @state() private period: string | undefined
  @state() private turn = 0
  readonly #counters = new Fetched<Counters>(this)
  readonly #people = new Fetched<People>(this)
  readonly #figures = new Fetched<UnitFigures>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { period } = this
    const params = { office: this.office.id }
    const asked = { params, query: { period } }
    const key = `${period} ${this.turn}`
    this.#counters.want(key, () => ask('GET /api/offices/:office/counter-scores', asked), true)
    this.#people.want(key, () => ask('GET /api/offices/:office/officer-scores', asked), true)
    const told = this.#counters.value?.period
    if (!told) return
    const { from, to } = told
    this.#figures.want(told.key, () => ask('GET /api/offices/:office/figures', { params, query: { from, to } }), true)
  }

  protected override updated(): void {
    const read = [this.#counters, this.#people].every(({ loading }) => !loading)
    if (this.path === '') this.#shown = ''
    if (!read || this.path !== 'gangguan' || this.#shown === this.path) return
    this.#shown = this.path
    this.#showList()
  }

  #showList(): void {
    this.renderRoot.querySelector('late-outage-list')!.scrollIntoView()
  }

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${t(unitScoreText.title)}</h1>
          <p>${t(unitScoreText.lead)}</p>
        </div>
      </div>
      <div class="stack">
        ${
          this.waits > 0
            ? html`<ui-banner
                >${t(lateOutageText.waits, { n: this.waits })}
                <ui-button size="s" data-waits @click=${() => this.#showList()}
                  >${t(lateOutageText['waits.show'])}</ui-button
                ></ui-banner
              >`
            : nothing
        }
        ${whenRead(this.#counters, counters => this.#perCounter(counters))}
        ${whenRead(this.#people, people => this.#perPerson(people))}
        <late-outage
          .office=${this.office}
          today=${officeDate(this.live.now(), this.office.zone)}
          .periods=${this.#counters.value?.periods ?? []}
          @marked=${() => (this.turn += 1)}
        ></late-outage>
        <late-outage-list
          .office=${this.office}
          turn=${this.turn}
          news=${this.live.news}
          @waits=${(e: CustomEvent<number>) => (this.waits = e.detail)}
          @changed=${() => (this.turn += 1)}
        ></late-outage-list>
        <section class="pane" aria-labelledby="why">
          <h2 id="why">${t(unitScoreText.why)}</h2>
          <p class="note">${t(unitScoreText['why.text'])}</p>
        </section>
      </div>`
  }

  #perCounter({ period, periods, rows }: Counters) {
    if (!period || rows.length === 0)
      return html`<ui-state kind="empty" heading=${t(unitScoreText.none)}>${t(unitScoreText['none.why'])}</ui-state>`
    const versions = rows.flatMap(row => row.versions)
    const first = versions.find(version => version.version === 1)
    const newest = versions.reduce((at, version) => Math.max(at, version.at), first?.at ?? 0)
    const on = (at: number) => dateYearText(officeDate(at, this.office.zone), lang())
    return html`<section class="pane" aria-labelledby="counters">
      <header>
        <h2 id="counters">${t(unitScoreText.beside)}</h2>
        ${
          first
            ? html`<span class="note"
                >${t(unitScoreText.computed, { on: on(first.at) })}${newest > first.at ? `, ${t(unitScoreText.anew, { on: on(newest) })}` : ''}</span
              >`
            : nothing
        }
      </header>
      ${periodChoice(periods, period.key, key => (this.period = key))}
      ${scoreTable(
        this.office,
        rows,
        {
          head: t(managerText['live.counter']),
          unopened: row => t(row.isClosed ? unitScoreText.ofOne : unitScoreText.unopened),
        },
        [
          this.#time('officers.services', f => whole(f.served)),
          this.#time('officers.serveHead', f => cellOf(minutesOf(f.serve.p50, lang()), f.serve.n, lang())),
          this.#time('officers.p90Head', f => cellOf(minutesOf(f.serve.p90, lang()), f.serve.n, lang())),
        ],
      )}
      ${this.#notes(rows)}
    </section>`
  }

  /** What the counter's own work says beside its score; a dash until it is there. */
  #time(head: 'officers.services' | 'officers.serveHead' | 'officers.p90Head', of: (work: WorkFigures) => unknown) {
    const cell = ({ counterId }: CounterScore) => {
      const work = this.#figures.value?.counters.find(c => c.id === counterId)
      return work ? of(work) : t(managerText.none)
    }
    return { head: t(managerText[head]), cell }
  }

  #notes(rows: readonly CounterScore[]) {
    const from = rows.flatMap(row => row.versions)[0]?.score.from ?? this.office.minRatings
    const waiting = rows.find(row => row.versions.length === 0 && !row.isClosed)
    const told = rows
      .flatMap(row => row.versions.slice(0, 1))
      .flatMap(({ score }) => (score.told === 'figures' ? [score] : []))
    const adjusted = told.some(({ among }) => among) ? unitScoreText.adjusted : unitScoreText.plain
    return html`${told.length > 0 ? html`<p class="note">${t(adjusted)}</p>` : nothing}
      <p class="note">${t(unitScoreText.gate, { from: whole(from) })}</p>
      ${
        waiting
          ? html`<p class="note">${t(unitScoreText['unopened.why'], { on: dateYearText(waiting.opensOn, lang()) })}</p>`
          : nothing
      }
      <p class="note">${t(unitScoreText.chance)}</p>`
  }

  #perPerson({ allowed, rows }: People) {
    const body = !allowed
      ? html`<ui-state kind="empty" heading=${t(unitScoreText.closed)}>${t(unitScoreText['closed.why'])}</ui-state>`
      : rows.length === 0
        ? html`<ui-state kind="empty" heading=${t(unitScoreText.none)}></ui-state>`
        : html`${scoreTable(this.office, rows, {
              head: t(scoreText.name),
              unopened: ({ opensOn }) => t(scoreText.notOpen, { on: dateYearText(opensOn, lang()) }),
            })}
            <p class="note">${t(scoreText['team.why'])}</p>`
    return html`<section class="pane" aria-labelledby="people">
      <header>
        <h2 id="people">${t(unitScoreText.people)}</h2>
        <span class="note">${t(scoreText['team.note'])}</span>
      </header>
      ${body}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'unit-scores': UnitScores
  }
}
