import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import type { RatingsView } from '../../shared/survey/quality.ts'
import { RATINGS, type RatingSummary } from '../../shared/survey/rating.ts'
import { recordText } from '../../shared/text/record.ts'
import { numberText } from '../../shared/text/text.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-chart-bars.ts'
import '../../shared/web/ui/ui-chart-interval.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import '../parts/fixed-period.ts'
import { countedText, heldBack } from '../parts/held-back.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { listed, percentOf } from '../parts/report-format.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Shown = RatingSummary & { readonly shown: true }

/** The ratings of an officer's own visits, of a closed quarter, semester or year: the only ones that tell of nobody. */
@customElement('record-ratings')
export class RecordRatings extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    managerStyles,
    css`
      fixed-period {
        margin: 0.5rem 0;
      }
    `,
  ]

  @property() today: LocalDate = ''
  /** The name of the period chosen; until then the server's own choice. */
  @state() private period: string | undefined
  readonly #ratings = new Fetched<RatingsView>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const query = { period: this.period }
    this.#ratings.want(String(this.period), () => ask('GET /api/me/ratings', { query }))
  }

  protected override render() {
    const { value, error, loading } = this.#ratings
    return html`<section class="pane" aria-labelledby="ratings">
      <header>
        <h2 id="ratings">${t(recordText.ratings)}</h2>
        <span class="note">${t(recordText['ratings.note'])}</span>
      </header>
      <fixed-period
        .today=${this.today}
        .period=${this.period === undefined ? value?.period : fixedPeriod(this.period)}
        parts
        @period=${(e: CustomEvent<string>) => (this.period = e.detail)}
      ></fixed-period>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#ratings.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`<div class=${loading ? 'busy' : ''} aria-busy=${loading}>${bodyOf(value)}</div>`
            : html`<ui-state></ui-state>`
      }
    </section>`
  }
}

function bodyOf({ period, showing, ratings, answered }: RatingsView): TemplateResult | typeof nothing {
  if (!('through' in showing))
    return heldBack(showing, { n: answered, min: ratings.nMin, part: true, kind: period.kind })
  if (!ratings.shown) return nothing
  return html`<p class="note">${countedText(showing, period)}</p>
    ${interval(ratings)} ${answers(ratings)}`
}

/** The value with its interval. */
function interval(ratings: Shown): TemplateResult {
  const one = (value: number) => numberText(value, lang(), 1)
  const words = {
    mean: one(ratings.mean100),
    low: one(ratings.low),
    high: one(ratings.high),
    n: numberText(ratings.n, lang()),
  }
  return html`<div class="score">
      <b>${words.mean}</b>
      <p><b>${t(recordText['ratings.interval'], words)}</b><br />${t(recordText['ratings.meaning'])}</p>
    </div>
    <ui-chart-interval
      .value=${ratings.mean100}
      .low=${ratings.low}
      .high=${ratings.high}
      label=${t(recordText['ratings.say'], words)}
    ></ui-chart-interval>`
}

/** How many gave each answer. */
function answers(ratings: Shown): TemplateResult {
  const rows = [...RATINGS].reverse().map(({ value, words }) => {
    const count = ratings.counts[value - 1]!
    return {
      label: t(words),
      value: count,
      text: numberText(count, lang()),
      more: [`${percentOf(count, ratings.n, lang())}%`],
    }
  })
  return html`<ui-chart-bars
    .rows=${rows}
    .heads=${[t(recordText.answer), t(recordText.count), t(recordText.share)]}
    label=${t(recordText['answers.say'], { list: listed(rows.map(r => [r.label, r.text] as const)) })}
  ></ui-chart-bars>`
}

declare global {
  interface HTMLElementTagNameMap {
    'record-ratings': RecordRatings
  }
}
