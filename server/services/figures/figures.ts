import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type LocalDate } from '../../../shared/kit/time.ts'
import { heldThroughout, holdings, type HallByDay } from '../../../shared/office/former.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { FLOOR } from '../../../shared/survey/answered.ts'
import {
  ANSWER_CHANNELS,
  isBrought,
  UNKNOWN_CHANNEL,
  type ToldChannel,
} from '../../../shared/survey/collect/channels.ts'
import type {
  AnsweredChannel,
  AnsweredPeriod,
  AnsweredService,
  FigureRules,
} from '../../../shared/survey/figures/answered-period.ts'
import { comparedServices } from '../../../shared/survey/figures/road-cells.ts'
import { figuresOf } from '../../../shared/survey/figures/figures-of.ts'
import type { PeriodFigures } from '../../../shared/survey/figures/period-figures.ts'
import {
  fixedPeriod,
  lastSettled,
  periodAt,
  settlesOn,
  type FixedPeriod,
} from '../../../shared/survey/fixed-periods.ts'
import { NINE } from '../../../shared/survey/figures/scoring.ts'
import { hasParts } from '../../../shared/survey/quality.ts'
import { decidingDays, type Part, type Showing } from '../../../shared/survey/showing.ts'
import { sumsOf } from '../../../shared/survey/statistics/sheet.ts'
import type { Offices } from '../office/offices.ts'
import type { AnsweredDays, AnswerMonths } from '../survey/answer-months.ts'
import type { AnswerShowings } from '../survey/answer-showings.ts'
import type { Counted, ExtraUnsurOfPeriods } from './extra-unsur.ts'
import { profilesOf } from './profiles.ts'

/** All figures of closed periods. */
export interface FiguresOfPeriods {
  /**
   * Of a week, month, quarter, semester or year, or else of the last quarter that is closed; for somebody of an agency of theirs. Of a
   * period that still runs only how many answered. Throws `BAD_REQUEST` for a period that is none, `NOT_FOUND` for an office.
   */
  of(office: string, period: string | undefined, scope?: Scope): Promise<PeriodFigures>
}

/** Closed periods of a trend, this one among them. */
const TREND = 8

type Hall = HallByDay & { readonly office: OfficeInfo }

export function createPeriodFigures(deps: {
  readonly offices: Pick<Offices, 'byDay' | 'today'>
  readonly months: AnswerMonths
  readonly answers: AnswerShowings
  readonly extras: ExtraUnsurOfPeriods
}): FiguresOfPeriods {
  const { offices, months, answers, extras } = deps

  async function answered(hall: Hall, period: FixedPeriod, scope: Scope): Promise<AnsweredPeriod> {
    const { id } = hall.office
    const on = settlesOn(period.to)
    // Of what is still to come there is nothing to read.
    if (period.from > offices.today(id)) return { period, showing: { why: 'running', on }, services: [] }
    const of = await answers.of(id, period)
    const so = of(scope === null ? undefined : { kind: 'agency', id: scope })
    // What is shown of a period that runs moves by closed weeks, on the page of the running quarter.
    const showing: Showing = 'through' in so && on > offices.today(id) ? { why: 'running', on } : so
    const held = holdings(hall, scope, period)
    const kept =
      held &&
      ((service: string, date: LocalDate) =>
        held.some(one => one.service === service && one.from <= date && date <= one.to))
    const all = await months.of(id, period, kept)
    const shown =
      'through' in showing && showing.from !== period.from
        ? await months.of(id, { from: showing.from, to: showing.through }, kept)
        : all
    const known = hall.office.services.map(service => service.id)
    // What the office no longer has was answered all the same.
    const others = [...all.services.keys()].filter(service => !known.includes(service)).sort()
    const part = scope === null ? undefined : { kind: 'agency', id: scope }
    const counted: Counted =
      'through' in showing ? await extras.of(hall, period, { shown: showing, part, kept }) : { scoring: NINE }
    const { scoring, nineOnly, extra } = counted
    const sumsIn = (service: string) => (extra ?? shown).services.get(service) ?? sumsOf([], scoring.columns.length)
    /** Also what of it the further unsur allow. */
    const showingOf = (service: string): Showing => {
      const own: Part = { kind: 'service', id: service }
      if (!heldThroughout(hall, scope, { kind: 'service', id: service }, period)) return { why: 'difference' }
      const so = of(own)
      const further = extra?.showing(own)
      return further && 'through' in so && !('through' in further) ? further : so
    }
    const services = [...known, ...others].flatMap((service): readonly AnsweredService[] => {
      const reached = reachedOf(all, service)
      if (reached.finished + reached.answered === 0) return []
      return [
        {
          service,
          reached,
          brought: broughtOf(all, service),
          showing: showingOf(service),
          sums: sumsIn(service),
          byDay: new Map(shown.visits.flatMap(one => (one.serviceId === service ? [[one.date, one.n] as const] : []))),
        },
      ]
    })
    // Of an agency, as of every part, all questionnaires count.
    const leftOut =
      scope === null && 'through' in showing
        ? await months.leftOut(id, { from: showing.from, to: showing.through })
        : undefined
    const channels = scope === null ? channelsOf(all, shown, of) : []
    const beside =
      scope === null && period.kind === 'quarter' ? besideOf(hall.office, shown, { of, services, channels }) : []
    return { period, showing, services, scoring, nineOnly, channels, beside, ...(leftOut ? { leftOut } : {}) }
  }

  return {
    async of(id, key, scope = null) {
      const hall = await offices.byDay(id)
      const today = offices.today(id)
      const period = key === undefined ? periodAt('quarter', lastClosed(today)) : fixedPeriod(key)
      if (!period) throw new AppError('BAD_REQUEST', { where: 'query', field: 'period', problem: 'no such period' })
      const now = await answered(hall, period, scope)
      if (!('through' in now.showing)) return figuresOf({ now, earlier: [], profile: [], rules: rulesOf(hall, now) })
      const earlier: AnsweredPeriod[] = []
      for (const one of before(period)) {
        // Whoever waits at a counter comes between two periods.
        await nextTurn()
        const then = await answered(hall, one, scope)
        // Before the office began there is nothing to look for.
        if (then.services.every(({ reached }) => reached.finished + reached.answered === 0)) break
        earlier.unshift(then)
      }
      const profile =
        hasParts(period) && scope === null
          ? profilesOf((await months.of(id, decidingDays(period))).profiles, { period, shown: now.showing, today })
          : []
      await nextTurn()
      return figuresOf({ now, earlier, profile, rules: rulesOf(hall, now) })
    },
  }
}

/** A day of the last quarter to which nothing is added any more. */
function lastClosed(today: LocalDate): LocalDate {
  return addDays(periodAt('quarter', addDays(lastSettled(today), 1)).from, -1)
}

/** The periods of its kind before a period, the latest first. */
function before(period: FixedPeriod): readonly FixedPeriod[] {
  const all: FixedPeriod[] = []
  for (let { from } = period; all.length < TREND - 1; from = all.at(-1)!.from)
    all.push(periodAt(period.kind, addDays(from, -1)))
  return all
}

/** What came on each road, of all services together and of each. */
function channelsOf(
  all: AnsweredDays,
  shown: AnsweredDays,
  of: (part: Part | undefined) => Showing,
): readonly AnsweredChannel[] {
  const roads: readonly ToldChannel[] = [...ANSWER_CHANNELS, UNKNOWN_CHANNEL]
  return roads.flatMap((channel): readonly AnsweredChannel[] => {
    const answered = [...all.channels.values()].reduce((sum, roads) => sum + (roads.get(channel)?.n ?? 0), 0)
    if (answered === 0) return []
    const own = [...shown.channels].flatMap(([service, roads]) => {
      const sums = roads.get(channel)
      return sums ? [[service, sums] as const] : []
    })
    return [{ channel, answered, services: new Map(own), showing: of({ kind: 'channel', id: channel }) }]
  })
}

/** The services of a quarter within which tablets may be told beside phones; longer periods would lay the last of their quarters open. */
function besideOf(
  office: OfficeInfo,
  { places }: AnsweredDays,
  shown: {
    readonly of: (part: Part | undefined) => Showing
    readonly services: readonly AnsweredService[]
    readonly channels: readonly AnsweredChannel[]
  },
): readonly string[] {
  const isTold = ({ showing }: { readonly showing: Showing }) => 'through' in showing
  const roads = shown.channels.filter(isTold)
  if (!['tablet', 'phone'].every(road => roads.some(one => one.channel === road))) return []
  const rows = places.map(({ serviceId: service, counterId: counter, channel = UNKNOWN_CHANNEL, counts }) => {
    return { service, counter, channel, counts }
  })
  const counters = [...new Set(rows.map(row => row.counter))].map(id => ({ kind: 'counter' as const, id }))
  const told = {
    shown: [
      ...shown.services.filter(isTold).map(one => ({ kind: 'service' as const, id: one.service })),
      ...roads.map(one => ({ kind: 'channel' as const, id: one.channel })),
      ...counters.filter(part => 'through' in shown.of(part)),
    ],
    alone: Math.max(FLOOR, office.minRatings),
  }
  // Also for whoever knows what was brought in, and takes it away.
  const [all, others] = [rows, rows.filter(row => !isBrought(row.channel))].map(those =>
    comparedServices(those, ['tablet', 'phone'], told),
  )
  return all!.filter(service => others!.includes(service))
}

/** How many answers of a service others brought in. */
function broughtOf({ channels }: AnsweredDays, service: string): number {
  const roads = channels.get(service)
  return (roads?.get('paper')?.n ?? 0) + (roads?.get('import')?.n ?? 0)
}

function reachedOf({ services, visits }: AnsweredDays, service: string) {
  const own = visits.filter(one => one.serviceId === service)
  const sum = (key: 'n' | 'invited') => own.reduce((all, one) => all + one[key], 0)
  return { finished: sum('n'), invited: sum('invited'), answered: services.get(service)?.n ?? 0 }
}

/** Biaya is fixed where everything that was answered of is free of charge. */
function rulesOf({ office }: Hall, { services }: AnsweredPeriod): FigureRules {
  const answeredOf = services.filter(one => one.reached.answered > 0)
  const free = answeredOf.every(one => office.services.find(s => s.id === one.service)?.free ?? false)
  return {
    ...{ method: office.ikmMethod, minRatings: office.minRatings, gap: office.silentGap },
    fixed: free ? ['biaya'] : [],
  }
}
