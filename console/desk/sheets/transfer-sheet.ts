import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { QueueDay, Ticket } from '../../../shared/queue/day.ts'
import { typedIn } from '../../../shared/search/begun.ts'
import { sheetText as words } from '../../../shared/text/desk-sheets.ts'
import { timeText } from '../../../shared/text/ui.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-key.ts'
import { isOnPressable, WindowKeys } from '../../../shared/web/window-keys.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { counterName } from '../../parts/names.ts'
import { sheetForm } from './sheet-form.ts'
import { sheetStyles, transferStyles } from './sheet-styles.ts'
import { targetsOf, type Target } from './targets.ts'

/** Where a number goes. */
export interface Destination {
  readonly serviceId: string
  readonly sentTo?: string
  readonly note?: string
}

const MOST_NOTE = 140

/** Asks where the number at the counter goes: service, counter, note. Raises `go` with a `Destination`, or `dismiss`. */
@customElement('desk-transfer')
export class DeskTransfer extends LitElement {
  static override styles = [baseStyles, sheetStyles, transferStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day!: QueueDay
  @property({ attribute: false }) ticket!: Ticket
  /** The counter at which it stands. */
  @property() counter = ''
  @state() private typed = ''
  @state() private to = ''
  @state() private sentTo = ''
  @state() private note = ''
  @query('input') private field!: HTMLInputElement
  readonly #kept = new KeptForm(this, {
    form: () => sheetForm('transfer', this.ticket.id),
    read: () => (this.note ? { note: this.note } : undefined),
    write: ({ note = '' }) => (this.note = note),
  })

  constructor() {
    super()
    new LangController(this)
    new WindowKeys(this, { down: event => this.#onKey(event), inFields: true })
  }

  protected override firstUpdated(): void {
    this.field.focus()
  }

  protected override render() {
    const shown = this.#shown()
    const target = this.#target()
    return html`<section class="sheet" role="dialog" aria-labelledby="where">
        <header>
          <h2 id="where">${t(words['to.title'], { number: this.ticket.number })}</h2>
          <ui-button size="s" variant="plain" shortcut="Escape" @click=${() => this.#leave()}
            ><ui-key>Esc</ui-key>${t(words.cancel)}</ui-button
          >
        </header>
        <input
          type="search"
          autocomplete="off"
          aria-label=${t(words['to.search'])}
          placeholder=${t(words['to.search'])}
          .value=${this.typed}
          @input=${this.#onTyped}
        />
        <div class="targets" role="radiogroup" aria-labelledby="where">
          ${
            shown.length === 0
              ? html`<p role="status">${t(words['to.none'])}</p>`
              : shown.map(it => this.#option(it, it.service.id === (target ? this.to : shown[0]!.service.id)))
          }
        </div>
        ${target && target.counters.length > 0 ? this.#counters(target) : html`<span></span>`}
        <label
          >${t(words['to.note'])}<input
            maxlength=${MOST_NOTE}
            autocomplete="off"
            .value=${this.note}
            @input=${(e: InputEvent) => (this.note = (e.target as HTMLInputElement).value)}
        /></label>
        ${target ? this.#keep(target) : html`<span></span>`}
      </section>
      ${this.#go(target)}`
  }

  // One stop of Tab for the whole list, so that the note is near.
  #option(it: Target, stop: boolean) {
    const { service, waiting, nobody } = it
    return html`<button
      class="option ${nobody ? 'nobody' : ''}"
      type="button"
      role="radio"
      aria-checked=${service.id === this.to}
      tabindex=${stop ? 0 : -1}
      @click=${() => this.#choose(service.id)}
    >
      <span class="letter">${service.letter}</span><span>${t(service.name)}</span
      ><small
        >${t(words['to.waiting'], { n: waiting })}${nobody ? html`<br />${t(words['to.nobody'])}` : nothing}</small
      >
    </button>`
  }

  #counters({ counters }: Target) {
    const chip = (id: string, name: string) =>
      html`<button
        class="option"
        type="button"
        role="radio"
        aria-checked=${this.sentTo === id}
        tabindex=${this.sentTo === id ? 0 : -1}
        @click=${() => (this.sentTo = id)}
      >
        ${name}
      </button>`
    return html`<div>
      <h3 id="counter">${t(words['to.counter'])}</h3>
      <div class="chips" role="radiogroup" aria-labelledby="counter">
        ${this.to === this.ticket.serviceId ? nothing : chip('', t(words['to.any']))}
        ${counters.map(c => chip(c.id, counterName(this.office, c.id)))}
      </div>
    </div>`
  }

  #keep({ service, nobody }: Target) {
    const due = timeText(this.ticket.due, this.office.zone, lang())
    const said = {
      number: this.ticket.number,
      due,
      service: t(service.name),
      counter: counterName(this.office, this.sentTo),
    }
    const key = nobody ? 'to.keep.nobody' : this.sentTo ? 'to.keep.counter' : 'to.keep'
    return html`<p class="keep ${nobody ? 'bad' : ''}" role=${nobody ? 'alert' : nothing}>${t(words[key], said)}</p>`
  }

  #go(target: Target | undefined) {
    const service = target ? t(target.service.name) : ''
    const to = this.sentTo ? counterName(this.office, this.sentTo) : service
    const counter = counterName(this.office, this.counter)
    const note = t(words['to.go.note'], { number: this.ticket.number, service, counter })
    return html`<div class="go">
      <ui-button variant="primary" layout="start" shortcut="Enter" ?disabled=${!target} @click=${() => this.#send()}
        >${icon('swap')}<span
          >${target ? html`${t(words['to.go'], { to })}<small>${note}</small>` : t(words['to.choose'])}</span
        ><ui-key class="end">Enter</ui-key></ui-button
      >
    </div>`
  }

  #targets(): readonly Target[] {
    return targetsOf(this.office, this.day, this.ticket.serviceId, this.counter)
  }

  /** What the search finds, best first; everything while nothing is typed. */
  #shown(): readonly Target[] {
    const all = this.#targets()
    // In a hall of hundreds of lines the nearest stand there: of the ticket's own agency, then whoever is served now.
    if (this.typed.trim() === '') return all.slice(0, MOST_LISTED)
    return typedIn(this.office, this.typed)
      .services.slice(0, MOST_LISTED)
      .flatMap(({ id }) => all.find(it => it.service.id === id) ?? [])
  }

  #target(): Target | undefined {
    return this.#targets().find(it => it.service.id === this.to)
  }

  #choose(serviceId: string): void {
    if (serviceId === this.to) return
    this.to = serviceId
    // With its own service it goes to a colleague, who must be named.
    this.sentTo = serviceId === this.ticket.serviceId ? (this.#target()?.counters[0]?.id ?? '') : ''
  }

  #onTyped(): void {
    this.typed = this.field.value
    const [first] = this.typed.trim() === '' ? [] : this.#shown()
    this.#choose(first?.service.id ?? '')
  }

  #leave(): void {
    this.#kept.drop()
    emit(this, 'dismiss')
  }

  #send(): void {
    const target = this.#target()
    if (!target) return
    const note = this.note.trim()
    emit(this, 'go', {
      serviceId: this.to,
      ...(this.sentTo ? { sentTo: this.sentTo } : {}),
      ...(note ? { note } : {}),
    } satisfies Destination)
  }

  #onKey(event: KeyboardEvent): void {
    const on = placeOf(event)
    const by = STEPS[event.key]
    if (event.key === 'Escape') this.#leave()
    else if (event.key === 'Enter' && this.#target() && (on.chosen || !isOnPressable(event))) this.#send()
    else if (by && on.chips) this.#stepChips(by)
    else if (by && !on.note && !SIDEWAYS.includes(event.key)) this.#step(by, on.list)
    // Typing goes on in the search, which hears the letter too.
    else if (on.list && event.key.length === 1 && event.key !== ' ') return this.field.focus()
    else return
    event.preventDefault()
  }

  #step(by: number, follow: boolean): void {
    const shown = this.#shown()
    const here = shown.findIndex(it => it.service.id === this.to)
    const next = shown[(Math.max(here, by > 0 ? -1 : 0) + by + shown.length) % shown.length]
    if (next) this.#choose(next.service.id)
    if (follow) this.#focusChosen('.targets')
  }

  #stepChips(by: number): void {
    const chips = [...this.renderRoot.querySelectorAll<HTMLElement>('.chips .option')]
    const here = chips.findIndex(chip => chip.getAttribute('aria-checked') === 'true')
    chips[(here + by + chips.length) % chips.length]?.click()
    this.#focusChosen('.chips')
  }

  #focusChosen(list: string): void {
    const chosen = () => this.renderRoot.querySelector<HTMLElement>(`${list} [aria-checked=true]`)
    void this.updateComplete.then(() => chosen()?.focus())
  }
}

/** Lines that the list shows at most. */
const MOST_LISTED = 24

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }
const SIDEWAYS = ['ArrowLeft', 'ArrowRight']

/** Where a key was pressed: on a chosen option, in the list of lines, on the counters, in the note. */
function placeOf(event: Event) {
  const on = (selector: string) => event.composedPath().some(n => n instanceof Element && n.matches(selector))
  return { chosen: on('[aria-checked=true]'), list: on('.targets'), chips: on('.chips'), note: on('label input') }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-transfer': DeskTransfer
  }
}
