import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { MINUTE, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { bringWords, serviceWithCase } from '../../shared/ticket/papers-words.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { Ticker } from '../../shared/web/ticker.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-qr.ts'
import '../../shared/web/ui/ui-visit.ts'
import { ask } from '../parts/ask.ts'
import '../print/booking-slip.ts'
import { dayName } from '../parts/bookings.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { deskPaper, PAPERS, printAlone, rememberPaper, type Paper } from '../print/print.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Given = Reply<'POST /api/offices/:office/bookings'> & { readonly name: string }

const UNDO_SECONDS = 10

/** A booking just made: number, slot, code, what to bring. Raises `next`, or `undone` with the number within ten seconds. */
@customElement('front-given')
export class FrontGiven extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }
      .given {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 12.5rem;
        gap: 1.5rem;
      }
      h2 {
        font-size: 1rem;
        color: var(--soft);
      }
      .big {
        font-size: 5rem;
        line-height: 1.05;
      }
      .when {
        font-size: 1.4rem;
        font-weight: 750;
      }
      .bring {
        margin-top: 0.9rem;
      }
      .bring li {
        padding-left: 1.1rem;
        text-indent: -1.1rem;
        line-height: 1.4;
      }
      .bring li::before {
        content: '□ ';
      }
      .qr p {
        margin-top: 0.4rem;
        font-size: 0.8rem;
        text-align: center;
        color: var(--soft);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: center;
      }
      .acts .next {
        flex: 1;
        min-width: 16rem;
      }
      select {
        min-height: 2.4rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) given!: Given
  @property() today: LocalDate = ''
  @state() private left = UNDO_SECONDS
  @state() private paper: Paper = deskPaper()
  @query('.next') private next!: UiButton
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { tick: () => (this.left -= 1), while: () => this.left > 0 })
    this.addEventListener('keydown', this.#onKey)
  }

  /** Puts the focus on the button that goes on, so that Enter is the next booking. */
  override focus(): void {
    void this.updateComplete.then(() => this.next.updateComplete).then(() => this.next.focus())
  }

  protected override render() {
    const { ticket, name, path, code, visit } = this.given
    const { zone, booking } = this.office
    const service = this.office.services.find(s => s.id === ticket.serviceId)
    const time = (at: number) => timeText(at, zone, lang())
    const { count, papers, depends } = bringWords(this.office.services, ticket, visit, lang())
    return html`<div class="given" role="status">
        <div>
          <h2>${t(frontText['given.title'])}</h2>
          <ui-number class="big" value=${ticket.number}></ui-number>
          <p class="when">
            ${t(frontText['given.when'], {
              day: dayName(ticket.slot.start, this.today, zone, lang()),
              from: time(ticket.slot.start),
              to: time(ticket.slot.end),
            })}
          </p>
          <p>
            ${service ? serviceWithCase(service, ticket.case, lang()) : ''}
            ${t(frontText['given.for'], { name })}${
              ticket.priority ? html` · ${t(frontText['book.priority'])}` : nothing
            }
          </p>
          ${visit ? html`<ui-visit .office=${this.office} .visit=${visit}></ui-visit>` : nothing}
          <p class="soft">
            ${t(frontText['given.checkIn'], {
              from: time(ticket.slot.start - booking.checkInEarlyMinutes * MINUTE),
              to: time(ticket.slot.start + booking.checkInGraceMinutes * MINUTE),
            })}
          </p>
          <div class="bring">
            <b>${papers.length > 0 ? count : t(frontText['given.bring'])}</b>
            ${
              papers.length === 0 && !depends
                ? html`<p>${t(frontText['given.bringNone'])}</p>`
                : html`<ul>
                    ${papers.map(p => html`<li>${p.line}</li>`)}
                  </ul>`
            }
            ${depends ? html`<p class="soft">${depends}</p>` : nothing}
          </div>
        </div>
        <div class="qr">
          <ui-qr value=${location.origin + path} label=${t(frontText['given.qr'], { number: ticket.number })}></ui-qr>
          <p>${t(frontText['given.scan'])}<br />${t(frontText['slip.code'], { code })}</p>
        </div>
      </div>
      ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      <div class="acts">
        <ui-button class="next" variant="primary" size="l" layout="start" @click=${() => emit(this, 'next')}
          >${t(frontText['given.next'])}<ui-key class="end">Enter</ui-key></ui-button
        >
        <ui-button shortcut="P" @click=${this.#print}
          >${icon('printer')}${t(frontText['given.print'])}<ui-key>P</ui-key></ui-button
        >
        <select aria-label=${t(frontText['given.paper'])} @change=${this.#onPaper}>
          ${PAPERS.map(mm => html`<option value=${mm} .selected=${mm === this.paper}>${mm} mm</option>`)}
        </select>
        ${
          this.left > 0
            ? html`<ui-button shortcut="Z" ?busy=${this.#act.busy()} @click=${() => void this.#undo()}
                >${t(frontText['given.undo'], { n: this.left })}<ui-key>Z</ui-key></ui-button
              >`
            : nothing
        }
      </div>`
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    if (event.composedPath()[0] instanceof HTMLSelectElement) return
    const key = event.key.toLowerCase()
    if (key === 'p') this.#print()
    else if (key === 'z' && this.left > 0) void this.#undo()
    else return
    event.preventDefault()
  }

  readonly #onPaper = (event: Event): void => {
    this.paper = (event.target as HTMLSelectElement).value as Paper
    rememberPaper(this.paper)
  }

  readonly #print = (): void => {
    const { ticket, path, code, visit } = this.given
    const slip = Object.assign(document.createElement('booking-slip'), {
      paper: this.paper,
      office: this.office,
      serviceId: ticket.serviceId,
      case: ticket.case,
      number: ticket.number,
      booked: ticket.slot,
      code,
      visit,
      address: location.origin + path,
    })
    void printAlone(slip, this.paper)
  }

  async #undo(): Promise<void> {
    const { token, ticket } = this.given
    const params = { token }
    const done = await this.#act.run(token, key => ask('POST /api/tickets/:token/cancel', { params }, key))
    if (done) emit(this, 'undone', ticket.number)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-given': FrontGiven
  }
}
