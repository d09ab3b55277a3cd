import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Input, Reply } from '../../shared/contracts/api.ts'
import { tablesText as words } from '../../shared/text/tables.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from './ask.ts'
import { sentenceOf } from './sentence.ts'

type Body = Input<'POST /api/offices/:office/tables'>['body']
type File = Reply<'POST /api/offices/:office/tables'>

/** Takes a table along as a file for a spreadsheet; who took which is on record. */
@customElement('table-export')
export class TableExport extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        margin-top: 0.5rem;
      }
      small {
        color: var(--soft);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property() officeId = ''
  /** What the table is called, for whoever hears the buttons. */
  @property() name = ''
  @property({ attribute: false }) of!: Omit<Body, 'format' | 'lang'>
  /** Hands the file to the browser. */
  @property({ attribute: false }) save: (file: File) => void = download
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`${this.#button('xlsx')} ${this.#button('csv')} <small>${t(words['csv.note'])}</small>${
        this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`
      }`
  }

  #button(format: Body['format']) {
    return html`<ui-button
      size="s"
      variant="plain"
      ?busy=${this.#act.busy(format)}
      label=${t(words[`${format}.label`], { table: this.name })}
      @click=${() => void this.#take(format)}
      >${t(words[format])}</ui-button
    >`
  }

  async #take(format: Body['format']): Promise<void> {
    const params = { office: this.officeId }
    const body = { ...this.of, format, lang: lang() }
    const file = await this.#act.run(format, () => ask('POST /api/offices/:office/tables', { params, body }))
    if (file) this.save(file)
  }
}

/** Hands a file to the browser. */
export function download({ name, type, content }: File): void {
  const bytes = Uint8Array.from(atob(content), sign => sign.charCodeAt(0))
  const href = URL.createObjectURL(new Blob([bytes], { type }))
  const link = Object.assign(document.createElement('a'), { href, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 0)
}

declare global {
  interface HTMLElementTagNameMap {
    'table-export': TableExport
  }
}
