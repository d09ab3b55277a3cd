import type { HallByDay } from '../../../shared/office/former.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { NineOnly } from '../../../shared/survey/figures/answered-period.ts'
import { NINE, scoringOf, type Scoring } from '../../../shared/survey/figures/scoring.ts'
import type { FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { scoringKey, type AskedSkm } from '../../../shared/survey/asked.ts'
import { answerFloors, hasParts } from '../../../shared/survey/quality.ts'
import { decidingDays, showings, type Part, type Showing } from '../../../shared/survey/showing.ts'
import type { Sums } from '../../../shared/survey/statistics/sheet.ts'
import type { Database } from '../../store/open/database.ts'
import { serversOf } from '../../store/survey/answer-sums.ts'
import { skmVersions, versionsAnswered } from '../../store/survey/asked.ts'
import { extraSums } from '../../store/survey/extra-sums.ts'
import { servedBy } from '../../store/survey-sums.ts'
import type { Offices } from '../office/offices.ts'
import { agencyOf } from '../survey/answer-showings.ts'
import type { AnswerMonths, Kept } from '../survey/answer-months.ts'

/** How the answers of a period count. */
export interface Counted {
  readonly scoring: Scoring
  readonly nineOnly?: NineOnly
  /** Where further unsur count: the sums with them, and what may be shown of those unsur. */
  readonly extra?: {
    readonly services: ReadonlyMap<string, Sums>
    readonly showing: (part: Part | undefined) => Showing
  }
}

export interface ExtraUnsurOfPeriods {
  /**
   * What counts in a period, of the days that are `shown`. Further unsur count in quarters, semesters and years whose answers were all asked
   * the same with the same weights, and where as many answered them as any figure needs; elsewhere the nine, which all versions share.
   */
  of(
    hall: HallByDay & { readonly office: OfficeInfo },
    period: FixedPeriod,
    asked: {
      readonly shown: Extract<Showing, { through: string }>
      readonly part: Part | undefined
      readonly kept: Kept | undefined
    },
  ): Promise<Counted>
}

export function createExtraUnsur(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'today'>
  readonly months: Pick<AnswerMonths, 'leaving'>
}): ExtraUnsurOfPeriods {
  const { db, offices, months } = deps

  return {
    async of(hall, period, { shown, part, kept }) {
      const { id, minRatings } = hall.office
      const versions = await skmVersions(db, id)
      if (versions.length === 1) return { scoring: NINE }
      const days = decidingDays(period)
      const looked = hasParts(period) ? days : { from: shown.from, to: shown.through }
      const answered = await versionsAnswered(db, id, looked)
      const asked = versions.filter(one => answered.includes(one.version))
      const newest = asked.at(-1)
      if (newest === undefined) return { scoring: NINE }
      if (new Set(asked.map(scoringKey)).size > 1) return { scoring: NINE, nineOnly: 'mixed' }
      if (newest.extra.length === 0) return { scoring: scoringOf(newest) }
      if (!hasParts(period)) return { scoring: nineOf(newest), nineOnly: 'short' }

      const keys = newest.extra.map(one => one.key)
      const { places } = await extraSums(db, id, { days, keys })
      const agencies = agencyOf(hall)
      const showing = showings(servedBy(places, await serversOf(db, id, days), agencies), {
        ...{ period, today: offices.today(id), floors: answerFloors(minRatings, agencies !== undefined) },
      })
      const so = showing(part)
      if (!('through' in so) || so.from !== shown.from || so.through !== shown.through)
        return { scoring: nineOf(newest), nineOnly: 'few' }
      const counted = { from: shown.from, to: shown.through }
      // Before and after the head left some out they would tell what few of these said of a further unsur.
      if (part === undefined && (await months.leaving(id, counted)).length > 0)
        return { scoring: nineOf(newest), nineOnly: 'without' }
      const { services } = await extraSums(db, id, { days: counted, keys, kept })
      return { scoring: scoringOf(newest), extra: { services, showing } }
    },
  }
}

/** The nine alone, in the order in which they were asked. */
function nineOf(asked: AskedSkm): Scoring {
  const { columns } = NINE
  const order = asked.order.flatMap(key => (columns.includes(key) ? [columns.indexOf(key)] : []))
  return asked.version === 0 ? NINE : { ...NINE, order }
}
