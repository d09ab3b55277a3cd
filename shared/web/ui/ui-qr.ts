import { LitElement, css, html, nothing, svg, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { baseStyles } from './base-styles.ts'

/** Modules of white that a reader needs around the code. */
const QUIET = 4

/** A QR code: black on a white field in every theme, because a reader needs it so. */
@customElement('ui-qr')
export class UiQr extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        aspect-ratio: 1;
        border-radius: var(--r-s);
        background: #fff;
        overflow: hidden;
      }
      svg {
        display: block;
        width: 100%;
        height: auto;
      }
    `,
  ]

  @property() value = ''
  /** What the code opens, for who cannot see it. */
  @property() label = ''
  @state() private path = ''
  @state() private side = 0

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) void this.#paint(this.value)
  }

  protected override render() {
    if (!this.path) return nothing
    const box = `${-QUIET} ${-QUIET} ${this.side + 2 * QUIET} ${this.side + 2 * QUIET}`
    return html`<svg viewBox=${box} role="img" aria-label=${this.label} shape-rendering="crispEdges">
      ${svg`<path fill="#000" d=${this.path}></path>`}
    </svg>`
  }

  // The encoder weighs more than all elements together, so it arrives only where a code is shown.
  async #paint(value: string): Promise<void> {
    this.path = ''
    if (!value) return
    const { create } = await import('qrcode')
    if (value !== this.value) return
    const { data, size } = create(value, { errorCorrectionLevel: 'M' }).modules
    this.side = size
    this.path = qrPath(data, size)
  }
}

/** One path with a run for each row of dark modules. */
function qrPath(data: Uint8Array, size: number): string {
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x
      while (x < size && data[y * size + x]) x++
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`
    }
  }
  return path
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-qr': UiQr
  }
}
