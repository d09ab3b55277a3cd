import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { mustReport, type ReportText, type ReportTimes } from '../../../shared/officer/daily/report.ts'
import type { Database } from '../../store/open/database.ts'
import { draftRow, draftsOf, noDraft, type ReportOf } from '../../store/record/daily.ts'
import type { Staff } from '../identity/access.ts'
import type { Offices } from '../office/offices.ts'
import type { InTurn } from '../office/turn.ts'
import type { ReportSealer } from './report-sealer.ts'

/** What one device keeps of a day. */
export interface Draft extends ReportTimes {
  readonly device: string
  readonly kind: 'phone' | 'computer'
  readonly rev: number
  readonly text: ReportText
}

/** A draft as its device sends it; `replaces` is the one it began with. */
export interface SentDraft extends Omit<Draft, 'receivedAt'> {
  readonly replaces?: { readonly device: string; readonly rev: number } | undefined
}

type Me = Pick<Staff, 'id' | 'officeId'>

/** What officers type and have not sent yet, one draft for each device. */
export interface Drafts {
  of(report: ReportOf): Promise<readonly Draft[]>
  /** Keeps what is typed, once it is on disk; an older state than the one kept changes nothing. */
  keep(me: Me, date: LocalDate, draft: SentDraft): Promise<readonly Draft[]>
  discard(me: Me, date: LocalDate, draft: { readonly device: string; readonly rev: number }): Promise<void>
}

export function createDrafts(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'today'>
  readonly sealer: ReportSealer
  readonly inTurn: InTurn
  readonly now: () => Instant
}): Drafts {
  const { db, offices, sealer, inTurn, now } = deps
  const { close, opened } = sealer

  async function drafts(of: ReportOf): Promise<readonly Draft[]> {
    return (await draftsOf(db, of)).map(row => ({
      ...{ device: row.device, kind: row.kind, rev: row.rev },
      ...{ begunAt: row.begun_at, writtenAt: row.written_at, receivedAt: row.received_at },
      text: opened<ReportText>(row.text),
    }))
  }

  return {
    of: drafts,

    keep: (me, date, draft) =>
      inTurn(async () => {
        mustReport(date, offices.today(me.officeId))
        const of = { staffId: me.id, date }
        const row = {
          ...{ staff_id: me.id, date, device: draft.device, kind: draft.kind, rev: draft.rev },
          ...{ begun_at: draft.begunAt, written_at: draft.writtenAt, received_at: now(), text: close(draft.text) },
        }
        const { replaces } = draft
        const gone = replaces && replaces.device !== draft.device ? [noDraft(db, of, replaces)] : []
        await db.atomic([draftRow(db, row), ...gone])
        return drafts(of)
      }),

    discard: (me, date, draft) =>
      inTurn(async () => void (await db.atomic([noDraft(db, { staffId: me.id, date }, draft)]))),
  }
}
