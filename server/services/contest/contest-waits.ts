import { officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../../store/open/database.ts'
import { contestsOpen } from '../../store/record/contests.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Offices } from '../office/offices.ts'
import type { Reader } from '../oversight/team.ts'
import type { ContestRights } from './contest-rights.ts'

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

export function createContestWaits({
  db,
  offices,
  rights: { peopleOf, mayOf, undecidable },
}: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly rights: ContestRights
}): ContestWaits {
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
      const { zone } = offices.get(office)
      const names = new Map((await staffOfOffice(db, office)).map(s => [s.id, s.name]))
      const nameOf = (id: string) => names.get(id) ?? id
      const cases: Undecided[] = []
      for (const row of open) {
        const stuck = await undecidable(row)
        if (!stuck) continue
        const below = stuck.below === undefined ? null : nameOf(stuck.below)
        cases.push({ officer: nameOf(row.officer_id), since: officeDate(row.objected_at, zone), below })
      }
      return cases
    },
  }
}
