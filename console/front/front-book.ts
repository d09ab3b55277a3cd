import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { PhoneChannel } from '../../shared/messages/message.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { call, codeOf } from '../../shared/web/client.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-key.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { ask } from '../parts/ask.ts'
import { caseField, caseSelect, eventNote } from '../parts/case-select.ts'
import { dayName, type FreeSlot } from '../parts/bookings.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import './front-given.ts'
import { frontStyles } from './front-styles.ts'
import { BOOK_FORM, type BookState } from './front-forms.ts'
import { isPhone } from './people-list.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../parts/service-search.ts'
import type { ServiceSearch } from '../parts/service-search.ts'
import './slot-choice.ts'
import type { SlotChoice } from './slot-choice.ts'

/** Books for somebody at the desk: service, the next free slot, a nickname, Enter. All else may stay empty. */
@customElement('front-book')
export class FrontBook extends LitElement {
  static override styles = [baseStyles, fieldStyles, frontStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  @property({ attribute: false }) closed: readonly string[] = []
  @state() private serviceId = ''
  @state() private case = ''
  /** The event of life chosen, whose first service it is. */
  @state() private event = ''
  @state() private chosen: FreeSlot | undefined
  @state() private person = ''
  @state() private phone = ''
  /** The ways to a phone that this installation has; none until it is known. */
  @state() private channels: readonly PhoneChannel[] = []
  @state() private channel: PhoneChannel | undefined
  @state() private priority = false
  @state() private problem = ''
  @state() private wrong: 'name' | 'phone' | undefined
  @state() private given: (Reply<'POST /api/offices/:office/bookings'> & { readonly name: string }) | undefined
  @state() private undone = ''
  @query('service-search') private search!: ServiceSearch | null
  @query('slot-choice') private slots!: SlotChoice | null
  @query('[name=person]') private nameField!: HTMLInputElement | null
  readonly #act = actOf(() => this.requestUpdate())
  readonly #kept = new KeptForm(this, {
    form: () => BOOK_FORM,
    read: () => {
      const { given, serviceId, case: it, event, person, phone, priority } = this
      if (given || !(person || phone)) return undefined
      return { serviceId, case: it, event, person, phone, priority: priority ? 'yes' : '' }
    },
    write: ({ priority, ...typed }) => this.#set({ ...typed, priority: priority === 'yes' }),
  })

  constructor() {
    super()
    new LangController(this)
  }

  // Without an answer no message is promised; the number is kept all the same.
  protected override async firstUpdated(): Promise<void> {
    const { channels } = await call('GET /api/offices', {}).catch(() => ({ channels: [] }))
    this.channels = channels
    this.channel = channels[0]
  }

  /** Puts the caret where the work begins. */
  override focus(): void {
    if (this.given) this.renderRoot.querySelector('front-given')?.focus()
    else void this.#toSearch()
  }

  protected override render() {
    const { given } = this
    if (given) {
      return html`<front-given
        .office=${this.office}
        .given=${given}
        .today=${this.today}
        @next=${this.#again}
        @undone=${(e: CustomEvent<string>) => {
          this.#again()
          this.undone = e.detail
        }}
      ></front-given>`
    }
    return html`<form @submit=${this.#onSubmit} @keydown=${this.#onKey}>
      ${this.#kept.note(this.#again)}
      ${
        this.undone
          ? html`<ui-banner tone="info">${t(frontText['given.undone'], { number: this.undone })}</ui-banner>`
          : nothing
      }
      <service-search
        .office=${this.office}
        .closed=${this.closed}
        value=${this.serviceId}
        event=${this.event}
        events
        @life-event=${(e: CustomEvent<string>) => this.#set({ event: e.detail })}
        @service=${this.#onService}
        @case=${(e: CustomEvent<string>) => this.#set({ case: e.detail })}
      ></service-search>
      ${this.event ? eventNote(this.office, this.event, this.chosen?.start) : caseSelect(this.office, this.serviceId, this.case, id => this.#set({ case: id }))}
      ${this.#when()} ${this.#who()}
      <ui-choice
        ?checked=${this.priority}
        @change=${(e: CustomEvent<{ checked: boolean }>) => this.#set({ priority: e.detail.checked })}
        ><span>${t(frontText['book.priority'])} <small>${t(frontText['book.priority.note'])}</small></span></ui-choice
      >
      ${this.problem ? html`<ui-banner tone="bad">${this.problem}</ui-banner>` : nothing}
      <ui-button class="go" variant="primary" size="l" layout="start" ?busy=${this.#act.busy()} @click=${this.#book}
        ><span>${t(frontText['book.go'])}<small>${this.#summary()}</small></span
        ><ui-key class="end">Enter</ui-key></ui-button
      >
    </form>`
  }

  #when() {
    const service = this.office.services.find(s => s.id === this.serviceId)
    if (service && !service.booking) {
      return html`<ui-banner tone="info">${t(frontText['service.noBooking'], { service: t(service.name) })}</ui-banner>`
    }
    return html`<slot-choice
      .office=${this.office}
      serviceId=${this.serviceId}
      today=${this.today}
      ?priority=${this.priority}
      .value=${this.chosen}
      @slot=${(e: CustomEvent<FreeSlot | undefined>) => (this.chosen = e.detail)}
    ></slot-choice>`
  }

  #who() {
    return html`<div class="who">
      <label class="field"
        ><span>${t(frontText['book.name'])}</span
        ><input
          name="person"
          autocomplete="off"
          maxlength="60"
          .value=${this.person}
          aria-invalid=${this.wrong === 'name' ? 'true' : 'false'}
          @input=${(e: Event) => this.#set({ person: (e.target as HTMLInputElement).value })}
        /><small class="hint"><ui-key>↑</ui-key> <ui-key>↓</ui-key> ${t(frontText['slot.keys'])}</small></label
      >
      <label class="field"
        ><span
          >${t(frontText[this.channels.length > 0 ? 'book.phone' : 'book.phoneOnly'])}
          <i>${t(frontText.optional)}</i></span
        ><input
          name="phone"
          inputmode="tel"
          autocomplete="off"
          maxlength="24"
          .value=${this.phone}
          aria-invalid=${this.wrong === 'phone' ? 'true' : 'false'}
          @input=${(e: Event) => this.#set({ phone: (e.target as HTMLInputElement).value })}
      /></label>
      ${this.#how()}
    </div>`
  }

  /** By which way news comes; no way that this installation does not have is offered. */
  #how() {
    if (this.channels.length === 0) return nothing
    return html`<label class="field"
      ><span>${t(frontText['book.channel'])}</span
      ><select
        ?disabled=${this.phone.trim() === ''}
        @change=${(e: Event) => this.#set({ channel: (e.target as HTMLSelectElement).value as PhoneChannel })}
      >
        ${this.channels.map(
          c => html`<option value=${c} .selected=${c === this.channel}>${t(frontText[`channel.${c}`])}</option>`,
        )}
      </select></label
    >`
  }

  #summary(): string {
    const service = this.office.services.find(s => s.id === this.serviceId)
    const slot = this.chosen
    if (!service || !slot) return t(frontText['book.go.first'])
    const { zone } = this.office
    const when = { day: dayName(slot.start, this.today, zone, lang()), at: timeText(slot.start, zone, lang()) }
    const { name } = this.office.lifeEvents.find(e => e.id === this.event) ?? service
    return t(frontText['book.go.note'], { service: t(name), ...when })
  }

  #set(change: Partial<BookState>): void {
    Object.assign(this, change, { problem: '', wrong: undefined })
  }

  readonly #onService = (event: CustomEvent<string>): void => {
    this.undone = ''
    this.#set({ serviceId: event.detail, case: '', event: '', chosen: undefined })
    this.nameField?.focus()
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault()
    this.#book()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const inName = event.composedPath()[0] === this.nameField
    if (inName && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      this.slots?.step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (
      event.key === 'Enter' &&
      event.composedPath()[0] instanceof HTMLInputElement &&
      !event.defaultPrevented
    ) {
      event.preventDefault()
      this.#book()
    }
  }

  /** Goes on with what is wanted already; what is typed of the person stays. */
  async wanted(wish: Pick<BookState, 'serviceId' | 'case' | 'event'>): Promise<void> {
    this.#set({ ...wish, chosen: undefined })
    this.given = undefined
    await this.updateComplete
    this.nameField?.focus()
  }

  readonly #again = (): void => {
    this.given = undefined
    this.#set({ serviceId: '', case: '', event: '', chosen: undefined, person: '', phone: '', priority: false })
    void this.#toSearch()
  }

  async #toSearch(): Promise<void> {
    await this.updateComplete
    await this.search?.updateComplete
    this.search?.focus()
  }

  readonly #book = (): void => {
    const [name, phone] = [this.person.trim(), this.phone.trim()]
    this.undone = ''
    if (!this.serviceId || !this.chosen) this.problem = t(frontText['book.needSlot'])
    else if (name === '') {
      this.problem = t(frontText['book.needName'])
      this.wrong = 'name'
      this.nameField?.focus()
    } else if (phone !== '' && !isPhone(phone)) {
      this.problem = t(frontText['book.badPhone'])
      this.wrong = 'phone'
    } else void this.#send(name, phone, this.chosen)
  }

  async #send(name: string, phone: string, slot: FreeSlot): Promise<void> {
    this.problem = ''
    const params = { office: this.office.id }
    const contact = { name, ...(phone ? { phone, ...(this.channel ? { channel: this.channel } : {}) } : {}) }
    const wish = {
      serviceId: this.serviceId,
      slotId: slot.id,
      ...caseField(this.case),
      ...(this.event ? { lifeEvent: this.event } : {}),
    }
    const body = { ...wish, contact, priority: this.priority }
    const given = await this.#act.run(body, key => ask('POST /api/offices/:office/bookings', { params, body }, key))
    if (given) {
      this.given = { ...given, name }
      void this.updateComplete.then(() => this.focus())
    } else if (this.#act.error) this.#refused(this.#act.error)
  }

  #refused(error: unknown): void {
    const code = codeOf(error)
    if (code === 'SLOT_FULL' || code === 'SLOT_PAST') {
      this.chosen = undefined
      this.slots?.refresh()
      this.problem = t(frontText['book.taken'])
    } else this.problem = code === 'ALREADY_BOOKED' ? t(frontText['book.already']) : sentenceOf(error)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-book': FrontBook
  }
}
