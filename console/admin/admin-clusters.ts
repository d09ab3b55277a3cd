import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { clustersText } from '../../shared/text/clusters.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import './answer-flags.ts'
import { clustersStyles } from './clusters-styles.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Clusters = Reply<'GET /api/offices/:office/clusters'>
type Cluster = Clusters['clusters'][number]
const REASONS = ['broker', 'test', 'mistake'] as const
type Reason = (typeof REASONS)[number]

/** Bookings that came together from one phone or network: looked at first, then voided in one act that is on record. */
@customElement('admin-clusters')
export class AdminClusters extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    clustersStyles,
    css`
      ui-dialog {
        --dialog-width: 34rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private asking: Cluster | undefined
  @state() private reason: Reason = 'broker'
  @state() private said = ''
  readonly #clusters = new Fetched<Clusters>(this)
  #round = 0
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#clusters.want(String(this.#round), () =>
      ask('GET /api/offices/:office/clusters', { params: { office: this.office.id } }),
    )
  }

  protected override render() {
    return html`<div>
        <h1>${t(clustersText.title)}</h1>
        <p class="soft lead">${t(clustersText.lead)}</p>
      </div>
      <div role="status">
        ${this.said ? html`<ui-banner tone="info">${this.said}</ui-banner>` : nothing}
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      ${whenRead(this.#clusters, value => this.#list(value))}
      ${this.staff.permissions.includes('survey.read') ? html`<answer-flags .office=${this.office}></answer-flags>` : nothing}
      ${this.#dialog()}`
  }

  #list({ clusters }: Clusters) {
    if (clusters.length === 0) {
      return html`<ui-state kind="empty" icon="check" heading=${t(clustersText.none)}
        >${t(clustersText['none.why'])}</ui-state
      >`
    }
    return html`<ol aria-label=${t(clustersText.list)}>
      ${clusters.map((cluster, i) => this.#cluster(cluster, i + 1))}
    </ol>`
  }

  #cluster(cluster: Cluster, place: number) {
    const { kind, bookings, withoutContact, numbers } = cluster
    return html`<li class="pane">
      <h2>${place} · ${t(clustersText[`kind.${kind}`])}</h2>
      <dl>
        <div>
          <dt>${t(clustersText.bookings)}</dt>
          <dd><b>${bookings}</b></dd>
        </div>
        <div>
          <dt>${t(clustersText.without)}</dt>
          <dd><b>${withoutContact}</b> ${t(clustersText['without.of'], { n: bookings })}</dd>
        </div>
        <div>
          <dt>${t(clustersText.span)}</dt>
          <dd>${this.#span(cluster)}<small>${length(cluster.to - cluster.from)}</small></dd>
        </div>
      </dl>
      <ui-button
        variant="danger"
        label=${t(clustersText['act.label'], { n: bookings, place })}
        ?disabled=${bookings === 0}
        @click=${() => this.#ask(cluster)}
        >${t(clustersText.act)}</ui-button
      >
      <details>
        <summary>${icon('chevron')}${t(clustersText.numbers)}</summary>
        <ul class="numbers">
          ${numbers.map(n => html`<li><b>${n.number}</b> ${dateYearText(n.date, lang())} · ${this.#service(n.serviceId)}</li>`)}
        </ul>
      </details>
    </li>`
  }

  #span({ from, to }: Cluster): string {
    const { zone } = this.office
    const time = (at: Instant) => timeText(at, zone, lang())
    const date = (at: Instant) => dateText(at, zone, lang())
    return officeDate(from, zone) === officeDate(to, zone)
      ? t(clustersText['span.sameDay'], { from: time(from), to: time(to), date: date(from) })
      : t(clustersText['span.days'], { from: `${date(from)} ${time(from)}`, to: `${date(to)} ${time(to)}` })
  }

  #service(id: string): string {
    const service = this.office.services.find(s => s.id === id)
    return service ? t(service.name) : id
  }

  #dialog() {
    const n = this.asking?.bookings ?? 0
    const close = () => (this.asking = undefined)
    return html`<ui-dialog
      ?open=${this.asking !== undefined}
      heading=${t(clustersText['ask.title'], { n })}
      primary=${t(clustersText['ask.keep'])}
      secondary=${t(clustersText['ask.go'], { n })}
      secondaryVariant="danger"
      ?busy=${this.#act.busy()}
      @primary=${close}
      @dismiss=${close}
      @secondary=${() => void this.#void()}
    >
      <p>${t(clustersText['ask.why'])}</p>
      <div class="reasons" role="radiogroup" aria-label=${t(clustersText['ask.reason'])}>
        ${REASONS.map(
          reason =>
            html`<ui-choice
              kind="radio"
              name="reason"
              .checked=${reason === this.reason}
              @change=${() => (this.reason = reason)}
              >${t(clustersText[`reason.${reason}`])}</ui-choice
            >`,
        )}
      </div>
    </ui-dialog>`
  }

  #ask(cluster: Cluster): void {
    this.asking = cluster
    this.reason = 'broker'
    this.said = ''
    this.#act.rest()
  }

  async #void(): Promise<void> {
    const cluster = this.asking
    if (!cluster || this.#act.busy()) return
    const params = { office: this.office.id }
    const body = { cluster: cluster.id, reason: this.reason }
    const done = await this.#act.run(body, key => ask('POST /api/offices/:office/clusters/void', { params, body }, key))
    if (done) this.said = done.voided > 0 ? t(clustersText.done, { n: done.voided }) : t(clustersText['done.none'])
    this.asking = undefined
    this.#round++
  }
}

function length(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  return minutes < 120
    ? t(clustersText['span.minutes'], { n: minutes })
    : t(clustersText['span.hours'], { n: Math.round(minutes / 60) })
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-clusters': AdminClusters
  }
}
