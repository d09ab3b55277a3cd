import { LitElement, css, html, nothing, svg, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { uiText } from '../../text/ui.ts'
import { LangController, t } from '../lang.ts'
import { modal } from '../modal.ts'
import { Ticker } from '../ticker.ts'
import { baseStyles } from './base-styles.ts'
import { emit } from './emit.ts'
import './ui-button.ts'
import type { UiButton } from './ui-button.ts'

const RADIUS = 52
const ROUND = 2 * Math.PI * RADIUS

/** What has the focus, in whatever shadow root it stands. */
function focusedIn({ activeElement }: DocumentOrShadowRoot): Element | null {
  return (activeElement?.shadowRoot && focusedIn(activeElement.shadowRoot)) ?? activeElement
}

/** A question that must be answered, over the page. The screen opens and closes it; here it only tells what was chosen. */
@customElement('ui-dialog')
export class UiDialog extends LitElement {
  static override styles = [
    baseStyles,
    css`
      dialog {
        width: min(var(--dialog-width, 38rem), calc(100vw - 2 * var(--s4)));
        max-height: calc(100vh - 2 * var(--s4));
        padding: 0;
        border: 0;
        border-top: 0.6rem solid var(--call);
        border-radius: var(--r-l);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--e-2);
        outline: 2px solid var(--line);
        outline-offset: -2px;
      }
      :host([kind='plain']) dialog {
        border-top-color: var(--accent);
      }
      dialog::backdrop {
        background: var(--scrim);
      }
      .box {
        padding: var(--dialog-pad, var(--s6) var(--s5) var(--s5));
        text-align: center;
      }
      :host([kind='plain']) .box {
        text-align: start;
      }
      h2 {
        font-size: var(--dialog-title, var(--t-xl));
      }
      .body {
        margin: var(--s3) 0 var(--s5);
        font-size: var(--dialog-text, var(--t-md));
        line-height: 1.4;
        color: var(--soft);
      }
      :host([kind='plain']) .body {
        color: var(--ink);
      }
      .ring {
        position: relative;
        width: var(--ring, 7rem);
        margin: 0 auto var(--s4);
      }
      .ring svg {
        display: block;
        rotate: -90deg;
      }
      .ring circle {
        fill: none;
        stroke: var(--sunk);
        stroke-width: 9;
      }
      .ring .left {
        stroke: var(--accent);
        stroke-linecap: round;
      }
      .ring b {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
        font-size: calc(var(--ring, 7rem) * 0.42);
      }
      .buttons {
        display: grid;
        grid-template-columns: 1fr 1.6fr;
        gap: var(--s3);
      }
      .buttons.one {
        grid-template-columns: 1fr;
      }
      ui-button {
        --button-height: var(--dialog-button, max(var(--target), 3.25rem));
        --button-radius: var(--r-l);
        font-size: var(--dialog-text, var(--t-md));
      }
    `,
  ]

  @property({ type: Boolean, reflect: true }) open = false
  /** `alert` interrupts and asks; `plain` holds a small form. */
  @property({ reflect: true }) kind: 'alert' | 'plain' = 'alert'
  @property() heading = ''
  /** The label of the larger, safe button. */
  @property() primary = ''
  /** The label of the smaller button; empty for one button only. */
  @property() secondary = ''
  @property() secondaryVariant: 'default' | 'danger' = 'default'
  @property({ type: Boolean }) primaryDisabled = false
  /** What the larger button does is for good: the focus begins on the smaller one, so that a second Enter does nothing. */
  @property({ type: Boolean }) forGood = false
  @property({ type: Boolean }) busy = false
  /** Seconds until `expire`; 0 for no countdown. */
  @property({ type: Number }) seconds = 0
  /** Monotonic ms; a test sets it. */
  @property({ attribute: false }) source: () => number = () => performance.now()
  @state() private left = 0
  @query('dialog') private dialog!: HTMLDialogElement
  @query('.primary') private primaryButton!: UiButton
  @query('ui-button:not(.primary)') private secondaryButton!: UiButton | null
  #deadline = 0
  /** What had the focus before the question came. */
  #before: HTMLElement | undefined

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: 250, tick: () => this.#tick(), while: () => this.open && this.left > 0 })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    modal(this, false)
    // The browser gives the focus back to where it came from at a close alone: a screen may take the open question away.
    if (this.#before?.isConnected && focusedIn(document) === document.body) this.#before.focus()
    this.#before = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') && !changed.has('seconds')) return
    this.left = this.seconds
    this.#deadline = this.source() + this.seconds * 1000
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open')) void this.#follow()
  }

  protected override render() {
    return html`<dialog
      role=${this.kind === 'alert' ? 'alertdialog' : 'dialog'}
      aria-labelledby="heading"
      aria-describedby=${this.kind === 'alert' ? 'body' : nothing}
      @cancel=${this.#onCancel}
      @click=${this.#onClick}
    >
      <div class="box">
        ${this.seconds > 0 ? this.#ring() : nothing}
        <h2 id="heading">${this.heading}</h2>
        <div class="body" id="body"><slot></slot></div>
        <div class=${this.secondary ? 'buttons' : 'buttons one'}>
          ${
            this.secondary
              ? html`<ui-button .variant=${this.secondaryVariant} @click=${() => emit(this, 'secondary')}
                  >${this.secondary}</ui-button
                >`
              : nothing
          }
          <ui-button
            class="primary"
            variant="primary"
            ?disabled=${this.primaryDisabled}
            ?busy=${this.busy}
            @click=${() => emit(this, 'primary')}
            >${this.primary}</ui-button
          >
        </div>
      </div>
    </dialog>`
  }

  #ring() {
    const arc = (ROUND * this.left) / this.seconds
    return html`<div class="ring">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle cx="60" cy="60" r=${RADIUS}></circle>
        ${svg`<circle class="left" cx="60" cy="60" r=${RADIUS} stroke-dasharray="${arc} ${2 * ROUND}"></circle>`}
      </svg>
      <b class="num" role="timer" aria-label=${t(uiText['dialog.left'], { n: this.left })}>${this.left}</b>
    </div>`
  }

  async #follow(): Promise<void> {
    if (this.open && !this.dialog.open) {
      const before = focusedIn(document)
      if (before instanceof HTMLElement) this.#before = before
      this.dialog.showModal()
      modal(this, true)
      if (this.kind === 'plain') return
      const first = (this.forGood ? this.secondaryButton : undefined) ?? this.primaryButton
      // The button can take the focus only once it has drawn its native one.
      await first.updateComplete
      first.focus()
    } else if (!this.open && this.dialog.open) {
      this.dialog.close()
      modal(this, false)
    }
  }

  /** Puts the focus on the larger button, so that Enter goes on. */
  async toPrimary(): Promise<void> {
    await this.updateComplete
    await this.primaryButton.updateComplete
    this.primaryButton.focus()
  }

  #tick(): void {
    const left = Math.max(0, Math.ceil((this.#deadline - this.source()) / 1000))
    if (left === this.left) return
    this.left = left
    emit(this, 'tick', { left })
    if (left === 0) emit(this, 'expire')
  }

  // The screen owns `open`, so Escape asks it instead of closing behind its back.
  #onCancel(event: Event): void {
    event.preventDefault()
    emit(this, 'dismiss')
  }

  // Only the backdrop has the dialog itself as target; the box covers the rest.
  #onClick(event: Event): void {
    if (event.target === this.dialog) emit(this, 'dismiss')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-dialog': UiDialog
  }
}
