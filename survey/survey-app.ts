import { LitElement, css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { surveyText } from '../shared/text/survey.ts'
import { LangController, lang, setLang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { mark } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-state.ts'
import './survey-visit.ts'
import type { Survey } from './steps.ts'

/** The survey: of one visit behind its link (`/s/<token>`), on the tablet of a counter (`/survey/?counter=3`), or on a kiosk (`/survey/?kiosk`). */
@customElement('survey-app')
export class SurveyApp extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100vh;
        min-height: 100dvh;
        overflow-wrap: anywhere;
      }
      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: min(0.6rem, 3vw);
        min-height: 60px;
        padding: 0.5rem min(1rem, 4.5vw);
        border-bottom: 1px solid var(--line);
        background: var(--surface);
        font-size: var(--t-xs);
        line-height: 1.25;
      }
      header svg {
        width: 2rem;
        height: 2rem;
      }
      header b,
      header span:not(.vh) {
        display: block;
      }
      header span {
        color: var(--soft);
      }
      header button {
        min-width: 44px;
        min-height: 44px;
        padding: 0;
        border: 0;
        background: none;
        font-weight: 700;
        color: var(--accent);
      }
    `,
  ]

  @state() private survey: Survey | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const kiosk = new URLSearchParams(location.search).has('kiosk')
    const counter = new URLSearchParams(location.search).get('counter')
    const token = /^\/s\/([^/]+)/.exec(location.pathname)?.[1]
    const other = lang() === 'id' ? 'en' : 'id'
    return html`<header>
        ${mark()}
        <div>
          <b>${this.survey?.office.name ?? 'Tanggap'}</b>
          ${this.survey?.demo ? html`<span>${t(surveyText['page.demo'])}</span>` : nothing}
        </div>
        <button type="button" lang=${other} @click=${() => setLang(other)}>
          ${t(surveyText['page.other'])}<span class="vh"> ${t(surveyText['page.otherName'])}</span>
        </button>
      </header>
      ${
        kiosk && !token
          ? html`<survey-kiosk @survey=${this.#onSurvey}></survey-kiosk>`
          : counter && !token
            ? html`<survey-counter counter=${counter} @survey=${this.#onSurvey}></survey-counter>`
            : token === undefined
              ? html`<main>
                  <ui-state kind="empty" heading=${t(surveyText['state.noCounter'])}
                    >${t(surveyText['state.noCounterWhat'])}</ui-state
                  >
                </main>`
              : html`<survey-visit token=${token} @survey=${this.#onSurvey}></survey-visit>`
      }`
  }

  #onSurvey = (event: CustomEvent<Survey>): void => {
    this.survey = event.detail
    document.title = `${t(surveyText['page.title'])} · ${event.detail.office.name}`
  }
}

// Before a kiosk people stand as before a counter.
if (new URLSearchParams(location.search).has('kiosk')) {
  document.documentElement.dataset['device'] = 'tablet'
  void import('./survey-kiosk.ts')
}

// On a counter it is read from farther away than a phone in the hand, and what pairs a tablet no phone has to fetch.
if (new URLSearchParams(location.search).has('counter')) {
  document.documentElement.dataset['device'] = 'tablet'
  void import('./survey-counter.ts')
}

// A link from the ticket's page brings its language along.
const asked = new URLSearchParams(location.search).get('lang')
if (asked === 'en' || asked === 'id') setLang(asked)

declare global {
  interface HTMLElementTagNameMap {
    'survey-app': SurveyApp
  }
}
