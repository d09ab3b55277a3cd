import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { AppError } from '../../shared/kit/errors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay, Ticket } from '../../shared/queue/day.ts'
import { bringWords, serviceWithCase } from '../../shared/ticket/papers-words.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { saidRange } from '../../shared/text/ranges.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { codeOf } from '../../shared/web/client.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-visit.ts'
import { ask } from '../parts/ask.ts'
import { readCheckIn, ticketNumbered, type DeskClaim } from '../parts/bookings.ts'
import { counterName } from '../parts/names.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { frontStyles } from './front-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

/** Checks a booking in by its number or by the link that a scanner types; says its place and why, or what stands in the way. */
@customElement('front-check-in')
export class FrontCheckIn extends LitElement {
  static override styles = [baseStyles, fieldStyles, frontStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day: QueueDay | undefined
  /** May put a missed number back. */
  @property({ type: Boolean }) mayReturn = false
  @state() private typed = ''
  @state() private problem = ''
  @state() private said = ''
  @state() private missed: Ticket | undefined
  @state() private done: Reply<'POST /api/offices/:office/check-in'> | undefined
  @query('input') private field!: HTMLInputElement
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  /** Puts the caret into the field; what stands there is overwritten by the next number. */
  override focus(): void {
    void this.updateComplete.then(() => {
      this.field.focus()
      this.field.select()
    })
  }

  protected override render() {
    return html`<form @submit=${this.#onSubmit}>
        <p class="soft">${t(frontText['in.lead'])}</p>
        <label class="field"
          ><span>${t(frontText['in.label'])}</span
          ><input
            autocomplete="off"
            spellcheck="false"
            maxlength="300"
            placeholder=${t(frontText['in.hint'])}
            .value=${this.typed}
            aria-invalid=${this.problem ? 'true' : 'false'}
            @input=${this.#onInput}
            @keydown=${(e: KeyboardEvent) => e.key === 'Enter' && this.#onSubmit(e)}
        /></label>
        <ui-button
          class="go"
          variant="primary"
          size="l"
          layout="start"
          ?busy=${this.#act.busy()}
          @click=${this.#onSubmit}
          >${t(frontText['in.go'])}<ui-key class="end">Enter</ui-key></ui-button
        >
      </form>
      <div class="stack" role="status">
        ${this.done ? this.#result(this.done) : nothing}
        ${this.said ? html`<ui-banner tone="info">${this.said}</ui-banner>` : nothing}
        ${this.problem ? html`<ui-banner tone="bad">${this.problem}${this.#return()}</ui-banner>` : nothing}
      </div>`
  }

  #result({ ticket, ahead, range, late, visit }: Reply<'POST /api/offices/:office/check-in'>) {
    const due = this.#time(ticket.due)
    const service = this.office.services.find(s => s.id === ticket.serviceId)
    const { count, papers, depends } = bringWords(this.office.services, ticket, visit, lang())
    const names = papers.map(p => p.name).join(', ')
    return html`<div class="result">
      <ui-number value=${ticket.number}></ui-number>
      <div>
        <b>${t(frontText['in.done'], { number: ticket.number })}</b>
        <p>
          ${ahead === 0 ? t(frontText['in.placeFirst']) : t(frontText['in.place'], { n: ahead })}
          ${range ? `${saidRange(range, ticket.takenAt, this.office.zone, lang())}.` : nothing}
        </p>
        ${visit ? html`<ui-visit .office=${this.office} .visit=${visit}></ui-visit>` : nothing}
        <p class="soft">${t(frontText[late ? 'in.late' : 'in.onTime'], { due })}</p>
        ${
          service && (papers.length > 0 || depends)
            ? html`<p class="papers">
                <b
                  >${visit ? nothing : `${serviceWithCase(service, ticket.case, lang())}. `}${count}${names ? ':' : '.'}</b
                >
                ${names ? `${names}.` : nothing} ${depends || nothing}
              </p>`
            : nothing
        }
      </div>
    </div>`
  }

  #return() {
    return this.missed && this.mayReturn
      ? html`<ui-button
          slot="action"
          size="s"
          ?busy=${this.#act.busy()}
          @click=${() => void this.#giveBack(this.missed!)}
          >${t(frontText['in.return'])}</ui-button
        >`
      : nothing
  }

  readonly #onInput = (): void => {
    this.typed = this.field.value
    this.#clear()
  }

  #clear(): void {
    this.problem = ''
    this.said = ''
    this.missed = undefined
    this.done = undefined
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault()
    const wanted = readCheckIn(this.typed)
    if (this.#act.busy()) return
    if (wanted) return void this.#send(wanted)
    this.#clear()
    this.problem = t(frontText['in.need'])
    this.focus()
  }

  async #send(wanted: DeskClaim): Promise<void> {
    this.problem = ''
    this.done = undefined
    const params = { office: this.office.id }
    this.done = await this.#act.run(wanted, key =>
      ask('POST /api/offices/:office/check-in', { params, body: wanted }, key),
    )
    if (this.done) this.typed = ''
    else this.#refused(this.#act.error, wanted)
    this.focus()
  }

  #refused(error: unknown, wanted: DeskClaim): void {
    const data = error instanceof AppError ? (error.data ?? {}) : {}
    const code = codeOf(error)
    const number = 'number' in wanted ? wanted.number : String(data['number'] ?? '')
    const ticket = ticketNumbered(this.day, number)
    if (code === 'CHECK_IN_EARLY' && typeof data['from'] === 'number') {
      this.problem = t(frontText['in.early'], { from: this.#time(data['from']) })
    } else if (code === 'CHECK_IN_PROOF') this.problem = t(frontText['in.proof'], { number })
    else if (code === 'TICKET_UNKNOWN') this.problem = t(frontText['in.unknown'])
    else if (code === 'TICKET_STATE' && ticket) this.problem = this.#state(ticket)
    else this.problem = sentenceOf(error)
    if (ticket?.state === 'missed') this.missed = ticket
  }

  #state(ticket: Ticket): string {
    const { state } = ticket
    if (state === 'booked' || state === 'released') return sentenceOf(new AppError('TICKET_STATE'))
    const counter = counterName(this.office, ticket.counterId ?? '')
    return t(frontText[`in.state.${state}`], { number: ticket.number, at: this.#time(ticket.since), counter })
  }

  async #giveBack({ id = '', number }: Ticket): Promise<void> {
    const params = { office: this.office.id, ticket: id }
    const done = await this.#act.run(['return', id], key =>
      ask('POST /api/offices/:office/tickets/:ticket/return', { params }, key),
    )
    if (done) {
      this.#clear()
      this.typed = ''
      this.said = t(frontText['in.returned'], { number })
    } else if (this.#act.error) this.problem = sentenceOf(this.#act.error)
    this.focus()
  }

  #time(at: number): string {
    return timeText(at, this.office.zone, lang())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-check-in': FrontCheckIn
  }
}
