import type { LocalDate } from '../kit/time.ts'
import { assessorOn, overAssessor, type Chain } from './team.ts'

/**
 * Who is told that a complaint is late: who stands over its owner today, as far as they may read it; else the managers among those
 * who may, and where there is none all of these. Never its owner alone.
 */
export function lateTold(
  chain: Chain,
  owner: string | null,
  readers: readonly { readonly id: string; readonly roles: readonly string[] }[],
  today: LocalDate,
): readonly string[] {
  const above = owner === null ? undefined : (assessorOn(chain, owner, today) ?? overAssessor(chain, owner, today))
  if (above !== undefined && readers.some(r => r.id === above)) return [above]
  const others = readers.filter(r => r.id !== owner)
  const managers = others.filter(r => r.roles.includes('manager'))
  return (managers.length > 0 ? managers : others.length > 0 ? others : readers).map(r => r.id)
}
