import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { HallOffice } from '../../shared/office/office.ts'
import { lifeEventText } from '../../shared/text/life-events.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { eventWish } from './wanted.ts'

/** Events that find room on the first page. */
const MOST = 4

/** What has happened in a life, one touch each; nothing where the office knows no events of which something is there today. */
@customElement('kiosk-events')
export class KioskEvents extends LitElement {
  static override styles = [
    baseStyles,
    css`
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
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
        grid-auto-columns: auto;
        gap: 16px;
      }
      ui-button {
        --button-height: 72px;
        --button-radius: var(--r-pill);
        --button-pad: 0.35rem var(--s3);
        font-size: var(--t-md);
        line-height: 1.1;
        overflow-wrap: anywhere;
      }
      /* In a hall it stands among parts with heads of their own. */
      :host(.life) section {
        grid-template-columns: minmax(0, 1fr);
        gap: 0.45rem;
        margin: 0.8rem 0 0;
      }
      :host(.life) div {
        grid-auto-columns: minmax(0, 1fr);
      }
      :host(.life) h2 {
        font-size: 1.1rem;
      }
      :host(.life) ui-button {
        font-size: 1.08rem;
      }
      @media (orientation: landscape) {
        section {
          margin-bottom: var(--s2);
        }
        h2,
        ui-button,
        :host(.life) h2,
        :host(.life) ui-button {
          font-size: var(--t-md);
        }
        :host(.life) section {
          grid-template-columns: auto minmax(0, 1fr);
          gap: 0.7rem;
          margin: 0;
        }
        :host(.life) div {
          gap: 8px;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: HallOffice
  @property() today: LocalDate = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { office, today } = this
    const events = office.lifeEvents
      .flatMap(event => {
        const wish = eventWish(office, event, today)
        return wish ? [{ name: event.name, wish }] : []
      })
      .slice(0, MOST)
    if (events.length === 0) return nothing
    return html`<section aria-labelledby="ask">
      <h2 id="ask">${t(lifeEventText.ask)}</h2>
      <div>
        ${events.map(({ name, wish }) => html`<ui-button @click=${() => emit(this, 'wish', wish)}>${t(name)}</ui-button>`)}
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-events': KioskEvents
  }
}
