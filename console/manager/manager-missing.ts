import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { MONTH_FLOOR } from '../../shared/officer/missing-papers.ts'
import { caseOf } from '../../shared/office/papers.ts'
import { OTHER_PAPER } from '../../shared/queue/result.ts'
import { missingText as words } from '../../shared/text/result.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { serviceOf } from '../parts/names.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../parts/table-export.ts'

type Missing = Reply<'GET /api/offices/:office/missing-papers'>

/** Which papers were missing, by month and service, each of how many visits. */
@customElement('manager-missing')
export class ManagerMissing extends LitElement {
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
      ui-state {
        margin-top: 0.5rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() from: LocalDate = ''
  @property() to: LocalDate = ''
  readonly #missing = new Fetched<Missing>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { from, to } = this
    const asked = { params: { office: this.office.id }, query: { from, to } }
    this.#missing.want(`${from} ${to}`, () => ask('GET /api/offices/:office/missing-papers', asked))
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="missing">
      <header><h2 id="missing">${t(words.title)}</h2></header>
      ${whenRead(this.#missing, value => this.#list(value))}
      <p class="note">${t(words.note, { n: MONTH_FLOOR })}</p>
    </section>`
  }

  #list({ papers }: Missing) {
    if (papers.length === 0) return html`<ui-state kind="empty" icon="check" heading=${t(words.none)}></ui-state>`
    return html`<ui-table
        cards
        caption=${t(words.caption)}
        .columns=${[
          { key: 'month', label: t(words.month) },
          { key: 'service', label: t(words.service) },
          { key: 'case', label: t(words.case) },
          { key: 'paper', label: t(words.paper), strong: true },
          { key: 'n', label: t(words.n), numeric: true },
        ]}
        .rows=${papers.map(({ month, serviceId, case: caseId, paper, n, of }) => ({
          id: `${month} ${serviceId} ${caseId} ${paper}`,
          cells: {
            month,
            service: this.#service(serviceId),
            case: this.#case(serviceId, caseId),
            paper: this.#paper(serviceId, paper),
            n: t(words.of, { n, of }),
          },
        }))}
      ></ui-table>
      <table-export
        officeId=${this.office.id}
        name=${t(words.title)}
        .of=${{ table: 'missingPapers', from: this.from, to: this.to }}
      ></table-export>`
  }

  #service(id: string): string {
    const service = serviceOf(this.office, id)
    return service ? t(service.name) : id
  }

  #case(serviceId: string, id: string | null): string {
    const service = serviceOf(this.office, serviceId)
    const found = service && id !== null ? caseOf(service, id) : undefined
    return found ? t(found.label) : (id ?? '–')
  }

  #paper(serviceId: string, paper: string): string {
    if (paper === OTHER_PAPER) return t(words.other)
    const known = serviceOf(this.office, serviceId)?.requirements.find(({ id }) => id === paper)
    return known ? t(known.name) : paper
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-missing': ManagerMissing
  }
}
