import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { addDays, atClock, officeDate, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { evidencePeriod } from '../../shared/officer/evidence/evidence.ts'
import { periodAt } from '../../shared/survey/fixed-periods.ts'
import { evidenceText as words } from '../../shared/text/evidence.ts'
import { periodName } from '../../shared/text/period.ts'
import { dateText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { download } from '../parts/table-export.ts'
import './evidence-lines.ts'
import './evidence-sums.ts'
import './skp-line.ts'
import '../../shared/web/ui/ui-qr.ts'
import { evidenceStyles } from './evidence-styles.ts'

type Proven = Reply<'GET /api/me/evidence/:period'>

const KINDS = ['day', 'month', 'quarter', 'year'] as const
type Kind = (typeof KINDS)[number]

/** The own work as evidence for e-Kinerja: lines to copy, and files with a code that anybody can check. */
@customElement('evidence-page')
export class EvidencePage extends LitElement {
  static override styles = [baseStyles, paneStyles, managerStyles, evidenceStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private kind: Kind = 'day'
  /** A day of the period that is shown. */
  @state() private date: LocalDate | undefined
  readonly #proven = new Fetched<Proven>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  get #today(): LocalDate {
    return officeDate(this.live.now(), this.office.zone)
  }

  get #day(): LocalDate {
    return this.date ?? this.#today
  }

  get #period(): string {
    return this.kind === 'day' ? this.#day : periodAt(this.kind, this.#day).key
  }

  protected override willUpdate(): void {
    const period = this.#period
    this.#proven.want(
      `${this.staff.id} ${period}`,
      () => ask('GET /api/me/evidence/:period', { params: { period } }),
      true,
    )
  }

  protected override render() {
    const { value, error } = this.#proven
    return html`<div class="head">
        <div>
          <h1>${t(words.title)}</h1>
          <p>${t(words.lead)}</p>
        </div>
        <div class="kinds" role="group" aria-label=${t(words.range)}>
          ${KINDS.map(
            kind =>
              html`<ui-button .pressed=${kind === this.kind} @click=${() => (this.kind = kind)}
                >${t(words[kind])}</ui-button
              >`,
          )}
        </div>
      </div>
      <div class="when">
        <ui-button size="s" label=${t(words.previous)} @click=${() => this.#step(-1)}>‹</ui-button>
        <b>${this.#name()}</b>
        <ui-button
          size="s"
          label=${t(words.next)}
          ?disabled=${evidencePeriod(this.#period)!.to >= this.#today}
          @click=${() => this.#step(1)}
          >›</ui-button
        >
      </div>
      ${this.#act.error === undefined ? '' : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#proven.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? this.#panes(value)
            : html`<ui-state></ui-state>`
      }`
  }

  #name(): string {
    const { zone } = this.office
    if (this.kind !== 'day') return periodName(periodAt(this.kind, this.#day), lang())
    return `${dateText(atClock(this.#day, '12:00', zone), zone, lang())} ${this.#day.slice(0, 4)}`
  }

  #step(by: 1 | -1): void {
    const { from, to } = evidencePeriod(this.#period)!
    this.date = by < 0 ? addDays(from, -1) : addDays(to, 1)
  }

  #panes(proven: Proven) {
    const { evidence } = proven
    if (evidence.lines.length + evidence.activities.length === 0)
      return html`<ui-state kind="empty" heading=${t(words.empty)}>${t(words['empty.why'])}</ui-state>`
    const current = proven.versions.find(v => v.current)
    const address = current && `${location.origin}/periksa/${current.code}`
    return html`<div class="columns">
      <evidence-lines .office=${this.office} .evidence=${evidence} .link=${address ?? ''}></evidence-lines>
      <div class="stack">
        <section class="pane" aria-labelledby="download">
          <h2 id="download">${t(words.download)}</h2>
          <div class="files">
            ${(['pdf', 'xlsx', 'csv'] as const).map(
              format =>
                html`<ui-button
                  variant=${format === 'pdf' ? 'primary' : 'secondary'}
                  ?busy=${this.#act.busy(format)}
                  @click=${() => void this.#take(format)}
                  >${format.toUpperCase()}</ui-button
                >`,
            )}
          </div>
          <p class="note" aria-live="polite">${this.#act.busy() ? t(words.making) : this.#sums(proven)}</p>
        </section>
        <section class="pane" aria-labelledby="check">
          <h2 id="check">${t(words.check)}</h2>
          <div class="check">
            ${
              address === undefined
                ? html`<ui-button ?busy=${this.#act.busy('make')} @click=${() => void this.#prove()}
                    >${t(words['check.make'])}</ui-button
                  >`
                : html`<ui-qr .value=${address} .label=${t(words['check.qr'])}></ui-qr>`
            }
            <p class="note">${t(words['check.what'])}</p>
          </div>
        </section>
        <evidence-sums .office=${this.office} .title=${this.#name()} .proven=${proven}></evidence-sums>
        <skp-line
          .year=${evidence.from.slice(0, 4)}
          .line=${evidence.skp}
          @skp-kept=${() => this.#proven.retry()}
        ></skp-line>
      </div>
    </div>`
  }

  #sums({ evidence: { served, days, activities }, journal }: Proven): string {
    return t(words['sum.note'], { served, days, journal, others: activities.length })
  }

  async #take(format: 'csv' | 'xlsx' | 'pdf'): Promise<void> {
    const asked = { params: { period: this.#period }, body: { format, lang: lang() } }
    const file = await this.#act.run(format, () => ask('POST /api/me/evidence/:period/file', asked))
    if (!file) return
    download(file)
    this.#proven.retry()
  }

  async #prove(): Promise<void> {
    const params = { period: this.#period }
    const made = await this.#act.run('make', async () => {
      await ask('POST /api/me/evidence/:period/version', { params })
      return ask('GET /api/me/evidence/:period', { params })
    })
    if (!made) return
    this.#proven.value = made
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evidence-page': EvidencePage
  }
}
