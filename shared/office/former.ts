import { addDays, type LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from './office.ts'
import type { Scope } from './scope.ts'

/** Whose a service or a counter of a hall was until the end of a day. */
export interface Former {
  readonly kind: 'service' | 'counter'
  readonly id: string
  /** `null`: of the whole hall. */
  readonly agency: Scope
  readonly until: LocalDate
}

/** A hall with whose its parts were before. */
export interface HallByDay {
  readonly office: Pick<OfficeInfo, 'services' | 'counters'>
  readonly former: readonly Former[]
}

/** First and last day, both included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Services of a scope on the days on which each was its own. */
export interface Holding extends Days {
  readonly service: string
}

/** What moves with a change of the hall: today is the new agency's, the days before stay with the old one. */
export function movesOf(before: HallByDay['office'], after: HallByDay['office'], today: LocalDate): readonly Former[] {
  const until = addDays(today, -1)
  return (['service', 'counter'] as const).flatMap(kind =>
    before[`${kind}s`].flatMap(({ id, agency }): readonly Former[] => {
      const now = after[`${kind}s`].find(one => one.id === id)
      return now && now.agency !== agency ? [{ kind, id, agency, until }] : []
    }),
  )
}

/** Whose a service or a counter was on a day; undefined of one that the hall does not have. */
export function agencyOn({ office, former }: HallByDay, kind: Former['kind'], id: string, date: LocalDate) {
  const then = former.filter(f => f.kind === kind && f.id === id && f.until >= date)
  const first = then.reduce<Former | undefined>((a, b) => (a && a.until <= b.until ? a : b), undefined)
  return first ? first.agency : office[`${kind}s`].find(one => one.id === id)?.agency
}

/** Whether something was of a scope on every one of some days. */
export function heldThroughout(hall: HallByDay, scope: Scope, of: Pick<Former, 'kind' | 'id'>, { from, to }: Days) {
  if (scope === null) return true
  return daysOfChange(hall, of, { from, to }).every(date => agencyOn(hall, of.kind, of.id, date) === scope)
}

/** Which services were of a scope when, within some days; undefined for everything, also what the office no longer has. */
export function holdings(hall: HallByDay, scope: Scope, days: Days): readonly Holding[] | undefined {
  if (scope === null) return undefined
  return hall.office.services.flatMap(({ id: service }) => {
    const starts = daysOfChange(hall, { kind: 'service', id: service }, days)
    return starts.flatMap((from, i): readonly Holding[] => {
      const next = starts[i + 1]
      const held = agencyOn(hall, 'service', service, from) === scope
      return held ? [{ service, from, to: next === undefined ? days.to : addDays(next, -1) }] : []
    })
  })
}

/** The hall with what was of a scope on any of some days. */
export function heldWithin<O extends HallByDay['office']>(
  office: O,
  { former }: HallByDay,
  scope: Scope,
  days: Days,
): O {
  if (scope === null) return office
  const own = (kind: Former['kind']) => (one: { readonly id: string }) =>
    daysOfChange({ office, former }, { kind, id: one.id }, days).some(
      date => agencyOn({ office, former }, kind, one.id, date) === scope,
    )
  return {
    ...office,
    services: office.services.filter(own('service')),
    counters: office.counters.filter(own('counter')),
  }
}

/** The first of some days, and each of them on which something became another agency's, in order. */
function daysOfChange({ former }: HallByDay, { kind, id }: Pick<Former, 'kind' | 'id'>, { from, to }: Days) {
  const began = former.filter(f => f.kind === kind && f.id === id).map(f => addDays(f.until, 1))
  return [from, ...began.filter(date => date > from && date <= to).sort()]
}
