import path from 'node:path'
import { mountOpening } from '../http/api/opening.ts'
import { mountTemplates } from '../http/api/templates.ts'
import type { Door } from '../http/mount.ts'
import type { Ill } from '../services/health/health.ts'
import type { Offices } from '../services/office/offices.ts'
import { createBeginnings } from '../services/office-file/beginnings.ts'
import { createOpening } from '../services/opening/opening.ts'
import type { Effects } from '../services/queue/touched.ts'
import type { Ground } from './ground.ts'

/** How an office begins: by a template, checked before it opens, and opened. */
export function composeOpening(
  { around, config, db, now, record }: Ground,
  offices: Offices,
  deps: {
    readonly ills: () => Promise<readonly Ill[]>
    readonly saved: (office: string) => Promise<unknown>
    readonly effects: Effects
  },
) {
  const opening = createOpening({
    ...{ db, offices, now, record },
    publicUrl: config.publicUrl !== undefined,
    clockWrong: async () => (await deps.ills()).includes('clock'),
    opened: deps.saved,
  })
  const folder = around.templates ?? path.resolve('server/templates')
  const beginnings = createBeginnings({ folder, offices, effects: deps.effects })
  return {
    mount(door: Door) {
      mountOpening(door, { opening, offices })
      mountTemplates(door, { beginnings, record })
    },
  }
}
