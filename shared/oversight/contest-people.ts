import type { LocalDate } from '../kit/time.ts'
import { mayDecideContest, type ContestPeople } from '../officer/contest/contest.ts'
import type { ReminderKind } from '../officer/contest/reminders.ts'
import { meets } from './over.ts'
import { actsFor, assessedWithin, mayAct, overAssessor, superiorOn, type Chain, type Span } from './team.ts'

/** Who has to do with an objection of an officer about some days, as `asker` finds it today; `raised` once it goes a step up. */
export function contestPeople(
  chain: Chain,
  asker: string,
  { officer, about, raised }: { readonly officer: string; readonly about: Span; readonly raised: boolean },
  today: LocalDate,
): ContestPeople {
  const everybody = new Set([...chain.supervisions.map(s => s.assessorId), ...chain.delegations.map(d => d.delegateId)])
  const assessors = [...everybody].filter(
    id => id !== officer && (assessedWithin(chain, id, officer, about) || mayAct(chain, id, officer, today)),
  )
  const free = firstFree(chain, overPeriod(chain, officer, about, today), [officer, ...assessors], today)
  const next =
    raised && free !== undefined
      ? firstFree(chain, overAssessor(chain, free, today), [officer, ...assessors], today)
      : undefined
  return {
    officer,
    assessors,
    decider: next ?? free,
    wentUp: next !== undefined,
    actsFor: actsFor(chain, asker, today),
  }
}

/** Whom an objection reminds today: who assesses the officer, or else assessed them; whoever may decide; the officer of what is late. */
export function contestReminded(
  chain: Chain,
  about: { readonly officer: string; readonly about: Span; readonly raised: boolean },
  today: LocalDate,
): Readonly<Record<ReminderKind, readonly string[]>> {
  const { assessors } = contestPeople(chain, about.officer, about, today)
  const acting = assessors.filter(id => mayAct(chain, id, about.officer, today))
  const all = new Set([
    ...chain.supervisions.map(s => s.assessorId),
    ...chain.superiors.map(s => s.superiorId),
    ...chain.delegations.map(d => d.delegateId),
  ])
  const decide = [...all].filter(id => mayDecideContest(contestPeople(chain, id, about, today)))
  const officer = [about.officer]
  return { answer: acting.length > 0 ? acting : assessors, decide, late: officer, raised: officer }
}

/**
 * Who stands over whoever assessed an officer last within a period, today or else on their last day of it: a change of the assessor
 * takes no case from them, and who comes after them takes it over. Where nobody assessed then, who is over the assessor of today.
 */
function overPeriod(chain: Chain, officer: string, period: Span, today: LocalDate): string | undefined {
  const [last] = chain.supervisions
    .filter(s => s.officerId === officer && meets(s, period))
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  if (last === undefined) return superiorOn(chain, officer, today)
  const lastDay = last.to !== null && last.to < period.to ? last.to : period.to
  return (
    overAssessor(chain, last.assessorId, today) ??
    overAssessor(chain, last.assessorId, lastDay) ??
    superiorOn(chain, officer, today)
  )
}

/** The first on the way up who is not concerned. */
function firstFree(
  chain: Chain,
  from: string | undefined,
  concerned: readonly string[],
  today: LocalDate,
): string | undefined {
  const seen = new Set<string>()
  for (let one = from; one !== undefined && !seen.has(one); one = overAssessor(chain, one, today)) {
    if (!concerned.includes(one)) return one
    seen.add(one)
  }
  return undefined
}
