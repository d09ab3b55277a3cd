import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { isOpened } from '../../shared/office/opened.ts'
import { reachesPeople } from '../../shared/queue/changes/consequences.ts'
import { adminBookingText } from '../../shared/text/admin-booking.ts'
import { adminText } from '../../shared/text/admin.ts'
import { effectsText } from '../../shared/text/effects.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { actOf } from '../../shared/web/act.ts'
import { call, codeOf } from '../../shared/web/client.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { isRehearsal } from '../../shared/web/rehearsal.ts'
import { Ticker } from '../../shared/web/ticker.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-dialog.ts'
import './admin-effects.ts'
import type { Foreseen } from './admin-effects.ts'
import { taken } from './draft-taken.ts'
import { changeOf, draftOf, followed, isDirty, keptDraft, patchOf, problemsOf, type Draft } from './admin-draft.ts'
import { LeaveGuard } from '../leave/leave-guard.ts'
import { settingsStyles } from './admin-settings-styles.ts'
import { Conflicts } from './conflicts.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { ask } from '../parts/ask.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import './overtaken-pane.ts'
import type { OvertakenPane, Side } from './overtaken-pane.ts'
import { bookingSection } from './settings-booking.ts'
import { officeSection, searchSection } from './settings-office.ts'

const SECTIONS = ['office', 'booking', 'search'] as const
type Section = (typeof SECTIONS)[number]

const SHOW = { office: officeSection, booking: bookingSection, search: searchSection } as const

/** How often the form asks for what others have changed. */
const LOOK_MS = 30_000

/** The settings of the office as one form; what is typed is kept until it is saved or thrown away. */
@customElement('admin-settings')
export class AdminSettings extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, settingsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private draft: Draft | undefined
  /** The office as it was seen: what is typed over stays as it was then, everything else follows. */
  @state() private stored: OfficeInfo | undefined
  @state() private section: Section = 'office'
  @state() private tried = false
  @state() private failure = ''
  /** How many bookings the last save let go, and how many its maker was told of. */
  @state() private saved: { readonly n: number; readonly seen: number } | undefined
  /** A change that touches bookings, while its maker looks at whom. */
  @state() private looking: ReturnType<typeof patchOf> | undefined
  @query('[aria-invalid="true"], admin-hours[wrong]') private firstWrong!: HTMLElement | null
  @query('overtaken-pane') private twofold!: OvertakenPane
  readonly #conflicts = new Conflicts({ draftOf, changeOf, followed, taken })
  readonly #act = actOf(() => this.requestUpdate())
  readonly #guard = new LeaveGuard(this, () => this.#dirty)
  readonly #kept = new KeptForm(this, {
    form: () => `settings ${this.office.id}`,
    read: () => (this.#dirty ? { draft: JSON.stringify(this.draft), stored: JSON.stringify(this.stored) } : undefined),
    write: fields => {
      const kept = keptDraft(fields)
      if (kept) Object.assign(this, this.#conflicts.follow(kept, this.office))
    },
  })

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: LOOK_MS, tick: () => this.#look() })
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.stored ??= this.office
    this.draft ??= draftOf(this.stored)
    if (changed.has('office') && this.office !== this.stored) this.#follow(this.office)
  }

  get #dirty(): boolean {
    return this.draft !== undefined && this.stored !== undefined && isDirty(this.draft, this.stored)
  }

  protected override render() {
    const draft = this.draft!
    const problems = this.tried ? problemsOf(draft, this.stored!) : {}
    const form = { draft, problems, stored: this.stored!, set: (change: Partial<Draft>) => this.#set(change) }
    return html`<div class="head">
        <div>
          <h1>${t(adminText['set.title'])}</h1>
          <p class="soft">${t(adminText[isRehearsal() ? 'set.lead.rehearsal' : 'set.lead'])}</p>
          ${isOpened(this.office) ? html`<a href="#/terbuka">${t(wizardText['opened.find'])}</a>` : nothing}
        </div>
        <div class="sections" role="group" aria-label=${t(adminBookingText.sections)}>
          ${SECTIONS.map(
            section =>
              html`<ui-button size="s" .pressed=${this.section === section} @click=${() => (this.section = section)}
                >${t(adminBookingText[`section.${section}`])}</ui-button
              >`,
          )}
        </div>
      </div>
      <overtaken-pane
        .office=${this.office}
        .fields=${this.#conflicts.fields(this.#typed)}
        @take=${(e: CustomEvent<{ field: string; side: Side }>) => this.#take(e.detail.field, e.detail.side)}
      ></overtaken-pane>
      ${keyed(this.section, SHOW[this.section](form))} ${this.#bar(Object.keys(problems).length)}
      <admin-effects
        .office=${this.office}
        .change=${this.looking}
        ?busy=${this.#act.busy()}
        @dismiss=${() => (this.looking = undefined)}
        @confirm=${(e: CustomEvent<Foreseen>) => void this.#save(e.detail)}
      ></admin-effects>
      <ui-dialog
        ?open=${this.#guard.asking}
        heading=${t(adminText['set.leave'])}
        primary=${t(adminText['set.stay'])}
        secondary=${t(adminText['set.discard'])}
        secondaryVariant="danger"
        @primary=${() => this.#guard.stay()}
        @dismiss=${() => this.#guard.stay()}
        @secondary=${this.#discard}
        >${t(adminText['set.leave.why'])}</ui-dialog
      >`
  }

  #bar(wrong: number) {
    const dirty = this.#dirty
    const busy = this.#act.busy()
    const words =
      this.failure ||
      (wrong > 0
        ? t(adminText['set.problems'], { n: wrong })
        : busy
          ? t(adminText['set.saving'])
          : dirty
            ? t(adminText['set.dirty'])
            : this.saved
              ? savedText(this.saved)
              : t(adminText['set.clean']))
    return html`<div class="bar ${dirty ? 'dirty' : ''}">
      <span role="status" class=${this.failure || wrong > 0 ? 'wrong' : ''}>${words}</span>
      <ui-button ?disabled=${!dirty || busy} @click=${() => void this.#undo()}>${t(adminText['set.undo'])}</ui-button>
      <ui-button variant="primary" ?disabled=${!dirty} ?busy=${busy} @click=${() => void this.#save()}
        >${t(adminText['set.save'])}</ui-button
      >
    </div>`
  }

  #set(change: Partial<Draft>): void {
    this.draft = { ...this.draft!, ...change }
    this.saved = undefined
    this.failure = ''
  }

  /** Back to how the office stands, asked anew where the last answer never came. */
  readonly #undo = async (): Promise<void> => {
    if (this.#act.now.state === 'unsaved') {
      try {
        const fresh = await this.#fresh()
        this.#act.rest()
        emit(this, 'officechanged', (this.stored = fresh))
      } catch (error) {
        this.failure = sentenceOf(error)
        return
      }
    } else this.stored = this.office
    this.draft = draftOf(this.stored)
    this.#conflicts.clear()
    this.tried = false
    this.failure = ''
  }

  readonly #discard = (): void => {
    this.#kept.drop()
    this.#guard.leave()
  }

  /** Somebody else may have changed a setting; the shell reads the office again. */
  #look(): void {
    if (document.visibilityState === 'visible' && !this.#act.busy()) emit(this, 'replanned')
  }

  get #typed() {
    return { draft: this.draft!, stored: this.stored! }
  }

  #follow(fresh: OfficeInfo): void {
    Object.assign(this, this.#conflicts.follow(this.#typed, fresh))
  }

  #take(field: string, side: Side): void {
    Object.assign(this, this.#conflicts.take(this.#typed, field, side))
    this.failure = ''
  }

  /** `told`: what its maker was told that the change reaches. */
  async #save(told?: Foreseen): Promise<void> {
    const draft = this.draft!
    this.tried = true
    const [wrong] = Object.keys(problemsOf(draft, this.stored!))
    if (wrong !== undefined) {
      this.section = sectionOf(wrong)
      await this.updateComplete
      this.firstWrong?.focus()
      return
    }
    if (this.#conflicts.fields(this.#typed).some(f => f.take === undefined)) return this.#decide()
    this.failure = ''
    const params = { office: this.office.id }
    const patch = patchOf(draft, this.stored!)
    if (!told && (await this.#reaches(patch))) {
      this.looking = patch
      return
    }
    const body = told ? { ...patch, foreseen: told.foreseen } : patch
    const saved = await this.#act.run(body, key => ask('PATCH /api/offices/:office/settings', { params, body }, key))
    this.looking = codeOf(this.#act.error) === 'BOOKINGS_TOUCHED' ? patch : undefined
    if (saved) {
      this.draft = followed(this.draft!, draft, draftOf(saved.office))
      this.stored = saved.office
      this.#conflicts.clear()
      this.tried = false
      this.saved = { n: saved.touched, seen: told?.lost ?? 0 }
      emit(this, 'officechanged', saved.office)
    } else if (this.looking) return
    else if (codeOf(this.#act.error) === 'SETTINGS_CHANGED') await this.#overtaken()
    else if (this.#act.error) this.failure = sentenceOf(this.#act.error)
  }

  /** Whether a change reaches anybody, who is shown before it is saved; where nobody could count, the save says what is wrong. */
  async #reaches(body: ReturnType<typeof patchOf>): Promise<boolean> {
    const params = { office: this.office.id }
    const told = await this.#act.run({ look: body }, () =>
      ask('POST /api/offices/:office/settings/effects', { params, body }),
    )
    return told !== undefined && (told.touched.total + told.touched.entries > 0 || reachesPeople(told.consequences))
  }

  /** Shows what others made of the same fields; nothing is saved before each of them is decided. */
  async #overtaken(): Promise<void> {
    this.failure = sentenceOf(this.#act.error)
    const fresh = await this.#fresh().catch(() => undefined)
    if (!fresh) return
    this.#follow(fresh)
    emit(this, 'officechanged', fresh)
    await this.#decide()
  }

  /** The office as the server has it now. */
  async #fresh(): Promise<OfficeInfo> {
    return (await call('GET /api/offices/:office', { params: { office: this.office.id } })).office
  }

  async #decide(): Promise<void> {
    this.failure = t(adminText['set.overtaken'])
    await this.updateComplete
    this.twofold.focus()
  }
}

/** What came of a save, with how many it let go. */
function savedText({ n, seen }: { readonly n: number; readonly seen: number }): string {
  if (n === seen) return n === 0 ? t(adminText['set.saved']) : t(effectsText.saved, { n })
  return t(effectsText['saved.other'], { n, seen })
}

/** Where the field of a problem stands. */
function sectionOf(name: string): Section {
  if (name === 'elsewhere') return 'search'
  return name.startsWith('booking.') || name.startsWith('special.') ? 'booking' : 'office'
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-settings': AdminSettings
  }
}
