import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { DocumentFigures } from '../../shared/officer/document-figures.ts'
import { documentFiguresText as words } from '../../shared/text/application.ts'
import { numberText } from '../../shared/text/text.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-figures.ts'
import { ask } from '../parts/ask.ts'
import { daysText, onTimeText } from '../parts/document-cells.ts'
import { documentsPane } from '../parts/documents-pane.ts'
import { Fetched } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'

/** Documents of an officer's own visits against their promise. */
@customElement('record-documents')
export class RecordDocuments extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      ui-figures,
      ui-state,
      .pane > .note {
        margin-top: 0.5rem;
      }
    `,
  ]

  @property() from: LocalDate = ''
  @property() to: LocalDate = ''
  readonly #figures = new Fetched<DocumentFigures>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { from, to } = this
    this.#figures.want(`${from} ${to}`, () => ask('GET /api/me/application-figures', { query: { from, to } }), true)
  }

  protected override render() {
    return documentsPane(
      this.#figures,
      value => value,
      value => this.#own(value),
    )
  }

  #own(value: DocumentFigures) {
    const count = (n: number) => numberText(n, lang())
    const items = [
      { label: t(words.n), value: count(value.n) },
      { label: t(words.onTime), value: onTimeText(value) },
      { label: t(words.median), value: daysText(value.medianDays) },
      { label: t(words.lateNow), value: count(value.lateNow), hot: value.lateNow > 0 },
      { label: t(words.returned), value: count(value.returned) },
    ]
    return html`<ui-figures label=${t(words.note)} .items=${items}></ui-figures>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-documents': RecordDocuments
  }
}
