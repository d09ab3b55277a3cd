import { html, nothing, type PropertyValues } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { OfficeInfo, ServiceInfo } from '../../../shared/office/office.ts'
import { hasService } from '../../../shared/office/scope.ts'
import { editedOffice } from '../../../shared/office/structure/change.ts'
import { mayChange } from '../../../shared/office/structure/own-part.ts'
import { servicesText as words } from '../../../shared/text/services.ts'
import { t } from '../../../shared/web/lang.ts'
import { Ticker } from '../../../shared/web/ticker.ts'
import '../../../shared/web/ui/ui-choice.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched } from '../../parts/fetched.ts'
import { newId } from '../form/new-id.ts'
import { StructurePage } from '../form/structure-page.ts'
import { askingFields } from '../papers/asking-fields.ts'
import { bareLine, problemLine } from '../settings-form.ts'
import { bookingFields, bookingSaid, documentFields, searchFields } from './service-booking.ts'
import { casesTable, type Standing } from './service-cases.ts'
import { serviceProblems, type DraftService } from './draft-service.ts'
import { innerFields, nameFields, publishedFields, stepsLine, type PlainForm } from './service-fields.ts'
import { serviceModel, withAsking, type ServiceDraft, type ServiceModel } from './service-model.ts'
import { freeLetter, isLetter, minutesOf, NEW, paneOf, serviceHref, type Gap, type Pane } from './service-parts.ts'
import { standardPane } from './service-standard.ts'
import { serviceStyles } from './service-styles.ts'

/** How often it is asked how many wait. */
const LOOK_MS = 30_000

/** One service: its cases and papers, its steps, how it is booked and found, and its standard, which is fed from them. */
@customElement('service-page')
export class ServicePage extends StructurePage<ServiceDraft | undefined> {
  static override styles = [...StructurePage.styles, serviceStyles]

  @state() private opened: ReadonlySet<Pane> = new Set()
  @state() private round = 0
  readonly #standing = new Fetched<Standing>(this)
  #model: ServiceModel | undefined
  #isBegun = false

  constructor() {
    super()
    new Ticker(this, { everyMs: LOOK_MS, tick: () => document.visibilityState === 'visible' && this.round++ })
    this.addEventListener('officechanged', e => this.#toMade((e as CustomEvent<OfficeInfo>).detail))
  }

  protected get model(): ServiceModel {
    const isNew = this.path === NEW
    return (this.#model ??= serviceModel(
      isNew ? newId() : this.path,
      isNew ? freeLetter(this.office.services) : undefined,
    ))
  }

  protected get wanted(): OfficeInfo {
    return editedOffice(this.stored, this.model.changeOf(this.draft, this.stored))
  }

  protected override wrongFields(): number {
    return this.draft ? Object.values(this.#wrong(this.draft)).reduce((n, wrong) => n + wrong, 0) : 0
  }

  override connectedCallback(): void {
    if (this.path === NEW) this.opened = new Set<Pane>(['name'])
    super.connectedCallback()
  }

  /** A new service begins with its name. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.#isBegun || this.path !== NEW || !this.draft) return
    this.#isBegun = true
    this.renderRoot.querySelector<HTMLElement>('.fields input')?.focus()
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (this.path === NEW) return
    const params = { office: this.office.id, service: this.path }
    if (this.draft)
      this.#standing.want(
        `${this.path} ${this.round}`,
        () => ask('GET /api/offices/:office/services/:service/standing', { params }),
        this.path,
      )
  }

  protected form() {
    const { draft } = this
    if (!draft || !this.#isTheirs()) return this.#gone()
    const shown = withAsking(draft)
    return html`${this.#head(draft)}
      <div class="cols">
        <div class="stack">
          ${this.#pane('asking', casesTable(shown, this.#standing.value), () => this.#asking(draft))}
          ${this.#pane('name', stepsLine(shown, this.wanted), () => [nameFields(this.#plain(draft.service), this.wanted), this.#removal(draft)])}
          ${this.#pane('published', nothing, () => publishedFields(this.#plain(draft.service)))}
          ${this.#pane('booking', html`<p class="said">${bookingSaid(draft.typed)}</p>`, () => this.#booking(draft))}
          ${this.#pane('search', this.#searched(draft.typed), () => searchFields(this.#typed(draft), this.#may('advises')))}
          ${this.#pane('inner', nothing, () => innerFields(this.#plain(draft.service)))}
        </div>
        ${standardPane(shown, this.path, gap => void this.#fill(gap))}
      </div>`
  }

  /** Somebody of an agency has the pages of its own services. */
  #isTheirs(): boolean {
    const { agency } = this.staff
    return agency === null || (this.path !== NEW && hasService(this.stored, agency, this.path))
  }

  #gone() {
    return html`<ui-state kind="empty" icon="list" heading=${t(words.gone)}
      >${t(words['gone.why'])} <a href="#/pengaturan/layanan">${t(words.back)}</a></ui-state
    >`
  }

  #head(draft: ServiceDraft) {
    const { id, letter, name, open, retired } = draft.service
    const withPart = (part: Partial<ServiceInfo>) => ({ ...draft, service: { ...draft.service, ...part } })
    const counters = this.stored.counters.filter(c => c.services.includes(id)).map(c => c.name)
    const state = retired ? t(words.retired) : open ? '' : t(words.paused)
    const said = [counters.join(', ') || t(words['counters.none']), state].filter(text => text !== '').join(' · ')
    return html`<header class="head">
      <div>
        <p class="note"><a href="#/pengaturan/layanan">${t(words.back)}</a></p>
        <h1>${letter} · ${t(name) || t(words.new)}</h1>
        <p class="soft">${this.#waiting()}${said}</p>
      </div>
      <div class="acts" ?hidden=${this.path === NEW}>
        <a class="link" href="#/pengaturan/riwayat">${icon('history')} ${t(words.versions)}</a>
        <ui-button @click=${() => void this.#deed(withPart({ open: !open }))}
          >${open ? icon('pause') : nothing} ${t(open ? words.pause : words.resume)}</ui-button
        >
        ${
          this.#may('retired')
            ? html`<ui-button
                variant=${retired ? nothing : 'danger'}
                @click=${() => void this.#deed(withPart({ retired: !retired }))}
                >${t(retired ? words.unretire : words.retire)}</ui-button
              >`
            : nothing
        }
      </div>
    </header>`
  }

  #waiting() {
    const { value, error } = this.#standing
    if (value) return html`<b>${t(words.standing, { n: value.waiting })}</b> · `
    if (!error) return nothing
    return html`<span class="wrong">${t(words['standing.failed'])}</span>
      <ui-button size="s" @click=${() => this.#standing.retry()}>${t(words['standing.again'])}</ui-button> · `
  }

  /** A part of the page: how it stands, and its fields once somebody wants to change it. */
  #pane(pane: Pane, said: unknown, fields: () => unknown) {
    const open = this.#isOpen(pane)
    const what = t(pane === 'inner' ? words.inner : words[`pane.${pane}`])
    return html`<section class="pane" aria-labelledby="pane-${pane}">
      <header>
        <h2 id="pane-${pane}">${what}</h2>
        <ui-button
          size="s"
          label=${t(words[open ? 'done.label' : 'edit.label'], { what })}
          @click=${() => this.#toggle(pane)}
          >${t(open ? words.done : words.edit)}</ui-button
        >
      </header>
      ${said} ${open ? html`<div class="fields stack">${fields()}</div>` : nothing}
    </section>`
  }

  /** One that nobody has ever come for can be taken away; that it cannot is said here. */
  #removal({ removed: _, ...draft }: ServiceDraft) {
    if (this.path === NEW || this.staff.agency !== null) return nothing
    const wrong = this.unsoundAt(`services.${draft.service.id}.removed`)
    const gone = this.draft?.removed
    return html`<div class="removal">
      <p class=${wrong ? 'wrong' : 'note'}>${wrong || t(words['remove.note'])}</p>
      <ui-button
        size="s"
        variant=${gone ? nothing : 'danger'}
        @click=${() => (gone ? this.set(draft) : void this.#deed({ ...draft, removed: true }))}
        >${t(gone ? words.keep : words.remove)}</ui-button
      >
    </div>`
  }

  #asking(draft: ServiceDraft) {
    const { typed, problems, change } = this.#typed(draft)
    return askingFields({
      draft: typed.asking,
      line: field => bareLine(problems, { ...field, name: `asking.${field.name}` }, 'text'),
      problem: name => problemLine(`asking.${name}`, problems),
      set: asking => change({ asking }),
    })
  }

  #booking(draft: ServiceDraft) {
    const form = this.#typed(draft)
    return html`<div class="pair top">
      <div class="stack">${bookingFields(form)}</div>
      <div class="stack">${documentFields(form)}</div>
    </div>`
  }

  #searched({ keywords }: DraftService) {
    return html`<p class="said">${keywords.trim() || html`<span class="soft">${t(words['search.none'])}</span>`}</p>`
  }

  #typed(draft: ServiceDraft) {
    const problems = this.tried ? serviceProblems(draft.typed) : {}
    const change = (part: Partial<DraftService>) => this.set({ ...draft, typed: { ...draft.typed, ...part } })
    return { typed: draft.typed, problems, change }
  }

  #plain(service: ServiceInfo): PlainForm {
    return {
      ...{ service, tried: this.tried },
      may: part => this.#may(part),
      wrong: part => this.unsoundAt(`services.${service.id}.${part}`),
      change: part => this.#change(part),
    }
  }

  #change(part: Partial<ServiceInfo>): void {
    const { draft } = this
    if (draft) this.set({ ...draft, service: { ...draft.service, ...part } })
  }

  /** What one button does, shown with its effects before it is so. */
  async #deed(draft: ServiceDraft): Promise<void> {
    this.set(draft)
    await this.foresee()
  }

  #may(part: string): boolean {
    return this.path === NEW || mayChange(this.stored, this.staff.agency, `services.${this.path}.${part}`)
  }

  #toggle(pane: Pane): void {
    const others = [...this.opened].filter(p => p !== pane)
    this.opened = new Set(this.#isOpen(pane) ? others : [...others, pane])
  }

  #isOpen(pane: Pane): boolean {
    if (this.opened.has(pane)) return true
    if (!this.tried || !this.draft) return false
    return this.#wrong(this.draft)[pane] > 0 || (pane === 'name' && this.unsound.length > 0)
  }

  /** How many fields of each part cannot be saved as they are typed. */
  #wrong({ service, typed }: ServiceDraft): Readonly<Record<Pane, number>> {
    const problems = Object.keys(serviceProblems(typed))
    const of = (...starts: readonly string[]) => problems.filter(p => starts.some(s => p.startsWith(s))).length
    const minutes = minutesOf(service).filter(([, value, most]) => !(value >= 1 && value <= most))
    return {
      ...{ asking: of('asking.'), booking: of('booking.', 'document.'), search: of('keywords') },
      ...{ name: isLetter(service.letter) ? 0 : 1, published: minutes.length, inner: 0 },
    }
  }

  /** Opens where a component of the standard is filled in, with the focus on it. */
  async #fill(gap: Gap): Promise<void> {
    const pane = paneOf(gap)
    this.opened = new Set([...this.opened, pane])
    await this.updateComplete
    const field = this.renderRoot.querySelector<HTMLElement>(`[aria-describedby="w-services.${this.path}.${gap}"]`)
    const first = this.renderRoot.querySelector<HTMLElement>(`[aria-labelledby="pane-${pane}"] .fields ui-button`)
    ;(field ?? first)?.focus()
  }

  /** A new service has a page once it is saved. */
  #toMade({ services }: OfficeInfo): void {
    if (this.path !== NEW) return
    const made = services.find(s => !this.office.services.some(known => known.id === s.id))
    if (made) location.hash = serviceHref(made.id)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-page': ServicePage
  }
}
