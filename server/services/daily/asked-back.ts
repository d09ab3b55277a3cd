import { grouped } from '../../../shared/kit/grouped.ts'
import { addDays } from '../../../shared/kit/time.ts'
import { REPORT_DAYS, stateOf } from '../../../shared/officer/daily/report.ts'
import type { Database } from '../../store/open/database.ts'
import { entriesOf, versionsOf } from '../../store/record/daily.ts'
import type { Staff } from '../identity/access.ts'
import type { Offices } from '../office/offices.ts'

/** How many of the own reports of the last `REPORT_DAYS` days wait for their officer: sent back to be mended, or asked about. */
export type AskedBack = (me: Pick<Staff, 'id' | 'officeId'>) => Promise<number>

export function createAskedBack(deps: { readonly db: Database; readonly offices: Pick<Offices, 'today'> }): AskedBack {
  const { db, offices } = deps
  return async ({ id, officeId }) => {
    const today = offices.today(officeId)
    const from = addDays(today, -REPORT_DAYS)
    const entries = grouped(await entriesOf(db, [id], from, today), row => row.date)
    if (entries.size === 0) return 0
    const newest = new Map((await versionsOf(db, [id], from, today)).map(row => [row.date, row.version]))
    return [...entries].filter(([date, said]) => ['fix', 'ask'].includes(stateOf(newest.get(date) ?? 0, said))).length
  }
}
