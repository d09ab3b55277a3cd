import { addDays, type LocalDate } from '../kit/time.ts'
import { holdsOn } from './observed.ts'
import { actsFor, assessorOn, readable, superiorOn, type Chain, type Readable, type Span } from './team.ts'

/**
 * Which days of a period of an officer's work record somebody may read today: those on which they assess or assessed the officer, and
 * those on which they decide or decided over that assessor; for whom they stand in today, the same. Never an own record, and day by
 * day, at most as many as the period has.
 */
export function recordDays(
  chain: Chain,
  reader: string,
  officer: string,
  period: Span,
  today: LocalDate,
): readonly Readable[] {
  if (reader === officer) return []
  const whose = actsFor(chain, reader, today)
  const days: Readable[] = []
  for (let date = period.from; date <= period.to; date = addDays(date, 1)) {
    const own = readable(chain, reader, officer, { from: date, to: date }, today)[0] ?? above(chain, officer, date)
    if (!own || !whose.includes(own.of)) continue
    const right = { as: own.as, of: own.of, onBehalf: own.of !== reader }
    const last = days.at(-1)
    if (last && last.to === addDays(date, -1) && last.as === right.as && last.of === right.of)
      days[days.length - 1] = { ...last, to: date }
    else days.push({ from: date, to: date, ...right })
  }
  return days
}

/** Who may open an officer's record because of a date, each in the right in which they may; whoever stands in for one of them too. */
export function recordReaders(
  chain: Chain,
  officer: string,
  date: LocalDate,
): readonly { readonly id: string; readonly as: Readable['as']; readonly behalf: string | null }[] {
  const direct = [
    { id: assessorOn(chain, officer, date), as: 'assessor' as const },
    { id: superiorOn(chain, officer, date), as: 'superior' as const },
  ].flatMap(({ id, as }) => (id === undefined || id === officer ? [] : [{ id, as, behalf: null }]))
  const standIns = direct.flatMap(({ id, as }) =>
    chain.delegations
      .filter(d => d.personId === id && d.delegateId !== officer && actsFor(chain, d.delegateId, date).includes(id))
      .map(d => ({ id: d.delegateId, as, behalf: id })),
  )
  return [...direct, ...standIns]
}

/** Over whose assessments somebody decides on a date, in the own right or for somebody: officers, each with who assesses them. */
export function belowOn(
  chain: Chain,
  person: string,
  date: LocalDate,
): readonly { officer: string; assessor: string }[] {
  const whose = actsFor(chain, person, date)
  return chain.supervisions
    .filter(s => holdsOn(s, date) && s.officerId !== person && !whose.includes(s.assessorId))
    .filter(s => {
      const right = above(chain, s.officerId, date)
      return right !== undefined && whose.includes(right.of)
    })
    .map(s => ({ officer: s.officerId, assessor: s.assessorId }))
}

function above(chain: Chain, officer: string, date: LocalDate): Pick<Readable, 'as' | 'of'> | undefined {
  const of = superiorOn(chain, officer, date)
  return of === undefined || of === officer ? undefined : { as: 'superior', of }
}
