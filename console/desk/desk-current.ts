import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { atHand } from '../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { inOneGo } from '../../shared/queue/steps/planning.ts'
import { mayBeOther } from '../../shared/queue/commands/booking/wrong-holder.ts'
import type { Counter, Ticket } from '../../shared/queue/day.ts'
import { isUnsure, papersOf } from '../../shared/office/papers.ts'
import { saysHere } from '../../shared/queue/line.ts'
import { serviceWithCase } from '../../shared/ticket/papers-words.ts'
import { deskText } from '../../shared/text/desk.ts'
import { papersText } from '../../shared/text/papers.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-number.ts'
import '../../shared/web/ui/ui-tag.ts'
import '../../shared/web/ui/ui-trip.ts'
import { ask } from '../parts/ask.ts'
import { currentStyles } from './current-styles.ts'
import { DESK_ACTS, type DeskAct } from './desk-acts.ts'
import {
  callReason,
  deskState,
  minutesIn,
  rowReason,
  serviceNames,
  stepsLine,
  tripOf,
  type DeskState,
  type KnownReason,
} from './desk.ts'
import { serviceOf } from '../parts/names.ts'
import './desk-timer.ts'
import './sheets/desk-note.ts'
import { Fetched } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'

/** What stands at the counter now, and why. Raises `act` for the two small buttons of its head and for missing papers. */
@customElement('desk-current')
export class DeskCurrent extends LitElement {
  static override styles = [baseStyles, paneStyles, currentStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) counter!: Counter
  @property({ attribute: false }) current: Ticket | undefined
  @property({ attribute: false }) because: KnownReason | undefined
  /** Who waits for this counter, in order. */
  @property({ attribute: false }) waiting: readonly Ticket[] = []
  @property({ type: Number }) now: Instant = 0
  /** All counters of the day: who serves what comes next. */
  @property({ attribute: false }) counters: readonly Counter[] = []
  /** No act may be asked now. */
  @property({ type: Boolean }) disabled = false

  readonly #hint = new Fetched<Reply<'POST /api/offices/:office/bookings/:ticket/open'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { current, office } = this
    if (current?.bookedAt === undefined || current.id === undefined) return
    const params = { office: office.id, ticket: current.id }
    const body = { reason: 'serve' } as const
    // Opened once for each call, for each opening goes on record.
    this.#hint.want(
      `${current.id} ${current.calledAt ?? ''}`,
      () => ask('POST /api/offices/:office/bookings/:ticket/open', { params, body }),
      true,
    )
  }

  protected override render() {
    const state = deskState(this.counter, this.current)
    return html`<div class="head">
        <p>${this.#now(state)}</p>
        <slot name="tools"></slot>
      </div>
      ${this.current && state !== 'break' && state !== 'ready' ? this.#ticket(this.current, state) : this.#idle(state)}`
  }

  /** Where the work stands; whoever said to be in the hall is not waited for as one who may be anywhere. */
  #now(state: DeskState) {
    const { current } = this
    const at = state === 'called' && current && saysHere(current) ? current.hereAt : undefined
    if (at === undefined) return t(deskText[`now.${state}`])
    return html`${t(deskText['now.called.here'])}
      <ui-tag tone="go">${t(deskText['tag.here'], { at: this.#time(at) })}</ui-tag>`
  }

  #idle(state: string) {
    const next = this.waiting[0]
    const { until } = this.counter
    const heading =
      state === 'break' && until !== undefined
        ? t(deskText['big.break'], { until: this.#time(until) })
        : t(deskText[next ? 'big.ready' : 'big.empty'])
    const services = serviceNames(this.office, this.counter.services, lang())
    const lead = next ? t(deskText['ready.waiting'], { n: this.waiting.length, services }) : t(deskText['ready.none'])
    return html`<div class="who">
        <div>
          <h1 class="words">${heading}</h1>
          <p class="svcs soft">${lead}</p>
        </div>
        ${this.#idleTimer(state)}
      </div>
      ${next ? this.#next(next) : html`<span></span>`}
      <div class="mid">${this.waiting.length > 1 ? this.#after(this.waiting) : nothing}</div>`
  }

  #idleTimer(state: string) {
    const { until, freeSince, since } = this.counter
    if (state === 'break') {
      const over = until !== undefined && this.now > until
      return html`<desk-timer
        .ms=${over ? this.now - until : (until ?? this.now) - this.now}
        ?hot=${over}
        note=${t(deskText[over ? 'timer.over' : 'timer.left'])}
      ></desk-timer>`
    }
    const from = freeSince ?? since
    return html`<desk-timer
      .ms=${this.now - from}
      note=${t(deskText['ready.idle'], { since: this.#time(from) })}
    ></desk-timer>`
  }

  #next(next: Ticket) {
    return html`<div class="why">
      ${icon('info')}<b>${t(deskText['why.next'], { number: next.number })}</b>
      <p>
        ${t(deskText['why.waited'], {
          due: this.#time(next.due),
          reason: t(deskText[`joined.${next.joined}`]),
          n: minutesIn(next, this.now),
          promise: serviceOf(this.office, next.serviceId)?.waitPromiseMinutes ?? '',
        })}
      </p>
    </div>`
  }

  #after(waiting: readonly Ticket[]) {
    return html`<p class="note strong">${t(deskText['ready.after'], { number: waiting[0]!.number })}</p>
      <ol class="nexts">
        ${waiting
          .slice(1, 5)
          .map(
            ticket =>
              html`<li title=${rowReason(ticket, this.office.zone, lang())}>
                <ui-number value=${ticket.number}></ui-number
                ><span>${t(deskText['ready.due'], { due: this.#time(ticket.due) })}</span>
              </li>`,
          )}
      </ol>`
  }

  #ticket(ticket: Ticket, state: 'called' | 'serving') {
    const service = atHand(this.office.services, ticket)
    const papers = service ? papersOf(service, ticket.case) : []
    // Not known what it is for: all papers of all cases would be too many.
    const unsure = service !== undefined && isUnsure(service, ticket.case)
    const names = unsure ? t(papersText['count.unsure']).toLowerCase() : papers.map(p => t(p.name)).join(', ')
    return html`<div class="who">
        <div>
          <h1 class="big"><ui-number value=${ticket.number}></ui-number></h1>
          <p class="svcs">
            ${service ? serviceWithCase(service, ticket.case, lang()) : ''} ${this.#tags(ticket, state)}
          </p>
          ${ticket.bookedAt === undefined ? nothing : this.#holder(ticket)}
          ${
            ticket.noteId === undefined
              ? nothing
              : html`<desk-note office=${this.office.id} counter=${this.counter.id} .ticket=${ticket}></desk-note>`
          }
        </div>
        ${this.#timer(ticket, state, service && this.#standard(ticket))}
      </div>
      ${this.#why(ticket, state)}
      <div class=${ticket.later ? 'mid stepped' : 'mid'}>
        <ui-trip .spans=${tripOf(ticket)} .now=${this.now} .zone=${this.office.zone}></ui-trip>
        ${papers.length > 0 ? this.#papers(names) : nothing} ${this.#steps(ticket, state)}
      </div>`
  }

  #tags(ticket: Ticket, state: 'called' | 'serving') {
    return html`${
        this.because?.kind === 'picked' ? html`<ui-tag tone="warn">${t(deskText['tag.picked'])}</ui-tag>` : nothing
      }${
        state === 'called' ? this.#calls(ticket.calls, Math.max(ticket.calls, this.office.rules.mostCalls)) : nothing
      }<ui-tag tone=${ticket.priority ? 'go' : 'neutral'}
        >${t(deskText[ticket.priority ? 'tag.priority' : 'tag.general'])}</ui-tag
      >`
  }

  #calls(n: number, most: number) {
    return html`<ui-tag tone="call">${t(deskText['tag.calls'], { n, most })}</ui-tag
      ><span class="calls" aria-hidden="true"
        >${Array.from({ length: most }, (_, i) => html`<i class=${i < n ? 'made' : ''}></i>`)}</span
      >`
  }

  /** What the standards give for all that is done here in one go. */
  #standard(ticket: Ticket): number {
    const own = inOneGo(this.counter.services, ticket)
    return own.reduce((sum, id) => sum + (serviceOf(this.office, id)?.standardMinutes ?? 0), 0)
  }

  #timer(ticket: Ticket, state: 'called' | 'serving', standard: number | undefined) {
    if (state === 'called') {
      const from = ticket.calledAt ?? ticket.since
      return html`<desk-timer
        .ms=${this.now - from}
        note="${t(deskText['timer.since'], { since: this.#time(from) })}, ${t(deskText['timer.walk'])}"
      ></desk-timer>`
    }
    const from = ticket.startedAt ?? ticket.since
    return html`<desk-timer
      .ms=${this.now - from}
      .standardMs=${(standard ?? 0) * MINUTE}
      ?hot=${standard !== undefined && this.now - from > standard * MINUTE}
      note=${t(deskText['timer.since'], { since: this.#time(from) })}
      standard=${standard === undefined ? '' : t(deskText['timer.standard'], { n: standard })}
    ></desk-timer>`
  }

  #why(ticket: Ticket, state: 'called' | 'serving') {
    const services = serviceNames(this.office, this.counter.services, lang())
    const next = this.waiting[0]
    const then =
      state === 'called'
        ? t(deskText['why.walk'])
        : next
          ? t(deskText['why.then'], { number: next.number, due: this.#time(next.due) })
          : t(deskText['why.thenNone'])
    return html`<div class="why">
      ${icon('info')}<b>${t(deskText['why.this'], { number: ticket.number })}</b>
      <p>${callReason(ticket, this.because, services, this.office.zone, lang())} ${then}</p>
    </div>`
  }

  /** Whom the place is for, so that nobody comes in the place of another; a hint, and no more of it. */
  #holder(ticket: Ticket) {
    const { value } = this.#hint
    const known = value?.number === ticket.number ? value : undefined
    const who = known?.name ? t(deskText['holder.of'], { name: known.name }) : known && t(deskText['holder.none'])
    const phone = known?.phoneEnd ? t(deskText['holder.phone'], { end: known.phoneEnd }) : undefined
    return html`<p class="holder">
      <span><b>${who ?? ''}</b>${phone ? html` · ${phone}` : nothing}</span>
      ${mayBeOther(ticket, this.now) ? this.#button('holder') : nothing}
    </p>`
  }

  /** What of the visit is done here in one go, where it goes by itself, and the way out. */
  #steps(ticket: Ticket, state: 'called' | 'serving') {
    if (!ticket.later) return nothing
    return html`<div class="paper steps">
      ${icon('arrow')}<span class="list">${stepsLine(this.office, this.counter, this.counters, ticket, lang())}</span>
      ${state === 'serving' ? html`${this.#button('dropStep', ticket)}${this.#button('rest')}` : nothing}
    </div>`
  }

  #papers(names: string) {
    return html`<div class="paper">
      ${icon('doc')}<span class="list"><b>${t(deskText.papers)}:</b> ${names}.</span>
      ${this.#button('papers')}
    </div>`
  }

  #button(act: DeskAct, ticket?: Ticket) {
    const { key = '', words } = DESK_ACTS[act]
    const last = ticket?.later?.at(-1)
    const said = last ? t(deskText['steps.drop'], { service: this.#nameOf(last.serviceId) }) : t(deskText[words])
    return html`<ui-button size="s" shortcut=${key} ?disabled=${this.disabled} @click=${() => emit(this, 'act', act)}
      >${said}<ui-key>${key}</ui-key></ui-button
    >`
  }

  #nameOf(serviceId: string): string {
    return serviceNames(this.office, [serviceId], lang())
  }

  #time(at: Instant): string {
    return timeText(at, this.office.zone, lang())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-current': DeskCurrent
  }
}
