import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Guarded } from '../../shared/officer/score/confirmed.ts'
import type { RecordView } from '../../shared/officer/figures.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { causesText as words } from '../../shared/text/score-causes.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { listed, percentOf } from '../parts/report-format.ts'
import { scoreStyles } from './score-styles.ts'
import { whole } from './score-words.ts'

/** Counters and services that are named; the rest is in the record beside. */
const NAMED = 3

/** What to look at before anybody speaks of the officer, with the own work of the period, and what follows from standing out. */
@customElement('score-causes')
export class ScoreCauses extends LitElement {
  static override styles = [baseStyles, paneStyles, scoreStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) guard!: Guarded
  @property() from: LocalDate = ''
  @property() to: LocalDate = ''
  @property({ type: Number }) leftOut = 0
  /** The last day for an objection; undefined once it is over or there is one. */
  @property() until: LocalDate | undefined
  readonly #work = new Fetched<RecordView>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { from, to } = this
    this.#work.want(`${from} ${to}`, () => ask('GET /api/me/record', { query: { from, to } }), true)
  }

  protected override render() {
    const { level } = this.guard
    const on = this.until === undefined ? '' : dateYearText(this.until, lang())
    return html`<div class="stack">
      <section class="pane" aria-labelledby="causes">
        <h2 id="causes">${t(words.title)}</h2>
        ${whenRead(this.#work, view => this.#causes(view))}
      </section>
      <section class="pane" aria-labelledby="now">
        <h2 id="now">${t(words.now)}</h2>
        <ul>
          <li>${t(words[`${level}.1`])}</li>
          <li>${t(words[`${level}.2`])}</li>
          ${this.until === undefined ? nothing : html`<li>${t(words.object, { on })}</li>`}
        </ul>
      </section>
    </div>`
  }

  #causes({ record, ways, hours }: RecordView) {
    const counters = ways.counters.slice(0, NAMED).map(({ counterId, days }) => {
      const name = this.office.counters.find(c => c.id === counterId)?.name ?? counterId
      return [name, t(words.days, { n: whole(days) })] as const
    })
    const most = [...record.services].sort((a, b) => b.served - a.served).slice(0, NAMED)
    const services = most.map(({ serviceId, served }) => {
      const known = this.office.services.find(s => s.id === serviceId)
      return [known ? t(known.name) : serviceId, `${percentOf(served, record.served, lang())}%`] as const
    })
    const minutes = whole(Math.round(hours.closedMs / 60_000))
    const cause = (what: string, own: string) => html`<li><strong>${what}</strong>${own}</li>`
    return html`<ul class="causes">
      ${cause(t(words.places), counters.length === 0 ? t(words.unknown) : t(words['places.own'], { list: listed(counters) }))}
      ${cause(t(words.cases), services.length === 0 ? t(words.unknown) : t(words['cases.own'], { list: listed(services) }))}
      ${cause(t(words.tools), t(words['tools.own'], { minutes, n: whole(this.leftOut) }))}
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'score-causes': ScoreCauses
  }
}
