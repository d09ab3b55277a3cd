import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { TicketView } from '../../shared/contracts/schemas.ts'
import { MINUTE, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { deskText } from '../../shared/text/desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { counterName } from '../parts/names.ts'
import { sentenceOf } from '../parts/sentence.ts'

const REREAD_MS = 5 * MINUTE

type End = 'finish' | 'skip' | 'resume'

/** What may become of a visit that midnight overtook. */
const ENDS: Readonly<Partial<Record<TicketView['state'], readonly End[]>>> = {
  serving: ['finish'],
  called: ['finish', 'skip'],
  parked: ['resume'],
}

/** Own visits of the day before that have no end yet, above all that is today's; nothing where there is none. */
@customElement('desk-unfinished')
export class DeskUnfinished extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      :host(:not([filled])) {
        display: none;
      }
      .acts {
        display: flex;
        gap: 0.4rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** The day that the desk shows: with a new one there is another day before. */
  @property() date: LocalDate | undefined
  @property({ attribute: false }) now!: Instant
  readonly #left = new Fetched<Reply<'GET /api/offices/:office/unfinished'>>(this)
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })
  #read = 0

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    if (this.date === undefined) return
    const params = { office: this.office.id }
    this.#left.want(`${this.date} ${this.#read} ${Math.floor(this.now / REREAD_MS)}`, () =>
      ask('GET /api/offices/:office/unfinished', { params }),
    )
    this.toggleAttribute('filled', this.#tickets.length > 0)
  }

  protected override render() {
    return html`${this.#tickets.map(ticket => this.#row(ticket))}${
      this.#act.error === undefined || this.#tickets.length === 0
        ? nothing
        : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`
    }`
  }

  get #tickets(): readonly TicketView[] {
    return (this.#left.value?.tickets ?? []).filter(ticket => ENDS[ticket.state])
  }

  #row(ticket: TicketView) {
    const { number, state, calledAt, counterId = '' } = ticket
    const at = calledAt === undefined ? '' : timeText(calledAt, this.office.zone, lang())
    const words = deskText[`left.${state as 'serving' | 'called' | 'parked'}`]
    return html`<ui-banner
      >${t(words, { number, at, counter: counterName(this.office, counterId) })}
      <span slot="action" class="acts">
        ${ENDS[state]!.map(
          end =>
            html`<ui-button size="s" ?busy=${this.#act.busy([end, ticket.id])} @click=${() => this.#end(end, ticket)}
              >${t(deskText[`left.${end}`])}</ui-button
            >`,
        )}
      </span>
    </ui-banner>`
  }

  async #end(end: End, { id: ticketId, counterId = '' }: TicketView): Promise<void> {
    const params = { office: this.office.id, counter: counterId }
    await this.#act.run([end, ticketId], key =>
      ask(`POST /api/offices/:office/counters/:counter/${end}`, { params, body: { ticketId } }, key),
    )
    // Also after a no: somebody may have ended it in another window.
    this.#read++
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-unfinished': DeskUnfinished
  }
}
