import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { adminPapersText as words } from '../../../shared/text/admin-papers.ts'
import { t } from '../../../shared/web/lang.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'

/** Takes something away at once where nothing uses it; else names what does, and asks. Fires `remove`. */
@customElement('remove-button')
export class RemoveButton extends LitElement {
  @property() name = ''
  @property({ attribute: false }) usedIn: readonly string[] = []
  @state() private asking = false

  /** In the form, with its looks. */
  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { name } = this
    if (!this.asking || this.usedIn.length === 0)
      return html`<ui-button size="s" label=${t(words['remove.label'], { name })} @click=${() => this.#press()}
        >${t(words.remove)}</ui-button
      >`
    return html`<ui-banner tone="attention" role="status"
      >${t(words['remove.used'], { name, cases: this.usedIn.join(', ') })}
      <ui-button slot="action" size="s" @click=${() => (this.asking = false)}>${t(words['remove.no'])}</ui-button>
      <ui-button slot="action" size="s" @click=${() => this.#remove()}>${t(words['remove.yes'])}</ui-button></ui-banner
    >`
  }

  #press(): void {
    if (this.usedIn.length === 0) this.#remove()
    else this.asking = true
  }

  #remove(): void {
    this.dispatchEvent(new CustomEvent('remove'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'remove-button': RemoveButton
  }
}
