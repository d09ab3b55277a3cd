import { mountPublications } from '../../http/api/survey/publications.ts'
import type { Ctx } from '../../http/context.ts'
import type { Door } from '../../http/mount.ts'
import { mountIkm } from '../../http/pages/survey/ikm-mount.ts'
import type { WholeFiles } from '../../services/collect/whole-files.ts'
import type { Plans } from '../../services/loop/plans.ts'
import type { Offices } from '../../services/office/offices.ts'
import { createEvaluation } from '../../services/publication/evaluation.ts'
import { createPosters } from '../../services/publication/posters.ts'
import { createPublications } from '../../services/publication/publications.ts'
import type { PaperThread } from '../../services/report/paper-thread.ts'
import type { FiguresOfPeriods } from '../../services/figures/figures.ts'
import type { Ground } from '../ground.ts'

/** What an office publishes of its IKM, and its public pages. */
export function composePublication(
  { around, config, db, now }: Ground,
  deps: {
    readonly offices: Offices
    readonly figures: FiguresOfPeriods
    readonly plans: Pick<Plans, 'told'>
    readonly papers: PaperThread
    readonly files: WholeFiles
    readonly originOf: (c: Ctx) => string
  },
) {
  const { offices, figures, plans, papers, files, originOf } = deps
  const publications = createPublications({ db, offices, figures, files, now })
  const evaluation = createEvaluation({ db, offices, figures, publications })
  const posters = createPosters({ db, papers })
  return {
    mount(door: Door) {
      mountPublications(door, { publications, evaluation, offices, originOf })
      mountIkm(door, { publications, posters, plans, offices, web: around.web, originOf, demo: config.demo })
    },
  }
}
