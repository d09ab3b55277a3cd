import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CounterInfo, OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import { actOf } from '../../shared/web/act.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import './add-service.ts'
import { nextCounter, unserved } from './grid.ts'
import type { OfficeBook } from './office-book.ts'
import './pick-services.ts'
import type { Picked } from './pick-services.ts'
import { replacedDialog, typedOf } from './replaced-dialog.ts'
import { isUnpicked, sampleOf, type Sample } from './sample.ts'
import './setup-days.ts'
import { papersStyles, servicesTable } from './services-table.ts'
import { servedByNew, withPapers } from './started.ts'
import { stepStyles } from './step-styles.ts'

const MOST_NAMED = 3

/** Which counter serves what: one box for each, touched or by the keys; and the hours at their side. */
@customElement('step-services')
export class StepServices extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, stepStyles, papersStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) book!: OfficeBook
  /** The service that was taken away last, until something else is done. */
  @state() private removed: { readonly service: ServiceInfo; readonly counters: readonly string[] } | undefined
  /** What the server named as not fitting, as fields of a change. */
  @property({ attribute: false }) refused: readonly string[] = []
  /** Not known yet: what is to be asked is not known either. */
  @property({ attribute: false }) samples: readonly Sample[] | undefined
  /** Whether it is asked which services of the sample there are: at first, while nobody has picked among them. */
  @state() private asks: boolean | undefined
  @state() private picked: Picked | undefined
  /** Whether it is asked, or was answered, that what somebody typed is replaced. */
  @state() private sure = false
  readonly #act = actOf(() => this.requestUpdate())
  /** The service whose papers are open. */
  @state() private opened: string | undefined
  /** The box that the keys are at: a row and a column. */
  @state() private at = { row: 0, column: 0 }

  constructor() {
    super()
    new LangController(this)
  }

  get #services(): readonly ServiceInfo[] {
    return this.office.services.filter(s => !s.retired)
  }

  get #picking(): Sample | undefined {
    return this.asks ? sampleOf(this.office, this.samples) : undefined
  }

  /** Asked once: what is changed in the grid brings no question up. */
  protected override willUpdate(): void {
    const sample = sampleOf(this.office, this.samples)
    if (this.samples) this.asks ??= !!sample && isUnpicked(this.office, sample) && unserved(this.office).length === 0
  }

  protected override updated(): void {
    emit(this, 'picking', this.#picking ? this.picked : undefined)
  }

  /** Takes what is ticked, at so many counters as were said. */
  async install(): Promise<void> {
    const [sample, picked] = [this.#picking, this.picked]
    if (!sample || !picked || picked.services.length === 0) return
    const all = picked.services.length === sample.offers.length && picked.counters === this.office.counters.length
    if (all && isUnpicked(this.office, sample)) return void (this.asks = false)
    if (typedOf(this.office, sample).length > 0 && !this.sure) return void (this.sure = true)
    this.sure = false
    await this.book.flush()
    const params = { office: this.office.id }
    const { services, counters } = picked
    const body = { template: sample.id, services: [...services], ...(sample.agencies > 0 ? {} : { counters }) }
    const done = await this.#act.run(JSON.stringify(body), key =>
      ask('POST /api/offices/:office/template', { params, body }, key),
    )
    if (!done) return
    this.asks = false
    this.removed = undefined
    emit(this, 'officechanged', done.office)
  }

  /** Takes what is typed and not added yet; `false` where it cannot be taken as it is, which is said there. */
  settle(): boolean {
    const days = this.renderRoot.querySelector('setup-days')?.settle() ?? true
    return (this.renderRoot.querySelector('add-service')?.add() ?? true) && days
  }

  protected override render() {
    if (!this.samples) return html`<ui-state></ui-state>`
    const sample = this.#picking
    return sample ? this.#ask(sample) : this.#whole()
  }

  #ask(sample: Sample) {
    const { error } = this.#act
    return html`<header>
        <div>
          <h1>${t(wizardText['pick.title'])}</h1>
          <p>${t(wizardText[isUnpicked(this.office, sample) ? 'pick.lead' : 'pick.again.what'])}</p>
        </div>
      </header>
      ${error === undefined ? nothing : html`<ui-banner tone="bad" role="alert">${sentenceOf(error)}</ui-banner>`}
      <div class="cols wide">
        <section class="pane">
          <pick-services
            .sample=${sample}
            .has=${this.#services.map(s => s.id)}
            @picked=${(e: CustomEvent<Picked>) => (this.picked = e.detail)}
          ></pick-services>
        </section>
        <div class="stack"><setup-days .office=${this.office} .book=${this.book}></setup-days></div>
      </div>
      ${replacedDialog(
        typedOf(this.office, sample),
        this.sure,
        () => void this.install(),
        () => (this.sure = false),
      )}`
  }

  #whole() {
    return html`<header>
        <div>
          <h1>${t(wizardText['services.title'])}</h1>
          <p>${this.#services.length === 0 ? nothing : t(wizardText['services.lead'])}</p>
        </div>
        <span class="acts">
          ${
            sampleOf(this.office, this.samples)
              ? html`<ui-button size="s" variant="plain" @click=${() => (this.asks = true)}
                  >${t(wizardText['pick.again'])}</ui-button
                >`
              : nothing
          }
          ${
            this.#services.length === 0
              ? nothing
              : html`<ui-button size="s" @click=${this.#addCounter}
                  >${icon('plus')}${t(wizardText['counters.add'])}</ui-button
                >`
          }
        </span>
      </header>
      <div class="cols wide">
        <section class="pane grid" aria-label=${t(wizardText['services.grid'])}>
          ${this.removed ? this.#undo(this.removed) : nothing}
          ${this.#services.length === 0 ? html`<p class="note">${t(wizardText['services.none'])}</p>` : this.#grid()}
          <add-service
            .office=${this.office}
            .book=${this.book}
            @added=${() => (this.removed = undefined)}
          ></add-service>
        </section>
        <div class="stack">
          ${this.#gaps()}
          <setup-days .office=${this.office} .book=${this.book}></setup-days>
        </div>
      </div>`
  }

  #grid() {
    const { office, refused, at, opened } = this
    return servicesTable({
      ...{ office, refused, at, opened, services: this.#services },
      keys: this.#keys,
      focused: place => (this.at = place),
      toggle: (service, counter, on) => this.#toggle(service, counter, on),
      remove: service => this.#remove(service),
      removeCounter: counter => this.book.edit({ counters: [{ id: counter.id, removed: true }] }),
      open: id => (this.opened = id),
      papers: (service, text) => this.book.edit(withPapers(service, text)),
    })
  }

  #toggle(id: string, counter: CounterInfo, on: boolean): void {
    this.removed = undefined
    const services = on ? counter.services.filter(s => s !== id) : [...counter.services, id]
    this.book.edit({ counters: [{ id: counter.id, services }] })
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key]
    if (!step || !(event.target as Element).matches('.box')) return
    event.preventDefault()
    const row = Math.min(this.#services.length - 1, Math.max(0, this.at.row + step[0]!))
    const column = Math.min(this.office.counters.length - 1, Math.max(0, this.at.column + step[1]!))
    this.renderRoot.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus()
  }

  #undo({ service, counters }: NonNullable<StepServices['removed']>) {
    return html`<ui-banner tone="info"
      >${t(wizardText['services.removed'], { service: t(service.name) })}
      <ui-button slot="action" size="s" @click=${() => this.#bringBack(service, counters)}
        >${t(wizardText['services.undo'])}</ui-button
      ></ui-banner
    >`
  }

  #remove(service: ServiceInfo): void {
    const counters = this.office.counters.filter(c => c.services.includes(service.id)).map(c => c.id)
    this.book.edit({ services: [{ id: service.id, removed: true }] })
    this.removed = { service, counters }
  }

  #bringBack(service: ServiceInfo, counters: readonly string[]): void {
    this.removed = undefined
    const { requirements, cases, ...rest } = service
    this.book.edit({
      services: [{ ...rest, asking: { requirements, cases } }],
      counters: this.office.counters
        .filter(c => counters.includes(c.id))
        .map(c => ({ id: c.id, services: [...c.services, service.id] })),
    })
  }

  readonly #addCounter = (): void => {
    const n = nextCounter(this.office)
    const services = servedByNew(this.office)
    this.book.edit({ counters: [{ id: n, name: t(wizardText['counters.new'], { n }), services }] })
  }

  #gaps() {
    const missing = unserved(this.office)
    if (missing.length === 0) return nothing
    const some = missing.slice(0, MOST_NAMED).map(s => t(s.name))
    const rest = missing.length - some.length
    const service = rest > 0 ? `${some.join(', ')}, +${rest}` : some.join(', ')
    return html`<ui-banner tone="attention" role="status"
      ><b>${t(wizardText['services.unserved'], { service })}</b> ${t(wizardText['services.unserved.why'])}</ui-banner
    >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-services': StepServices
  }
}
