import path from 'node:path'
import { mountOpening } from '../http/api/opening.ts'
import { mountMoreOffices } from '../http/api/administration/more-offices.ts'
import { mountLogo } from '../http/api/administration/logo.ts'
import { mountTemplates } from '../http/api/templates.ts'
import { mountLook } from '../http/pages/look.ts'
import type { Ctx } from '../http/context.ts'
import type { Door } from '../http/mount.ts'
import type { Ill } from '../services/health/health.ts'
import type { Offices } from '../services/office/offices.ts'
import { createBeginnings } from '../services/office-file/beginnings.ts'
import { createMoreOffices } from '../services/office-file/more-offices.ts'
import type { AccountLinks } from '../services/identity/account-links.ts'
import type { AccountTurn } from '../services/identity/account-turn.ts'
import type { Sessions } from '../services/identity/sessions.ts'
import { createLogos } from '../services/office/logos.ts'
import { createOpening } from '../services/opening/opening.ts'
import type { Effects } from '../services/queue/touched.ts'
import type { Ground } from './ground.ts'

/** How an office begins: by a template, checked before it opens, and opened. */
export function composeOpening(
  { around, config, db, now }: Ground,
  offices: Offices,
  deps: {
    readonly ills: () => Promise<readonly Ill[]>
    readonly saved: (office: string) => Promise<unknown>
    readonly effects: Effects
    readonly links: AccountLinks
    readonly inTurn: AccountTurn['inTurn']
    readonly sessions: Sessions
    readonly originOf: (c: Ctx) => string
  },
) {
  const opening = createOpening({
    ...{ db, offices, now },
    publicUrl: config.publicUrl !== undefined,
    clockWrong: async () => (await deps.ills()).includes('clock'),
    opened: deps.saved,
  })
  const folder = around.templates ?? path.resolve('server/templates')
  const beginnings = createBeginnings({ folder, offices, effects: deps.effects })
  const { links, inTurn, sessions } = deps
  const logos = createLogos(db, now)
  const more = createMoreOffices({ db, now, offices, beginnings, links, inTurn, sessions })
  return {
    mount(door: Door) {
      mountOpening(door, { opening, offices })
      mountLogo(door, logos)
      mountLook(door, logos.read)
      mountTemplates(door, beginnings)
      mountMoreOffices(door, { more, offices, originOf: deps.originOf, begun: deps.saved })
    },
  }
}
