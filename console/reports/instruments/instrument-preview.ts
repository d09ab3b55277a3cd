import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Lang } from '../../../shared/kit/words.ts'
import { inLang, type Instrument } from '../../../shared/survey/instrument/instrument.ts'
import { instrumentEditorText as words } from '../../../shared/text/instruments.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-button.ts'

const LANGS: readonly Lang[] = ['id', 'en']

/** A questionnaire as a phone 360 px wide shows it, in either language. */
@customElement('instrument-preview')
export class InstrumentPreview extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        font-size: 1rem;
      }
      .langs {
        display: flex;
        gap: 0.4rem;
        margin: 0.4rem 0;
      }
      .phone {
        box-sizing: border-box;
        width: 360px;
        max-width: 100%;
        padding: 16px;
        outline: 2px solid var(--edge);
        border-radius: var(--r-l);
        background: var(--paper);
        font-size: 16px;
      }
      .title {
        margin: 0 0 12px;
        font-size: 24px;
        font-weight: 700;
        line-height: 1.2;
      }
      .question {
        margin: 0 0 16px;
      }
      .wording {
        margin: 0 0 8px;
        font-size: 17px;
        font-weight: 700;
        line-height: 1.3;
      }
      ol {
        display: grid;
        gap: 8px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 12px;
        min-height: 56px;
        padding: 8px 12px;
        border: 1px solid var(--line);
        border-radius: var(--r-m);
        background: var(--surface);
        line-height: 1.3;
      }
      li::before {
        content: '';
        width: 24px;
        height: 24px;
        border: 2px solid var(--edge);
        border-radius: 50%;
      }
    `,
  ]

  @property({ attribute: false }) instrument!: Instrument
  @state() private shown: Lang = 'id'

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { instrument, shown } = this
    const said = (text: string) => (text.trim() === '' ? t(words['preview.empty']) : text)
    return html`<h3 id="preview">${t(words.preview)}</h3>
      <div class="langs" role="group" aria-label=${t(words['preview.lang'])}>
        ${LANGS.map(
          one =>
            html`<ui-button size="s" .pressed=${shown === one} @click=${() => (this.shown = one)}
              >${t(words[`lang.${one}`])}</ui-button
            >`,
        )}
      </div>
      <div class="phone" role="region" aria-labelledby="preview" lang=${shown}>
        <p class="title">${said(inLang(instrument.name, shown))}</p>
        ${instrument.questions.map(
          ({ wording, answers }, i) =>
            html`<div class="question">
              <p class="wording">${i + 1}. ${said(inLang(wording, shown))}</p>
              <ol>
                ${answers.map(answer => html`<li>${said(inLang(answer, shown))}</li>`)}
              </ol>
            </div>`,
        )}
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'instrument-preview': InstrumentPreview
  }
}
