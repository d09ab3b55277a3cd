import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { evaluationLines } from '../../../shared/survey/publication/open/evaluation-table.ts'
import { evaluationText as words } from '../../../shared/text/evaluation.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-button.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { download } from '../../parts/table-export.ts'

const READ = 'GET /api/offices/:office/evaluation'
type Evidence = Reply<typeof READ>

/** What the product can prove to evaluators, item by item; read once it is opened. */
@customElement('evaluation-pane')
export class EvaluationPane extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      dl {
        margin: var(--s3) 0;
      }
      div.line {
        padding: 0.6rem 0;
        border-bottom: 1px solid var(--line);
      }
      dt,
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      dt {
        font-weight: 700;
      }
      dt {
        display: grid;
        grid-template-columns: 4.5rem minmax(0, 1fr);
      }
      .level {
        color: var(--accent);
      }
      @media (min-width: 40rem) {
        dd {
          padding-inline-start: 4.5rem;
        }
      }
      dd.none {
        color: var(--soft);
      }
      summary {
        min-height: 44px;
        font-weight: 700;
        cursor: pointer;
      }
      @media print {
        ui-button {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** Changes when something was published. */
  @property({ type: Number }) round = 0
  /** Hands the file to the browser. */
  @property({ attribute: false }) save: (file: Evidence['file']) => void = download
  #opened = false
  readonly #read = new Fetched<Evidence>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    if (!this.#opened) return
    const input = { params: { office: this.office.id }, query: { lang: lang() } }
    this.#read.want(`${this.round} ${lang()}`, () => ask(READ, input))
  }

  protected override render() {
    return html`<details @toggle=${this.#toggle}>
      <summary>${t(words.title)}</summary>
      <p class="note">${t(words.lead)}</p>
      ${this.#opened ? whenRead(this.#read, view => this.#list(view)) : nothing}
    </details>`
  }

  #list({ facts, file }: Evidence) {
    const link = `${location.origin}/ikm/${this.office.id}`
    const lines = evaluationLines(facts, { link, zone: this.office.zone, lang: lang() })
    return html`<dl>
        ${lines.map(
          line =>
            html`<div class="line">
              <dt><span class="level">${line.level}</span><span>${line.item}</span></dt>
              <dd class=${line.proven ? '' : 'none'}>${line.proof}</dd>
            </div>`,
        )}
      </dl>
      <ui-button @click=${() => this.save(file)}>${t(words.csv)}</ui-button>
      <ui-button @click=${() => window.print()}>${t(words.print)}</ui-button>`
  }

  #toggle = (e: Event): void => {
    this.#opened ||= (e.target as HTMLDetailsElement).open
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evaluation-pane': EvaluationPane
  }
}
