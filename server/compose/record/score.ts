import { mountOutages } from '../../http/api/record/outages.ts'
import { mountScores } from '../../http/api/record/scores.ts'
import type { Door } from '../../http/mount.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Readings } from '../../services/oversight/readings.ts'
import { holdersOf } from '../../services/oversight/standing-in.ts'
import type { Team } from '../../services/oversight/team.ts'
import { createComputing } from '../../services/score/computing.ts'
import { createLateOutages } from '../../services/score/late-outages.ts'
import { createScores } from '../../services/score/scores.ts'
import type { Ground } from '../ground.ts'

const MINUTE = 60_000

/** The citizens' scores: computed by a job once a period has settled, and read as far as they are open. */
export function composeScore(
  { db, now, every, failed }: Ground,
  offices: Offices,
  { tell, ...of }: { readonly readings: Readings; readonly team: Team; readonly tell: (staffId: string) => void },
) {
  const computing = createComputing({ db, offices, now, tell })
  const scores = createScores({ db, offices, now })
  const outages = createLateOutages({
    ...{ db, offices, now, computing, chain: of.team.chain },
    async tell(office) {
      for (const id of await holdersOf(db, offices.get(office), 'unit.read')) tell(id)
    },
    tellOne: tell,
  })
  const pass = async () => {
    await outages.pass()
    await computing.pass()
  }
  const job = every(MINUTE, pass, error => failed(error, 'scores'))
  return {
    computing,
    scores,
    outages,
    mount(door: Door) {
      mountScores(door, { scores, offices, ...of })
      mountOutages(door, outages)
    },
    stop: job.stop,
  }
}
