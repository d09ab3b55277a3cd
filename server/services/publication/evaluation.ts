import { addDays } from '../../../shared/kit/time.ts'
import { fixedPeriod, settlesOn } from '../../../shared/survey/fixed-periods.ts'
import type { PeriodFigures } from '../../../shared/survey/figures/period-figures.ts'
import { planState, type Plan } from '../../../shared/survey/loop/plan.ts'
import type { EvaluationFacts } from '../../../shared/survey/publication/evaluation.ts'
import type { Database } from '../../store/open/database.ts'
import { complaintCounts } from '../../store/survey/complaints.ts'
import { plansOf } from '../../store/survey/plans.ts'
import { reportVersions } from '../../store/survey/reports.ts'
import type { Offices } from '../office/offices.ts'
import type { Publications } from './publications.ts'

/** What the product knows of what evaluators of an office ask for. Throws `NOT_FOUND` for an office that is none. */
export function createEvaluation(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly figures: { of(office: string, period: string | undefined): Promise<PeriodFigures> }
  readonly publications: Pick<Publications, 'all'>
}): (office: string) => Promise<EvaluationFacts> {
  const { db, offices, figures, publications } = deps
  return async id => {
    const { ikmTarget } = offices.get(id)
    const year = yearBefore(offices.today(id))
    const [{ period, response }, versions, plans, complaints, reports] = await Promise.all([
      ...([figures.of(id, undefined), publications.all(id), plansOf(db, id), complaintCounts(db, id)] as const),
      reportVersions(db, id, year),
    ])
    const newest = versions[0]
    const plan = plans[0] && (JSON.parse(plans[0].body) as Plan)
    return {
      ...{ period: period.key, finished: response.finished, invited: response.invited, answered: response.answered },
      published: newest
        ? {
            ...{ period: newest.body.period, ikm: newest.body.ikm, at: newest.at, media: newest.media },
            since: Math.min(...versions.map(one => one.at)),
          }
        : null,
      target: ikmTarget,
      complaints,
      plan: plan
        ? {
            ...{ period: plans[0]!.period, all: plan.rows.length },
            done: plan.rows.filter(row => planState(row) === 'done').length,
          }
        : null,
      report: reports.length > 0 ? year : null,
      change: newest?.body.change ?? null,
    }
  }
}

/** The last year for which nobody can answer any more. */
function yearBefore(today: string): string {
  const last = fixedPeriod(String(Number(today.slice(0, 4)) - 1))!
  return settlesOn(last.to) <= today ? last.key : addDays(last.from, -1).slice(0, 4)
}
