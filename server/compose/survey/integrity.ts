import { mountIntegrity } from '../../http/api/survey/integrity.ts'
import type { Door } from '../../http/mount.ts'
import { createIntegrity } from '../../services/integrity/integrity.ts'
import type { WholeFiles } from '../../services/collect/whole-files.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Openings } from '../../services/score/openings.ts'
import type { Quality } from '../../services/survey/quality.ts'
import type { Ground } from '../ground.ts'

const HOURLY = 3_600_000

/** Looks at the answers of each month once it has settled, and forgets how they came some weeks later. */
export function composeIntegrity(
  { db, now, every, failed }: Ground,
  of: {
    readonly offices: Offices
    readonly quality: Pick<Quality, 'ikm'>
    readonly openings: Openings
    readonly files: WholeFiles
  },
) {
  const integrity = createIntegrity({ db, now, ...of })
  const job = every(HOURLY, integrity.pass, error => failed(error, 'integrity'))
  return { pass: integrity.pass, stop: job.stop, mount: (door: Door) => mountIntegrity(door, { integrity }) }
}
