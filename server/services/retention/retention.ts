import { REPORT_DAYS } from '../../../shared/officer/daily/report.ts'
import { addDays, atClock, weekOf, type LocalDate } from '../../../shared/kit/time.ts'
import { UNFOUND_WEEKS } from '../../../shared/search/unfound.ts'
import { eraseNetworks } from '../../store/answer-sources.ts'
import type { Database } from '../../store/open/database.ts'
import { eraseHolders } from '../../store/holders/holders.ts'
import { eraseTakeovers } from '../../store/leave/takeovers.ts'
import { erasePictures } from '../../store/pictures.ts'
import { eraseDrafts } from '../../store/record/daily.ts'
import { eraseLeaves } from '../../store/roster/leaves.ts'
import { eraseWeeks } from '../../store/roster/weeks.ts'
import { eraseUnfound } from '../../store/unfound.ts'
import { eraseNotes } from '../../store/visits.ts'
import type { Messages } from '../messages/messages.ts'
import type { Offices } from '../office/offices.ts'
import type { Uploads } from '../booking/uploads.ts'

/** Days after the service day for which somebody can still dispute what happened. */
const DISPUTE_DAYS = 2
/** Days for which somebody whose document is not handed over can still be told of it. */
const DOCUMENT_DAYS = 60

/** Days for which networks of answers and of the desk are kept, so that a manager sees a fortnight. */
const NETWORK_DAYS = 14

/** Days for which the officer of a counter that was taken over may read and answer why. */
const TAKEOVER_DAYS = 60

/** Days for which the plan of a week, with its history, and who was away are kept after they ended. */
const ROSTER_DAYS = 730
const LEAVE_DAYS = 366

/** Days for which a picture is kept that was brought and not saved. */
const PICTURE_DAYS = 1

/** What one pass erased: counts, never of whom. */
export interface Erased {
  readonly before: LocalDate
  readonly holders: number
  readonly files: number
}

/** Erases who held the tickets of past days, and what they sent; tickets, visits and every total stay. */
export function createRetention(deps: {
  db: Database
  offices: Offices
  uploads: Uploads
  messages: Messages
}): () => Promise<Erased> {
  return async () => {
    // The earliest day among the offices: nothing is erased before its own office's day is over.
    const today = deps.offices.all().reduce((first, { id }) => {
      const day = deps.offices.today(id)
      return first === '' || day < first ? day : first
    }, '')
    const before = addDays(today || '1970-01-03', -DISPUTE_DAYS)
    const files = await deps.uploads.sweep(today)
    const holders = await eraseHolders(deps.db, before, addDays(today || before, -DOCUMENT_DAYS))
    await deps.messages.forget(holders)
    await eraseNotes(deps.db, before)
    await eraseNetworks(deps.db, addDays(today || before, -NETWORK_DAYS))
    await eraseTakeovers(deps.db, addDays(today || before, -TAKEOVER_DAYS))
    // What was never sent of a day that can be reported no longer.
    await eraseDrafts(deps.db, addDays(today || before, -REPORT_DAYS - 1))
    await eraseLeaves(deps.db, addDays(today || before, -LEAVE_DAYS))
    await eraseWeeks(deps.db, addDays(weekOf(today || before), -ROSTER_DAYS))
    await eraseUnfound(deps.db, addDays(weekOf(today || before), -7 * UNFOUND_WEEKS))
    await erasePictures(deps.db, atClock(addDays(today || before, -PICTURE_DAYS), '00:00', 'WIB'))
    return { before, holders: holders.length, files }
  }
}
