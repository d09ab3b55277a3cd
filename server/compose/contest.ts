import { mountContest } from '../http/api/record/contest.ts'
import type { Door } from '../http/mount.ts'
import { createContests, type ContestedScores } from '../services/contest/contests.ts'
import type { Offices } from '../services/office/offices.ts'
import type { Team } from '../services/oversight/team.ts'
import type { Ground } from './ground.ts'

/** Objections of officers to figures of closed periods; what was decided before a kill is carried out first. */
export async function composeContest(
  { db, now }: Ground,
  deps: { readonly offices: Offices; readonly team: Team; readonly scores: ContestedScores },
) {
  const contests = createContests({ db, now, ...deps })
  await contests.resume()
  return { mount: (door: Door) => mountContest(door, { contests }) }
}
