import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { isOfThisMachine } from '../../shared/kit/this-machine.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { openState } from '../../shared/office/open-state.ts'
import { nearDateText, timeText } from '../../shared/text/ui.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-qr.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'

const NEXT = ['kiosk', 'display', 'console'] as const

/** What whoever has just opened an office does next, with the addresses for it. */
@customElement('office-opened')
export class OfficeOpened extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        align-content: start;
        max-width: 66rem;
      }
      .lead {
        color: var(--soft);
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
        gap: 0.85rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: 0.5rem;
        align-content: start;
      }
      ui-qr {
        width: 8rem;
      }
      a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
        color: var(--accent);
        font-weight: 650;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) now: Instant = Date.now()
  readonly #devices = new Fetched<Reply<'GET /api/offices/:office/devices'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#devices.want(params.office, () => ask('GET /api/offices/:office/devices', { params }))
  }

  protected override render() {
    const origin = this.#devices.value?.origin || location.origin
    const office = this.office.shortName || this.office.name
    return html`<div>
        <h1>${t(wizardText['opened.title'], { office })}</h1>
        ${this.#lead()}
      </div>
      ${isOfThisMachine(origin) ? html`<ui-banner tone="attention">${t(wizardText['opened.local'])}</ui-banner>` : nothing}
      <ol>
        ${NEXT.map(what => this.#next(what, `${origin}/${what}/`))}
      </ol>
      <p><a href="#/pengaturan">${t(wizardText['opened.on'])}</a></p>`
  }

  /** From when on people can take numbers: outside the hours a kiosk says that it is closed. */
  #lead() {
    const { office, now } = this
    const doors = openState(office, now)
    if (doors.state !== 'closed' || doors.until === undefined)
      return html`<p class="lead">${t(wizardText['opened.lead'])}</p>`
    const date = nearDateText(doors.until, office.zone, lang(), now)
    const time = timeText(doors.until, office.zone, lang())
    return html`<p class="lead">${t(wizardText['opened.lead.shut'], { date, time })}</p>
      <p class="lead">${t(wizardText['opened.try'])}</p>`
  }

  /** How many devices of a kind are paired; none while that is not known. */
  #paired(what: (typeof NEXT)[number]): number {
    return this.#devices.value?.devices.filter(device => device.kind === what).length ?? 0
  }

  #what(what: (typeof NEXT)[number]): string {
    const n = this.#paired(what)
    return n > 0 && what !== 'console'
      ? t(wizardText[`opened.${what}.paired`], { n })
      : t(wizardText[`opened.${what}.what`])
  }

  #next(what: (typeof NEXT)[number], url: string) {
    return html`<li class="pane">
      <h2>${t(wizardText[`opened.${what}`])}</h2>
      <p>${this.#what(what)}</p>
      <ui-qr .value=${url} label=${url}></ui-qr>
      <a href=${url} target="_blank" rel="noopener">${url}</a>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-opened': OfficeOpened
  }
}
