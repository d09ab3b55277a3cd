import { mountContest } from '../http/api/record/contest.ts'
import type { Door } from '../http/mount.ts'
import { createContests } from '../services/contest/contests.ts'
import type { Offices } from '../services/office/offices.ts'
import type { Team } from '../services/oversight/team.ts'
import type { Computing } from '../services/score/computing.ts'
import { runsOf } from '../store/record/scores.ts'
import type { Ground } from './ground.ts'

/** Objections of officers to figures of closed periods; what was decided before a kill is carried out first. */
export async function composeContest(
  { db, now }: Ground,
  deps: { readonly offices: Offices; readonly team: Team; readonly computing: Computing },
) {
  const { offices, team, computing } = deps
  const scores = {
    async openedAt(office: string, period: string) {
      const first = (await runsOf(db, office, period)).find(run => run.kind === 'officer' && run.version === 1)
      return first?.at
    },
    meant: computing.meant,
    recompute: computing.recompute,
  }
  const contests = createContests({ db, offices, team, scores, now })
  await contests.resume()
  return { mount: (door: Door) => mountContest(door, { contests }) }
}
