import {
  contestDays,
  contestState,
  decidableFrom,
  mayDecideContest,
  type ContestPeople,
} from '../../../shared/officer/contest/contest.ts'
import { contestPeople, nobodyDecides } from '../../../shared/oversight/contest-people.ts'
import { fixedPeriod, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { ContestsTable } from '../../store/schema/record/contest-tables.ts'
import type { Offices } from '../office/offices.ts'
import type { Team } from '../oversight/team.ts'

/** What somebody may do about an objection now. */
export interface ContestMay {
  readonly answer: boolean
  readonly decide: boolean
  readonly add: boolean
}

/** Who has to do with an objection, and what they may do about it today. */
export interface ContestRights {
  /** Who has to do with it, and as whom somebody acts on it today. */
  peopleOf(row: ContestsTable, asker: string): Promise<ContestPeople>
  /** What somebody may do, of the people as they find them. */
  mayOf(row: ContestsTable, people: ContestPeople, asker: string): ContestMay
  /** Below whom somebody has to be named, where nobody may decide it today; undefined where somebody may. */
  undecidable(row: ContestsTable): Promise<{ readonly below: string | undefined } | undefined>
}

export function createContestRights({
  offices,
  team,
  able,
}: {
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly team: Pick<Team, 'chain'>
  /** Whoever of an office is at work and may lead. */
  readonly able: (office: string) => Promise<ReadonlySet<string>>
}): ContestRights {
  const dated = (row: ContestsTable) => {
    const [times, today, { zone }] = [timesOf(row), offices.today(row.office), offices.get(row.office)]
    const state = contestState(times, today, zone)
    return {
      ...{ times, today, zone, state },
      about: { officer: row.officer_id, about: periodOf(row), raised: state === 'raised' },
    }
  }
  return {
    async peopleOf(row, asker) {
      const { today, about } = dated(row)
      return contestPeople(await team.chain(row.office), asker, about, today)
    },

    async undecidable(row) {
      const { today, about } = dated(row)
      return nobodyDecides(await team.chain(row.office), about, today, await able(row.office))
    },

    mayOf(row, people, asker) {
      const { times, today, zone, state } = dated(row)
      const isOpen = state !== 'decided' && state !== 'withdrawn'
      const { answer } = contestDays(row.objected_at, zone)
      return {
        answer: assessesIn(row, people, asker) && state === 'asked' && today <= answer,
        add: row.officer_id === asker && isOpen,
        decide: mayDecideContest(people) && isOpen && today >= decidableFrom(times, zone),
      }
    },
  }
}

/** Whether somebody assesses the officer of an objection, or did within its period, themselves or for somebody. */
export function assessesIn(row: ContestsTable, { actsFor, assessors }: ContestPeople, asker: string): boolean {
  return row.officer_id !== asker && actsFor.some(id => assessors.includes(id))
}

export const timesOf = (row: ContestsTable) => ({
  objectedAt: row.objected_at,
  answeredAt: row.answered_at,
  decidedAt: row.decided_at,
  withdrawnAt: row.withdrawn_at,
})

export const periodOf = (row: ContestsTable): FixedPeriod => fixedPeriod(row.period)!
