import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { Input } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { fieldsOf, withSeen } from '../../../shared/office/structure/change.ts'
import { newlyUnsound, type Unsound } from '../../../shared/office/structure/sound.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { formText as words } from '../../../shared/text/structure-form.ts'
import { actOf } from '../../../shared/web/act.ts'
import { codeOf } from '../../../shared/web/client.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { Ticker } from '../../../shared/web/ticker.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { LeaveGuard } from '../../leave/leave-guard.ts'
import { ask } from '../../parts/ask.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { Conflicts, type Model } from '../conflicts.ts'
import '../overtaken-pane.ts'
import type { OvertakenPane, Side } from '../overtaken-pane.ts'
import { fieldName } from '../said/field-words.ts'
import { deedOf } from './deed.ts'
import type { Told } from './effect-lines.ts'
import './effects-pane.ts'
import { changesSaid, footSaid, leaveDialog, savedSaid, unsoundSaid, unsoundSummary } from './form-says.ts'
import { footStyles, pageStyles } from './form-styles.ts'
import { freshOffice, keptTyped, onceFor } from './typed.ts'

type Patch = NonNullable<Input<'PATCH /api/offices/:office/settings'>['body']>

const LOOK_MS = 30_000

/** A page on which a part of the office is typed over: nothing is saved before its effects were seen. */
export abstract class StructurePage<D> extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, pageStyles, footStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @property() path = ''
  @state() protected draft!: D
  /** The office as it was seen: what is typed over stays as it was then, everything else follows. */
  @state() protected stored!: OfficeInfo
  @state() protected unsound: readonly Unsound[] = []
  @state() protected tried = false
  @state() private failure = ''
  @state() private saved = ''
  @state() private told: (Told & { readonly at: number; readonly patch: Patch }) | undefined
  @query('overtaken-pane') private twofold!: OvertakenPane | null
  @query('[aria-invalid="true"]') private firstWrong!: HTMLElement | null
  @query('.look') private lookButton!: HTMLElement | null
  readonly #act = actOf(() => this.requestUpdate())
  readonly #guard = new LeaveGuard(this, () => this.dirty)
  #conflicts!: Conflicts<D>
  readonly #changed = onceFor((draft: D, stored: OfficeInfo) => this.model.changeOf(draft, stored))
  readonly #kept = new KeptForm(this, {
    form: () => `${this.localName} ${this.office.id} ${this.path}`,
    read: () => (this.dirty ? { draft: JSON.stringify(this.draft), stored: JSON.stringify(this.stored) } : undefined),
    write: fields => {
      const kept = keptTyped(fields, this.model)
      if (kept) Object.assign(this, this.#conflicts.follow(kept, this.office))
    },
  })

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: LOOK_MS, tick: () => this.#look() })
  }

  /** How what is typed here stands to the office. */
  protected abstract readonly model: Model<D>
  /** The form; `heading` stands above it. */
  protected abstract form(): unknown
  /** How many fields cannot be saved as they are typed. */
  protected wrongFields(): number {
    return 0
  }

  protected get dirty(): boolean {
    return this.stored !== undefined && fieldsOf(this.#change()).size > 0
  }

  protected set(draft: D): void {
    this.draft = draft
    this.saved = ''
    this.failure = ''
  }

  override connectedCallback(): void {
    this.#begin()
    super.connectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#begin()
    if (changed.has('office') && this.office !== this.stored)
      Object.assign(this, this.#conflicts.follow(this.#typed, this.office))
  }

  protected override render() {
    return html`${this.told ? this.#effects(this.told) : this.#editing()} ${leaveDialog(this.#guard, this.#discard)}`
  }

  #editing() {
    const fields = this.#conflicts.fields(this.#typed)
    const twofold = html`<overtaken-pane
      .office=${this.office}
      .fields=${fields}
      @take=${(e: CustomEvent<{ field: string; side: Side }>) => this.#take(e.detail.field, e.detail.side)}
    ></overtaken-pane>`
    return html`${fields.length > 0 ? twofold : nothing} ${this.#kept.note(() => void this.undo())} ${this.form()}
    ${this.#foot()}`
  }

  #effects({ patch, at, ...told }: NonNullable<typeof this.told>) {
    const wanted = this.wanted
    const { seen: _, ...change } = patch
    return html`<effects-pane
      .office=${wanted}
      .told=${told}
      .changes=${changesSaid(patch, this.stored, wanted)}
      .at=${at}
      .deed=${deedOf(change, this.stored)}
      .failure=${this.failure}
      ?busy=${this.#act.busy()}
      @dismiss=${() => void this.#back()}
      @confirm=${(e: CustomEvent<{ foreseen: number; reason?: string }>) => void this.#save(patch, e.detail)}
    ></effects-pane>`
  }

  #foot(): TemplateResult {
    const { wanted } = this
    const names = [...fieldsOf(this.#change()).keys()].map(field => fieldName(field, wanted))
    const busy = this.#act.busy()
    const wrong = this.tried ? this.wrongFields() : 0
    const said = this.failure || (busy ? t(words.looking) : footSaid(names, wrong, this.saved))
    return html`<div class="foot ${names.length > 0 ? 'dirty' : ''}">
      <span role="status" class=${this.failure || wrong > 0 ? 'wrong' : ''}>${said}</span>
      <ui-button ?disabled=${names.length === 0 || busy} @click=${() => void this.undo()}
        >${t(adminText['set.undo'])}</ui-button
      >
      <ui-button
        class="look"
        variant="primary"
        ?disabled=${names.length === 0}
        ?busy=${busy}
        @click=${() => void this.foresee()}
        >${t(words.look)} ${icon('arrow')}</ui-button
      >
    </div>`
  }

  /** What does not fit at a field, said below it. */
  protected unsoundAt(field: string): string {
    return this.unsound
      .filter(u => u.field === field)
      .map(u => unsoundSaid(u, this.wanted))
      .join(' ')
  }

  /** Works out what the change would do, and shows it in place of the form. */
  protected async foresee(): Promise<void> {
    this.tried = true
    this.saved = ''
    const wanted = this.wanted
    if (this.wrongFields() > 0) return this.#toFirstWrong()
    this.unsound = newlyUnsound(this.stored, wanted)
    if (this.unsound.length > 0) return this.#sayUnsound()
    if (this.#conflicts.fields(this.#typed).some(f => f.take === undefined)) return this.#decide()
    this.failure = ''
    const patch = withSeen(this.#change(), this.stored) as Patch
    const params = { office: this.office.id }
    const body = patch as NonNullable<Input<'POST /api/offices/:office/settings/effects'>['body']>
    const told = await this.#act.run({ look: patch }, () =>
      ask('POST /api/offices/:office/settings/effects', { params, body }),
    )
    if (told) this.told = { ...told, at: Date.now() + (this.live?.clockError ?? 0), patch }
    else await this.#refused()
  }

  async #save(patch: Patch, seen: { foreseen: number; reason?: string }): Promise<void> {
    const params = { office: this.office.id }
    const body = { ...patch, ...seen }
    this.failure = ''
    const saved = await this.#act.run(body, key => ask('PATCH /api/offices/:office/settings', { params, body }, key))
    if (!saved) return this.#refused()
    const lost = this.told?.touched.total ?? 0
    this.told = undefined
    this.#settle(saved.office)
    this.saved = savedSaid(saved.touched, lost)
    emit(this, 'officechanged', saved.office)
    await this.#back()
  }

  /** Back to how the office stands, asked anew where the last answer never came. */
  protected async undo(): Promise<void> {
    if (this.#act.now.state === 'unsaved') {
      try {
        const fresh = await freshOffice(this.office.id)
        this.#act.rest()
        emit(this, 'officechanged', (this.office = fresh))
      } catch (error) {
        this.failure = sentenceOf(error)
        return
      }
    }
    this.#settle(this.office)
  }

  get #typed() {
    return { draft: this.draft, stored: this.stored }
  }

  #change() {
    return this.#changed(this.draft, this.stored)
  }

  /** The office as it would be. */
  protected abstract get wanted(): OfficeInfo

  #begin(): void {
    if (this.stored !== undefined || !this.office) return
    this.#conflicts = new Conflicts(this.model)
    this.stored = this.office
    this.draft = this.model.draftOf(this.office)
  }

  #settle(office: OfficeInfo): void {
    this.stored = office
    this.draft = this.model.draftOf(office)
    this.#conflicts.clear()
    this.unsound = []
    this.tried = false
    this.failure = ''
  }

  #take(field: string, side: Side): void {
    Object.assign(this, this.#conflicts.take(this.#typed, field, side))
    this.failure = ''
  }

  readonly #discard = (): void => {
    this.#kept.drop()
    this.#guard.leave()
  }

  #look(): void {
    if (document.visibilityState === 'visible' && !this.#act.busy()) emit(this, 'replanned')
  }

  async #back(): Promise<void> {
    this.told = undefined
    await this.updateComplete
    this.lookButton?.focus()
  }

  async #refused(): Promise<void> {
    const { error } = this.#act
    const code = codeOf(error)
    if (code === 'STRUCTURE_UNSOUND' && error instanceof AppError) {
      this.told = undefined
      this.unsound = (error.data?.['problems'] ?? []) as readonly Unsound[]
      return this.#sayUnsound()
    }
    if (code === 'SETTINGS_CHANGED') {
      this.told = undefined
      const fresh = await freshOffice(this.office.id).catch(() => undefined)
      if (fresh) {
        Object.assign(this, this.#conflicts.follow(this.#typed, fresh))
        emit(this, 'officechanged', fresh)
      }
      return this.#decide()
    }
    // More have booked than were told: what happens now, in place of what was shown.
    if (code === 'BOOKINGS_TOUCHED') await this.foresee()
    if (error) this.failure ||= sentenceOf(error)
  }

  #sayUnsound(): Promise<void> {
    this.failure = unsoundSummary(this.unsound, this.wanted)
    return this.#toFirstWrong()
  }

  async #toFirstWrong(): Promise<void> {
    await this.updateComplete
    this.firstWrong?.focus()
  }

  async #decide(): Promise<void> {
    this.failure = t(adminText['set.overtaken'])
    await this.updateComplete
    this.twofold?.focus()
  }
}
