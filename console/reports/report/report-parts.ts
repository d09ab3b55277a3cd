import { html, nothing } from 'lit'
import type { Reply } from '../../../shared/contracts/api.ts'
import { officeDate, type Zone } from '../../../shared/kit/time.ts'
import { MOST_LINE, TEXTS, TEXT_IDS, type Stage } from '../../../shared/survey/report/draft.ts'
import type { Writing } from '../../../shared/survey/report/writing.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { skmReportText as words } from '../../../shared/text/skm-report.ts'
import { timeText } from '../../../shared/text/ui.ts'
import { lang, t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-banner.ts'

/** The table of when the survey was carried out, as fields. */
export function stagesPart(stages: readonly Stage[], put: (at: number, change: Partial<Stage>) => void) {
  const field = (name: keyof Stage, stage: Stage, at: number) =>
    html`<label class="field"
      ><span>${t(words[name])}</span
      ><input
        lang="id"
        maxlength=${MOST_LINE}
        .value=${stage[name]}
        @input=${(e: Event) => put(at, { [name]: (e.target as HTMLInputElement).value })}
    /></label>`
  return html`<fieldset>
    <legend>${t(words.stages)}</legend>
    ${stages.map(
      (stage, at) =>
        html`<div class="stage" role="group" aria-label=${t(words['stage.n'], { n: at + 1 })}>
          ${field('activity', stage, at)} ${field('when', stage, at)} ${field('days', stage, at)}
        </div>`,
    )}
  </fieldset>`
}

/** Who saved which version, and when. */
export function versionsPane(versions: Reply<'GET /api/offices/:office/reports/:period'>['versions'], zone: Zone) {
  return html`<section class="pane" aria-labelledby="versions">
    <h2 id="versions">${t(words.versions)}</h2>
    ${
      versions.length === 0
        ? html`<p class="note">${t(words['versions.none'])}</p>`
        : html`<div class="wide" tabindex="0" role="group" aria-labelledby="versions">
            <table>
              <thead>
                <tr>
                  ${(['version', 'at', 'by'] as const).map(head => html`<th scope="col">${t(words[head])}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${versions.map(
                  v =>
                    html`<tr>
                      <th scope="row">${v.version}</th>
                      <td>${dateYearText(officeDate(v.at, zone), lang())} ${timeText(v.at, zone, lang())}</td>
                      <td>${v.by}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`
}

/** Says that the work stands on version `moved` of somebody else, and what both wrote. */
export function movedNote(work: Writing | undefined, moved: number) {
  if (moved === 0 || !work) return nothing
  const texts = TEXT_IDS.filter(id => work.theirs[id] !== undefined).map(id => TEXTS[id].join(' ').trim())
  const what = [...texts, ...work.both.map(one => t(words[`both.${one}`]))]
  return html`<ui-banner tone="info"
    >${t(words['theirs.ground'], { n: moved })}
    ${what.length > 0 ? t(words['theirs.both'], { what: what.join(', ') }) : nothing}</ui-banner
  >`
}
