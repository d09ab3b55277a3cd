import { mountFeedback, type Waits } from '../../http/api/record/feedback.ts'
import type { Door } from '../../http/mount.ts'
import { createAskedBack } from '../../services/daily/asked-back.ts'
import { createFeedback } from '../../services/feedback/feedback.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Readings } from '../../services/oversight/readings.ts'
import type { Team } from '../../services/oversight/team.ts'
import type { Reasons } from '../../services/survey/reasons.ts'
import type { Hub } from '../../realtime/hub.ts'
import type { Ground } from '../ground.ts'

/** What officers and who assesses them say to each other. */
export function composeFeedback(
  { db, now }: Ground,
  deps: {
    readonly offices: Offices
    readonly team: Team
    readonly readings: Readings
    readonly reasons: Pick<Reasons, 'suggestions'>
    readonly hub: Pick<Hub, 'tell' | 'tellings'>
    readonly waits: Waits
  },
) {
  const { offices, team, readings, reasons, hub, waits } = deps
  const feedback = createFeedback({
    ...{ db, now, offices, team, readings, tell: hub.tell },
    suggestions: reasons.suggestions,
  })
  return {
    feedback,
    mount: (door: Door) =>
      mountFeedback(door, {
        feedback,
        team,
        tellings: hub.tellings,
        askedBack: createAskedBack({ db, offices }),
        waits,
      }),
  }
}
