import { html, nothing, type TemplateResult } from 'lit'
import { REASONS, type Reason } from '../../shared/survey/rating.ts'
import type { ToldVersion } from '../../shared/officer/score/told.ts'
import { scoreText } from '../../shared/text/score.ts'
import { t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-chart-interval.ts'
import { funnel, intervals } from './score-funnel.ts'
import type { Figures } from './score-how.ts'
import { meaningOf, one, two, whole } from './score-words.ts'

const CONDUCT: readonly Reason[] = ['refused', 'unfriendly', 'unclear']
/** Under it chance moves a figure more than officers differ. */
const RELIABLE = 0.7

/** The own figures: interval and best estimate, funnel, and what is not allowed for. */
export function figuresOf(score: Figures): TemplateResult {
  const { value, low, high, n, from, among, leftOut } = score
  const values = { value: one(value), low: one(low), high: one(high), n: whole(n) }
  return html`<p><span class="big">${values.value}</span> ${t(scoreText.interval, values)}</p>
    ${
      among
        ? html`${intervals(among, score)}${funnel(among, value, from, meaningOf(score))}
            <p class="note">
              ${t(scoreText['funnel.note'], { low: one(among.usual.lowFlag), high: one(among.usual.highFlag) })}
            </p>
            <p class="note">
              ${t(scoreText.estimate, {
                ...{ value: one(among.estimate), low: one(among.estimateLow), high: one(among.estimateHigh) },
                ...{ office: one(among.office), reliability: two(among.reliability) },
              })}
              ${among.seesDifferences ? nothing : t(scoreText.same)}
              ${
                among.seesDifferences && among.reliability < RELIABLE && among.n70 !== undefined
                  ? t(scoreText.unreliable, { n: whole(among.n70) })
                  : nothing
              }
            </p>`
        : html`<ui-chart-interval
            .value=${value}
            .low=${low}
            .high=${high}
            label=${t(scoreText['interval.say'], values)}
          ></ui-chart-interval>`
    }
    ${leftOut > 0 ? html`<p class="note">${t(scoreText.leftOut, { n: whole(leftOut) })}</p>` : nothing}
    <p class="note">${t(scoreText['not.season'])} ${t(scoreText['not.sure'])}</p>`
}

/** How often each reason of a 1 or 2 was given, by the version that tells it, the latest first: conduct apart from what an officer cannot change. */
export function reasonsOf(versions: readonly Pick<ToldVersion, 'score'>[]): TemplateResult {
  const at = versions.findIndex(({ score }) => score.told === 'figures' && score.reasons !== null)
  const of = versions[at]?.score
  const reasons = of?.told === 'figures' ? of.reasons : null
  if (!reasons)
    return html`<section class="pane" aria-labelledby="reasons">
      <header><h2 id="reasons">${t(scoreText.reasons)}</h2></header>
      <p class="note">${t(scoreText['reasons.untold'])}</p>
    </section>`
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
    ${at > 0 ? html`<p class="note">${t(scoreText['reasons.first'])}</p>` : nothing}
    <p class="note">${t(scoreText['reasons.why'])}</p>
  </section>`
}
