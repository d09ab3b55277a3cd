import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { stopwatch } from './desk.ts'

/** A stopwatch with what it counts; with a standard also how much of it is used. */
@customElement('desk-timer')
export class DeskTimer extends LitElement {
  static override styles = [
    baseStyles,
    css`
      /* As wide as its track: longer words wrap, and leave the number beside it its place. */
      :host {
        display: block;
        max-width: 17rem;
        text-align: end;
      }
      b {
        display: block;
        font-size: var(--timer, 3.6rem);
        font-weight: 800;
        line-height: 1;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }
      .note {
        font-weight: 600;
        color: var(--soft);
      }
      .track {
        position: relative;
        width: 17rem;
        height: 0.5rem;
        margin: 0.6rem 0 0.3rem auto;
        border-radius: 1rem;
        background: var(--sunk);
      }
      .track i {
        position: absolute;
        inset: 0 auto 0 0;
        width: var(--used);
        border-radius: 1rem;
        background: var(--accent);
      }
      .track u {
        position: absolute;
        inset: -0.25rem auto -0.25rem 66.7%;
        width: 2px;
        background: var(--ink);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
        width: 17rem;
        margin-left: auto;
        font-size: 0.8rem;
        color: var(--soft);
      }
      @media (max-width: 48rem) {
        b {
          font-size: var(--timer, 2.4rem);
        }
        .track,
        .ends {
          width: 100%;
        }
      }
      :host([hot]) b,
      :host([hot]) .ends {
        color: var(--danger);
      }
      :host([hot]) .track i {
        background: var(--danger);
      }
    `,
  ]

  @property({ type: Number }) ms = 0
  /** The published standard in milliseconds; 0 for none. It stands at two thirds of the track. */
  @property({ type: Number }) standardMs = 0
  @property() note = ''
  @property() standard = ''
  @property({ type: Boolean, reflect: true }) hot = false

  protected override updated(_changed: PropertyValues<this>): void {
    const used = this.standardMs > 0 ? Math.min(1, this.ms / (1.5 * this.standardMs)) : 0
    this.style.setProperty('--used', `${(used * 100).toFixed(1)}%`)
  }

  protected override render() {
    return html`<b role="timer">${stopwatch(this.ms)}</b><span class="note">${this.note}</span>${
        this.standardMs > 0
          ? html`<div class="track"><i></i><u></u></div>
              <div class="ends"><span>0</span><span>${this.standard}</span></div>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-timer': DeskTimer
  }
}
