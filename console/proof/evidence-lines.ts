import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Evidence } from '../../shared/officer/evidence/evidence.ts'
import { evidenceRows, type LineWords } from '../../shared/tables/evidence-table.ts'
import { evidenceText as words } from '../../shared/text/evidence.ts'
import { copied } from '../../shared/web/copied.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-table.ts'
import { paneStyles } from '../parts/pane-styles.ts'

const FIELDS = ['date', 'from', 'to', 'activity', 'output', 'quantity', 'skp'] as const

/** The lines of Progres Harian, to be copied one after another, or field by field. */
@customElement('evidence-lines')
export class EvidenceLines extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        min-width: 0;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        margin-top: 0.6rem;
      }
      a {
        overflow-wrap: anywhere;
      }
      ui-table {
        margin-top: 0.5rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.35rem 0.8rem;
        align-items: center;
        margin: 0.5rem 0 0;
        font-size: 0.875rem;
      }
      dl > div {
        display: contents;
      }
      dt {
        color: var(--soft);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) evidence!: Evidence
  /** Address of the check page; empty before a version was made. */
  @property() link = ''
  /** Puts text on the clipboard; whether it lies there. */
  @property({ attribute: false }) copy: (text: string) => Promise<boolean> = copied
  /** How many lines were copied one after another. */
  @state() private at = 0
  @state() private told: 'copy.failed' | 'copied' | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('evidence')) return
    this.at = 0
    this.told = undefined
  }

  protected override render() {
    const rows = evidenceRows(this.evidence, this.office, lang())
    const next = Math.min(this.at, rows.length - 1)
    const columns = [...FIELDS, 'link' as const, 'report' as const, 'copy' as const]
    return html`<section class="pane" aria-labelledby="lines">
        <header>
          <h2 id="lines">${t(words['progress.day'], { date: this.#range() })}</h2>
          <span class="note">${t(words.rows, { n: rows.length })}</span>
        </header>
        ${this.link === '' ? html`<p class="note">${t(words['link.none'])}</p>` : ''}
        <ui-table
          cards
          caption=${t(words.title)}
          .columns=${columns.map(key => ({ key, label: t(words[key]), numeric: key === 'quantity' }))}
          .rows=${rows.map((row, i) => ({ id: String(i), cells: { ...row, link: this.#shown(row), copy: this.#one(row, i) } }))}
        ></ui-table>
        <div class="acts">
          <ui-button variant="primary" @click=${() => void this.#next(rows)}
            >${t(words[this.at < rows.length ? 'copy.next' : 'copy.again'])}</ui-button
          >
          <ui-button @click=${() => void this.#put(rows.map(r => this.#text(r)).join('\n'))}
            >${t(words['copy.all'])}</ui-button
          >
          <span class="note" role="status">${this.#status(rows.length)}</span>
        </div>
      </section>
      ${rows.length === 0 ? '' : this.#fields(rows[next]!, next + 1)}`
  }

  #range(): string {
    const { from, to } = this.evidence
    const short = (date: string) => date.split('-').reverse().join('-')
    return from === to ? short(from) : `${short(from)} – ${short(to)}`
  }

  #status(of: number): string {
    if (this.told === 'copy.failed') return t(words['copy.failed'])
    if (this.at > 0) return t(words[this.at < of ? 'copy.at' : 'copy.done'], { n: this.at, of })
    return this.told ? t(words[this.told]) : ''
  }

  #one(row: LineWords, i: number) {
    return html`<ui-button
      size="s"
      label=${t(words['copy.row'], { n: i + 1 })}
      @click=${async () => {
        if (await this.#put(this.#text(row))) this.at = i + 1
      }}
      >${t(words.copy)}</ui-button
    >`
  }

  #fields(row: LineWords, n: number) {
    const fields = [
      ...FIELDS.filter(key => row[key] !== '').map(key => [key, row[key]] as const),
      ...(this.#linkOf(row) ? [['link', this.#linkOf(row)] as const] : []),
    ]
    return html`<section class="pane" aria-labelledby="fields">
      <header>
        <h2 id="fields">${t(words['row.title'], { n })}</h2>
        <span class="note">${t(words['row.note'])}</span>
      </header>
      <dl>
        ${fields.map(
          ([key, value]) =>
            html`<div>
              <dt>${t(words[key])}</dt>
              <dd><b>${value}</b></dd>
              <dd>
                <ui-button size="s" label="${t(words.copy)}: ${t(words[key])}" @click=${() => void this.#put(value)}
                  >${t(words.copy)}</ui-button
                >
              </dd>
            </div>`,
        )}
      </dl>
    </section>`
  }

  /** One line as it is pasted: fields by tabs, in the order of the form. */
  #text(row: LineWords): string {
    return [...FIELDS.map(key => row[key]), this.#linkOf(row)].join('\t').trimEnd()
  }

  /** Its own evidence, or the page on which what was taken along is checked. */
  #linkOf(row: LineWords): string {
    return row.link || this.link
  }

  /** An address of the web as something to open; what else stands there as it is. */
  #shown(row: LineWords) {
    const link = this.#linkOf(row)
    return /^https?:/i.test(link) ? html`<a href=${link} target="_blank" rel="noreferrer noopener">${link}</a>` : link
  }

  async #next(rows: readonly LineWords[]): Promise<void> {
    const at = this.at < rows.length ? this.at : 0
    if (await this.#put(this.#text(rows[at]!))) this.at = at + 1
  }

  async #put(text: string): Promise<boolean> {
    const lies = await this.copy(text)
    this.told = lies ? 'copied' : 'copy.failed'
    return lies
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-lines': EvidenceLines
  }
}
