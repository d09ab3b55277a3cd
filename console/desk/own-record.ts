import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficerRecord } from '../../shared/officer/record.ts'
import { ask } from '../parts/ask.ts'

const SETTLED_AFTER_MS = 600

/** The officer's own record of today, read again shortly after each visit that ended. */
export class OwnRecord implements ReactiveController {
  record: OfficerRecord | undefined
  private readFor: string | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.timer)
  }

  /** Reads the record of `date` when `moment`, which names the end of the last visit, is a new one. */
  follow(date: LocalDate, moment: string): void {
    if (moment === this.readFor) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.read(date), this.readFor === undefined ? 0 : SETTLED_AFTER_MS)
    this.readFor = moment
  }

  // The figures explain the day; when they cannot be had the desk works on with the last ones.
  private async read(date: LocalDate): Promise<void> {
    const view = await ask('GET /api/me/record', { query: { from: date, to: date } }).catch(() => undefined)
    if (!view) return
    this.record = view.record
    this.host.requestUpdate()
  }
}
