import type { ReportText } from '../../../shared/officer/daily/report.ts'
import type { Database } from '../../store/open/database.ts'
import { draftsOf, versionsOf, type ReportOf } from '../../store/record/daily.ts'
import type { ReportSealer } from './report-sealer.ts'

/** Ids of the evidence files that stand in the texts of a day. */
export interface Cited {
  /** In any version that was sent. */
  readonly sent: ReadonlySet<string>
  /** In what is being written, or where nothing is, in the newest version. */
  readonly present: ReadonlySet<string>
}

export function createCited({ db, sealer }: { readonly db: Database; readonly sealer: ReportSealer }) {
  const filesOf = ({ text }: { readonly text: string }) =>
    sealer.opened<ReportText>(text).activities.flatMap(activity => activity.files)
  return async (report: ReportOf): Promise<Cited> => {
    const { staffId, date } = report
    const [versions, drafts] = await Promise.all([versionsOf(db, [staffId], date, date), draftsOf(db, report)])
    const present = drafts[0] ?? versions.at(-1)
    return { sent: new Set(versions.flatMap(filesOf)), present: new Set(present ? filesOf(present) : []) }
  }
}
