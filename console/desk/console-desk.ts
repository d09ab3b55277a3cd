import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { isOpened } from '../../shared/office/opened.ts'
import { currentAt, type Counter, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { mayBeOther } from '../../shared/queue/commands/booking/wrong-holder.ts'
import { undoableBy } from '../../shared/queue/commands/undo.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { leftWaiting } from '../../shared/queue/leaving.ts'
import { RESULT_KINDS } from '../../shared/queue/result.ts'
import { deskText } from '../../shared/text/desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-state.ts'
import { deskState, listsOf, primaryAct, restOf, type KnownReason } from './desk.ts'
import { currentPane } from './current-pane.ts'
import { asksFirst, DESK_ACTS, may, type DeskAct, type DeskReply } from './desk-acts.ts'
import { askingDialog, isSheet, type Asking, type Sheet } from './desk-asking.ts'
import { deskBanners } from './desk-banners.ts'
import type { DeskButtons } from './desk-buttons.ts'
import './desk-counters.ts'
import { ownFigures } from '../parts/own-figures.ts'
import { DeskHint } from './desk-hint.ts'
import { DeskKeyboard } from './desk-keyboard.ts'
import { VIEWS, type DeskLine, type LineAct, type LineView } from './desk-line.ts'
import { DeskSending } from './desk-sending.ts'
import { deskStyles } from './desk-styles.ts'
import { undoStyles } from './desk-undo.ts'
import { listPane } from './list-pane.ts'
import { rememberCounter } from './last-counter.ts'
import { OwnRecord } from './own-record.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'

const CUT_AFTER_MS = 2_000

/** What goes with an act besides the counter; `about` is who is meant to stand there. */
interface Given extends Sheet {
  readonly chosen?: string
  readonly ticket?: { readonly no: number; readonly id?: string }
  readonly about?: Ticket | undefined
}

/** The officer's desk: choose a counter, then call, start, finish, all by keyboard. What it shows comes from events only. */
@customElement('console-desk')
export class ConsoleDesk extends LitElement {
  static override styles = [baseStyles, paneStyles, deskStyles, undoStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private asking: Asking | undefined
  @state() private view: LineView = 'waiting'
  @query('desk-buttons') private buttons!: DeskButtons | null
  @query('desk-line') private line!: DeskLine | null
  readonly #acts = new DeskSending(this, reply => this.#answered(reply))
  readonly #own = new OwnRecord(this)
  readonly #hint = new DeskHint(this)
  #because: { readonly no: number; readonly because: KnownReason } | undefined
  #cutAt: number | undefined
  /** There was a counter on this page before, closed or taken over since. */
  #sat = false

  constructor() {
    super()
    new LangController(this)
    new DeskKeyboard(this, {
      primary: () => this.buttons?.primary,
      act: act => this.#ask(act),
      next: () => this.#primary(),
      digit: place => this.#digit(place),
      dismiss: () => this.#acts.dismiss(),
      listening: () => this.asking === undefined && this.#counter !== undefined,
    })
  }

  protected override async firstUpdated(): Promise<void> {
    await this.buttons?.updateComplete
    await this.buttons?.primary.updateComplete
    // Whoever comes back by the menu goes on with Space, as after every act.
    this.#focusLarge()
  }

  protected override willUpdate(): void {
    if (!this.live.connected) this.#cutAt ??= Date.now()
    else this.#cutAt = undefined
    const counter = this.#counter
    this.#sat ||= counter !== undefined
    if (!counter || !this.staff.permissions.includes('officer.read.own')) return
    // A visit that ended frees the counter, so this names the end of the last visit.
    this.#own.follow(this.live.day!.date, `${this.live.day!.date} ${counter.id} ${counter.freeSince ?? ''}`)
  }

  protected override render() {
    const day = this.live.day
    if (!day && this.live.refused) {
      return html`<ui-state class="wait" kind="error" code=${this.live.refused}></ui-state>`
    }
    if (!day) return html`<ui-state class="wait" kind=${this.#cut ? 'offline' : 'loading'}></ui-state>`
    const counter = this.#counter
    if (counter) return this.#desk(day, counter)
    if (isOpened(this.office)) return this.#sit(day)
    return html`<ui-state class="wait" kind="empty" icon="clock" heading=${t(deskText['preparing.title'])}
      >${t(deskText['preparing.why'])}</ui-state
    >`
  }

  #sit(day: QueueDay) {
    return html`${this.#banners()}
      <desk-counters
        ?calm=${this.#sat}
        .office=${this.office}
        .day=${day}
        .now=${this.live.now()}
        busy=${this.#acts.counter ?? ''}
        ?disabled=${this.#cut}
        @sit=${(e: CustomEvent<string>) => void this.#open(e.detail)}
      ></desk-counters>`
  }

  #desk(day: QueueDay, counter: Counter) {
    const current = currentAt(day, counter.id)
    const lists = listsOf(day, counter, this.live.now())
    const phase = deskState(counter, current)
    const busy = this.#acts.busy ?? ''
    return html`<div class="desk">
        ${this.#banners()}
        ${currentPane({
          ...{ office: this.office, day, counter, current, lists, phase, busy, now: this.live.now(), cut: this.#cut },
          because: current && this.#because?.no === current.no ? this.#because.because : undefined,
          mayTake: this.staff.permissions.includes('queue.take'),
          inert: isSheet(this.asking),
          hint: this.#hint.said,
          ask: act => this.#ask(act),
        })}
        ${listPane({
          ...{ office: this.office, day, counter, lists, phase, busy, now: this.live.now(), view: this.view },
          cut: this.#cut,
          mayPick: this.staff.permissions.includes('queue.pick'),
          inert: isSheet(this.asking),
          show: view => this.#show(view, false),
          act: act => this.#ofLine(act),
        })}
        <ui-figures label=${t(deskText['fig.label'])} .items=${ownFigures(this.#own.record, lang())}></ui-figures>
        ${this.asking === undefined ? nothing : this.#dialog(this.asking, day, counter)}
      </div>
      <p class="vh" role="status">${t(deskText[`now.${phase}`])} ${current?.number ?? ''}</p>`
  }

  #dialog(asking: Asking, day: QueueDay, counter: Counter) {
    return askingDialog(asking, {
      office: this.office,
      day,
      services: counter.services,
      now: this.live.now(),
      counter: counter.id,
      next: listsOf(day, counter, this.live.now()).waiting[0]?.number ?? '',
      kind: asking.kind ?? 'complete',
      answer: (chosen, sheet) => {
        const { what, about } = asking
        if (typeof what === 'object') void this.#do('pick', { chosen, ticket: what.pick, about })
        else if (what !== 'keys') void this.#do(sheet?.act ?? what, { chosen, about, ...sheet })
      },
      dismiss: () => this.#closeDialog(),
    })
  }

  #banners() {
    return deskBanners({
      office: this.office,
      date: this.live.day?.date,
      day: this.live.day,
      staff: this.staff,
      now: this.live.now(),
      offlineSince: this.#cut ? timeText(this.live.heard, this.office.zone, lang()) : undefined,
      unsaved: this.#acts.unsaved && t(deskText[DESK_ACTS[this.#acts.unsaved].words]),
      refusal: this.#acts.refusal,
      busy: this.#acts.busy !== undefined,
      retry: () => this.#ask('retry'),
      dismiss: () => this.#acts.dismiss(),
    })
  }

  get #counter(): Counter | undefined {
    return this.live?.day && counterOf(this.live.day, this.staff.id)
  }

  /** The connection has been down long enough to say so. */
  get #cut(): boolean {
    return this.#cutAt !== undefined && Date.now() - this.#cutAt > CUT_AFTER_MS
  }

  /** Why a ticket was called is known only from the answer to the call. */
  #answered(reply: DeskReply): void {
    if ('ticket' in reply && reply.ticket?.because) {
      this.#because = { no: reply.ticket.no, because: reply.ticket.because }
    }
  }

  /** A button or a key asks for something; what may not be asked now is passed over in silence. */
  #ask(act: DeskAct): void {
    if (act === 'retry') return void this.#settle(this.#acts.retry())
    const [day, counter] = [this.live.day, this.#counter]
    if (!day || !counter) return
    const current = currentAt(day, counter.id)
    if (!may(act, deskState(counter, current))) return
    const rest = restOf(act, day, current, this.live.now())
    if (rest > 0) return void this.#hint.resting(act as 'skip' | 'recall', rest, current!.calls)
    if (act === 'search') return this.line?.focusSearch()
    if (act === 'keys') return void (this.asking = { what: act, about: current })
    if (this.#cut || this.#acts.busy !== undefined) return
    // A number taken in the hall belongs to whoever holds it.
    if (act === 'holder' && !(current && mayBeOther(current, this.live.now()))) return
    if (act === 'dropStep')
      return void (current?.later && this.#do(act, { about: current, later: current.later.slice(0, -1) }))
    if (act === 'close' && leftWaiting(day, counter).length === 0) return void this.#do(act)
    if (asksFirst(act) && act !== 'pick') return void (this.asking = { what: act, about: current })
    if (act !== 'undo') return void this.#do(act, { about: current })
    const it = undoableBy(day, `staff:${this.staff.id}`, this.live.now())
    if (it) void this.#do(act, { chosen: String(it.last.seq) }, it.counterId)
    else this.#hint.nothingToUndo()
  }

  #primary(): void {
    const [day, counter] = [this.live.day, this.#counter]
    if (!day || !counter) return
    const { length } = listsOf(day, counter, this.live.now()).waiting
    const act = primaryAct(deskState(counter, currentAt(day, counter.id)), length)
    if (act && !this.buttons?.resting) this.#ask(act)
  }

  #ofLine({ act, ticket }: LineAct): void {
    const counter = this.#counter
    if (!counter || this.#cut || this.#acts.busy !== undefined) return
    const about = currentAt(this.live.day!, counter.id)
    if (asksFirst(act)) return void (this.asking = { what: { pick: ticket }, about })
    this.view = 'waiting'
    void this.#do(act, { ticket })
  }

  async #open(counter: string): Promise<void> {
    if (await this.#do('open', {}, counter)) rememberCounter(counter)
  }

  #do(
    act: DeskAct,
    { chosen, ticket, about, ...said }: Given = {},
    counter = this.#counter?.id ?? '',
  ): Promise<boolean> {
    this.asking = undefined
    this.#hint.clear()
    const at = { office: this.office.id, counter }
    const named = ticket && { no: ticket.no, id: ticket.id ?? '' }
    return this.#settle(this.#acts.run({ act, at, chosen, ticket: named, here: about?.id, ...said }))
  }

  /** After every act the large button has the focus, so that Space is the next right thing again. */
  async #settle(sent: Promise<boolean>): Promise<boolean> {
    const done = await sent
    await this.updateComplete
    if (this.asking === undefined) this.#focusLarge()
    return done
  }

  // Without a scroll: on a phone the number above stays in sight.
  #focusLarge(): void {
    this.buttons?.primary?.focus({ preventScroll: true })
  }

  #closeDialog(): void {
    this.asking = undefined
    void this.updateComplete.then(() => this.#focusLarge())
  }

  /** While somebody is served a digit says how the visit ends, else it chooses a list. */
  #digit(place: number): void {
    const [day, counter] = [this.live.day, this.#counter]
    if (!day || !counter) return
    const about = currentAt(day, counter.id)
    if (about?.state !== 'serving') return void (VIEWS[place] && this.#show(VIEWS[place], true))
    this.#ask('end')
    if (this.asking && RESULT_KINDS[place]) this.asking = { ...this.asking, kind: RESULT_KINDS[place] }
  }

  #show(view: LineView, byKey: boolean): void {
    this.view = view
    if (byKey) void this.updateComplete.then(() => this.line?.focusRows())
    else this.#focusLarge()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-desk': ConsoleDesk
  }
}
