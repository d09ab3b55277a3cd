import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import { objectUntil } from '../../shared/officer/contest/contest.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { OwnScores, PeriodScore, ToldScore } from '../../shared/officer/score/told.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { REASONS, type Reason } from '../../shared/survey/rating.ts'
import { dateYearText, periodName } from '../../shared/text/period.ts'
import { scoreHowText } from '../../shared/text/score-how.ts'
import { scoreText } from '../../shared/text/score.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-chart-interval.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-tag.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { funnel } from './score-funnel.ts'
import { howSentences, type Figures } from './score-how.ts'
import { scoreStyles } from './score-styles.ts'
import { versionsPane, versionsStyles } from './score-versions.ts'
import { meaningOf, one, whole } from './score-words.ts'

const CONDUCT: readonly Reason[] = ['refused', 'unfriendly', 'unclear']
const nameOf = (key: string) => periodName(fixedPeriod(key)!, lang())
const day = (date: LocalDate) => dateYearText(date, lang())

/** Whether there is anything to be opened or objected to. */
const isTold = ({ told }: ToldScore) => told === 'figures' || told === 'words'

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
            ? html`<label class="field">
                  <span>${t(scoreText.which)}</span>
                  <select @change=${(e: Event) => (this.period = (e.target as HTMLSelectElement).value)}>
                    ${periods.map(
                      key => html`<option value=${key} .selected=${key === score.period.key}>${nameOf(key)}</option>`,
                    )}
                  </select>
                </label>
                ${this.#told(latest.score)}
                ${isTold(latest.score) ? [this.#opening(score), this.#objecting(score)] : this.#contested(score)}`
            : html`<ui-state kind="empty" heading=${t(scoreText.none)}
                >${t(scoreText['none.why'], { period: nameOf(next.period), on: day(next.on) })}</ui-state
              >`
        }
      </section>
      ${latest?.score.told === 'figures' ? [this.#how(latest.score), this.#reasons(latest.score)] : nothing}
      ${score && score.versions.length > 1 ? versionsPane(score.versions, this.office) : nothing}`
  }

  #told(score: ToldScore) {
    const { n, from } = score
    const values = { n: whole(n), from: whole(from) }
    if (score.told === 'few')
      return html`<p class="words">${t(scoreText.few, values)}</p>
        <p class="note">${t(scoreText['few.why'], values)}</p>`
    if (score.told === 'hidden')
      return html`<p class="words">${t(scoreText.hidden)}</p>
        <p class="note">${t(scoreText['hidden.why'], values)}</p>`
    const words = html`<p class="words">${meaningOf(score)}</p>`
    if (score.told === 'words')
      return html`${words}
        <p class="note">${t(scoreText['words.why'])}</p>`
    return html`${words} ${this.#figures(score)}`
  }

  #figures(score: Figures) {
    const { value, low, high, n, among, leftOut } = score
    const values = { value: one(value), low: one(low), high: one(high), n: whole(n) }
    return html`<p><span class="big">${values.value}</span> ${t(scoreText.interval, values)}</p>
      <ui-chart-interval
        .value=${value}
        .low=${low}
        .high=${high}
        label=${t(scoreText['interval.say'], values)}
      ></ui-chart-interval>
      ${
        among
          ? html`${funnel(among, value, meaningOf(score))}
              <p class="note">
                ${t(scoreText['funnel.note'], { low: one(among.usual.lowFlag), high: one(among.usual.highFlag) })}
                ${t(scoreText.estimate, {
                  ...{ value: one(among.estimate), low: one(among.estimateLow), high: one(among.estimateHigh) },
                  ...{ office: one(among.office), reliability: one(among.reliability) },
                })}
                ${among.seesDifferences ? nothing : t(scoreText.same)}
                ${
                  among.seesDifferences && among.reliability < 0.7 && among.n70 !== undefined
                    ? t(scoreText.unreliable, { n: whole(among.n70) })
                    : nothing
                }
              </p>`
          : nothing
      }
      ${leftOut > 0 ? html`<p class="note">${t(scoreText.leftOut, { n: whole(leftOut) })}</p>` : nothing}`
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
    const until = objectUntil({ ...period, openedOn: officeDate(versions.at(-1)!.at, this.office.zone) })
    if (this.today > until) return html`<p class="note">${t(scoreText['object.over'], { on: day(until) })}</p>`
    return html`<p>
      <a href="#/keberatan/baru/${period.key}">${t(scoreText.object)}</a>
      <span class="note">${t(scoreText['object.until'], { on: day(until) })}</span>
    </p>`
  }

  /** The objection that there is already. */
  #contested({ period }: Pick<PeriodScore, 'period'>) {
    const own = this.#contests.value?.find(c => c.period === period.key && c.officer.id === this.officer)
    if (!own) return nothing
    return html`<p>
      ${own.decision ? nothing : html`<ui-tag>${t(scoreText.checked)}</ui-tag>`}
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

  #reasons({ reasons }: Figures) {
    const given = REASONS.filter(({ key }) => (reasons[key] ?? 0) > 0)
    const group = (title: string, own: typeof given) =>
      html`<tr>
          <th scope="row">${title}</th>
          <td class="n">${whole(own.reduce((sum, { key }) => sum + reasons[key]!, 0))}</td>
        </tr>
        ${own.map(
          ({ key, words }) =>
            html`<tr class="part">
              <th scope="row">${t(words)}</th>
              <td class="n">${whole(reasons[key]!)}</td>
            </tr>`,
        )}`
    return html`<section class="pane" aria-labelledby="reasons">
      <header>
        <h2 id="reasons">${t(scoreText.reasons)}</h2>
        <span class="note">${t(scoreText['reasons.note'])}</span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">${t(scoreText['reasons.head'])}</th>
            <th scope="col" class="n">${t(scoreText.times)}</th>
          </tr>
        </thead>
        <tbody>
          ${group(
            t(scoreText.conduct),
            given.filter(({ key }) => CONDUCT.includes(key)),
          )}
          ${group(
            t(scoreText.beyond),
            given.filter(({ key }) => !CONDUCT.includes(key)),
          )}
        </tbody>
      </table>
      <p class="note">${t(scoreText['reasons.why'])}</p>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-scores': OwnScoresPane
  }
}
