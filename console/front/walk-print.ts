import { LitElement, css, html, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-key.ts'
import { WindowKeys } from '../../shared/web/window-keys.ts'
import { deskPaper, printAlone, printsAtOnce, rememberAtOnce } from '../print/print.ts'
import '../print/walk-slip.ts'
import type { Taken } from '../print/walk-slip.ts'

/** Prints the slip of a number that was just taken, once by itself and again by P; a desk without a printer says so once. */
@customElement('walk-print')
export class WalkPrint extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: center;
        margin-top: 0.9rem;
      }
      ui-choice {
        border-color: transparent;
        background: none;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) taken!: Taken
  @state() private atOnce = printsAtOnce()

  constructor() {
    super()
    new LangController(this)
    new WindowKeys(this, { down: event => this.#onKey(event) })
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('taken') && this.atOnce) this.#print()
  }

  protected override render() {
    return html`<ui-button shortcut="P" @click=${() => this.#print()}
        >${icon('printer')}${t(frontText[this.atOnce ? 'walk.again' : 'given.print'])}<ui-key>P</ui-key></ui-button
      ><ui-choice
        ?checked=${this.atOnce}
        @change=${(e: CustomEvent<{ checked: boolean }>) => {
          this.atOnce = e.detail.checked
          rememberAtOnce(this.atOnce)
        }}
        ><span>${t(frontText['walk.atOnce'])}</span></ui-choice
      >`
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'p') return
    event.preventDefault()
    this.#print()
  }

  #print(): void {
    const paper = deskPaper()
    const { office, taken } = this
    const slip = Object.assign(document.createElement('walk-slip'), {
      ...{ paper, office, taken },
      address: location.origin + taken.path,
    })
    void printAlone(slip, paper)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'walk-print': WalkPrint
  }
}
