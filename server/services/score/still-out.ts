import type { LocalDate } from '../../../shared/kit/time.ts'
import { leftOutByObjection, type Excluded } from '../../../shared/officer/contest/contest.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { contestsOf } from '../../store/record/contests.ts'
import { leavesOut } from '../../store/record/score-inputs.ts'

/** What upheld objections leave out of some days, once more: what an outage had left out already was not theirs. */
export async function stillOut(db: Database, office: string, from: LocalDate, to: LocalDate): Promise<Rows> {
  const upheld = (await contestsOf(db, office)).filter(c => c.decided_excluded !== null && c.applied_at !== null)
  return upheld.flatMap(contest => {
    const excluded = JSON.parse(contest.decided_excluded!) as Excluded
    if (excluded.from > to || excluded.to < from) return []
    const exclusion = leftOutByObjection(contest.officer_id, excluded)
    return [leavesOut(db, office, exclusion, { cause: 'contest', by: contest.id })]
  })
}
