import { mountOpening } from '../http/api/opening.ts'
import type { Door } from '../http/mount.ts'
import type { Ill } from '../services/health/health.ts'
import type { Offices } from '../services/office/offices.ts'
import { createOpening } from '../services/opening/opening.ts'
import type { Ground } from './ground.ts'

/** The check before an office opens, and the opening. */
export function composeOpening(
  { config, db, now, record }: Ground,
  offices: Offices,
  deps: { readonly ills: () => Promise<readonly Ill[]>; readonly saved: (office: string) => Promise<unknown> },
) {
  const opening = createOpening({
    ...{ db, offices, now, record },
    publicUrl: config.publicUrl !== undefined,
    clockWrong: async () => (await deps.ills()).includes('clock'),
    opened: deps.saved,
  })
  return { mount: (door: Door) => mountOpening(door, { opening, offices }) }
}
