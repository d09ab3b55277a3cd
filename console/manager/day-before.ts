import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { addDays, MINUTE, officeDate, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { isPending, type DayReport } from '../../shared/officer/day-report.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'

/** How often it is asked again whether somebody has closed the day. */
const REREAD_MS = 5 * MINUTE

/** The day before today, for whoever leads the hall: whether something of it still waits for somebody. */
export class DayBefore implements ReactiveController {
  readonly #report: Fetched<DayReport>
  #date = ''

  constructor(host: ReactiveControllerHost) {
    this.#report = new Fetched<DayReport>(host)
    host.addController(this)
  }

  hostConnected(): void {}

  /** Reads it, and again every few minutes; another `turn` reads it at once. */
  want({ id, zone }: Pick<OfficeInfo, 'id' | 'zone'>, now: Instant, turn = 0): void {
    this.#date = addDays(officeDate(now, zone), -1)
    const params = { office: id, date: this.#date }
    this.#report.want(`${this.#date} ${turn} ${Math.floor(now / REREAD_MS)}`, () =>
      ask('GET /api/offices/:office/days/:date', { params }),
    )
  }

  /** It was read, or could not be. */
  get known(): boolean {
    return this.#report.value?.date === this.#date || this.#report.error !== undefined
  }

  /** Its report while it is not closed, or a visit of it has no end. */
  get pending(): DayReport | undefined {
    const report = this.#report.value
    return report?.date === this.#date && isPending(report) ? report : undefined
  }
}
