import type { LocalDate } from '../../../shared/kit/time.ts'
import { agencyOn, type HallByDay } from '../../../shared/office/former.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { settlesOn, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { answerFloors } from '../../../shared/survey/quality.ts'
import { decidingDays, showings, type Part, type Showing } from '../../../shared/survey/showing.ts'
import type { Database } from '../../store/open/database.ts'
import { serversOf } from '../../store/survey/answer-sums.ts'
import { importStamp } from '../../store/survey/collect.ts'
import { servedBy } from '../../store/survey-sums.ts'
import type { Offices } from '../office/offices.ts'
import type { Openings } from '../score/openings.ts'
import type { AnswerMonths } from './answer-months.ts'

/** What may be shown of the answers of a period, of the whole and of every part. */
export interface AnswerShowings {
  of(office: string, period: FixedPeriod): Promise<(part: Part | undefined) => Showing>
}

/** Of how many periods of offices the decision is remembered. */
const MOST_REMEMBERED = 100

type Showings = ReturnType<typeof showings>

export function createAnswerShowings(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'byDay' | 'today'>
  readonly openings: Pick<Openings, 'closedUntil'>
  readonly months: AnswerMonths
}): AnswerShowings {
  const { db, offices, openings, months } = deps
  /** Decisions about periods to which nothing is added any more. */
  const settled = new Map<string, Promise<Showings>>()

  async function decided(id: string, period: FixedPeriod): Promise<Showings> {
    const hall = await offices.byDay(id)
    const agencies = agencyOf(hall)
    const floors = answerFloors(hall.office.minRatings, agencies !== undefined)
    const today = offices.today(id)
    const days = decidingDays(period)
    const { places } = await months.of(id, days)
    const decide = async () =>
      showings(servedBy(places, places.length > 0 ? await serversOf(db, id, days) : [], agencies), {
        ...{ period, floors, today },
      })
    if (settlesOn(days.to) > today) return decide()
    const n = places.reduce((all, place) => all + Math.max(...place.counts), 0)
    const held = [...hall.office.services.map(s => s.agency), ...hall.former.map(f => `${f.id} ${f.until}`)]
    const key = JSON.stringify([id, period.key, floors, today, n, held, await importStamp(db, id)])
    const known = settled.get(key) ?? decide()
    known.catch(() => settled.delete(key))
    settled.delete(key)
    settled.set(key, known)
    if (settled.size > MOST_REMEMBERED) settled.delete(settled.keys().next().value!)
    return known
  }

  return {
    async of(id, period) {
      const shown = await decided(id, period)
      const until = await openings.closedUntil(id, period)
      return part => {
        const so = shown(part)
        return part && until !== undefined && 'through' in so ? { why: 'officer', on: until } : so
      }
    },
  }
}

/** The agency of each service on a day, in a hall that has or had any: figures of an agency stand beside the others. */
export function agencyOf(
  hall: HallByDay & { readonly office: Pick<OfficeInfo, 'services'> },
): ((service: string, date: LocalDate) => string) | undefined {
  if (hall.former.length === 0 && hall.office.services.every(s => s.agency === null)) return undefined
  return (id, date) => agencyOn(hall, 'service', id, date) ?? ''
}
