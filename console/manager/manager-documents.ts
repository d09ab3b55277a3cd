import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { DocumentFigures, UnitDocuments } from '../../shared/officer/document-figures.ts'
import { documentFiguresText as words } from '../../shared/text/application.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-table.ts'
import { ask } from '../parts/ask.ts'
import { documentCells, documentColumns } from '../parts/document-cells.ts'
import { documentsPane } from '../parts/documents-pane.ts'
import { Fetched } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../parts/table-export.ts'

/** Documents against their promise, per service and per officer: counts and working days, nobody's ratings. */
@customElement('manager-documents')
export class ManagerDocuments extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      .halves {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr));
        gap: 0.3rem 1.6rem;
      }
      h3 {
        margin: 0.6rem 0 0.2rem;
        font-size: 0.875rem;
      }
      .note {
        margin-top: 0.5rem;
      }
      header .note {
        margin-top: 0;
      }
      ui-state {
        margin-top: 0.5rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() from: LocalDate = ''
  @property() to: LocalDate = ''
  readonly #figures = new Fetched<UnitDocuments>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { from, to } = this
    const asked = { params: { office: this.office.id }, query: { from, to } }
    // Other days are another question: what stood there is not their answer.
    this.#figures.want(`${from} ${to}`, () => ask('GET /api/offices/:office/application-figures', asked), true)
  }

  protected override render() {
    return documentsPane(
      this.#figures,
      value => value.all,
      value => this.#halves(value),
    )
  }

  #halves(value: UnitDocuments) {
    const nameOf = (id: string) => {
      const service = this.office.services.find(s => s.id === id)
      return service ? t(service.name) : id
    }
    return html`<div class="halves">
      ${this.#table(
        'perService',
        'service',
        value.services.map(s => ({ ...s, name: nameOf(s.id) })),
      )}
      ${this.#table('perOfficer', 'officer', value.officers)}
    </div>`
  }

  #table(
    title: 'perService' | 'perOfficer',
    head: 'service' | 'officer',
    rows: readonly (DocumentFigures & { readonly id: string; readonly name: string })[],
  ) {
    return html`<div>
      <h3>${t(words[title])}</h3>
      <ui-table
        cards
        caption="${t(words.title)}: ${t(words[title])}"
        .columns=${[{ key: 'name', label: t(words[head]) }, ...documentColumns()]}
        .rows=${rows.map(row => ({ id: row.id, cells: { name: html`<b>${row.name}</b>`, ...documentCells(row) } }))}
      ></ui-table>
      <table-export
        officeId=${this.office.id}
        name="${t(words.title)}: ${t(words[title])}"
        .of=${{ table: head === 'officer' ? 'documentOfficers' : 'documentServices', from: this.from, to: this.to }}
      ></table-export>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-documents': ManagerDocuments
  }
}
