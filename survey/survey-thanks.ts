import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { surveyText } from '../shared/text/survey.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import { mark } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-dock.ts'
import { pageStyles } from './page-styles.ts'

/** What became of the answer, and the way to the full survey (`more`) where there is one. */
@customElement('survey-thanks')
export class SurveyThanks extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    css`
      .thanks {
        display: grid;
        justify-items: center;
        gap: 0.4rem;
        padding: 1.4rem 0 0.4rem;
        text-align: center;
      }
      .thanks a {
        display: grid;
        min-height: 44px;
        align-items: center;
      }
      .thanks svg {
        width: 4.5rem;
        height: 4.5rem;
        margin-bottom: 0.4rem;
      }
    `,
  ]

  @property() delivery: 'sending' | 'sent' | 'kept' = 'sent'
  /** The full survey can follow. */
  @property({ type: Boolean }) more = false
  /** A finger may have slipped: the rating can still be changed. */
  @property({ type: Boolean }) change = false
  /** Where a complaint can be written, or what became of it can be read. */
  @property() complaint = ''
  /** It was written. */
  @property({ type: Boolean }) complained = false
  /** On the tablet of a counter there is no page to close. */
  @property({ type: Boolean }) tablet = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const kept = this.tablet ? 'thanks.keptHere' : 'thanks.kept'
    const title = { sending: 'thanks.sending', sent: 'thanks.title', kept } as const
    const end = this.more ? 'thanks.more' : this.delivery === 'sent' && !this.tablet ? 'thanks.done' : undefined
    return html`<main>
        <div class="thanks">
          ${mark()}
          <h1 tabindex="-1">${t(surveyText[title[this.delivery]])}</h1>
          ${end ? html`<p class="soft">${t(surveyText[end])}</p>` : nothing}
          ${
            this.change
              ? html`<ui-button @click=${() => emit(this, 'redo')}>${t(surveyText['thanks.change'])}</ui-button>`
              : nothing
          }
        </div>
        ${
          this.complaint
            ? html`<p class="thanks">
                <a href=${this.complaint}
                  >${t(surveyText[this.complained ? 'thanks.complained' : 'thanks.complain'])}</a
                >
              </p>`
            : nothing
        }
        ${
          this.delivery === 'kept'
            ? html`<ui-banner tone="offline"
                >${t(surveyText[this.tablet ? 'thanks.laterHere' : 'thanks.later'])}</ui-banner
              >`
            : nothing
        }
      </main>
      ${
        this.more
          ? html`<ui-dock role="region" aria-label=${t(surveyText['page.actions'])}>
              <ui-button @click=${() => emit(this, 'more')}>${t(surveyText['thanks.skm'])}</ui-button>
            </ui-dock>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'survey-thanks': SurveyThanks
  }
}
