import { html, nothing, type TemplateResult } from 'lit'
import type { ShownFigures } from '../../../shared/survey/figures/period-figures.ts'
import { METHOD_WORDS } from '../../../shared/survey/ikm.ts'
import { unsurName } from '../../../shared/survey/unsur-name.ts'
import { figuresText as words, hiddenText, notComparableText } from '../../../shared/text/period-figures.ts'
import { periodName } from '../../../shared/text/period.ts'
import { lang, t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-chart-interval.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { changeSays, letterSays, num, rangeSays, serviceName, unsurSays, type Given } from './says.ts'

/** The official IKM with its interval and letter, and beside it the one weighted by visits. */
export function ikmPane({ office, of }: Given, shown: ShownFigures): TemplateResult {
  const { result, certainty, weighted, leftOut } = shown
  const ikm = result.ikm!
  const letter = letterSays(result.mutu!, certainty)
  return html`<section class="pane" aria-labelledby="ikm">
    <header>
      <h2 id="ikm">${t(words.ikm)}</h2>
      <span class="note">${t(words['ikm.n'], { n: num(result.n), all: num(of.sample.population) })}</span>
    </header>
    <div class="score"><b>${num(ikm, 2)}</b></div>
    <p><ui-tag tone=${certainty.certain ? 'go' : 'warn'}>${letter}</ui-tag></p>
    ${
      certainty.interval
        ? html`<p>${rangeSays(certainty.interval)}</p>
            <ui-chart-interval
              .value=${ikm}
              .low=${certainty.interval.low}
              .high=${certainty.interval.high}
              label="${num(ikm, 2)}, ${rangeSays(certainty.interval)}"
            ></ui-chart-interval>
            <p class="note">${t(words.silent)}</p>`
        : html`<p class="note">${t(hiddenText[certainty.hidden!])}</p>`
    }
    ${leftOut === undefined ? nothing : html`<p class="note">${t(words.leftOut, { n: num(leftOut) })}</p>`}
    ${certainty.tooFewDays ? html`<p class="note">${t(words.tooFewDays)}</p>` : nothing}
    ${
      weighted
        ? html`<p>
              ${t(words.weighted, { ikm: num(weighted.ikm, 2), low: num(weighted.low, 1), high: num(weighted.high, 1), mutu: weighted.mutu })}
            </p>
            ${leftOut === undefined ? nothing : html`<p class="note">${t(words['weighted.all'])}</p>`}
            ${weighted.unlike ? html`<p class="warn" role="note">${t(words.unlike)}</p>` : nothing}
            ${weighted.groups
              .filter(group => group.length > 1)
              .map(
                group =>
                  html`<p class="note">
                    ${t(words['weighted.groups'], { services: group.map(id => serviceName(office, id)).join(', ') })}
                  </p>`,
              )}
            ${weighted.unheard > 0 ? html`<p class="note">${t(words.unheard, { percent: num(weighted.unheard * 100, 1) })}</p>` : nothing}`
        : html`<p class="note">${t(words['weighted.none'])}</p>`
    }
    ${shown.nineOnly ? html`<p class="note" role="note">${t(words[`nine.${shown.nineOnly}`])}</p>` : nothing}
    <p class="note">
      ${shown.ownWeights ? t(words['own.weights']) : nothing}
      ${shown.audit.map(line => `${t(METHOD_WORDS[line.method])}: ${line.ikm === undefined ? '–' : `${num(line.ikm, 2)} ${line.mutu}`}`).join('; ')}.
    </p>
  </section>`
}

/** Every unsur: its mean with interval, what it could still bring, and how often each mark was given. */
export function unsurPane({ unsur, lowest }: ShownFigures): TemplateResult {
  return html`<section class="pane" aria-labelledby="unsur">
    <h2 id="unsur">${t(words.unsur)}</h2>
    <div class="wide" tabindex="0" role="group" aria-labelledby="unsur">
      <table>
        <thead>
          <tr>
            <th scope="col">${t(words['unsur.name'])}</th>
            <th scope="col">${t(words['unsur.nrr'])}</th>
            <th scope="col">${t(words['unsur.interval'])}</th>
            <th scope="col">${t(words['unsur.gain'])}</th>
            <th scope="col">${t(words['unsur.marks'])}</th>
            <th scope="col">${t(words['unsur.blank'])}</th>
          </tr>
        </thead>
        <tbody>
          ${unsur.map(
            one =>
              html`<tr>
                <th scope="row">${t(unsurName(one))}</th>
                <td>${num(one.nrr!, 3)}</td>
                <td>
                  ${one.fixed ? t(words['unsur.fixed']) : one.interval ? `${num(one.interval.low, 2)}–${num(one.interval.high, 2)}` : '–'}
                </td>
                <td>${one.gain ? num(one.gain.points, 2) : '–'}</td>
                <td>${one.marks.map(n => num(n)).join(' / ')}</td>
                <td>${num(one.blank)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      lowest.unclear
        ? html`<p>${t(words['lowest.unclear'])}</p>`
        : html`<p>${t(words['lowest.may'], { unsur: unsurSays(lowest.mayBe, unsur) })}</p>
            <p>
              ${t(words['lowest.three'], { unsur: unsurSays(lowest.three, unsur) })}
              ${lowest.thirdUnsure ? t(words['lowest.third']) : nothing}
            </p>`
    }
  </section>`
}

/** The period beside the one before, and the trend of those that are closed. */
export function comparedPane({ compared, trend, unsur }: ShownFigures): TemplateResult {
  const before = periodName(compared.before, lang())
  return html`<section class="pane" aria-labelledby="compared">
    <h2 id="compared">${t(words.compared, { before })}</h2>
    ${'whyNot' in compared ? html`<p>${t(words['compared.not'], { why: t(notComparableText[compared.whyNot]) })}</p>` : changes(compared, unsur)}
    <h3 id="trend">${t(words.trend)}</h3>
    <div class="wide" tabindex="0" role="group" aria-labelledby="trend">
      <table>
        <thead>
          <tr>
            <th scope="col">${t(words['trend.period'])}</th>
            <th scope="col">n</th>
            <th scope="col">${t(words.ikm)}</th>
            <th scope="col">${t(words['unsur.interval'])}</th>
            <th scope="col">${t(words['trend.step'])}</th>
          </tr>
        </thead>
        <tbody>
          ${trend.map(
            ({ period, n, ikm, mutu, interval, step }) =>
              html`<tr>
                <th scope="row">${periodName(period, lang())}</th>
                <td>${num(n)}</td>
                <td>${num(ikm, 2)} ${mutu}</td>
                <td>${interval ? `${num(interval.low, 1)}–${num(interval.high, 1)}` : '–'}</td>
                <td>${step ? changeSays(step) : '–'}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

function changes(
  compared: Exclude<ShownFigures['compared'], { whyNot: unknown }>,
  unsur: ShownFigures['unsur'],
): TemplateResult {
  const moved = compared.unsur.filter(one => one.moreThanChance).map(one => one.unsur)
  return html`<p>${changeSays(compared.ikm)}</p>
    ${
      compared.mixMoved
        ? html`<p>
            ${compared.standardised ? t(words.mix, { change: changeSays(compared.standardised) }) : t(words['mix.none'])}
          </p>`
        : nothing
    }
    <p class="note">${t(words.smallest, { points: num(compared.smallestSeen, 1) })}</p>
    <p>
      ${moved.length > 0 ? t(words['compared.unsur'], { unsur: unsurSays(moved, unsur) }) : t(words['compared.none'])}
    </p>`
}
