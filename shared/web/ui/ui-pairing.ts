import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { pairingText } from '../../text/pairing.ts'
import type { DeviceKind, PairingStep } from '../device.ts'
import { LangController, t } from '../lang.ts'
import { Ticker } from '../ticker.ts'
import { baseStyles } from './base-styles.ts'
import { mark } from './marks.ts'
import './ui-state.ts'

/** The whole screen of a kiosk, display or tablet that no office knows yet: a code, and how to approve it. */
@customElement('ui-pairing')
export class UiPairing extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100vh;
        padding: var(--s6);
      }
      main {
        display: grid;
        justify-items: center;
        gap: var(--s5);
        width: min(38rem, 100%);
        text-align: center;
      }
      h1 {
        font-size: var(--t-2xl);
      }
      .mark {
        width: 4rem;
        height: 4rem;
      }
      .code {
        display: grid;
        gap: var(--s2);
        width: 100%;
        padding: var(--s5) var(--s4);
        border: var(--stroke-strong) solid var(--edge);
        border-radius: var(--r-l);
        background: var(--surface);
      }
      .code b {
        font-size: 4.5rem;
        line-height: 1;
        letter-spacing: 0.06em;
      }
      .label {
        font-size: var(--t-lg);
        font-weight: var(--w-label);
      }
      ol {
        display: grid;
        gap: var(--s3);
        text-align: start;
        font-size: var(--t-lg);
        line-height: 1.3;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s3);
        align-items: center;
      }
      li span {
        display: grid;
        place-items: center;
        width: 2em;
        height: 2em;
        border-radius: 50%;
        background: var(--accent);
        color: var(--on-accent);
        font-weight: var(--w-number);
      }
      ui-state {
        width: 100%;
        text-align: start;
        font-size: var(--t-lg);
      }
    `,
  ]

  @property() kind: DeviceKind = 'kiosk'
  @property({ attribute: false }) step: PairingStep = { kind: 'asking' }
  /** Where this device's time comes from; a test sets it. */
  @property({ attribute: false }) source: () => number = Date.now

  constructor() {
    super()
    new LangController(this)
    new Ticker(this)
  }

  protected override render() {
    const { step } = this
    if (step.kind === 'code') return this.#code(step.code, step.expiresAt)
    return html`<main>
      ${mark()}
      ${
        step.kind === 'asking'
          ? html`<ui-state kind="loading" .heading=${t(pairingText['pairing.asking'])}></ui-state>`
          : step.kind === 'rehearsal'
            ? html`<ui-state .icon=${'clock' as const} kind="stale" .heading=${t(pairingText['pairing.rehearsal'])}
                >${t(pairingText['pairing.rehearsal.why'])}</ui-state
              >`
            : html`<ui-state kind="stale" .icon=${'offline' as const} .heading=${t(pairingText['pairing.unreachable'])}
                >${t(pairingText['pairing.trying'])}</ui-state
              >`
      }
    </main>`
  }

  #code(code: string, expiresAt: number) {
    const left = Math.max(0, Math.ceil((expiresAt - this.source()) / 1000))
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
    // A browser lets a page speak once somebody has touched it, and whoever reads this stands in front of it.
    const speaks = this.kind === 'display' ? [pairingText['pairing.sound']] : []
    const steps = [...speaks, pairingText['pairing.step1'], pairingText['pairing.step2'], pairingText['pairing.step3']]
    return html`<main>
      ${mark()}
      <h1>${t(pairingText[`pairing.${this.kind}`])}</h1>
      <div class="code">
        <span class="label">${t(pairingText['pairing.code'])}</span>
        <b class="num">${code}</b>
        ${left > 0 ? html`<span class="soft">${t(pairingText['pairing.left'], { time })}</span>` : nothing}
      </div>
      <ol>
        ${steps.map((words, i) => html`<li><span aria-hidden="true">${i + 1}</span>${t(words)}</li>`)}
      </ol>
    </main>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-pairing': UiPairing
  }
}
