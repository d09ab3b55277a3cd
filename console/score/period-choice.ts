import { html, type TemplateResult } from 'lit'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { periodName } from '../../shared/text/period.ts'
import { scoreText } from '../../shared/text/score.ts'
import { lang, t } from '../../shared/web/lang.ts'

/** Which of the computed periods is looked at. */
export function periodChoice(
  periods: readonly string[],
  chosen: string,
  choose: (key: string) => void,
): TemplateResult {
  return html`<label class="field">
    <span>${t(scoreText.which)}</span>
    <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value)}>
      ${periods.map(
        key => html`<option value=${key} .selected=${key === chosen}>${periodName(fixedPeriod(key)!, lang())}</option>`,
      )}
    </select>
  </label>`
}
