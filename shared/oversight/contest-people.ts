import type { LocalDate } from '../kit/time.ts'
import { mayDecideContest, type ContestPeople } from '../officer/contest/contest.ts'
import type { ReminderKind } from '../officer/contest/reminders.ts'
import { meets } from './over.ts'
import { actsFor, assessedWithin, assessorOn, mayAct, overAssessor, superiorOn, type Chain, type Span } from './team.ts'

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

/**
 * Whom an objection reminds today, of those who are able to act: who assesses the officer, or else assessed them; whoever may decide;
 * the officer of what is late.
 */
export function contestReminded(
  chain: Chain,
  about: { readonly officer: string; readonly about: Span; readonly raised: boolean },
  today: LocalDate,
  able: ReadonlySet<string>,
): Readonly<Record<ReminderKind, readonly string[]>> {
  const { assessors } = contestPeople(chain, about.officer, about, today)
  const acting = assessors.filter(id => mayAct(chain, id, about.officer, today))
  const decide = [...able].filter(id => mayDecideContest(contestPeople(chain, id, about, today)))
  const officer = [about.officer]
  const answer = (acting.length > 0 ? acting : assessors).filter(id => able.has(id))
  return { answer, decide, late: officer, raised: officer }
}

/**
 * Whether nobody of those who are able to, being at work with the right to it, may decide an objection today; and then below whom
 * somebody has to be named: the last on the way up, or whom the one decides over who is not able. Neither where nobody assesses the officer.
 */
export function nobodyDecides(
  chain: Chain,
  about: { readonly officer: string; readonly about: Span; readonly raised: boolean },
  today: LocalDate,
  able: ReadonlySet<string>,
): { readonly below: string | undefined } | undefined {
  if ([...able].some(id => mayDecideContest(contestPeople(chain, id, about, today)))) return undefined
  const { decider } = contestPeople(chain, about.officer, about, today)
  const seen: string[] = []
  const first = lastWithin(chain, about.officer, about.about)?.assessorId
  const start = first !== undefined && overAssessor(chain, first, today) !== undefined ? first : undefined
  let one = start ?? assessorOn(chain, about.officer, today) ?? first
  while (one !== undefined && one !== decider && !seen.includes(one)) {
    seen.push(one)
    one = overAssessor(chain, one, today)
  }
  // On a way round, who decides over the first is one of those concerned.
  return { below: one !== undefined && one !== decider ? seen[0] : seen.at(-1) }
}

/** Who assessed an officer last within a period. */
function lastWithin({ supervisions }: Chain, officer: string, period: Span) {
  return supervisions
    .filter(s => s.officerId === officer && meets(s, period))
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
}

/**
 * Who stands over whoever assessed an officer last within a period, today or else on their last day of it: a change of the assessor
 * takes no case from them, and who comes after them takes it over. Where nobody assessed then, who is over the assessor of today.
 */
function overPeriod(chain: Chain, officer: string, period: Span, today: LocalDate): string | undefined {
  const last = lastWithin(chain, officer, period)
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
