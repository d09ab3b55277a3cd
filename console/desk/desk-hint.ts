import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { SECOND } from '../../shared/kit/time.ts'
import { deskText } from '../../shared/text/desk.ts'
import { t } from '../../shared/web/lang.ts'

const SHOWN_MS = 5_000

/** Why the last key did nothing, for some seconds; a key that is passed over in silence is only pressed harder. */
export class DeskHint implements ReactiveController {
  said: string | undefined
  #until: ReturnType<typeof setTimeout> | undefined
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#until)
  }

  /** Says why `act` rests for so long, after so many calls. */
  resting(act: 'skip' | 'recall', rest: number, calls: number): void {
    if (rest === Infinity) this.#say(t(deskText['hint.spent'], { n: calls }))
    else this.#say(t(deskText[`hint.${act}`], { n: Math.ceil(rest / SECOND) }))
  }

  nothingToUndo(): void {
    this.#say(t(deskText['hint.undo']))
  }

  /** Something is done, so that the sentence has lost its point. */
  clear(): void {
    clearTimeout(this.#until)
    this.said = undefined
    this.#host.requestUpdate()
  }

  #say(words: string): void {
    this.clear()
    this.said = words
    this.#until = setTimeout(() => this.clear(), SHOWN_MS)
  }
}
