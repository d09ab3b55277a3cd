import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { say } from '../text/text.ts'
import type { Lang, Words } from '../kit/words.ts'

const KEY = 'tanggap.lang'
const listeners = new Set<() => void>()
let current: Lang = remembered()
document.documentElement.lang = current

/** The language shown now. */
export function lang(): Lang {
  return current
}

/** Switches the language of this screen and remembers it on this device. */
export function setLang(next: Lang): void {
  if (next === current) return
  current = next
  document.documentElement.lang = next
  remember(next)
  for (const listener of listeners) listener()
}

/** Calls `listener` after every change; the returned function ends that. */
function onLang(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The sentence in the language shown now, with its `{values}` filled in. */
export function t(words: Words, values?: Readonly<Record<string, string | number>>): string {
  return say(words, current, values)
}

/** Renders its host again when the language changes. */
export class LangController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #off: (() => void) | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#off = onLang(() => this.#host.requestUpdate())
  }

  hostDisconnected(): void {
    this.#off?.()
  }
}

// A private window or a locked-down kiosk may refuse storage; the screen then keeps the choice for this page only.
function remembered(): Lang {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}

function remember(next: Lang): void {
  try {
    localStorage.setItem(KEY, next)
  } catch {
    return
  }
}
