import { AppError } from '../../../shared/kit/errors.ts'
import { officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import {
  contestEffect,
  leftOutByObjection,
  mustBeContestable,
  mustLeaveDays,
  objectUntil,
  type Excluded,
} from '../../../shared/officer/contest/contest.ts'
import { fixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { contestsOf } from '../../store/record/contests.ts'
import type { Offices } from '../office/offices.ts'
import type { Reader } from '../oversight/team.ts'
import type { Contest, ContestedScores } from './contest-views.ts'

/** What an objection would mean, before it is made. */
export interface ContestWeighing {
  /** How many of the own ratings are meant, and until when it may be objected. Throws as the objection does. */
  weighed(
    reader: Reader,
    period: string,
    excluded: Excluded,
  ): Promise<Contest['effect'] & { readonly until: LocalDate }>
  /** To what somebody objected through other periods. */
  otherwise(reader: Reader, period: string): Promise<readonly Excluded[]>
}

export function createContestWeighing({
  db,
  offices,
  scores,
}: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly scores: Pick<ContestedScores, 'isTold' | 'openedAt' | 'meant'>
}): ContestWeighing {
  async function opened(office: string, key: string) {
    const period = fixedPeriod(key)
    if (!period) throw new AppError('BAD_REQUEST', { where: 'body', field: 'period', problem: 'no such period' })
    const at = await scores.openedAt(office, key)
    if (at === undefined) throw new AppError('CONTEST_EARLY')
    return { ...period, openedOn: officeDate(at, offices.get(office).zone) }
  }

  const otherwise: ContestWeighing['otherwise'] = async ({ id, officeId }, period) =>
    (await contestsOf(db, officeId, id))
      .filter(row => row.period !== period)
      .map(row => JSON.parse(row.excluded) as Excluded)

  return {
    otherwise,

    async weighed(reader, key, excluded) {
      const { id: officerId, officeId: office } = reader
      const period = await opened(office, key)
      const { counters } = offices.get(office)
      if (excluded.counters.some(id => !counters.some(c => c.id === id)))
        throw new AppError('BAD_REQUEST', { where: 'body', field: 'counters', problem: 'no such counter' })
      mustBeContestable(period, excluded, offices.today(office))
      if (!(await scores.isTold(office, officerId, key))) throw new AppError('CONTEST_UNTOLD')
      mustLeaveDays(excluded, await otherwise(reader, key))
      const n = await scores.meant(office, { from: period.from, to: period.to, officerId })
      const meant = await scores.meant(office, leftOutByObjection(officerId, excluded))
      return { ...contestEffect(n, meant, offices.get(office).minRatings), until: objectUntil(period) }
    },
  }
}
