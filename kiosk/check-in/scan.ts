import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { WindowKeys } from '../../shared/web/window-keys.ts'
import { claimIn, type Claim } from '../parts/claim.ts'

/** Keys further apart than this (milliseconds) belong to two readings. */
const READING_GAP_MS = 1_500
/** A finger on the keypad leaves at least this pause behind it; a scanner does not. */
const FINGER_MS = 90
/** Shorter than this, an unknown reading is a slip of the hand rather than a code. */
const LEAST_CODE = 8

/** What has been read so far, and when its last key came. */
export interface Reading {
  readonly text: string
  readonly at: number
}

export const NOTHING_READ: Reading = { text: '', at: -Infinity }

/** The reading with one more key at `at` (milliseconds of a clock that only grows). */
export function withKey(reading: Reading, key: string, at: number): Reading {
  return { text: at - reading.at > READING_GAP_MS ? key : (reading.text + key).slice(-400), at }
}

/** What the keys of a barcode scanner and of the keypad lead to. */
export interface Keys {
  /** Whether a code may be read on this page, and whether single keys wait until they are known to be a finger's. */
  readonly page: () => { readonly scans: boolean; readonly waits: boolean }
  /** A code was read; `null` when it is none of ours. */
  readonly read: (claim: Claim | null) => void
  /** One key of the keypad. */
  readonly pressed: (key: string) => void
}

/** Listens to the scanner, which types like a keyboard and ends with Enter, and to the keypad of the accessible mode. */
export class ScanWatch implements ReactiveController {
  private reading = NOTHING_READ
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly keys: Keys

  constructor(host: ReactiveControllerHost, keys: Keys) {
    this.keys = keys
    host.addController(this)
    new WindowKeys(host, { down: event => this.onKey(event), repeats: true, underQuestions: true })
  }

  hostDisconnected(): void {
    clearTimeout(this.timer)
  }

  private onKey(event: KeyboardEvent): void {
    const { scans, waits } = this.keys.page()
    if (event.key.length !== 1 && event.key !== 'Enter') return
    // What comes so soon is a scanner's, wherever it is used; its digits must choose nothing.
    clearTimeout(this.timer)
    if (event.key === 'Enter') return scans ? this.ended(event) : undefined
    if (scans) this.reading = withKey(this.reading, event.key, performance.now())
    if (!waits) return this.keys.pressed(event.key)
    this.timer = setTimeout(() => this.keys.pressed(event.key), FINGER_MS)
  }

  private ended(event: KeyboardEvent): void {
    const { text, at } = this.reading
    this.reading = NOTHING_READ
    if (performance.now() - at > READING_GAP_MS) return
    const claim = claimIn(text)
    if (!claim && text.length < LEAST_CODE) return
    // The scanner's Enter must not touch the button that has the focus.
    event.preventDefault()
    this.keys.read(claim)
  }
}
