import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { RATINGS, REASONS } from '../shared/survey/rating.ts'
import type { Score } from '../shared/survey/instruments.ts'
import { surveyText } from '../shared/text/survey.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-chips.ts'
import '../shared/web/ui/ui-dock.ts'
import { pageStyles } from './page-styles.ts'

/** After a low mark: what was lacking. Raises `reasons` at every touch and `settle` when the person is done. */
@customElement('survey-reasons')
export class SurveyReasons extends LitElement {
  static override styles = [baseStyles, pageStyles]

  @property({ type: Number }) mark: Score = 1
  @property({ attribute: false }) chosen: readonly string[] = []
  /** On the tablet of a counter others see the screen: the mark is not said. */
  @property({ type: Boolean }) tablet = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const mark = t(RATINGS[this.mark - 1]!.words)
    return html`<main>
        <p class="soft" role="status">
          ${this.tablet ? '' : `${t(surveyText['reasons.given'], { mark })}. `}${t(surveyText['reasons.safe'])}
        </p>
        <section class="card">
          <div>
            <h1 tabindex="-1">${t(surveyText['reasons.title'])}</h1>
            <p class="soft">${t(surveyText['reasons.skip'])}</p>
          </div>
          <ui-chips
            .options=${REASONS.map(r => ({ value: r.key, label: t(r.words) }))}
            .selected=${this.chosen}
            label=${t(surveyText['reasons.title'])}
            @change=${(event: CustomEvent<{ selected: string[] }>) => emit(this, 'reasons', event.detail)}
          ></ui-chips>
        </section>
      </main>
      <ui-dock role="region" aria-label=${t(surveyText['page.actions'])}>
        <ui-button variant="primary" @click=${() => emit(this, 'settle')}
          >${t(surveyText[this.chosen.length > 0 ? 'reasons.send' : 'reasons.without'])}</ui-button
        >
      </ui-dock>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'survey-reasons': SurveyReasons
  }
}
