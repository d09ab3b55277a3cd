import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { eventsOf, type LifeEvent } from '../../shared/office/life-events.ts'
import type { HallOffice } from '../../shared/office/hall.ts'
import { lifeEventText } from '../../shared/text/life-events.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import type { Wish } from './flow.ts'
import { eventWish } from './wanted.ts'

/** Events that find room on the first page. */
const MOST = 4

/** What has happened in a life, one touch each; nothing where the office knows no events. */
@customElement('kiosk-events')
export class KioskEvents extends LitElement {
  static override styles = [
    baseStyles,
    css`
      section {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: var(--s3);
        margin-bottom: var(--s3);
      }
      h2 {
        font-size: var(--t-lg);
      }
      div {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: 1fr;
        gap: 16px;
      }
      ui-button {
        --button-height: 72px;
        --button-radius: var(--r-pill);
        --button-pad: 0 var(--s3);
        font-size: var(--t-lg);
        line-height: 1.1;
      }
      @media (orientation: landscape) {
        section {
          margin-bottom: var(--s2);
        }
        h2,
        ui-button {
          font-size: var(--t-md);
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: HallOffice

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const events = eventsOf(this.office).slice(0, MOST)
    if (events.length === 0) return nothing
    return html`<section aria-labelledby="ask">
      <h2 id="ask">${t(lifeEventText.ask)}</h2>
      <div>
        ${events.map(event => html`<ui-button @click=${() => this.#choose(event)}>${t(event.name)}</ui-button>`)}
      </div>
    </section>`
  }

  #choose(event: LifeEvent): void {
    const wish: Wish = eventWish(this.office, event)
    emit(this, 'wish', wish)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-events': KioskEvents
  }
}
