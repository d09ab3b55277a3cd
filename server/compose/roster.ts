import { mountRosters } from '../http/api/rosters.ts'
import type { Door } from '../http/mount.ts'
import type { Offices } from '../services/office/offices.ts'
import { createRosters } from '../services/roster/roster.ts'
import type { Ground } from './ground.ts'

/** The plans of the weeks. */
export function composeRoster({ db, now }: Ground, offices: Offices) {
  const rosters = createRosters({ db, offices, now })
  return { ahead: rosters.ahead, mount: (door: Door) => mountRosters(door, rosters) }
}
