import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import type { Wish } from './flow.ts'

/** The first page of a kiosk, of a small office or of a hall: what stands above and below what is chosen. Raises `wish`. */
export abstract class FirstPage extends LitElement {
  @property({ attribute: false }) office!: HallOffice
  @property() today: LocalDate = ''
  @property({ type: Number }) sheet = 0
  @property() greeting: 'morning' | 'noon' | 'afternoon' | 'evening' = 'morning'
  /** When the counts were true, as text; empty while they are true now. */
  @property() asOf = ''
  @property() note = ''
  /** Something can be booked here, so there is a check-in. */
  @property({ type: Boolean }) booking = false

  /** Leads to where a visit is rated, a screen of its own that comes back by itself. */
  @property({ attribute: false }) toRating = (): void => location.assign('/survey/?kiosk=start')

  constructor() {
    super()
    new LangController(this)
  }

  /** The question, with what is said below it. */
  protected ask(lead?: string): TemplateResult {
    return html`<div class="ask">
      <h1 tabindex="-1">
        <span>${t(kioskText[`greeting.${this.greeting}`])}.</span> <span>${t(kioskText['home.title'])}</span>
      </h1>
      ${lead ? html`<p>${lead}</p>` : nothing}
    </div>`
  }

  /** The ways that are always open: the accessible mode, help and, while the server is there, rating a visit. */
  protected feet(): TemplateResult {
    return html`<div class="feet">
      <ui-button class="low" layout="start" @click=${() => this.wish({ do: 'low', on: true })}>
        ${icon('accessibility')}<span>${t(kioskText['home.low'])}<small>${t(kioskText['home.low.small'])}</small></span>
      </ui-button>
      <ui-button layout="start" @click=${() => this.wish({ do: 'help', open: true })}>
        ${icon('hand')}<span>${t(kioskText['home.help'])}<small>${t(kioskText['home.help.small'])}</small></span>
      </ui-button>
      ${
        this.asOf
          ? nothing
          : html`<ui-button class="rate" layout="start" @click=${() => this.toRating()}>
              ${icon('check')}<span>${t(kioskText['home.rate'])}<small>${t(kioskText['home.rate.small'])}</small></span>
            </ui-button>`
      }
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
    </div>`
  }

  protected wish(wish: Wish): void {
    emit(this, 'wish', wish)
  }
}
