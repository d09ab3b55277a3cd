import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isOfThisMachine } from '../../../shared/kit/this-machine.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { deviceText } from '../../../shared/text/devices.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { copied } from '../../../shared/web/copied.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-qr.ts'
import { paneStyles } from '../../parts/pane-styles.ts'

const PAGES = { kiosk: '/kiosk/', display: '/display/' } as const
const KINDS = ['kiosk', 'display', 'tablet'] as const

/** What is opened on a kiosk, a display and a tablet, and what to do there. */
@customElement('device-addresses')
export class DeviceAddresses extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      ol {
        margin: 0.4rem 0 0.8rem;
        padding-inline-start: 1.3rem;
        list-style: decimal;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
        gap: 0.7rem 1.2rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ul li {
        display: grid;
        grid-template-columns: 5.5rem minmax(0, 1fr);
        gap: 0.2rem 0.8rem;
        align-items: center;
      }
      code {
        display: block;
        margin: 0.15rem 0 0.3rem;
        font-size: 0.85rem;
        overflow-wrap: anywhere;
        user-select: all;
      }
      select {
        max-width: 100%;
        min-height: 2.2rem;
        font: inherit;
      }
      ui-banner {
        margin-bottom: 0.8rem;
      }
      .tell {
        margin-top: 0.4rem;
      }
    `,
  ]

  /** By what this server is called; empty where only the browser knows. */
  @property() origin = ''
  /** A tablet stands at one of them. */
  @property({ attribute: false }) counters: OfficeInfo['counters'] = []
  @state() private counter = ''
  @state() private copied: (typeof KINDS)[number] | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const origin = this.origin || location.origin
    return html`<section class="pane" aria-labelledby="where">
      <h2 id="where">${t(deviceText['where.title'])}</h2>
      <ol>
        ${([1, 2, 3] as const).map(n => html`<li>${t(deviceText[`where.step${n}`])}</li>`)}
      </ol>
      ${isOfThisMachine(origin) ? html`<ui-banner tone="attention">${t(deviceText['where.local'])}</ui-banner>` : nothing}
      <ul>
        ${KINDS.filter(kind => kind !== 'tablet' || this.#counter).map(kind => this.#address(kind, origin))}
      </ul>
      <p class="note tell" role="status">
        ${this.copied ? t(deviceText['where.copied'], { kind: t(adminText[`devices.${this.copied}`]) }) : ''}
      </p>
    </section>`
  }

  get #counter() {
    return this.counters.find(c => c.id === this.counter) ?? this.counters[0]
  }

  #path(kind: (typeof KINDS)[number]): string {
    return kind === 'tablet' ? `/survey/?counter=${encodeURIComponent(this.#counter!.id)}` : PAGES[kind]
  }

  #address(kind: (typeof KINDS)[number], origin: string) {
    const path = this.#path(kind)
    const url = origin + path
    const name = t(adminText[`devices.${kind}`])
    return html`<li>
      <ui-qr .value=${url} label=${t(deviceText['where.qr'], { kind: name })}></ui-qr>
      <div>
        <b>${name}</b>
        ${kind === 'tablet' ? this.#choice() : nothing}
        <code>${origin}<wbr />${path}</code>
        <ui-button
          size="s"
          label=${t(deviceText['where.copy.of'], { kind: name })}
          @click=${async () => (this.copied = (await copied(url)) ? kind : undefined)}
          >${t(deviceText['where.copy'])}</ui-button
        >
      </div>
    </li>`
  }

  #choice() {
    return html`<select
      aria-label=${t(deviceText['where.counter'])}
      @change=${(e: Event) => {
        this.counter = (e.target as HTMLSelectElement).value
        this.copied = undefined
      }}
    >
      ${this.counters.map(c => html`<option value=${c.id} ?selected=${c === this.#counter}>${c.name}</option>`)}
    </select>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'device-addresses': DeviceAddresses
  }
}
