import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import { skmReportText as words } from '../../../shared/text/skm-report.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { ask } from '../../parts/ask.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { download } from '../../parts/table-export.ts'
import { reportStyles } from './report-styles.ts'

const FILE = 'POST /api/offices/:office/reports/:period/file'
type Body = Input<typeof FILE>['body']

/** Takes the report along in one of its formats; says that it is being made, for a PDF takes some seconds. */
@customElement('report-files')
export class ReportFiles extends LitElement {
  static override styles = [baseStyles, paneStyles, reportStyles]

  @property() officeId = ''
  @property() period = ''
  /** This server makes PDFs. */
  @property({ type: Boolean }) pdf = false
  /** Respondents have rows to be given. */
  @property({ type: Boolean }) rows = false
  /** Something that was typed is not saved. */
  @property({ type: Boolean }) unsaved = false
  /** Hands the file to the browser. */
  @property({ attribute: false }) save: (file: Reply<typeof FILE>) => void = download
  @state() private made = ''
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const making = this.#act.busy()
    return html`<section class="pane" aria-labelledby="files">
      <h2 id="files">${t(words.files)}</h2>
      ${this.unsaved ? html`<ui-banner tone="info">${t(words.unsaved)}</ui-banner>` : nothing}
      <div class="files">
        ${this.pdf ? this.#button('pdf', { format: 'pdf' }, true) : nothing}
        ${this.pdf && this.rows ? this.#button('attached', { format: 'pdf', attached: true }) : nothing}
        ${this.#button('html', { format: 'html' })} ${this.#button('xlsx', { format: 'xlsx' })}
        ${this.rows ? this.#button('csv', { format: 'csv' }) : nothing}
      </div>
      ${this.pdf ? nothing : html`<p class="note">${t(words['pdf.away'])}</p>`}
      <p class="note" role="status">
        ${making ? t(words['file.making']) : this.made ? t(words['file.made'], { name: this.made }) : ''}
      </p>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <p class="note">${t(words['files.note'])}</p>
    </section>`
  }

  #button(name: 'pdf' | 'attached' | 'html' | 'xlsx' | 'csv', body: Body, first = false) {
    return html`<ui-button
      variant=${first ? 'primary' : 'plain'}
      ?busy=${this.#act.busy(name)}
      @click=${() => void this.#take(name, body)}
      >${t(words[`file.${name}`])}</ui-button
    >`
  }

  async #take(name: string, body: Body): Promise<void> {
    this.made = ''
    const params = { office: this.officeId, period: this.period }
    const file = await this.#act.run(name, () => ask(FILE, { params, body }))
    if (!file) return
    this.made = file.name
    this.save(file)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'report-files': ReportFiles
  }
}
