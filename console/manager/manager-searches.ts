import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { search } from '../../shared/search/search.ts'
import { UNFOUND_FLOOR, UNFOUND_WEEKS } from '../../shared/search/unfound.ts'
import { searchesText as words } from '../../shared/text/searches.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../parts/table-export.ts'

type Unfound = Reply<'GET /api/offices/:office/unfound'>

/** Words that people looked for and did not find, by week, and whether they find something by now. */
@customElement('manager-searches')
export class ManagerSearches extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
        margin-top: 0.85rem;
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
  readonly #unfound = new Fetched<Unfound>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#unfound.want(this.office.id, () => ask('GET /api/offices/:office/unfound', { params }))
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="searches">
      <header>
        <h2 id="searches">${t(words.title)}</h2>
        <span class="note">${t(words.lead)}</span>
      </header>
      ${whenRead(this.#unfound, value => this.#list(value))}
      <p class="note">${t(words.note, { n: UNFOUND_FLOOR, weeks: UNFOUND_WEEKS })}</p>
    </section>`
  }

  #list(value: Unfound) {
    if (value.words.length === 0)
      return html`<ui-state kind="empty" icon="check" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
    return html`<ui-table
        cards
        caption=${t(words.caption)}
        .columns=${[
          { key: 'week', label: t(words.week) },
          { key: 'word', label: t(words.word), strong: true },
          { key: 'n', label: t(words.n), numeric: true },
          { key: 'now', label: t(words.now) },
        ]}
        .rows=${value.words.map(({ week, word, n }) => ({
          id: `${week} ${word}`,
          cells: { week, word, n: String(n), now: this.#now(word) },
        }))}
      ></ui-table>
      <table-export officeId=${this.office.id} name=${t(words.title)} .of=${{ table: 'searches' }}></table-export>`
  }

  #now(word: string): string {
    const { services, elsewhere } = search(this.office, word)
    const best = services[0] ?? elsewhere[0]
    return best ? t(best.name) : t(words['now.nothing'])
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-searches': ManagerSearches
  }
}
