import type { ReactiveControllerHost } from 'lit'
import type { Reply } from '../../shared/contracts/api.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { awayOn, clockAt, clockOf, minutesOf, overlap, type Shift, type Turn } from '../../shared/roster/roster.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'

const REREAD_MS = 10 * MINUTE
/** A break is announced so many minutes before. */
const REST_SOON = 5

/** The own plan, read anew from time to time. Without it the desk works as ever. */
export class OwnPlan {
  readonly read: Fetched<Reply<'GET /api/me/roster'>>

  constructor(host: ReactiveControllerHost) {
    this.read = new Fetched(host)
  }

  want(now: Instant): void {
    this.read.want(String(Math.floor(now / REREAD_MS)), () => ask('GET /api/me/roster', {}))
  }

  /** The shift that runs, or the next one of today, unless oneself is away then. */
  shiftAt(office: OfficeInfo, now: Instant): Shift | undefined {
    const { value } = this.read
    if (!value) return undefined
    const clock = clockAt(now, office.zone)
    const { today, leaves } = value
    return value.shifts.find(
      s => s.date === today && s.to > clock && !awayOn(leaves, s.staffId, today).some(turn => overlap(turn, s)),
    )
  }

  /** The break in turn that is due now, or in a few minutes. */
  restAt(office: OfficeInfo, now: Instant): Turn | undefined {
    const clock = clockAt(now, office.zone)
    const rest = this.shiftAt(office, now)?.rest
    return rest && clockOf(Math.max(0, minutesOf(rest.from) - REST_SOON)) <= clock && clock < rest.to ? rest : undefined
  }
}
