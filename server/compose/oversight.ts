import { leading } from '../../shared/oversight/team.ts'
import { mountOversight } from '../http/api/administration/oversight.ts'
import { mountTeam } from '../http/api/record/team.ts'
import type { Door } from '../http/mount.ts'
import { createDelegations } from '../services/oversight/delegations.ts'
import { createObservers } from '../services/oversight/observers.ts'
import { createSuperiors } from '../services/oversight/superiors.ts'
import { createSupervisions } from '../services/oversight/supervisions.ts'
import { createTeam } from '../services/oversight/team.ts'
import { createTurn } from '../services/office/turn.ts'
import type { Figures } from '../services/officer/figures.ts'
import type { Readings } from '../services/oversight/readings.ts'
import type { Ground } from './ground.ts'

/** Who is of whose team; what else is about one person asks it first. */
export function composeTeam({ db }: Ground, offices: Parameters<typeof createTeam>[0]['offices']) {
  return createTeam({ db, offices })
}

/** Observers of the offices, and who assesses whom. */
export function composeOversight(
  { db, now, record }: Ground,
  deps: Pick<Parameters<typeof createObservers>[0], 'offices' | 'quality'> & {
    readonly team: ReturnType<typeof composeTeam>
    readonly figures: Figures
    readonly readings: Readings
    readonly tell: (staffId: string) => void
  },
) {
  const { offices, team, figures, readings } = deps
  const observers = createObservers({ db, now, ...deps })
  async function changed(office: string): Promise<void> {
    for (const id of leading(await team.chain(office))) deps.tell(id)
  }
  const decided = { db, now, offices, inTurn: createTurn(), changed }
  const supervisions = createSupervisions(decided)
  const superiors = createSuperiors(decided)
  const delegations = createDelegations(decided)
  return {
    mount(door: Door) {
      mountOversight(door, { observers, supervisions, record })
      mountTeam(door, { team, superiors, delegations, figures, readings, today: office => offices.today(office) })
    },
  }
}
