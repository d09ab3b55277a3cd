import { mountReports } from '../../http/api/survey/report.ts'
import type { Door } from '../../http/mount.ts'
import { createHasher } from '../../services/identity/secrets.ts'
import type { WholeFiles } from '../../services/collect/whole-files.ts'
import type { Offices } from '../../services/office/offices.ts'
import { createPaperThread } from '../../services/report/paper-thread.ts'
import { createReports } from '../../services/report/reports.ts'
import type { Ground } from '../ground.ts'

/** Official reports of closed periods, and the thread that makes their files. */
export function composeReports(
  { config, db, key, now, record }: Ground,
  deps: { readonly offices: Offices; readonly files: WholeFiles } & Pick<
    Parameters<typeof createReports>[0],
    'figures'
  >,
) {
  const papers = createPaperThread()
  const order = createHasher(key, 'order of respondents')
  const keyOf = (name: string) => Buffer.from(order(name), 'base64url')
  const reports = createReports({ db, ...deps, papers, keyOf, demo: config.demo, now })
  return {
    papers,
    mount(door: Door) {
      mountReports(door, { reports, record })
    },
    /** Ends the thread; whoever waits for a paper is told that there is none. */
    stop: papers.stop,
  }
}
