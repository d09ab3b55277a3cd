import { mountProof } from '../../http/api/record/proof.ts'
import { mountTeamRecord } from '../../http/api/record/team-record.ts'
import type { Ctx } from '../../http/context.ts'
import type { Door } from '../../http/mount.ts'
import { mountCheck } from '../../http/pages/check-page.ts'
import { createHasher, createSealer } from '../../services/identity/secrets.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Figures } from '../../services/officer/figures.ts'
import { createReadings } from '../../services/oversight/readings.ts'
import type { Team } from '../../services/oversight/team.ts'
import { createClocks } from '../../services/proof/clocks.ts'
import { createEvidences } from '../../services/proof/evidences.ts'
import { createTeamRecords } from '../../services/proof/team-records.ts'
import type { Ground } from '../ground.ts'

/** What an officer proves by: visits whose clock is wrong, evidence with its check page, and who read the record. */
export function composeProof(
  { around, db, key, now }: Ground,
  deps: {
    readonly offices: Offices
    readonly figures: Figures
    readonly team: Team
    readonly originOf: (c: Ctx) => string
  } & Pick<Parameters<typeof createEvidences>[0], 'reported'>,
) {
  const { offices, figures, team, reported, originOf } = deps
  const clocks = createClocks({ db, offices, now })
  const readings = createReadings({ db, now })
  const evidences = createEvidences({
    ...{ db, offices, reported, now },
    ...{ sealer: createSealer(key, 'evidence skp'), codeOf: createHasher(key, 'evidence code') },
  })
  const records = createTeamRecords({ db, offices, figures, team, readings })
  const check = async (code: string) => {
    const known = await evidences.check(code)
    return known.state === 'unknown' ? known : { ...known, office: offices.get(known.office) }
  }
  return {
    readings,
    mount(door: Door) {
      mountProof(door, { clocks, readings, evidences, records, originOf })
      mountTeamRecord(door, records)
      mountCheck(door, { check, assets: around.web.bookingAssets })
    },
  }
}
