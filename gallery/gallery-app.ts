import { LitElement, css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { lang, setLang } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { mark } from '../shared/web/ui/marks.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-dialog.ts'
import './gallery-column.ts'

/** Every shared element in every state and theme, side by side; for development only. The columns are slotted, because a theme
    is chosen by a selector of the page. */
@customElement('gallery-app')
export class GalleryApp extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: 1.2rem 1.5rem 1.5rem;
      }
      header {
        display: flex;
        align-items: center;
        gap: 1rem;
      }
      header p {
        color: var(--soft);
      }
      .tools {
        display: flex;
        gap: 0.5rem;
        margin-left: auto;
      }
      main {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 1rem;
        margin-top: 1rem;
      }
    `,
  ]

  @state() private asking = false

  protected override render() {
    return html`<header>
        ${mark()}
        <div>
          <h1>Tanggap: elemen bersama</h1>
          <p>Token yang sama, tiga tema. Ukuran diatur oleh perangkat.</p>
        </div>
        <div class="tools">
          <ui-button @click=${() => (this.asking = true)}>Buka dialog</ui-button>
          <ui-button @click=${this.#switch}>Ganti bahasa</ui-button>
        </div>
      </header>
      <main>
        <slot></slot>
      </main>
      <ui-dialog
        ?open=${this.asking}
        heading="Masih di sini?"
        primary="Lanjutkan"
        secondary="Selesai"
        .seconds=${20}
        @primary=${this.#close}
        @secondary=${this.#close}
        @dismiss=${this.#close}
        @expire=${this.#close}
        >Layar kembali ke awal sebentar lagi. Sentuh di mana saja untuk melanjutkan.</ui-dialog
      >`
  }

  #close(): void {
    this.asking = false
  }

  #switch(): void {
    setLang(lang() === 'id' ? 'en' : 'id')
  }
}
