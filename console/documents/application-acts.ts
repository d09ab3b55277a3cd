import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ApplicationState, ReturnReason } from '../../shared/documents/application.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { actOf } from '../../shared/web/act.ts'
import { ask } from '../parts/ask.ts'
import type { GivenDate } from './new-date-dialog.ts'

/** How long a step can be undone by one press. */
const UNDO_MS = 10_000

/** A second press on the same row within this time is taken for a double click. */
const DOUBLE_MS = 800

/** One step of an application, or the opening of a ticket's. */
interface Step {
  /** Id of the row that is busy with it. */
  readonly id: string
  readonly number: string
  /** What is wished for it. */
  readonly wish: unknown
  /** Whether the list shows that it has happened. */
  readonly done: (list: readonly ApplicationView[]) => boolean
  /** Set where the act can be undone, with the reason that the state before had. */
  readonly undo?: { readonly reason: ReturnReason | undefined }
  readonly send: (key: string) => Promise<ApplicationView>
}

/** Sends one step at a time, keeps what may not have arrived, and offers the way back for ten seconds. */
export class ApplicationActs implements ReactiveController {
  /** The step that can still be undone: the application after it. */
  undoable: ApplicationView | undefined
  private last: Step | undefined
  private readonly sender = actOf(() => this.host.requestUpdate())
  private stepped: { readonly id: string; readonly at: number } | undefined
  private reasonBefore: ReturnReason | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly host: ReactiveControllerHost & { readonly office: { readonly id: string } }
  private readonly changed: () => void

  /** `changed` is told whenever the list may be another one. */
  constructor(host: ReactiveControllerHost & { readonly office: { readonly id: string } }, changed: () => void) {
    this.host = host
    this.changed = changed
    host.addController(this)
  }

  /** Id of the row that is busy. */
  get busy(): string | undefined {
    return this.sender.busy() ? this.last?.id : undefined
  }

  /** An act of which nobody knows whether it happened. */
  get unsaved(): { readonly number: string } | undefined {
    return this.sender.now.state === 'unsaved' ? this.last : undefined
  }

  /** Why the office said no to the last act. */
  get refusal(): unknown {
    return this.sender.now.state === 'refused' ? this.sender.error : undefined
  }

  hostDisconnected(): void {
    clearTimeout(this.timer)
  }

  /** Takes an application to a state. */
  async step(application: ApplicationView, to: ApplicationState, reason?: ReturnReason): Promise<void> {
    // The second half of a double click would fall on the button of the step after.
    if (application.id === this.stepped?.id && performance.now() - this.stepped.at < DOUBLE_MS) return
    this.stepped = { id: application.id, at: performance.now() }
    await this.run({ ...this.act(application, to, reason), undo: { reason: application.reason ?? undefined } })
  }

  /** Gives a late one a new date; another one corrects it. */
  newDate(application: ApplicationView, date: GivenDate): Promise<void> {
    const { id, number } = application
    const params = { office: this.host.office.id, application: id }
    return this.run({
      id,
      wish: date,
      number,
      done: list => list.some(a => a.id === id && a.delay?.date === date.date && a.delay?.cause === date.cause),
      send: async key =>
        (await ask('POST /api/offices/:office/applications/:application/new-date', { params, body: date }, key))
          .application,
    })
  }

  /** Takes the last step back, while that is offered. */
  async undo(): Promise<void> {
    const last = this.undoable
    // What was returned before is returned again, for the reason that it had.
    if (last?.before) await this.run(this.act(last, last.before, this.reasonBefore))
  }

  /** Opens the application of a finished visit that has none. */
  open(ticketId: string, number: string): Promise<void> {
    const params = { office: this.host.office.id, ticket: ticketId }
    return this.run({
      id: ticketId,
      wish: 'open',
      number,
      done: list => list.some(a => a.number === number),
      send: async key =>
        (await ask('POST /api/offices/:office/tickets/:ticket/application', { params }, key)).application,
    })
  }

  /** Sends the act again that may not have arrived, as the same act. */
  async retry(): Promise<void> {
    if (this.unsaved && this.last) await this.run(this.last)
  }

  /** The list was read: an act without an answer that has happened is no longer said to be unsaved. */
  seen(list: readonly ApplicationView[]): void {
    if (this.unsaved && this.last?.done(list)) this.sender.rest()
  }

  private act({ id, number }: ApplicationView, to: ApplicationState, reason?: ReturnReason): Step {
    const params = { office: this.host.office.id, application: id }
    const body = { to, ...(reason ? { reason } : {}) }
    return {
      id,
      wish: { to, reason },
      number,
      done: list => list.some(a => a.id === id && a.state === to),
      send: async key =>
        (await ask('POST /api/offices/:office/applications/:application/advance', { params, body }, key)).application,
    }
  }

  private async run(step: Step): Promise<void> {
    if (this.sender.busy()) return
    this.last = step
    this.offer(undefined)
    const application = await this.sender.run([step.id, step.wish], step.send)
    if (application) {
      this.reasonBefore = step.undo?.reason
      if (step.undo) this.offer(application)
    }
    this.changed()
    this.host.requestUpdate()
  }

  private offer(application: ApplicationView | undefined): void {
    clearTimeout(this.timer)
    this.undoable = application
    this.host.requestUpdate()
    if (application) this.timer = setTimeout(() => this.offer(undefined), UNDO_MS)
  }
}
