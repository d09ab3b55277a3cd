import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { addDays, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { dayName, type FreeSlot } from '../parts/bookings.ts'
import { Fetched } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Slots = Reply<'GET /api/offices/:office/services/:service/slots'>

const FIRST_SHOWN = 6
const DAYS_READ = 7

/** The next free slots of a service as large choices, the first one chosen already. Raises `slot` with a FreeSlot. */
@customElement('slot-choice')
export class SlotChoice extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        gap: 1rem;
        align-items: end;
        justify-content: space-between;
        margin-bottom: 0.4rem;
      }
      h2 {
        font-size: 0.8rem;
        font-weight: 650;
        letter-spacing: 0;
        color: var(--soft);
      }
      .head label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        font-size: 0.8rem;
        font-weight: 650;
        color: var(--soft);
      }
      .slots {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.5rem;
        max-height: 15.5rem;
        margin: -4px;
        padding: 4px;
        overflow: auto;
      }
      ui-choice {
        padding: 0.45rem 0.7rem;
      }
      ui-choice b {
        font-size: 1.3rem;
        line-height: 1.1;
      }
      .more {
        margin-top: 0.5rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() serviceId = ''
  @property({ type: Boolean }) priority = false
  /** Today by the office's clock. */
  @property() today: LocalDate = ''
  @property() heading = ''
  /** The chosen slot. */
  @property({ attribute: false }) value: FreeSlot | undefined
  @state() private from: LocalDate = ''
  @state() private all = false
  readonly #slots = new Fetched<Slots>(this)
  #round = 0
  #read: LocalDate = ''
  #offered: Slots | undefined

  constructor() {
    super()
    new LangController(this)
  }

  /** Reads the slots again, for example when the chosen one was taken meanwhile. */
  refresh(): void {
    this.#round++
    this.requestUpdate()
  }

  /** Chooses another slot, so many places further down the list. */
  step(by: number): void {
    const shown = this.#shown()
    const next = shown[shown.findIndex(s => s.id === this.value?.id) + by]
    if (next) this.#choose(next)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('serviceId')) this.all = false
    if (!this.serviceId || !this.today) return
    const { office, serviceId: service, priority } = this
    const from = this.from || this.today
    const query = { from, days: DAYS_READ, ...(priority ? { priority: 'true' as const } : {}) }
    this.#slots.want(
      `${service} ${from} ${priority} ${this.#round}`,
      () => ask('GET /api/offices/:office/services/:service/slots', { params: { office: office.id, service }, query }),
      changed.has('serviceId') || from !== this.#read,
    )
    this.#read = from
  }

  protected override updated(): void {
    const slots = this.#slots.value
    if (slots === this.#offered || this.#slots.loading) return
    this.#offered = slots
    const free = this.#free()
    this.#choose(free.find(s => s.id === this.value?.id) ?? free[0])
  }

  protected override render() {
    const last = addDays(this.today, this.office.booking.horizonDays)
    return html`<div class="head">
        <h2 id="heading">${this.heading || t(frontText['slot.label'])}</h2>
        <label
          >${t(frontText['slot.from'])}<input
            type="date"
            .value=${this.from || this.today}
            min=${this.today}
            max=${last}
            @change=${(e: Event) => (this.from = (e.target as HTMLInputElement).value)}
        /></label>
      </div>
      ${this.#body()}`
  }

  #body() {
    const { value, error } = this.#slots
    if (!this.serviceId) return html`<p class="soft">${t(frontText['slot.first'])}</p>`
    if (error && !value)
      return html`<ui-state kind="error" @retry=${() => this.#slots.retry()}>${sentenceOf(error)}</ui-state>`
    if (!value) return html`<ui-state></ui-state>`
    const free = this.#free()
    if (free.length === 0) return this.#none(value)
    return html`<div class="slots" role="radiogroup" aria-labelledby="heading">
        ${this.#shown().map(slot => this.#slot(slot))}
      </div>
      ${
        !this.all && free.length > FIRST_SHOWN
          ? html`<ui-button class="more" size="s" @click=${() => (this.all = true)}
              >${t(frontText['slot.more'])}</ui-button
            >`
          : nothing
      }`
  }

  #slot(slot: FreeSlot) {
    const { zone } = this.office
    return html`<ui-choice
      kind="radio"
      name="slot"
      value=${slot.id}
      .checked=${slot.id === this.value?.id}
      @change=${() => this.#choose(slot)}
      ><b>${timeText(slot.start, zone, lang())}</b
      ><small
        >${dayName(slot.start, this.today, zone, lang())} · ${t(frontText['slot.free'], { n: slot.free })}</small
      ></ui-choice
    >`
  }

  #none({ days }: Slots) {
    const { zone } = this.office
    const next = days.find(d => d.at !== null)
    const at = next?.at ? `${dateText(next.at, zone, lang())} ${timeText(next.at, zone, lang())}` : ''
    const without = days.some(d => d.state === 'draw') ? 'slot.none.drawn' : 'slot.none.full'
    const why = next
      ? t(frontText[next.state === 'draw' ? 'slot.none.draw' : 'slot.none.later'], { at })
      : t(frontText[days.every(d => d.state === 'closed') ? 'slot.none.closed' : without])
    return html`<ui-state kind="empty" icon="calendar" heading=${t(frontText['slot.none'])}>${why}</ui-state>`
  }

  #free(): readonly FreeSlot[] {
    return (this.#slots.value?.slots ?? []).filter(s => s.free > 0)
  }

  #shown(): readonly FreeSlot[] {
    return this.all ? this.#free() : this.#free().slice(0, FIRST_SHOWN)
  }

  #choose(slot: FreeSlot | undefined): void {
    this.value = slot
    emit(this, 'slot', slot)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slot-choice': SlotChoice
  }
}
