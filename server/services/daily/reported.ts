import type { LocalDate } from '../../../shared/kit/time.ts'
import { reportedOf, type Reported } from '../../../shared/officer/evidence/reported.ts'
import type { Standings } from './standings.ts'

/** What somebody's daily reports of these days say, both included, each by its newest version. */
export async function reportedBetween(
  standings: Pick<Standings, 'of'>,
  { office, officer }: { readonly office: string; readonly officer: string },
  from: LocalDate,
  to: LocalDate,
): Promise<Reported> {
  const sent = await standings.of(office, [officer], from, to)
  return reportedOf(sent.map(({ date, state, late, versions }) => ({ date, state, late, text: versions.at(-1)!.text })))
}
