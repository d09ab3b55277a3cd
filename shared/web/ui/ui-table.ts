import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { uiText } from '../../text/ui.ts'
import { LangController, t } from '../lang.ts'
import { baseStyles } from './base-styles.ts'
import { tableStyles } from './table-styles.ts'

/** A column: numbers stand right, `strong` marks what the eye looks for first. */
export type TableColumn = {
  readonly key: string
  readonly label: string
  readonly numeric?: boolean
  readonly strong?: boolean
  /** Its label stands in a card too, as those of numbers do. */
  readonly named?: boolean
}

/** A row by column key; `next` marks the one that comes next. */
export type TableRow = {
  readonly id: string
  readonly cells: Readonly<Record<string, string | TemplateResult | undefined>>
  readonly next?: boolean
}

/** A table that scrolls inside its own height under a head that stays. */
@customElement('ui-table')
export class UiTable extends LitElement {
  static override styles = [
    baseStyles,
    tableStyles,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: hidden;
      }
      .scroll {
        height: 100%;
        overflow: auto;
      }
      .scroll:focus-visible {
        outline-offset: calc(var(--focus-width) * -1);
      }
      .numeric {
        text-align: end;
        white-space: nowrap;
      }
      td.strong {
        font-weight: 750;
        white-space: nowrap;
      }
      td.strong:first-child {
        font-size: 1.05rem;
        font-weight: 800;
        letter-spacing: -0.01em;
      }
      small {
        display: block;
        color: var(--soft);
      }
      @media (max-width: 40rem) {
        :host([cards]) thead {
          display: none;
        }
        :host([cards]) :is(table, tbody) {
          display: block;
        }
        :host([cards]) tr {
          display: flex;
          flex-wrap: wrap;
          gap: 0.35rem 0.9rem;
          align-items: center;
          padding: 0.7rem 0;
          border-bottom: 1px solid var(--line);
        }
        :host([cards]) td {
          padding: 0;
          border: 0;
          white-space: normal;
          overflow-wrap: anywhere;
        }
        :host([cards]) td.none {
          display: none;
        }
        :host([cards]) :is(td.named, td.numeric)::before {
          content: attr(data-label) ' ';
          color: var(--soft);
          font-weight: 400;
        }
      }
      .hot {
        color: var(--danger);
        font-weight: 750;
      }
    `,
  ]

  @property({ attribute: false }) columns: readonly TableColumn[] = []
  @property({ attribute: false }) rows: readonly TableRow[] = []
  @property() caption = ''
  /** On a phone each row is a card, so that no cell is out of sight. */
  @property({ type: Boolean, reflect: true }) cards = false

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${this.caption}>
      <table>
        <caption class="vh">
          ${this.caption}
        </caption>
        <thead>
          <tr>
            ${this.columns.map(column => html`<th scope="col" class=${classes(column)}>${column.label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.rows,
            row => row.id,
            row => this.#row(row),
          )}
        </tbody>
      </table>
      ${this.rows.length === 0 ? html`<slot name="empty"></slot>` : nothing}
    </div>`
  }

  #row(row: TableRow) {
    return html`<tr class=${row.next ? 'next' : ''}>
      ${this.columns.map(
        (column, place) =>
          html`<td
            class="${classes(column)} ${(row.cells[column.key] ?? '') === '' ? 'none' : ''}"
            data-label=${column.label}
          >
            ${row.cells[column.key]}${
              row.next && place === 0 ? html`<span class="vh">, ${t(uiText['table.next'])}</span>` : nothing
            }
          </td>`,
      )}
    </tr>`
  }
}

function classes(column: TableColumn): string {
  return [column.numeric ? 'numeric' : '', column.strong ? 'strong' : '', column.named ? 'named' : ''].join(' ').trim()
}

declare global {
  interface HTMLElementTagNameMap {
    'ui-table': UiTable
  }
}
