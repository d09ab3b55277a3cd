import { AppError } from '../../../shared/kit/errors.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { heldThroughout, holdings } from '../../../shared/office/former.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { fixedPeriod, settlesOn, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { addedUp, type RatingCounts } from '../../../shared/survey/mean-interval.ts'
import {
  hasParts,
  ikmView,
  ratingFloors,
  ratingsView,
  usualPeriods,
  type IkmView,
  type RatingsView,
} from '../../../shared/survey/quality.ts'
import type { Floors } from '../../../shared/survey/answered.ts'
import { decidingDays, showings, type Part, type Showing } from '../../../shared/survey/showing.ts'
import { wholeMonths } from '../../../shared/survey/integrity/left-out.ts'
import type { Database } from '../../store/open/database.ts'
import { ratingDays, rated, tallySkm, type Days } from '../../store/survey-sums.ts'
import { invitedVisits } from '../../store/surveys.ts'
import type { Offices } from '../office/offices.ts'
import type { AnswerShowings } from './answer-showings.ts'

/** What citizens said, for fixed periods only and never of few; without a period the latest quarter that shows something. */
export interface Quality {
  /** Of the office, of one service or of one counter; for somebody of an agency of theirs, and of all of it for the whole. */
  ikm(office: string, asked: AskedIkm, scope?: Scope): Promise<IkmView>
  /** The one-tap ratings of the whole unit. */
  ratings(office: string, period: string | undefined): Promise<RatingsView>
  /** The same, with the days that they are of; none while they are held back. */
  days(office: string, period: string): Promise<{ readonly view: RatingsView; readonly days: readonly RatingCounts[] }>
}

export interface AskedIkm {
  readonly period?: string | undefined
  readonly service?: string | undefined
  readonly counter?: string | undefined
}

/** Of how many periods of offices the decision is remembered. */
const MOST_REMEMBERED = 100

type Showings = ReturnType<typeof showings>

export function createQuality({
  db,
  offices,
  answers,
}: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'byDay' | 'today'>
  readonly answers: AnswerShowings
}): Quality {
  /** Decisions about periods to which nothing is added any more: whoever leads an office and whoever observes many ask for the same. */
  const settled = new Map<string, Promise<Showings>>()

  /** What may be shown of the ratings of a period; remembered for the day once it has settled. */
  async function ratingShowings(id: string, wanted: { period: FixedPeriod; floors: Floors; today: LocalDate }) {
    const { period, floors, today } = wanted
    const days = decidingDays(period)
    const read = async (): Promise<Showings> => showings(await rated(db, id, days), wanted)
    if (settlesOn(days.to) > today) return read()
    const n = addedUp(await ratingDays(db, { officeId: id, ...days })).reduce((a, b) => a + b)
    const key = [id, period.key, floors.whole, today, n].join(' ')
    const known = settled.get(key) ?? read()
    known.catch(() => settled.delete(key))
    settled.delete(key)
    settled.set(key, known)
    if (settled.size > MOST_REMEMBERED) settled.delete(settled.keys().next().value!)
    return known
  }

  /** The period asked for, or the usual one, and what of it may be shown. */
  async function decided(
    key: string | undefined,
    wanted: { readonly part: Part | undefined; readonly today: LocalDate },
    of: (period: FixedPeriod) => Promise<Showings>,
  ): Promise<{ readonly period: FixedPeriod; readonly showing: Showing }> {
    const look = async (period: FixedPeriod) => ({
      period,
      showing: (await of(period))(wanted.part),
    })
    if (key !== undefined) return look(periodOf(key, wanted.part))
    const [running, last] = usualPeriods(wanted.today)
    const now = await look(running)
    if ('through' in now.showing) return now
    const before = await look(last)
    return 'through' in before.showing ? before : now
  }

  async function ratedOf(id: string, key: string | undefined) {
    const office = offices.get(id)
    const floors = ratingFloors(office.minRatings)
    const today = offices.today(id)
    const so = await decided(key, { part: undefined, today }, period => ratingShowings(id, { period, floors, today }))
    const { from, to } = so.period
    const ratings = (days: Days) => ratingDays(db, { officeId: id, ...days })
    const answered = addedUp(await ratings({ from, to })).reduce((a, b) => a + b)
    const shown = 'through' in so.showing ? await ratings(daysOf(so.showing)) : []
    const view = ratingsView(so, shown, { answered, floor: floors.whole })
    return { view, days: view.ratings.shown ? shown : [] }
  }

  return {
    async ikm(id, { period: key, service, counter }, scope = null) {
      const hall = await offices.byDay(id)
      const { office } = hall
      const part = partOf(office, { service, counter }, scope)
      const wanted = { part, today: offices.today(id) }
      const so = await decided(key, wanted, period => answers.of(id, period))
      const { from, to } = so.period
      if (part && part.kind !== 'agency' && !heldThroughout(hall, scope, part, so.period))
        throw new AppError('FORBIDDEN', { service, counter })
      const held = part?.kind === 'agency' ? holdings(hall, scope, so.period) : undefined
      const of = { officeId: id, serviceId: service, counterId: counter, held }
      const whole = { ...of, from, to }
      const [all, population] = await Promise.all([tallySkm(db, whole), invitedVisits(db, whole)])
      const rules = { method: office.ikmMethod, minRatings: office.minRatings, population, achieved: all.n }
      if (!('through' in so.showing)) return ikmView(so, all, rules)
      const days = daysOf(so.showing)
      const sums = await tallySkm(db, { ...of, ...days })
      // Of a part what is left out would be few: there everything counts.
      const leaving = part === undefined ? wholeMonths(days) : undefined
      const left = leaving && (await tallySkm(db, { ...of, ...days }, leaving))
      return left && left.n < sums.n
        ? { ...ikmView(so, left, rules), leftOut: sums.n - left.n }
        : ikmView(so, sums, rules)
    },
    ratings: async (id, period) => (await ratedOf(id, period)).view,
    days: ratedOf,
  }
}

/** The days that a figure is of. */
function daysOf({ from, through }: Extract<Showing, { through: LocalDate }>): Days {
  return { from, to: through }
}

function periodOf(key: string, part: Part | undefined): FixedPeriod {
  const period = fixedPeriod(key)
  if (!period) throw badRequest('period', 'no such period')
  if (part && !hasParts(period)) throw badRequest('period', 'a part has figures of a quarter, a semester or a year')
  return period
}

type OfPart =
  { readonly kind: 'service' | 'counter'; readonly id: string } | { readonly kind: 'agency'; readonly id: string }

function partOf(office: OfficeInfo, { service, counter }: Omit<AskedIkm, 'period'>, scope: Scope): OfPart | undefined {
  if (service !== undefined && counter !== undefined) throw badRequest('counter', 'not together with a service')
  if (service !== undefined) {
    if (!office.services.some(s => s.id === service)) throw new AppError('NOT_FOUND', { service })
    return { kind: 'service', id: service }
  }
  if (counter === undefined) return scope === null ? undefined : { kind: 'agency', id: scope }
  if (!office.counters.some(c => c.id === counter)) throw new AppError('NOT_FOUND', { counter })
  return { kind: 'counter', id: counter }
}

function badRequest(field: string, problem: string): AppError {
  return new AppError('BAD_REQUEST', { where: 'query', field, problem })
}
