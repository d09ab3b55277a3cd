import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { TicketView } from '../../shared/contracts/schemas.ts'
import { MINUTE, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { UNDO_MS } from '../../shared/queue/act.ts'
import { currentAt, type Counter, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { kindOf } from '../../shared/queue/result.ts'
import { deskText } from '../../shared/text/desk.ts'
import { resultText } from '../../shared/text/result.ts'
import { timeText } from '../../shared/text/ui.ts'
import { unfinishedText } from '../../shared/text/unfinished.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { bannerListStyles } from '../leave/banner-list-styles.ts'
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

/** Own visits without an end, above all else: those of the day before, and today's once the doors are shut; else nothing. */
@customElement('desk-unfinished')
export class DeskUnfinished extends LitElement {
  static override styles = [
    bannerListStyles,
    css`
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
  /** Today, for what its officer has at the counter once the doors are shut. */
  @property({ attribute: false }) day: QueueDay | undefined
  @property() staffId = ''
  readonly #left = new Fetched<Reply<'GET /api/offices/:office/unfinished'>>(this)
  readonly #act = actOf(() => this.requestUpdate(), { pauses: [] })
  #read = 0
  #last: { readonly end: End; readonly number: string; readonly counterId: string; readonly at: Instant } | undefined

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
    const open = [this.#evening, this.#undoable].filter(it => it !== undefined).length + this.#tickets.length
    if (open > 0) this.setAttribute('filled', String(open + (this.#act.error === undefined ? 0 : 1)))
    else this.removeAttribute('filled')
  }

  protected override render() {
    return html`${
      this.#act.error === undefined || !this.hasAttribute('filled')
        ? nothing
        : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`
    }${this.#undoing()}${this.#tickets.map(ticket => this.#row(ticket))}${this.#question()}`
  }

  get #tickets(): readonly TicketView[] {
    return (this.#left.value?.tickets ?? []).filter(ticket => ENDS[ticket.state])
  }

  /** The visit at the own counter at which nothing was done since the doors shut. */
  get #evening(): { readonly counter: Counter; readonly number: string; readonly state: Ticket['state'] } | undefined {
    const { day, now } = this
    const shutAt = day?.plan?.doors?.to
    const counter = day && counterOf(day, this.staffId)
    const ticket = counter && currentAt(day, counter.id)
    if (!ticket || shutAt === undefined || now < shutAt || (counter.actedAt ?? 0) >= shutAt) return undefined
    return { counter, number: ticket.number, state: ticket.state }
  }

  /** Asks for it on the same day; the acts that end it are those of the desk below. */
  #question() {
    const evening = this.#evening
    if (!evening) return nothing
    const { counter, number, state } = evening
    const params = { office: this.office.id, counter: counter.id }
    const still = () =>
      this.#act.run(['mind', counter.id], key =>
        ask('POST /api/offices/:office/counters/:counter/mind', { params }, key),
      )
    return html`<ui-banner
      >${t(unfinishedText[state === 'serving' ? 'evening.serving' : 'evening.called'], {
        number,
        counter: counterName(this.office, counter.id),
      })}<ui-button slot="action" size="s" ?busy=${this.#act.busy(['mind', counter.id])} @click=${() => void still()}
        >${t(unfinishedText['evening.still'])}</ui-button
      ></ui-banner
    >`
  }

  #row(ticket: TicketView) {
    const { number, state, calledAt, counterId = '' } = ticket
    const at = calledAt === undefined ? '' : timeText(calledAt, this.office.zone, lang())
    const words = unfinishedText[`left.${state as 'serving' | 'called' | 'parked'}`]
    return html`<ui-banner
      >${t(words, { number, at, counter: counterName(this.office, counterId) })}
      <span slot="action" class="acts">
        ${ENDS[state]!.map(
          end =>
            html`<ui-button size="s" ?busy=${this.#act.busy([end, ticket.id])} @click=${() => this.#end(end, ticket)}
              >${t(unfinishedText[`left.${end}`])}</ui-button
            >`,
        )}
      </span>
    </ui-banner>`
  }

  /** The last end while it can be undone, and nothing was done at that counter on the new day. */
  get #undoable() {
    const last = this.#last
    if (!last || this.now - last.at > UNDO_MS) return undefined
    return (this.day?.lastActs?.[last.counterId]?.at ?? 0) > last.at ? undefined : last
  }

  #undoing() {
    const last = this.#undoable
    if (!last) return nothing
    const params = { office: this.office.id, counter: last.counterId }
    const undo = async () => {
      const back = (key: string) => ask('POST /api/offices/:office/counters/:counter/undo', { params, body: {} }, key)
      if (await this.#act.run(['undo'], back)) this.#last = undefined
      this.#again()
    }
    // Here a visit is ended as complete and in no other way.
    const how = t(resultText[kindOf(undefined)]).toLowerCase()
    return html`<ui-banner tone="info"
      >${t(deskText[`undone.${last.end}`], { number: last.number, how })}<ui-button
        slot="action"
        size="s"
        ?busy=${this.#act.busy(['undo'])}
        @click=${() => void undo()}
        >${t(deskText['act.undo'])}</ui-button
      ></ui-banner
    >`
  }

  async #end(end: End, { id: ticketId, number, counterId = '' }: TicketView): Promise<void> {
    const params = { office: this.office.id, counter: counterId }
    const done = await this.#act.run([end, ticketId], key =>
      ask(`POST /api/offices/:office/counters/:counter/${end}`, { params, body: { ticketId } }, key),
    )
    if (done) this.#last = { end, number, counterId, at: this.now }
    this.#again()
  }

  #again(): void {
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
