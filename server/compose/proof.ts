import { mountProof } from '../http/api/record/proof.ts'
import type { Door } from '../http/mount.ts'
import type { Offices } from '../services/office/offices.ts'
import { createReadings } from '../services/oversight/readings.ts'
import { createClocks } from '../services/proof/clocks.ts'
import type { Ground } from './ground.ts'

/** What an officer proves by: visits whose clock is wrong, and who read the record. */
export function composeProof({ db, now }: Ground, offices: Offices) {
  const clocks = createClocks({ db, offices, now })
  const readings = createReadings({ db, now })
  return { readings, mount: (door: Door) => mountProof(door, { clocks, readings }) }
}
