import { mountContest } from '../../http/api/record/contest.ts'
import type { Door } from '../../http/mount.ts'
import { createContestRights } from '../../services/contest/contest-rights.ts'
import { createContestWaits } from '../../services/contest/contest-waits.ts'
import { createContests } from '../../services/contest/contests.ts'
import { createReminders } from '../../services/contest/reminders.ts'
import type { Offices } from '../../services/office/offices.ts'
import { whoMayLead } from '../../services/oversight/standing-in.ts'
import type { Team } from '../../services/oversight/team.ts'
import type { Readings } from '../../services/oversight/readings.ts'
import type { Computing } from '../../services/score/computing.ts'
import type { Scores } from '../../services/score/scores.ts'
import { runsOf } from '../../store/record/scores.ts'
import type { Ground } from '../ground.ts'

const TEN_MINUTES = 600_000

/** Objections of officers to figures of closed periods; what was decided before a kill is carried out first. */
export async function composeContest(
  { db, now, every, failed }: Ground,
  deps: {
    readonly offices: Offices
    readonly team: Team
    readonly computing: Computing
    readonly scores: Pick<Scores, 'ofOne'>
    readonly readings: Readings
    readonly tell: (staffId: string) => void
  },
) {
  const { offices, team, computing, tell, readings } = deps
  const scores = {
    async openedAt(office: string, period: string) {
      const first = (await runsOf(db, office, period)).find(run => run.kind === 'officer' && run.version === 1)
      return first?.at
    },
    async isTold(office: string, officer: string, period: string) {
      const [latest] = await deps.scores.ofOne(office, officer, period, 'own')
      return latest !== undefined && latest.score.told !== 'few' && latest.score.told !== 'hidden'
    },
    meant: computing.meant,
    recompute: computing.recompute,
  }
  const able = (office: string) => whoMayLead(db, offices.get(office))
  const rights = createContestRights({ offices, team, able })
  const contests = createContests({ db, offices, team, rights, scores, now, tell })
  await contests.resume()
  const reminders = createReminders({ db, offices, team, able, now, tell })
  const waits = createContestWaits({ db, offices, rights })
  const job = every(TEN_MINUTES, reminders.pass, error => failed(error, 'objections'))
  return {
    remind: reminders.pass,
    waiting: waits.waiting,
    stop: job.stop,
    mount: (door: Door) => mountContest(door, { contests, reminders, waits, scores: deps.scores, readings }),
  }
}
