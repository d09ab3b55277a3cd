import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { atClock, type LocalDate } from '../shared/kit/time.ts'
import { surveyText } from '../shared/text/survey.ts'
import type { Words } from '../shared/kit/words.ts'
import { dateText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-dock.ts'
import '../shared/web/ui/ui-rating.ts'
import { pageStyles } from './page-styles.ts'

/** Four faces; one tap is a complete answer and raises `rate`. */
@customElement('survey-rate')
export class SurveyRate extends LitElement {
  static override styles = [baseStyles, pageStyles]

  @property({ attribute: false }) service: Words = ['', '']
  @property() date: LocalDate = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const date = dateText(atClock(this.date, '12:00', 'WIB'), 'WIB', lang())
    return html`<main>
        <div>
          <p class="soft">${t(surveyText['rate.visit'], { service: t(this.service), date })}</p>
          <h1>${t(surveyText['rate.title'])}</h1>
          <p class="soft">${t(surveyText['rate.how'])}</p>
        </div>
        <ui-rating label=${t(surveyText['rate.title'])}></ui-rating>
        <ui-banner tone="info" class="small">${t(surveyText['rate.anonymous'])}</ui-banner>
      </main>
      <ui-dock role="region" aria-label=${t(surveyText['rate.note'])}
        ><span slot="note">${t(surveyText['rate.voluntary'])}</span></ui-dock
      >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'survey-rate': SurveyRate
  }
}
