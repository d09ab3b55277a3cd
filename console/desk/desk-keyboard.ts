import type { ReactiveControllerHost } from 'lit'
import { isOnPressable, WindowKeys } from '../../shared/web/window-keys.ts'
import { KEYS, type DeskAct } from './desk-acts.ts'

/** What the keys of the desk lead to. */
export interface KeyTargets {
  readonly primary: () => HTMLElement | undefined
  readonly next: () => void
  readonly act: (act: DeskAct) => void
  /** One of the first four digits, from 0. */
  readonly digit: (place: number) => void
  readonly dismiss: () => void
  /** False while a dialog is open or no counter was chosen. */
  readonly listening: () => boolean
}

const DIGITS = ['1', '2', '3', '4']

/** Keys for the whole desk; a button that has the focus keeps its own Space. */
export class DeskKeyboard {
  private readonly to: KeyTargets

  constructor(host: ReactiveControllerHost, to: KeyTargets) {
    this.to = to
    const { listening } = to
    new WindowKeys(host, { down: event => this.down(event), up: event => this.up(event), listening, repeats: true })
  }

  private down(event: KeyboardEvent): void {
    if (event.key === ' ') {
      if (isOnPressable(event, this.to.primary())) return
      event.preventDefault()
      if (!event.repeat) this.to.next()
    } else if (!event.repeat) {
      this.letter(event)
    }
  }

  // Firefox clicks a focused button when Space comes up, even after its keydown was taken.
  private up(event: KeyboardEvent): void {
    if (event.key === ' ' && event.composedPath().includes(this.to.primary()!)) {
      event.preventDefault()
    }
  }

  private letter(event: KeyboardEvent): void {
    const key = event.key.toLowerCase()
    const act = KEYS[key]
    const digit = DIGITS.indexOf(key)
    if (act) this.to.act(act)
    else if (digit >= 0) this.to.digit(digit)
    else if (key === 'escape') this.to.dismiss()
    else return
    event.preventDefault()
  }
}
