import { html, nothing, type TemplateResult } from 'lit'
import {
  BLANK,
  type ProfileRow,
  type ProfileTable,
  type ServiceFigures,
  type ShownFigures,
} from '../../../shared/survey/figures/period-figures.ts'
import { profileWords, NOT_FILLED_IN } from '../../../shared/survey/profile/profile.ts'
import { figuresText as words, profileItemText } from '../../../shared/text/period-figures.ts'
import { periodText } from '../../../shared/text/period.ts'
import { roadText, tabletSays } from '../../../shared/text/roads.ts'
import { lang, t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { num, shareSays, serviceName, type Given } from './says.ts'

/** How many answered against the sample, service by service, with the service's own IKM where it may be shown. */
export function planPane({ office, of }: Given): TemplateResult {
  const { sample, services } = of
  const short = Math.max(0, sample.target - sample.achieved)
  const values = { n: num(sample.achieved), target: num(sample.target), short: num(short) }
  return html`<section class="pane" aria-labelledby="plan">
    <h2 id="plan">${t(words.plan)}</h2>
    <p>
      ${
        sample.population === 0
          ? nothing
          : html`<ui-tag tone=${short === 0 ? 'go' : 'warn'}
              >${t(words[short === 0 ? 'plan.enough' : 'plan.short'], values)}</ui-tag
            >`
      }
    </p>
    <div class="wide" tabindex="0" role="group" aria-labelledby="plan">
      <table>
        <thead>
          <tr>
            <th scope="col">${t(words['plan.service'])}</th>
            <th scope="col">${t(words['plan.got'])}</th>
            <th scope="col">${t(words['plan.own'])}</th>
            <th scope="col">${t(words['plan.reach'])}</th>
            <th scope="col">${t(words['plan.ikm'])}</th>
          </tr>
        </thead>
        <tbody>
          ${services.map(
            one =>
              html`<tr>
                <th scope="row">${serviceName(office, one.service)}</th>
                <td class=${one.answered < one.planned ? 'short' : ''}>${num(one.answered)} / ${num(one.planned)}</td>
                <td>${num(one.ownTarget)}</td>
                <td>${shareSays(one.answered, one.visits)}</td>
                <td>${ownIkm(one)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="note">${t(words['plan.rule'], { all: num(sample.population) })}</p>
  </section>`
}

function ownIkm({ shown, showing, answered }: ServiceFigures): string {
  if (shown) return `${num(shown.result.ikm!, 2)} ${shown.result.mutu!}`
  if (answered === 0) return '–'
  return t(periodText[`held.${'why' in showing ? showing.why : 'few'}`], { min: num(10) })
}

/** Who was invited and answered, and what those who did not could change. */
export function responsePane({ of }: Given, shown: ShownFigures | undefined): TemplateResult {
  const { finished, invited, answered } = of.response
  const silent = shown?.unanswered
  const rows = [
    [words['response.invited'], shareSays(invited, finished)],
    [words['response.answered'], shareSays(answered, invited)],
    [words['response.reach'], shareSays(answered, finished)],
  ] as const
  return html`<section class="pane" aria-labelledby="response">
    <h2 id="response">${t(words.response)}</h2>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${t(name)}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      silent
        ? html`<p>
            ${t(words.shifted, { gap: num(silent.gap), ikm: num(silent.shifted, 2) })}
            ${silent.gapToLowerLetter === undefined ? nothing : t(words.falls, { gap: num(silent.gapToLowerLetter, 1) })}
          </p>`
        : nothing
    }
    ${of.response.channels.length > 0 ? roads(of, shown) : nothing}
  </section>`
}

/** On which roads answers came, what each brought, and how tablets stand beside phones. */
function roads({ response }: Given['of'], shown: ShownFigures | undefined): TemplateResult {
  const told = (channel: string) => shown?.channels.find(one => one.channel === channel)?.shown
  return html`<h3 id="roads">${t(words.roads)}</h3>
    <div class="wide" tabindex="0" role="group" aria-labelledby="roads">
      <table>
        <thead>
          <tr>
            <th scope="col">${t(words.roads)}</th>
            <th scope="col">n</th>
            <th scope="col">${t(words['roads.ikm'])}</th>
            <th scope="col">${t(words['unsur.interval'])}</th>
          </tr>
        </thead>
        <tbody>
          ${response.channels.map(({ channel, answered }) => {
            const own = told(channel)
            return html`<tr>
              <th scope="row">${t(roadText[channel])}</th>
              <td>${num(answered)}</td>
              <td>${own ? `${num(own.ikm, 2)} ${own.mutu}` : t(words['roads.held'])}</td>
              <td>${own?.interval ? `${num(own.interval.low, 1)}–${num(own.interval.high, 1)}` : '–'}</td>
            </tr>`
          })}
        </tbody>
      </table>
    </div>
    ${shown?.tablet ? html`<p role="note">${tabletSays(shown.tablet, lang())}</p>` : nothing}`
}

/** Who the respondents are, item by item. */
export function profilePane({ profile }: ShownFigures): TemplateResult {
  return html`<section class="pane" aria-labelledby="profile">
    <h2 id="profile">${t(words.profile)}</h2>
    ${profile.length === 0 ? html`<p class="note">${t(words['profile.none'])}</p>` : profile.map(profileTable)}
  </section>`
}

function profileTable({ item, rows }: ProfileTable): TemplateResult {
  const name = ({ kind, value }: ProfileRow) =>
    kind === 'merged' ? words['profile.merged'] : value === BLANK ? NOT_FILLED_IN : profileWords(item, value)!
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t(profileItemText[item])}</th>
        <th scope="col">${t(words['profile.n'])}</th>
        <th scope="col">${t(words['profile.percent'])}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        row =>
          html`<tr>
            <th scope="row">${t(name(row))}</th>
            <td>${num(row.n)}</td>
            <td>${num(row.percent, 1)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
