import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, queryAll, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { MOST_LETTERS, MOST_NUMBER } from '../../../shared/survey/collect/sheet.ts'
import { inLang } from '../../../shared/survey/instrument/instrument.ts'
import { QUESTIONS, type Score, type Unsur } from '../../../shared/survey/instruments.ts'
import {
  NOT_FILLED_IN,
  PROFILE,
  PROFILE_KEYS,
  valuesOf,
  type ProfileKey,
} from '../../../shared/survey/profile/profile.ts'
import { collectText as words } from '../../../shared/text/collect.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles, gridStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { collectStyles } from './collect-styles.ts'
import './paper-last.ts'
import type { FormChange } from './paper-last.ts'

const READ = 'GET /api/offices/:office/paper-forms'
const SAVE = 'POST /api/offices/:office/paper-forms'
type View = Reply<typeof READ>

/** A form as far as it is typed. */
interface Typed {
  readonly no: string
  readonly date: string
  readonly service: string
  readonly answers: Readonly<Partial<Record<Unsur, Score>>>
  readonly profile: Readonly<Partial<Record<ProfileKey, string>>>
  readonly suggestion: string
}
const NOTHING: Typed = { no: '', date: '', service: '', answers: {}, profile: {}, suggestion: '' }
type Missing = 'need.no' | 'need.date' | 'need.service' | 'need.mark'

/** Types forms of paper in, one after another, by the keyboard alone. */
@customElement('paper-pane')
export class PaperPane extends LitElement {
  static override styles = [baseStyles, fieldStyles, gridStyles, paneStyles, collectStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @state() private typed = NOTHING
  @state() private missing: Missing | undefined
  @state() private said: FormChange | undefined
  @query('#no') private number!: HTMLInputElement
  @queryAll('.marks input') private cells!: NodeListOf<HTMLInputElement>
  /** As the form stands before anything is typed: the next of a pile keeps date and service. */
  #blank = NOTHING
  #round = 0
  readonly #read = new Fetched<View>(this)
  readonly #act = actOf(() => this.requestUpdate())
  readonly #kept = new KeptForm(this, {
    form: () => `paper form ${this.office.id}`,
    read: () => (this.typed === this.#blank ? undefined : { typed: JSON.stringify(this.typed) }),
    write: kept => (this.typed = typedIn(kept['typed']) ?? this.typed),
  })

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#read.want(`${this.#round}`, () => ask(READ, { params: { office: this.office.id } }))
  }

  protected override render() {
    return html`${whenRead(this.#read, view => html`${this.#form(view)}<paper-last .office=${this.office} .forms=${view.forms} @changed=${this.#changed}></paper-last>`)}`
  }

  #form({ since, today, asked }: View) {
    const { no, date, service, suggestion } = this.typed
    const { error } = this.#act
    const wrong = (what: Missing) => (this.missing === what ? 'true' : nothing)
    return html`<section class="pane stack" aria-labelledby="form">
      <h2 id="form">${t(words['tab.type'])}</h2>
      <p class="note">${t(words.how)}</p>
      ${this.#kept.note(() => {
        this.typed = this.#blank = NOTHING
        this.#kept.drop()
      })}
      <div class="three top">
        <label class="field"
          ><span>${t(words.no)}</span
          ><input
            id="no"
            autocomplete="off"
            maxlength=${MOST_NUMBER}
            aria-invalid=${wrong('need.no')}
            .value=${no}
            @input=${(e: Event) => this.#set({ no: (e.target as HTMLInputElement).value })}
        /></label>
        <label class="field"
          ><span>${t(words.date)}</span
          ><input
            type="date"
            min=${since}
            max=${today}
            aria-invalid=${wrong('need.date')}
            aria-describedby="since"
            .value=${date}
            @input=${(e: Event) => this.#set({ date: (e.target as HTMLInputElement).value })}
          /><small id="since" class="note"
            >${t(words['date.since'], { date: dateYearText(since, lang()) })}</small
          ></label
        >
        <label class="field"
          ><span>${t(words.service)}</span
          ><select
            aria-invalid=${wrong('need.service')}
            @change=${(e: Event) => this.#set({ service: (e.target as HTMLSelectElement).value })}
          >
            <option value="" .selected=${service === ''}>${t(words['service.choose'])}</option>
            ${this.office.services.map(
              one => html`<option value=${one.id} .selected=${one.id === service}>${t(one.name)}</option>`,
            )}
          </select></label
        >
      </div>
      <fieldset>
        <legend>${t(words.marks)}</legend>
        <p class="note">${t(words[asked.version === 0 ? 'order.annex' : 'order.own'], { n: asked.version })}</p>
        <div class="marks">${asked.order.map((unsur, i) => this.#mark(unsur, i))}</div>
        ${
          asked.extra.length === 0
            ? nothing
            : html`<p class="note">
                ${t(words['order.extra'], { names: asked.extra.map(name => inLang(name, lang())).join('; ') })}
              </p>`
        }
      </fieldset>
      <fieldset>
        <legend>${t(words.profile)}</legend>
        <div class="profile">${PROFILE_KEYS.map(item => this.#item(item))}</div>
      </fieldset>
      <label class="field"
        ><span>${t(words.suggestion)}</span
        ><textarea
          maxlength=${MOST_LETTERS}
          .value=${suggestion}
          @input=${(e: Event) => this.#set({ suggestion: (e.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      ${this.missing ? html`<p class="wrong" role="alert">${t(words[this.missing])}</p>` : nothing}
      ${error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(error)}</ui-banner>`}
      <div role="status">
        ${this.said ? html`<ui-banner tone="info">${t(words[this.said.done], { no: this.said.no })}</ui-banner>` : nothing}
      </div>
      <div class="acts">
        <ui-button variant="primary" ?busy=${this.#act.busy()} @click=${() => void this.#save()}
          >${t(words.save)}</ui-button
        >
      </div>
    </section>`
  }

  #mark(unsur: Unsur, i: number) {
    const free = unsur === 'biaya' && this.office.services.find(one => one.id === this.typed.service)?.free === true
    const name = QUESTIONS[unsur].name
    return html`<label
      ><span>${t(name)}${free ? html`<small class="note"> ${t(words.free)}</small>` : nothing}</span
      ><input
        inputmode="numeric"
        autocomplete="off"
        maxlength="1"
        ?disabled=${free}
        aria-label=${t(words['marks.of'], { unsur: t(name) })}
        .value=${free ? '4' : `${this.typed.answers[unsur] ?? ''}`}
        @focus=${(e: Event) => (e.target as HTMLInputElement).select()}
        @keydown=${(e: KeyboardEvent) => this.#key(e, unsur, i)}
        @input=${(e: Event) => this.#put(unsur, i, (e.target as HTMLInputElement).value)}
    /></label>`
  }

  #item(item: ProfileKey) {
    const { question, answers } = PROFILE[item]
    const said = this.typed.profile[item] ?? ''
    const all: Readonly<Record<string, readonly [string, string]>> = answers
    return html`<label class="field"
      ><span>${t(question)}</span
      ><select
        @change=${(e: Event) => this.#set({ profile: { ...this.typed.profile, [item]: (e.target as HTMLSelectElement).value || undefined } as Typed['profile'] })}
      >
        <option value="" .selected=${said === ''}>${t(NOT_FILLED_IN)}</option>
        ${valuesOf(item).map(value => html`<option value=${value} .selected=${value === said}>${t(all[value]!)}</option>`)}
      </select></label
    >`
  }

  #set(change: Partial<Typed>): void {
    this.typed = { ...this.typed, ...change }
    this.missing = undefined
    this.said = undefined
  }

  /** A digit fills in and moves on, 0 and a dash leave it open and move on; nothing else is a mark. */
  #put(unsur: Unsur, i: number, text: string): void {
    const mark = /^[1-4]$/.test(text) ? (Number(text) as Score) : undefined
    const { [unsur]: _, ...others } = this.typed.answers
    this.#set({ answers: mark === undefined ? others : { ...others, [unsur]: mark } })
    const cell = this.cells[i]!
    cell.value = mark === undefined ? '' : text
    if (mark !== undefined || /^[0-]$/.test(text)) this.#to(i + 1)
  }

  #key(event: KeyboardEvent, unsur: Unsur, i: number): void {
    // The same digit once more changes nothing that the field would tell of.
    if (event.key === `${this.typed.answers[unsur]}`) this.#to(i + 1)
    else if (event.key === 'ArrowRight' || event.key === 'Enter') this.#to(i + 1)
    else if (event.key === 'ArrowLeft') this.#to(i - 1)
    else return
    event.preventDefault()
  }

  #to(i: number): void {
    const step = i < 0 ? 1 : [...this.cells].findIndex((cell, at) => at >= i && !cell.disabled)
    const cell = step < 0 ? this.renderRoot.querySelector<HTMLElement>('.profile select') : this.cells[i < 0 ? 0 : step]
    cell?.focus()
  }

  #changed = ({ detail }: CustomEvent<FormChange>): void => {
    this.said = detail
    this.#round += 1
    this.requestUpdate()
  }

  async #save(): Promise<void> {
    const { no, date, service, answers, profile, suggestion } = this.typed
    this.said = undefined
    this.missing =
      no.trim() === ''
        ? 'need.no'
        : date === ''
          ? 'need.date'
          : service === ''
            ? 'need.service'
            : Object.keys(answers).length === 0
              ? 'need.mark'
              : undefined
    if (this.missing) return
    const told = Object.fromEntries(Object.entries(profile).filter(([, value]) => value))
    const input: Input<typeof SAVE> = {
      params: { office: this.office.id },
      query: undefined,
      body: {
        no: no.trim(),
        date,
        service,
        answers,
        profile: told,
        ...(suggestion.trim() === '' ? {} : { suggestion }),
      },
    }
    const done = await this.#act.run(input.body, key => ask(SAVE, input, key))
    if (done === undefined) return
    this.typed = this.#blank = { ...NOTHING, no: nextNumber(no.trim()), date, service }
    this.#kept.drop()
    this.said = { no: no.trim(), done: 'saved' }
    this.#round += 1
    await this.updateComplete
    this.number.focus()
    this.number.select()
  }
}

/** A form as it was kept; undefined for what is none. */
function typedIn(text: string | undefined): Typed | undefined {
  try {
    const read = JSON.parse(text ?? 'null') as Partial<Typed> | null
    return typeof read?.no === 'string' && typeof read.answers === 'object' ? { ...NOTHING, ...read } : undefined
  } catch {
    return undefined
  }
}

/** The number that comes after a form's, where it ends with digits. */
function nextNumber(no: string): string {
  return no.replace(/\d{1,9}$/, digits => `${Number(digits) + 1}`.padStart(digits.length, '0'))
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-pane': PaperPane
  }
}
