import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { dailyText as words } from '../../shared/text/daily.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { dailyStyles } from './daily-styles.ts'
import { deviceKind, type ServerDraft } from './draft-keeper.ts'
import { activityLine } from './report-lines.ts'

/** Two devices hold a draft of one day: `own` goes on with the one here, `other` with the other one. */
@customElement('draft-choice')
export class DraftChoice extends LitElement {
  static override styles = [baseStyles, paneStyles, dailyStyles]

  @property({ attribute: false }) office!: OfficeInfo
  /** When the one here was written. */
  @property({ attribute: false }) writtenAt = 0
  @property({ attribute: false }) other!: ServerDraft
  @state() private differ = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { other } = this
    const at = (ms: number) => timeText(ms, this.office.zone, lang())
    const device = t(words[`device.${other.kind}`])
    const said = t(words['drafts.both'], {
      ...{ one: t(words[`device.${deviceKind()}`]), oneAt: at(this.writtenAt) },
      ...{ other: device, otherAt: at(other.writtenAt) },
    })
    const button = (word: string, click: () => void, variant = 'default') =>
      html`<ui-button size="s" variant=${variant} @click=${click}>${word}</ui-button>`
    return html`<ui-banner tone="info"><b>${t(words.drafts)}</b> ${said}</ui-banner>
      <div class="btns">
        ${button(t(words['drafts.this']), () => emit(this, 'own'), 'primary')}
        ${button(t(words['drafts.other'], { device: device.toLowerCase() }), () => emit(this, 'other'))}
        ${button(t(this.differ ? words['drafts.hide'] : words['drafts.differ']), () => (this.differ = !this.differ))}
      </div>
      ${
        this.differ
          ? html`<section class="pane" aria-label=${device}>
              <ul class="lines">
                ${other.text.activities.map(a => activityLine(a, []))}
              </ul>
              <p class="note">${other.text.note}</p>
            </section>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'draft-choice': DraftChoice
  }
}
