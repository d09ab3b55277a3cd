import { takesPeople } from '../../shared/office/offered.ts'
import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { officeDate, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import { doorsOf, nextOpening } from '../../shared/office/hours.ts'
import { deskText } from '../../shared/text/desk.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { codeOf } from '../../shared/web/client.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-dialog.ts'
import type { UiDialog } from '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-qr.ts'
import '../../shared/web/ui/ui-visit.ts'
import { ask } from './ask.ts'
import { caseField, caseSelect, eventNote } from './case-select.ts'
import { sentenceOf } from './sentence.ts'
import { fieldStyles } from './field-styles.ts'
import './service-search.ts'
import type { ServiceSearch } from './service-search.ts'

/** Takes a number for somebody at the desk: the service by everyday words, priority, then the number with its QR. Raises `given` with what the office gave, and `dismiss`; what stands in the slot is shown with the number. */
@customElement('desk-take')
export class DeskTake extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      ui-dialog {
        --dialog-pad: 1.3rem 1.4rem 1.2rem;
      }
      service-search {
        margin-top: 0.9rem;
      }
      .case,
      ui-choice,
      ui-banner {
        margin-top: 0.8rem;
      }
      .given {
        display: grid;
        grid-template-columns: 11rem 1fr;
        gap: 1.2rem;
        align-items: center;
        margin-top: 0.9rem;
      }
      .given ui-number {
        font-size: 3.4rem;
        line-height: 1.1;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** Whether whoever is here books for people too: raises `book` with what no number is left for. */
  @property({ type: Boolean }) books = false
  /** Services of the officer's own counter, named first. */
  @property({ attribute: false }) own: readonly string[] = []
  @state() private priority = false
  @state() private given: Reply<'POST /api/offices/:office/tickets'> | undefined
  /** The service chosen; empty for none yet. */
  @state() private service = ''
  @state() private case = ''
  /** The event of life chosen, whose first service it is. */
  @state() private event = ''
  @query('service-search') private search!: ServiceSearch
  @query('ui-dialog') private dialog!: UiDialog
  /** The clock of the office; a day or an hour without doors is said before the form is filled. */
  @property({ attribute: false }) now: Instant | undefined
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.search.focus())
  }

  protected override render() {
    const given = this.given
    return html`<ui-dialog
      open
      kind="plain"
      heading=${given ? t(deskText['take.given'], { number: given.ticket.number }) : t(deskText['take.title'])}
      primary=${given ? t(deskText['take.done']) : t(deskText['act.take'])}
      secondary=${given ? t(deskText['take.another']) : t(deskText['dialog.cancel'])}
      ?busy=${this.#act.busy()}
      @primary=${() => (given ? emit(this, 'dismiss') : void this.#take())}
      @secondary=${() => (given ? this.#again() : emit(this, 'dismiss'))}
    >
      ${given ? this.#shown(given) : this.#form()}
      ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)} ${this.#leadsOn(this.#act.error)}</ui-banner>` : nothing}
    </ui-dialog>`
  }

  /** Where no number is left today: another day, or when numbers are given again. */
  #leadsOn(error: unknown) {
    const { office, now, service: serviceId, case: it, event } = this
    if (codeOf(error) !== 'QUOTA_FULL') return nothing
    if (office.services.find(s => s.id === serviceId)?.booking) {
      if (!this.books) return t(deskText['take.full.desk'])
      return html`<ui-button slot="action" size="s" @click=${() => emit(this, 'book', { serviceId, case: it, event })}
        >${t(deskText['take.full.book'])}</ui-button
      >`
    }
    const doors = now === undefined ? undefined : doorsOf(office, officeDate(now, office.zone))
    const at = now === undefined ? null : nextOpening(office, doors?.to ?? now)
    if (!at) return nothing
    const again = { date: dateText(at, office.zone, lang()), time: timeText(at, office.zone, lang()) }
    return t(deskText['take.full.again'], again)
  }

  #form() {
    const open = this.office.services.filter(takesPeople)
    const sorted = [...open.filter(s => this.own.includes(s.id)), ...open.filter(s => !this.own.includes(s.id))]
    return html`${this.#shut()}<service-search
        .office=${{ ...this.office, services: sorted }}
        .value=${this.service}
        .event=${this.event}
        .date=${this.#today}
        events
        @life-event=${(e: CustomEvent<string>) => (this.event = e.detail)}
        label=${t(deskText['take.service'])}
        @input=${() => this.#choose('')}
        @service=${(e: CustomEvent<string>) => this.#choose(e.detail)}
        @case=${(e: CustomEvent<string>) => (this.case = e.detail)}
        @keydown=${this.#onKey}
      ></service-search>
      ${
        this.event
          ? eventNote(this.office, this.event, this.now)
          : caseSelect(this.office, this.service, this.case, id => {
              this.case = id
              this.#changed()
            })
      }
      <ui-choice
        ?checked=${this.priority}
        @change=${(e: CustomEvent<{ checked: boolean }>) => {
          this.priority = e.detail.checked
          this.#changed()
        }}
        ><span>${t(deskText['take.priority'])}<small>${t(deskText['take.priority.note'])}</small></span></ui-choice
      >`
  }

  get #today(): LocalDate | undefined {
    return this.now === undefined ? undefined : officeDate(this.now, this.office.zone)
  }

  #shut() {
    const { office, now } = this
    if (now === undefined) return nothing
    const doors = doorsOf(office, officeDate(now, office.zone))
    if (doors && now >= doors.from && now < doors.to) return nothing
    const at = nextOpening(office, now)
    const again = at && { date: dateText(at, office.zone, lang()), time: timeText(at, office.zone, lang()) }
    return html`<ui-banner
      ><b>${t(deskText['take.shut'])}</b> ${again ? t(deskText['take.shut.again'], again) : nothing}
      ${t(deskText['take.shut.book'])}</ui-banner
    >`
  }

  #shown(given: Reply<'POST /api/offices/:office/tickets'>) {
    const { number } = given.ticket
    return html`<div class="given" role="status">
      <ui-qr value=${location.origin + given.path} label=${t(deskText['take.qr'], { number })}></ui-qr>
      <div>
        <ui-number value=${number}></ui-number>
        <p>${t(deskText['take.ahead'], { n: given.ahead })}</p>
        ${given.visit ? html`<ui-visit .office=${this.office} .visit=${given.visit}></ui-visit>` : nothing}
        <slot></slot>
      </div>
    </div>`
  }

  /** What is typed is no choice yet: a number is taken only of a service that stands there in full. */
  #choose(service: string): void {
    this.service = service
    this.case = ''
    this.event = ''
    this.#changed()
  }

  #changed(): void {
    this.#act.rest()
  }

  #onKey(event: KeyboardEvent): void {
    // The Enter that chooses is the search's own; the next one takes.
    if (event.key !== 'Enter' || event.defaultPrevented) return
    event.preventDefault()
    void this.#take()
  }

  #again(): void {
    this.given = undefined
    this.priority = false
    this.#choose('')
    void this.updateComplete.then(() => this.search.focus())
  }

  async #take(): Promise<void> {
    if (!this.service) return this.search.focus()
    const params = { office: this.office.id }
    const wish = { serviceId: this.service, ...caseField(this.case), ...(this.event ? { lifeEvent: this.event } : {}) }
    const body = { ...wish, priority: this.priority }
    this.given = await this.#act.run(body, key => ask('POST /api/offices/:office/tickets', { params, body }, key))
    if (!this.given) return
    emit(this, 'given', this.given)
    // The next useful thing has the focus: Enter ends it, and the next citizen may come.
    await this.updateComplete
    await this.dialog.toPrimary()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-take': DeskTake
  }
}
