import { mountLoop } from '../../http/api/survey/loop.ts'
import type { Door } from '../../http/mount.ts'
import { mountImproved } from '../../http/pages/survey/improved-page.ts'
import { mountComplaintPages } from '../../http/pages/survey/complaint-mount.ts'
import { randomId } from '../../services/identity/secrets.ts'
import type { FiguresOfPeriods } from '../../services/figures/figures.ts'
import { createPlans } from '../../services/loop/plans.ts'
import { createComplaints } from '../../services/loop/complaints.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Team } from '../../services/oversight/team.ts'
import type { Ground } from '../ground.ts'

const TEN_MINUTES = 600_000

/** Complaints after a low rating: their pages, those who handle them, and who is told of what is late. */
export function composeLoop(
  { around, config, db, now, surveyLinks, every, failed }: Ground,
  deps: {
    readonly offices: Offices
    readonly team: Team
    readonly figures: FiguresOfPeriods
    /** A keyed hash of a visit. */
    readonly holderOf: (ticketId: string) => string
    readonly tell: (staffId: string) => void
  },
) {
  const { offices, team, holderOf, tell } = deps
  const complaints = createComplaints({ db, offices, team, surveyLinks, holderOf, newId: randomId, now, tell })
  const plans = createPlans({ db, figures: deps.figures, now })
  const job = every(TEN_MINUTES, complaints.pass, error => failed(error, 'complaints'))
  return {
    plans,
    pass: complaints.pass,
    stop: job.stop,
    mount(door: Door) {
      mountLoop(door, { complaints, plans })
      mountComplaintPages(door, { complaints, offices, web: around.web, demo: config.demo })
      mountImproved(door, { plans, offices, web: around.web, demo: config.demo })
    },
  }
}
