import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { atClock, type LocalDate } from '../shared/kit/time.ts'
import { surveyText } from '../shared/text/survey.ts'
import type { Words } from '../shared/kit/words.ts'
import { dateText, timeText } from '../shared/text/ui.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-dock.ts'
import '../shared/web/ui/ui-rating.ts'
import { pageStyles } from './page-styles.ts'
import type { Survey } from './steps.ts'

/** Four faces; one tap is a complete answer and raises `rate`. */
@customElement('survey-rate')
export class SurveyRate extends LitElement {
  static override styles = [baseStyles, pageStyles]

  @property({ attribute: false }) service: Words = ['', '']
  @property() date: LocalDate = ''
  /** Until when it may be answered; not told on a tablet, which lets go much earlier. */
  @property({ attribute: false }) until: Pick<Survey, 'until' | 'zone'> | undefined

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
        ><span slot="note"
          >${t(surveyText['rate.voluntary'])}${this.until ? html`<br />${this.#until(this.until)}` : nothing}</span
        ></ui-dock
      >`
  }

  #until({ until, zone }: Pick<Survey, 'until' | 'zone'>): string {
    const [day, time] = [dateText(until, zone, lang()), timeText(until, zone, lang())]
    return t(surveyText['rate.until'], { day, time })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'survey-rate': SurveyRate
  }
}
