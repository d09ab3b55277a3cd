import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ApplicationState, ReturnReason } from '../../shared/documents/application.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { codeOf, newKey } from '../../shared/web/client.ts'
import { ask } from '../parts/ask.ts'

/** How long a step can be undone by one press. */
const UNDO_MS = 10_000

/** A second press on the same row within this time is taken for a double click. */
const DOUBLE_MS = 800

const REPEATABLE = ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL']

/** One act on an application or ticket; the same key again is the same act. */
interface Act {
  /** Id of the row that is busy with it. */
  readonly id: string
  readonly number: string
  /** Set where the act can be undone, with the reason that the state before had. */
  readonly undo?: { readonly reason: ReturnReason | undefined }
  readonly send: (key: string) => Promise<ApplicationView>
}

/** Sends one step at a time, keeps what may not have arrived, and offers the way back for ten seconds. */
export class ApplicationActs implements ReactiveController {
  busy: string | undefined
  /** The step that can still be undone: the application after it. */
  undoable: ApplicationView | undefined
  /** An act of which nobody knows whether it happened. */
  unsaved: Act | undefined
  /** Why the office said no to the last act. */
  refusal: unknown
  private key = ''
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

  hostConnected(): void {}

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
      number,
      send: async key =>
        (await ask('POST /api/offices/:office/tickets/:ticket/application', { params }, key)).application,
    })
  }

  /** Sends the act again that may not have arrived, as the same act. */
  async retry(): Promise<void> {
    if (this.unsaved) await this.send(this.unsaved)
  }

  private act({ id, number }: ApplicationView, to: ApplicationState, reason?: ReturnReason): Act {
    const params = { office: this.host.office.id, application: id }
    const body = { to, ...(reason ? { reason } : {}) }
    return {
      id,
      number,
      send: async key =>
        (await ask('POST /api/offices/:office/applications/:application/advance', { params, body }, key)).application,
    }
  }

  private async run(act: Act): Promise<void> {
    if (this.busy !== undefined) return
    this.key = newKey()
    await this.send(act)
  }

  private async send(act: Act): Promise<void> {
    if (this.busy !== undefined) return
    this.busy = act.id
    this.unsaved = undefined
    this.refusal = undefined
    this.offer(undefined)
    try {
      const application = await act.send(this.key)
      this.reasonBefore = act.undo?.reason
      if (act.undo) this.offer(application)
    } catch (error) {
      if (REPEATABLE.includes(codeOf(error))) this.unsaved = act
      else this.refusal = error
    }
    this.busy = undefined
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
