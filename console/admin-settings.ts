import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../shared/office/office.ts'
import { METHODS, METHOD_WORDS } from '../shared/survey/ikm.ts'
import { adminText } from '../shared/text/admin.ts'
import { LangController, t } from '../shared/web/lang.ts'
import type { LiveDay } from '../shared/web/live-day.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import '../shared/web/ui/ui-banner.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-choice.ts'
import '../shared/web/ui/ui-dialog.ts'
import { draftOf, isDirty, patchOf, problemsOf, type Draft, type DraftDay, type Problem } from './admin-draft.ts'
import './admin-hours.ts'
import { LeaveGuard } from './admin-leave-guard.ts'
import { settingsStyles } from './admin-settings-styles.ts'
import { ask } from './ask.ts'
import { fieldStyles } from './field-styles.ts'
import type { StaffView } from './pages.ts'
import { paneStyles } from './pane-styles.ts'
import { sentenceOf } from './sentence.ts'

type TextField = 'holidays' | 'textId' | 'textEn' | 'credit' | 'grace' | 'places' | 'minRatings'

/** The settings of the office as one form; what is typed is kept until it is saved or thrown away. */
@customElement('admin-settings')
export class AdminSettings extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, settingsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private draft: Draft | undefined
  @state() private stored: OfficeInfo | undefined
  @state() private tried = false
  @state() private busy = false
  @state() private failure = ''
  @state() private saved = false
  @query('[aria-invalid="true"], admin-hours[wrong]') private firstWrong!: HTMLElement | null
  readonly #guard = new LeaveGuard(this, () => this.#dirty)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.stored ??= this.office
    this.draft ??= draftOf(this.stored)
  }

  get #dirty(): boolean {
    return this.draft !== undefined && this.stored !== undefined && isDirty(this.draft, this.stored)
  }

  protected override render() {
    const draft = this.draft!
    const problems = this.tried ? problemsOf(draft) : {}
    return html`<div>
        <h1>${t(adminText['set.title'])}</h1>
        <p class="soft">${t(adminText['set.lead'])}</p>
      </div>
      <div class="columns">
        <div class="stack">${this.#hours(draft, problems)} ${this.#holidays(draft, problems)}</div>
        <div class="stack">
          ${this.#services(draft)} ${this.#texts(draft, problems)} ${this.#voice(draft)} ${this.#rules(draft, problems)}
          ${this.#survey(draft, problems)}
        </div>
      </div>
      ${this.#bar(Object.keys(problems).length)}
      <ui-dialog
        ?open=${this.#guard.asking}
        heading=${t(adminText['set.leave'])}
        primary=${t(adminText['set.stay'])}
        secondary=${t(adminText['set.discard'])}
        secondaryVariant="danger"
        @primary=${() => this.#guard.stay()}
        @dismiss=${() => this.#guard.stay()}
        @secondary=${() => this.#guard.leave()}
        >${t(adminText['set.leave.why'])}</ui-dialog
      >`
  }

  #pane(key: keyof typeof adminText, content: unknown, note?: keyof typeof adminText) {
    return html`<section class="pane" aria-label=${t(adminText[key])}>
      <h2>${t(adminText[key])}</h2>
      ${note ? html`<p class="note">${t(adminText[note])}</p>` : nothing} ${content}
    </section>`
  }

  #hours(draft: Draft, problems: Readonly<Record<string, Problem>>) {
    return this.#pane(
      'set.hours',
      html`<ui-choice
          ?checked=${draft.alwaysOpen}
          @change=${(e: CustomEvent<{ checked: boolean }>) => this.#set({ alwaysOpen: e.detail.checked })}
          ><span>${t(adminText['set.always'])}<small>${t(adminText['set.always.note'])}</small></span></ui-choice
        >
        <admin-hours
          .days=${draft.days}
          .problems=${problems}
          ?wrong=${Object.keys(problems).some(name => name.startsWith('day.'))}
          @days=${(e: CustomEvent<readonly DraftDay[]>) => this.#set({ days: e.detail })}
        ></admin-hours>`,
    )
  }

  #holidays(draft: Draft, problems: Readonly<Record<string, Problem>>) {
    return this.#pane('set.holidays', this.#area('holidays', 'set.holidays', draft, problems, 9), 'set.holidays.note')
  }

  #services(draft: Draft) {
    const toggle = (id: string, open: boolean) => {
      const closed = this.stored!.services.map(s => s.id).filter(s => (s === id ? !open : draft.closed.includes(s)))
      this.#set({ closed })
    }
    return this.#pane(
      'set.services',
      html`<div class="services">
        ${this.stored!.services.map(
          s =>
            html`<ui-choice
              ?checked=${!draft.closed.includes(s.id)}
              @change=${(e: CustomEvent<{ checked: boolean }>) => toggle(s.id, e.detail.checked)}
              >${t(s.name)}</ui-choice
            >`,
        )}
      </div>`,
      'set.services.note',
    )
  }

  #texts(draft: Draft, problems: Readonly<Record<string, Problem>>) {
    return this.#pane(
      'set.texts',
      html`${this.#area('textId', 'set.textId', draft, problems, 3)}
      ${this.#area('textEn', 'set.textEn', draft, problems, 3)}`,
    )
  }

  #voice(draft: Draft) {
    return this.#pane(
      'set.voice',
      html`<div class="pair">
        ${this.#select(
          'set.reading',
          draft.reading,
          ['digits', 'whole'] as const,
          reading => this.#set({ reading }),
          v => t(adminText[`set.reading.${v}`]),
        )}
        ${this.#select(
          'set.voiceLang',
          draft.voice,
          ['id', 'id+en'] as const,
          voice => this.#set({ voice }),
          v => t(adminText[`set.voice.${v}`]),
        )}
      </div>`,
    )
  }

  #rules(draft: Draft, problems: Readonly<Record<string, Problem>>) {
    return this.#pane(
      'set.rules',
      html`<div class="three">
        ${this.#number('credit', 'set.credit', draft, problems)} ${this.#number('grace', 'set.grace', draft, problems)}
        ${this.#number('places', 'set.places', draft, problems)}
      </div>`,
    )
  }

  #survey(draft: Draft, problems: Readonly<Record<string, Problem>>) {
    return this.#pane(
      'set.survey',
      html`<div class="pair">
        ${this.#number('minRatings', 'set.minRatings', draft, problems)}
        ${this.#select(
          'set.method',
          draft.ikmMethod,
          METHODS,
          ikmMethod => this.#set({ ikmMethod }),
          v => t(METHOD_WORDS[v]),
        )}
      </div>`,
    )
  }

  #bar(wrong: number) {
    const dirty = this.#dirty
    const words =
      this.failure ||
      (wrong > 0
        ? t(adminText['set.problems'], { n: wrong })
        : t(adminText[dirty ? 'set.dirty' : this.saved ? 'set.saved' : 'set.clean']))
    return html`<div class="bar ${dirty ? 'dirty' : ''}">
      <span role="status" class=${this.failure || wrong > 0 ? 'wrong' : ''}>${words}</span>
      <ui-button ?disabled=${!dirty} @click=${this.#undo}>${t(adminText['set.undo'])}</ui-button>
      <ui-button variant="primary" ?disabled=${!dirty} ?busy=${this.busy} @click=${() => void this.#save()}
        >${t(adminText['set.save'])}</ui-button
      >
    </div>`
  }

  #area(
    name: TextField,
    label: keyof typeof adminText,
    draft: Draft,
    problems: Readonly<Record<string, Problem>>,
    rows: number,
  ) {
    return html`<label class="field">
        <span class=${name === 'holidays' ? 'vh' : ''}>${t(adminText[label])}</span>
        <textarea
          rows=${rows}
          .value=${draft[name]}
          aria-invalid=${problems[name] ? 'true' : 'false'}
          aria-describedby="wrong-${name}"
          @input=${(e: Event) => this.#set({ [name]: (e.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${this.#problem(name, problems)}`
  }

  #number(name: TextField, label: keyof typeof adminText, draft: Draft, problems: Readonly<Record<string, Problem>>) {
    return html`<div>
      <label class="field">
        <span>${t(adminText[label])}</span>
        <input
          inputmode="numeric"
          .value=${draft[name]}
          aria-invalid=${problems[name] ? 'true' : 'false'}
          aria-describedby="wrong-${name}"
          @input=${(e: Event) => this.#set({ [name]: (e.target as HTMLInputElement).value })}
        />
      </label>
      ${this.#problem(name, problems)}
    </div>`
  }

  #problem(name: string, problems: Readonly<Record<string, Problem>>) {
    const problem = problems[name]
    return html`<span class="wrong" id="wrong-${name}"
      >${problem ? t(adminText[problem.word], problem.values) : ''}</span
    >`
  }

  #select<T extends string>(
    label: keyof typeof adminText,
    value: T,
    options: readonly T[],
    choose: (value: T) => void,
    words: (value: T) => string,
  ) {
    return html`<label class="field">
      <span>${t(adminText[label])}</span>
      <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value as T)}>
        ${options.map(o => html`<option value=${o} .selected=${o === value}>${words(o)}</option>`)}
      </select>
    </label>`
  }

  #set(change: Partial<Draft>): void {
    this.draft = { ...this.draft!, ...change }
    this.saved = false
    this.failure = ''
  }

  readonly #undo = (): void => {
    this.draft = draftOf(this.stored!)
    this.tried = false
    this.failure = ''
  }

  async #save(): Promise<void> {
    const draft = this.draft!
    this.tried = true
    if (Object.keys(problemsOf(draft)).length > 0) {
      await this.updateComplete
      this.firstWrong?.focus()
      return
    }
    this.busy = true
    this.failure = ''
    try {
      const { office } = await ask('PATCH /api/offices/:office/settings', {
        params: { office: this.office.id },
        body: patchOf(draft, this.stored!),
      })
      this.stored = office
      this.draft = draftOf(office)
      this.tried = false
      this.saved = true
      emit(this, 'officechanged', office)
    } catch (error) {
      this.failure = sentenceOf(error)
    }
    this.busy = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-settings': AdminSettings
  }
}
