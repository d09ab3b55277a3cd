import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { isCovered } from './modal.ts'

/** What a screen does with the keys of the whole window. */
export interface HeardKeys {
  readonly down: (event: KeyboardEvent) => void
  readonly up?: (event: KeyboardEvent) => void
  /** False while something else has the keys, for example a dialog. */
  readonly listening?: () => boolean
  /** Heard also where somebody types: for function keys, which are no letters. */
  readonly inFields?: boolean
  /** Heard also under a question, because its keys answer it: a screen that is worked by a keypad alone. */
  readonly underQuestions?: boolean
  /** Heard again and again while the key is held down. */
  readonly repeats?: boolean
}

/**
 * Keys for a whole screen. With Ctrl, Alt or Meta they belong to the browser; where somebody types they are letters; what
 * an element below has taken for itself is not heard again, and what lies under a question hears nothing.
 */
export class WindowKeys implements ReactiveController {
  private readonly heard: HeardKeys
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost, heard: HeardKeys) {
    this.heard = heard
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.down)
    window.addEventListener('keyup', this.up)
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.down)
    window.removeEventListener('keyup', this.up)
  }

  private readonly down = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
    if (event.repeat && !this.heard.repeats) return
    if (!this.heard.inFields && isTyping(event)) return
    if (isHidden(this.host) || this.isUnder()) return
    if (this.heard.listening?.() ?? true) this.heard.down(event)
  }

  private isUnder(): boolean {
    return !this.heard.underQuestions && isBelow(this.host)
  }

  private readonly up = (event: KeyboardEvent): void => {
    if (this.isUnder()) return
    if (this.heard.listening?.() ?? true) this.heard.up?.(event)
  }
}

/** Hears signs of a person anywhere in the window, such as `pointerdown`, before every element does. Gives the way to end it. */
export function onSigns(signs: readonly string[], heard: () => void): () => void {
  for (const sign of signs) window.addEventListener(sign, heard, true)
  return () => {
    for (const sign of signs) window.removeEventListener(sign, heard, true)
  }
}

/** Whether the key was pressed on something that has a press of its own, such as a button, and not on `except`. */
export function isOnPressable(event: Event, except?: Element): boolean {
  const path = event.composedPath()
  return !(except && path.includes(except)) && path.some(node => node instanceof Element && node.matches(PRESSABLE))
}

const PRESSABLE = 'button, a, ui-button, ui-choice, summary, select, input[type=checkbox], input[type=radio]'

/** What nobody sees has no keys, for example a page whose session has ended. */
function isHidden(host: ReactiveControllerHost): boolean {
  return host instanceof Element && host.isConnected && !(host.checkVisibility?.() ?? true)
}

/** Under a question the keys are those of the question. */
function isBelow(host: ReactiveControllerHost): boolean {
  return host instanceof Element && isCovered(host)
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
