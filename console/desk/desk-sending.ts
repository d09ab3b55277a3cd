import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { currentAt, ticketAt, type QueueDay } from '../../shared/queue/day.ts'
import { actOf } from '../../shared/web/act.ts'
import { dropSheets } from './sheets/sheet-form.ts'
import { DESK_ACTS, type AtCounter, type DeskAct, type DeskReply, type Said } from './desk-acts.ts'

/** One act of the officer, ready to be sent. */
export interface Order extends Pick<Said, 'result' | 'to' | 'later'> {
  readonly act: DeskAct
  readonly at: AtCounter
  /** What was chosen in the question before it. */
  readonly chosen?: string | undefined
  readonly ticket?: { readonly no: number; readonly id?: string } | undefined
  /** Who stood at the counter when it was asked. */
  readonly here?: string | undefined
}

interface Followed {
  readonly day: QueueDay | undefined
  refresh(): void
}

const PUSH_WITHIN_MS = 1_000
/** Acts after which the same visit stands at the counter, so that what is typed about it stays. */
const STAYS: readonly DeskAct[] = ['recall', 'addStep', 'dropStep']

/**
 * Sends one act of the desk at a time. Nothing on the screen moves by the answer itself: the act stays busy until its events
 * are folded, and asks for the day again when they do not come. What may not have arrived waits for the officer, who must
 * know at once; pressed again while the picture is the same, it is the same act. Once what it was about stands otherwise, it
 * has happened or has lost its point, and nothing is said of it any more.
 */
export class DeskSending implements ReactiveController {
  private last: Order | undefined
  /** How what the last act was about stood when it was asked. */
  private stood = ''
  private settled: number | undefined
  private late: ReturnType<typeof setTimeout> | undefined
  private readonly sender = actOf(() => this.host.requestUpdate(), { pauses: [] })
  private readonly host: ReactiveControllerHost & { readonly live: Followed }
  private readonly answered: (reply: DeskReply) => void

  /** `answered` hears every answer, for what no event tells. */
  constructor(
    host: ReactiveControllerHost & { readonly live: Followed },
    answered: (reply: DeskReply) => void = () => {},
  ) {
    this.host = host
    this.answered = answered
    host.addController(this)
  }

  /** The button that is busy with the act under way, until its events are seen. */
  get busy(): string | undefined {
    return this.last && (this.sender.busy() || this.settled !== undefined) ? nameOf(this.last) : undefined
  }

  /** The counter of the act under way. */
  get counter(): string | undefined {
    return this.busy === undefined ? undefined : this.last?.at.counter
  }

  /** An act of which nobody knows whether it happened. */
  get unsaved(): DeskAct | undefined {
    return this.sender.now.state === 'unsaved' ? this.last?.act : undefined
  }

  /** Why the office said no to the last act. */
  get refusal(): unknown {
    return this.sender.now.state === 'refused' ? this.sender.error : undefined
  }

  hostUpdate(): void {
    if (this.settled !== undefined && this.seq > this.settled) this.free()
    if (this.last && this.unsaved && this.stood !== this.standing(this.last)) this.sender.rest()
  }

  hostDisconnected(): void {
    clearTimeout(this.late)
  }

  /** Sends an act unless another one is under way; answers whether it was accepted. */
  async run(order: Order): Promise<boolean> {
    const { act, at, chosen = '', ticket, here, result, to, later } = order
    const { send } = DESK_ACTS[act]
    if (this.busy !== undefined || !send) return false
    this.last = order
    this.stood = this.standing(order)
    const reply = await this.sender.run([order, this.seq], async key => {
      const before = this.seq
      const answer = await send(at, key, {
        chosen,
        ticket: ticket?.id ?? '',
        here: here ? { ticketId: here } : undefined,
        ...{ result, to, later },
      })
      this.answered(answer)
      if (here && !STAYS.includes(act)) dropSheets(here)
      this.settle(before)
      return answer
    })
    return reply !== undefined
  }

  /** Sends the act again that may not have arrived, as the same act. */
  retry(): Promise<boolean> {
    return this.sender.retry()
  }

  /** Takes the sentence about the last act away. */
  dismiss(): void {
    this.sender.rest()
  }

  private get seq(): number {
    return this.host.live.day?.seq ?? 0
  }

  private standing({ at, ticket }: Order): string {
    const { day } = this.host.live
    const current = day && currentAt(day, at.counter)
    const named = day && ticket && ticketAt(day, ticket.no)
    return [
      day?.counters[at.counter]?.state,
      current?.id,
      current?.state,
      current?.calls,
      current?.later?.length,
      named?.state,
    ].join()
  }

  private settle(before: number): void {
    this.settled = before
    this.late = setTimeout(() => {
      this.host.live.refresh()
      this.free()
    }, PUSH_WITHIN_MS)
    this.host.requestUpdate()
  }

  private free(): void {
    clearTimeout(this.late)
    this.settled = undefined
    this.host.requestUpdate()
  }
}

function nameOf({ act, ticket }: Order): string {
  return ticket ? `${act}:${ticket.no}` : act
}
