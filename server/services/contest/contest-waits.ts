import { officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import { contestState } from '../../../shared/officer/contest/contest.ts'
import { nobodyDecides } from '../../../shared/oversight/contest-people.ts'
import type { Database } from '../../store/open/database.ts'
import { contestsOpen } from '../../store/record/contests.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Offices } from '../office/offices.ts'
import type { Reader, Team } from '../oversight/team.ts'
import { createContestRights, periodOf, timesOf } from './contest-rights.ts'

/** A case that nobody may decide, as whoever names assessors reads it: nothing of what it is about. */
export interface Undecided {
  readonly officer: string
  readonly since: LocalDate
  /** Over whom somebody has to be named; `null` where nobody assesses the officer. */
  readonly below: string | null
}

/** For whom objections wait. */
export interface ContestWaits {
  /** How many somebody may answer or decide now. */
  waiting(reader: Reader): Promise<number>
  /** Those of an office that nobody may decide, the oldest first. */
  undecided(office: string): Promise<readonly Undecided[]>
}

export function createContestWaits(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly team: Pick<Team, 'chain'>
  /** Whoever of an office is at work and may lead. */
  readonly able: (office: string) => Promise<ReadonlySet<string>>
}): ContestWaits {
  const { db, offices, team, able } = deps
  const { peopleOf, mayOf } = createContestRights(deps)
  return {
    async waiting({ id, officeId }) {
      let n = 0
      for (const row of await contestsOpen(db, officeId)) {
        const may = mayOf(row, await peopleOf(row, id), id)
        if (may.answer || may.decide) n += 1
      }
      return n
    },

    async undecided(office) {
      const open = await contestsOpen(db, office)
      if (open.length === 0) return []
      const [today, { zone }] = [offices.today(office), offices.get(office)]
      const [chain, ables] = [await team.chain(office), await able(office)]
      const names = new Map((await staffOfOffice(db, office)).map(s => [s.id, s.name]))
      const nameOf = (id: string) => names.get(id) ?? id
      return open.flatMap(row => {
        const raised = contestState(timesOf(row), today, zone) === 'raised'
        const stuck = nobodyDecides(chain, { officer: row.officer_id, about: periodOf(row), raised }, today, ables)
        if (!stuck) return []
        const since = officeDate(row.objected_at, zone)
        const below = stuck.below === undefined ? null : nameOf(stuck.below)
        return [{ officer: nameOf(row.officer_id), since, below }]
      })
    },
  }
}
