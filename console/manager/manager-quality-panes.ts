import { html, nothing, type TemplateResult } from 'lit'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { METHOD_WORDS } from '../../shared/survey/ikm.ts'
import { QUESTIONS, UNSUR } from '../../shared/survey/instruments.ts'
import type { IkmView, RatingsView } from '../../shared/survey/quality.ts'
import { RATINGS, type RatingSummary } from '../../shared/survey/rating.ts'
import { sampleProgress } from '../../shared/survey/sample-size.ts'
import { weakest } from '../../shared/survey/weakest.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-chart-bars.ts'
import '../../shared/web/ui/ui-chart-interval.ts'
import '../../shared/web/ui/ui-table.ts'
import '../../shared/web/ui/ui-tag.ts'
import { heldBack, countedText } from '../parts/held-back.ts'
import { listed, percentOf } from '../parts/report-format.ts'

/** Where the letters C, B and A begin on the scale of one unsur (PermenPANRB 14/2017, edges divided by 25). */
const LETTERS = [
  { at: 65 / 25, label: 'C' },
  { at: 76.61 / 25, label: 'B' },
  { at: 88.31 / 25, label: 'A' },
]

/** The nine unsur of these services in their own order on the scale 1 to 4, the weakest lighter. */
export function unsurPane({ result }: IkmView, services: OfficeInfo['services']): TemplateResult {
  const weak = weakest(result)
  const rows = UNSUR.flatMap(name => {
    const unsur = result.unsur[name]
    if (unsur?.nrr === undefined) return []
    return [
      {
        label: t(QUESTIONS[name].name),
        value: unsur.nrr,
        text: numberText(unsur.nrr, lang(), 2),
        more: [unsur.mutu ?? '', numberText(unsur.n, lang())],
        weak: weak.includes(name),
      },
    ]
  })
  const said = listed(rows.map(r => [r.label, r.text] as const))
  return html`<section class="pane" aria-labelledby="unsur">
    <header>
      <h2 id="unsur">${t(managerText['quality.perUnsur'])}</h2>
      <span class="note">${t(managerText['quality.perUnsur.note'], { n: numberText(result.n, lang()) })}</span>
    </header>
    <ui-chart-bars
      class="roomy"
      .rows=${rows}
      .from=${1}
      .max=${4}
      .marks=${LETTERS}
      .scale=${[numberText(1, lang(), 2), numberText(4, lang(), 2)]}
      .heads=${(['quality.unsur', 'quality.nrr', 'quality.letter', 'quality.n'] as const).map(k => t(managerText[k]))}
      label=${t(managerText['quality.perUnsur.say'], { list: said })}
    ></ui-chart-bars>
    <p class="note">${t(managerText['quality.weakNote'])} ${freeNote(services)}</p>
  </section>`
}

/** How Biaya is counted where services cost nothing. */
function freeNote(services: OfficeInfo['services']): string {
  const free = services.filter(s => s.free).length
  if (free === 0) return ''
  if (services.length === 1) return t(managerText['quality.free.one'])
  return t(managerText['quality.free.some'], { n: String(free), all: String(services.length) })
}

/** The method in use and what the same answers give by the others. */
export function methodPane({ result, audit }: IkmView): TemplateResult {
  const columns = [
    { key: 'method', label: t(managerText['quality.method.head']) },
    { key: 'ikm', label: t(managerText['quality.ikm']), numeric: true, strong: true },
    { key: 'mutu', label: t(managerText['quality.letter']), numeric: true },
  ]
  const rows = audit.map(line => ({
    id: line.method,
    cells: {
      method:
        line.method === result.method ? html`<b>${t(METHOD_WORDS[line.method])}</b>` : t(METHOD_WORDS[line.method]),
      ikm: line.ikm === undefined ? t(managerText.none) : numberText(line.ikm, lang(), 2),
      mutu: line.mutu ?? t(managerText.none),
    },
  }))
  return html`<section class="pane" aria-labelledby="method">
    <h2 id="method">${t(managerText['quality.method'])}</h2>
    <p class="note">
      ${t(managerText['quality.method.now'], { method: t(METHOD_WORDS[result.method]) })}
      ${t(managerText['quality.method.why'])} ${t(managerText['quality.method.nine'])}
    </p>
    <ui-table cards caption=${t(managerText['quality.method.table'])} .columns=${columns} .rows=${rows}></ui-table>
  </section>`
}

/** How many answers are there, against the number that the regulation asks for. */
export function samplePane({ sample }: IkmView): TemplateResult {
  const { enough, short } = sampleProgress(sample.population, sample.achieved)
  const count = (n: number) => numberText(n, lang())
  const rows = [
    { label: t(managerText['quality.sample.achieved']), value: sample.achieved, text: count(sample.achieved) },
    { label: t(managerText['quality.sample.target']), value: sample.target, text: count(sample.target), weak: true },
  ]
  const tag = enough
    ? html`<ui-tag tone="go">${t(managerText['quality.sample.enough'])}</ui-tag>`
    : html`<ui-tag tone="warn">${t(managerText['quality.sample.short'], { n: count(short) })}</ui-tag>`
  return html`<section class="pane" aria-labelledby="sample">
    <header>
      <h2 id="sample">${t(managerText['quality.sample'])}</h2>
      ${sample.population > 0 ? tag : ''}
    </header>
    <ui-chart-bars
      .rows=${rows}
      .heads=${[t(managerText['quality.sample']), t(managerText['quality.count'])]}
      label=${t(managerText['quality.sample.say'], sample)}
    ></ui-chart-bars>
    <p class="note">${t(managerText['quality.sample.rule'], { population: count(sample.population) })}</p>
  </section>`
}

/** The one-tap ratings of the whole unit, or why they are held back. */
export function ratingsPane({ showing, ratings, period, answered }: RatingsView): TemplateResult {
  return html`<section class="pane" aria-labelledby="ratings">
    <header>
      <h2 id="ratings">${t(managerText['quality.ratings'])}</h2>
      <span class="note">${t(managerText['quality.ratings.note'])}</span>
    </header>
    <p class="note">${countedText(showing, period)}</p>
    ${
      'through' in showing
        ? ratings.shown
          ? shownRatings(ratings)
          : nothing
        : heldBack(showing, { n: answered, min: ratings.nMin, part: false, kind: period.kind })
    }
  </section>`
}

function shownRatings(ratings: RatingSummary & { shown: true }): TemplateResult {
  const one = (value: number) => numberText(value, lang(), 1)
  const words = { low: one(ratings.low), high: one(ratings.high), n: numberText(ratings.n, lang()) }
  const rows = [...RATINGS].reverse().map(({ value, words: name }) => {
    const count = ratings.counts[value - 1]!
    return {
      label: t(name),
      value: count,
      text: numberText(count, lang()),
      more: [`${percentOf(count, ratings.n, lang())}%`],
    }
  })
  return html`<div class="score">
      <b>${one(ratings.mean100)}</b>
      <p><b>${t(managerText['quality.interval'], words)}</b></p>
    </div>
    <ui-chart-interval
      .value=${ratings.mean100}
      .low=${ratings.low}
      .high=${ratings.high}
      label="${one(ratings.mean100)}. ${t(managerText['quality.interval'], words)}"
    ></ui-chart-interval>
    <ui-chart-bars
      .rows=${rows}
      .heads=${[t(managerText['quality.answer']), t(managerText['quality.count']), '%']}
      label=${t(managerText['quality.ratings.say'], { list: listed(rows.map(r => [r.label, r.text] as const)) })}
    ></ui-chart-bars>`
}
