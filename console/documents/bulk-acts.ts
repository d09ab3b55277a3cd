import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import { actOf } from '../../shared/web/act.ts'
import { ask } from '../parts/ask.ts'
import { isOwedLate, nextOf, type NextStep } from './application-row.ts'
import type { GivenDate } from './new-date-dialog.ts'

type Host = ReactiveControllerHost & { readonly office: { readonly id: string } }

/** Takes one step with many applications; each is sent by itself, and those that were refused stay chosen. */
export class BulkActs implements ReactiveController {
  readonly chosen = new Map<string, ApplicationView>()
  busy = false
  /** The step that is about to be taken with many, until somebody says yes or no. */
  asked: NextStep | undefined
  /** What came of the last step: how many took it, and who did not, with why. */
  outcome:
    { readonly to: NextStep | GivenDate; readonly done: number; readonly refused: readonly Refused[] } | undefined
  /** An act without a clear answer keeps its key, so that trying again cannot do it twice. */
  private readonly acts = new Map<string, ReturnType<typeof actOf>>()
  private readonly host: Host
  private readonly changed: () => void

  constructor(host: Host, changed: () => void) {
    this.host = host
    this.changed = changed
    host.addController(this)
  }

  hostConnected(): void {}

  choose(application: ApplicationView, chosen: boolean): void {
    if (chosen) this.chosen.set(application.id, application)
    else this.chosen.delete(application.id)
    this.asked = undefined
    this.outcome = undefined
    this.host.requestUpdate()
  }

  /** Asks first: what goes to many people at once cannot be taken back at once. */
  ask(to: NextStep | undefined): void {
    this.asked = to
    this.outcome = undefined
    this.host.requestUpdate()
  }

  clear(): void {
    this.chosen.clear()
    this.asked = undefined
    this.outcome = undefined
    this.host.requestUpdate()
  }

  /** The list was read anew: what is chosen is shown as it stands now. */
  seen(list: readonly ApplicationView[]): void {
    for (const application of list) if (this.chosen.has(application.id)) this.chosen.set(application.id, application)
  }

  /** The steps that some of the chosen can take next, with how many. */
  steps(): ReadonlyMap<NextStep, number> {
    const found = new Map<NextStep, number>()
    for (const application of this.chosen.values()) {
      const next = nextOf(application)
      if (next) found.set(next, (found.get(next) ?? 0) + 1)
    }
    return found
  }

  /** Those of the chosen that are late and may be given a new date. */
  late(): readonly ApplicationView[] {
    return [...this.chosen.values()].filter(isOwedLate)
  }

  /** Takes a step with those that can take it, or gives a new date to those that are late. */
  async step(to: NextStep | GivenDate): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.asked = undefined
    this.host.requestUpdate()
    const refused: Refused[] = []
    const wanted =
      typeof to === 'object' ? this.late() : [...this.chosen.values()].filter(application => nextOf(application) === to)
    for (const application of wanted) {
      const error = await this.send(application, to)
      if (error === undefined) this.chosen.delete(application.id)
      else refused.push({ application, error })
    }
    this.busy = false
    this.outcome = { to, done: wanted.length - refused.length, refused }
    this.changed()
    this.host.requestUpdate()
  }

  private async send({ id }: ApplicationView, to: NextStep | GivenDate): Promise<unknown> {
    const act = this.acts.get(id) ?? actOf(() => {})
    this.acts.set(id, act)
    const params = { office: this.host.office.id, application: id }
    const done = await act.run([id, to], key =>
      typeof to === 'object'
        ? ask('POST /api/offices/:office/applications/:application/new-date', { params, body: to }, key)
        : ask('POST /api/offices/:office/applications/:application/advance', { params, body: { to } }, key),
    )
    if (!done) return act.error ?? new Error('unsaved')
    this.acts.delete(id)
    return undefined
  }
}

interface Refused {
  readonly application: ApplicationView
  readonly error: unknown
}
