import { mountPublications } from '../../http/api/survey/publications.ts'
import type { Ctx } from '../../http/context.ts'
import type { Door } from '../../http/mount.ts'
import { mountIkm } from '../../http/pages/survey/ikm-mount.ts'
import type { Plans } from '../../services/loop/plans.ts'
import type { Offices } from '../../services/office/offices.ts'
import { createPublications } from '../../services/publication/publications.ts'
import type { FiguresOfPeriods } from '../../services/figures/figures.ts'
import type { Ground } from '../ground.ts'

/** What an office publishes of its IKM, and its public pages. */
export function composePublication(
  { around, config, db, now }: Ground,
  deps: {
    readonly offices: Offices
    readonly figures: FiguresOfPeriods
    readonly plans: Pick<Plans, 'told'>
    readonly originOf: (c: Ctx) => string
  },
) {
  const { offices, figures, plans, originOf } = deps
  const publications = createPublications({ db, offices, figures, now })
  return {
    mount(door: Door) {
      mountPublications(door, { publications })
      mountIkm(door, { publications, plans, offices, web: around.web, originOf, demo: config.demo })
    },
  }
}
