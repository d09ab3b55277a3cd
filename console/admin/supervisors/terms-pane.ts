import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { oversightText as words } from '../../../shared/text/oversight.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { NEWS_CHANGED } from '../../parts/ask.ts'
import { Fetched } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { oversightStyles } from './oversight-styles.ts'

/** A list of terms above the form that adds one: read anew after each act, whatever came of it. */
export abstract class TermsPane<Read> extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, oversightStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  /** Of which term it is asked whether it shall end. */
  @state() private toEnd = ''
  #round = 0
  protected readonly act = actOf(() => this.requestUpdate())
  protected readonly all = new Fetched<Read>(this)

  constructor() {
    super()
    new LangController(this)
  }

  /** Asks the server for what the pane shows. */
  protected abstract read(): Promise<Read>

  protected get today() {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override willUpdate(): void {
    this.all.want(`${this.#round}`, () => this.read())
  }

  protected again(): void {
    this.#round += 1
    window.dispatchEvent(new Event(NEWS_CHANGED))
    this.requestUpdate()
  }

  /** The sentence that says what for, and why the last act was refused, unless that is told elsewhere. */
  protected lead(why: string, told = false): TemplateResult {
    return html`<div>
      <p class="soft">${why}</p>
      <div role="alert">
        ${this.act.error && !told ? html`<ui-banner tone="bad">${sentenceOf(this.act.error)}</ui-banner>` : nothing}
      </div>
    </div>`
  }

  /** The end of the form: from when to when, and what sends it; `ends`: the last day must be named. */
  protected term(add: string, ends = false): TemplateResult {
    return html`<label class="field"
        ><span>${t(words.from)}</span><input name="from" type="date" .value=${this.today} required
      /></label>
      <label class="field"
        ><span>${t(words[ends ? 'to.day' : 'to'])}</span><input name="to" type="date" ?required=${ends}
      /></label>
      <ui-button variant="primary" type="submit" ?busy=${this.act.busy()}>${add}</ui-button>
      <button type="submit" hidden></button>`
  }

  /** Ends one term, once that was asked; `label` names whose it is. */
  protected ending(id: string, says: string, label: string, end: () => Promise<void>): TemplateResult {
    if (this.toEnd !== id)
      return html`<ui-button size="s" label=${label} ?busy=${this.act.busy(id)} @click=${() => (this.toEnd = id)}
        >${says}</ui-button
      >`
    const yes = () => {
      this.toEnd = ''
      void end()
    }
    return html`<span role="alert">${t(words['end.ask'])}</span>
      <ui-button size="s" data-yes label=${`${t(words['end.yes'])}: ${label}`} @click=${yes}
        >${t(words['end.yes'])}</ui-button
      >
      <ui-button size="s" @click=${() => (this.toEnd = '')}>${t(words['open.stay'])}</ui-button>`
  }
}
