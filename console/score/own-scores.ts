import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import { objectUntil } from '../../shared/officer/contest/contest.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { OwnScores, PeriodScore, ToldScore, ToldVersion } from '../../shared/officer/score/told.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { dateYearText, periodName } from '../../shared/text/period.ts'
import { scoreHowText } from '../../shared/text/score-how.ts'
import { scoreText } from '../../shared/text/score.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-tag.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { periodChoice } from './period-choice.ts'
import './score-causes.ts'
import { figuresOf, reasonsOf } from './score-figures.ts'
import { howSentences, type Figures } from './score-how.ts'
import { scoreStyles } from './score-styles.ts'
import { versionsPane, versionsStyles } from './score-versions.ts'
import { meaningOf, whole } from './score-words.ts'

const nameOf = (key: string) => periodName(fixedPeriod(key)!, lang())
const day = (date: LocalDate) => dateYearText(date, lang())

/** Whether there is anything to be opened or objected to. */
const isTold = ({ told }: ToldScore) => told === 'figures' || told === 'words'

const isFigure = ({ score }: ToldVersion) => score.told === 'figures'

/** The own score of a closed period: words first, then the own point, how it was computed, its reasons and its versions. */
@customElement('own-scores')
export class OwnScoresPane extends LitElement {
  static override styles = [baseStyles, paneStyles, fieldStyles, scoreStyles, versionsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  /** Whose score it is. */
  @property() officer = ''
  @state() private period: string | undefined
  @state() private asking = false
  @state() private error: unknown
  @state() private turn = 0
  readonly #scores = new Fetched<OwnScores>(this)
  readonly #contests = new Fetched<Reply<'GET /api/me/contests'>['contests']>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { period } = this
    this.#contests.want('', async () => (await ask('GET /api/me/contests', {})).contests)
    this.#scores.want(`${period} ${this.turn}`, () => ask('GET /api/me/scores', { query: { period } }))
  }

  protected override render() {
    return html`<div class="stack">${whenRead(this.#scores, all => this.#body(all))}</div>`
  }

  #body({ periods, score, next }: OwnScores) {
    const latest = score?.versions[0]
    return html`<section class="pane" aria-labelledby="score">
        <header>
          <h2 id="score">${t(scoreText.title)}</h2>
          <span class="note">${t(scoreText.note)}</span>
        </header>
        ${
          score && latest
            ? html`${periodChoice(periods, score.period.key, key => (this.period = key))}
              ${this.#told(latest.score, score.versions.slice(1).some(isFigure))}
              ${isTold(latest.score) ? [this.#opening(score), this.#objecting(score)] : this.#contested(score)}`
            : html`<ui-state kind="empty" heading=${t(scoreText.none)}
                >${t(scoreText['none.why'], { period: nameOf(next.period), on: day(next.on) })}</ui-state
              >`
        }
      </section>
      ${latest?.score.told === 'figures' ? [this.#causes(score!, latest.score), this.#how(latest.score), reasonsOf(score!.versions)] : nothing}
      ${score && score.versions.length > 1 ? versionsPane(score.versions, this.office) : nothing}`
  }

  #told(score: ToldScore, before: boolean) {
    const { n, from } = score
    const values = { n: whole(n), from: whole(from) }
    if (score.told === 'few')
      return html`<p class="words">${t(scoreText.few, values)}</p>
        <p class="note">${t(scoreText[before ? 'few.before' : 'few.why'], values)}</p>`
    const words = html`<p class="words">${meaningOf(score)}</p>`
    if (score.told !== 'figures')
      return html`${words}
        <p class="note">${t(scoreText['words.why'])} ${before ? t(scoreText['words.before']) : nothing}</p>`
    return html`${words} ${figuresOf(score)}`
  }

  #opening({ period, opensOn, releasedAt }: PeriodScore) {
    if (releasedAt !== null || this.today >= opensOn) return html`<p class="note">${t(scoreText.open)}</p>`
    return html`<p class="note">${t(scoreText.opens, { on: day(opensOn) })}</p>
      ${this.error ? html`<p role="alert">${sentenceOf(this.error)}</p>` : nothing}
      ${
        this.asking
          ? html`<p>${t(scoreText['release.ask'])}</p>
              <ui-button data-yes @click=${() => this.#release(period.key)}>${t(scoreText['release.yes'])}</ui-button>
              <ui-button @click=${() => (this.asking = false)}>${t(scoreText['release.no'])}</ui-button>`
          : html`<ui-button data-release @click=${() => (this.asking = true)}>${t(scoreText.release)}</ui-button>`
      }`
  }

  /** The way to an objection, and until when; beside a figure that is objected to, that it is being looked at. */
  #objecting({ period, versions }: PeriodScore) {
    // Whether there is one already is not known: the way to a second one would end in a refusal.
    if (this.#contests.value === undefined) return whenRead(this.#contests, () => nothing)
    const own = this.#contested({ period })
    if (own !== nothing) return own
    const until = this.#until({ period, versions })
    if (this.today > until) return html`<p class="note">${t(scoreText['object.over'], { on: day(until) })}</p>`
    return html`<p class="dock">
      <a href="#/keberatan/baru/${period.key}">${t(scoreText.object)}</a>
      <span class="note">${t(scoreText['object.until'], { on: day(until) })}</span>
    </p>`
  }

  #until({ period, versions }: Pick<PeriodScore, 'period' | 'versions'>): LocalDate {
    return objectUntil({ ...period, openedOn: officeDate(versions.at(-1)!.at, this.office.zone) })
  }

  /** Beside a figure that stands out: what is looked at first, and what follows from it. */
  #causes(of: PeriodScore, { guard, leftOut }: Figures) {
    if (!guard) return nothing
    const until = this.#until(of)
    const isOpen = this.today <= until && this.#contested(of) === nothing
    return html`<score-causes
      .office=${this.office}
      .guard=${guard}
      from=${of.period.from}
      to=${of.period.to}
      .leftOut=${leftOut}
      .until=${isOpen ? until : undefined}
    ></score-causes>`
  }

  /** The objection that there is already. */
  #contested({ period }: Pick<PeriodScore, 'period'>) {
    const own = this.#contests.value?.find(c => c.period === period.key && c.officer.id === this.officer)
    if (!own) return nothing
    return html`<p>
      ${own.decision || own.withdrawnAt !== null ? nothing : html`<ui-tag>${t(scoreText.checked)}</ui-tag>`}
      <a href="#/keberatan/${own.id}">${t(scoreText.objection)}</a>
    </p>`
  }

  async #release(period: string): Promise<void> {
    this.error = undefined
    try {
      await ask('POST /api/me/scores/:period/release', { params: { period } })
      this.asking = false
      this.turn += 1
    } catch (error) {
      this.error = error
    }
  }

  #how(score: Figures) {
    return html`<section class="pane" aria-labelledby="how">
      <h2 id="how">${t(scoreHowText.title)}</h2>
      <ol>
        ${howSentences(score, 'own').map(sentence => html`<li>${sentence}</li>`)}
      </ol>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-scores': OwnScoresPane
  }
}
